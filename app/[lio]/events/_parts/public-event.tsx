import { ButtonLink } from "@/app/_ui/button-link"
import { BackLink } from "@/app/_ui/links"
import { whenInWords } from "@/lib/calendar/words"
import type { EventDate, getPublicEvent, PublicDate } from "@/lib/events/queries"
import { say } from "@/lib/words"
import { AlsoForYou } from "./also-for-you"
import { PlacesLeft } from "./places-left"

type Props = {
  lio: string
  event: Awaited<ReturnType<typeof getPublicEvent>>
  dates: EventDate[]
  also: PublicDate[]
  now: Date
}

/** What an event is, and each date of it with a button to book. */
export function PublicEvent({ lio, event, dates, also, now }: Props) {
  const at = `/${lio}/events/${event.id}`
  return (
    <>
      <BackLink href={`/${lio}/events`}>{say("Events and training")}</BackLink>
      <h1>{event.title}</h1>
      {event.cancelledAt ? (
        <p className="max-w-2xl font-semibold">
          {say("This event is cancelled: {reason}", { reason: event.cancelledReason ?? "" })}
        </p>
      ) : null}
      {event.about ? <p className="max-w-2xl whitespace-pre-line">{event.about}</p> : null}
      {event.online ? (
        <p className="max-w-2xl">{say("You can join online. You’ll get the link when you book.")}</p>
      ) : null}
      {event.price ? (
        <p className="max-w-2xl">
          <strong>{say("Cost")}:</strong> {event.price}
        </p>
      ) : null}
      <PublicDates {...{ at, dates, now }} />
      <p>
        <a href={`${at}/calendar.ics`}>{say("Add it to your calendar")}</a>
      </p>
      <AlsoForYou lio={lio} dates={also} />
    </>
  )
}

/** The dates of an event to come, each with a button to book. `target`: where that opens. */
export function PublicDates({
  at,
  dates,
  now,
  target,
}: Pick<Props, "dates" | "now"> & { at: string; target?: "_blank" }) {
  const coming = dates.filter(({ startsAt }) => startsAt > now)
  const next = coming.find(({ cancelledAt }) => !cancelledAt)
  return (
    <>
      <h2>{coming.length > 1 ? say("Dates") : say("When and where")}</h2>
      {coming.length === 0 ? <p>{say("This event is over.")}</p> : null}
      {next?.whole ? (
        <div className="card mb-4 max-w-2xl">
          <CourseDates dates={coming} />
          <p className="mb-3">
            <PlacesLeft date={next} />
          </p>
          <BookLink {...{ at, target }} date={next} />
        </div>
      ) : (
        <ul className="list-none p-0">
          {coming.map((date) => (
            <li key={date.id} className="card mb-4 max-w-2xl">
              <p className="mb-1 font-semibold">{whenInWords(date)}</p>
              {date.place ? <p className="mb-1">{date.place}</p> : null}
              <p className="mb-3">
                <PlacesLeft date={date} />
              </p>
              {date.cancelledAt ? (
                <p className="mb-0">{date.cancelledReason}</p>
              ) : (
                <BookLink {...{ at, date, target }} />
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

type Book = { at: string; date: EventDate; target?: "_blank" }

const BookLink = ({ at, date, target }: Book) => (
  <ButtonLink href={`${at}/${date.id}/book`} target={target}>
    {date.free === 0 ? say("Join the waiting list") : say("Book a place")}
    <span className="sr-only">: {whenInWords(date)}</span>
  </ButtonLink>
)

/** The dates of a course, which are booked together; the place once, where it is the same each time. */
export function CourseDates({ dates }: { dates: Dated[] }) {
  const [first] = dates
  const same = dates.every(({ place }) => place === first?.place)
  return (
    <>
      <p className="mb-1">{say("It’s a course: one booking is for all these dates.")}</p>
      <ul className="mb-3">
        {dates.map((date) => (
          <li key={date.id}>
            <strong>{whenInWords(date)}</strong>
            {date.cancelledAt ? ` ${say("(cancelled)")}` : ""}
            {date.place && !same ? (
              <>
                <br />
                {date.place}
              </>
            ) : null}
          </li>
        ))}
      </ul>
      {same && first?.place ? <p>{first.place}</p> : null}
    </>
  )
}
type Dated = Pick<EventDate, "id" | "startsAt" | "endsAt" | "allDay" | "zone" | "place" | "cancelledAt">
