import { EmptyState } from "@/app/_ui/empty-state"
import { BackLink } from "@/app/_ui/links"
import { Static } from "@/app/_ui/static"
import { whenInWords } from "@/lib/calendar/words"
import type { listOwnBookings } from "@/lib/events/booking/queries"
import type { PublicDate } from "@/lib/events/queries"
import { say, sayCount } from "@/lib/words"
import { PlacesLeft } from "./places-left"

type Props = {
  lio: { slug: string; name: string }
  dates: PublicDate[]
  /** What whoever looks has booked. */
  own: Awaited<ReturnType<typeof listOwnBookings>>
  /** Whoever looks is known here, and can have a calendar of their own. */
  known: boolean
}

/** One event on the public list. `target`: where its page opens. */
export const PublicCard = ({ lio, date, target }: { lio: string; date: PublicDate; target?: "_blank" }) => (
  <li className="card mb-4 max-w-3xl">
    <h2 className="mt-0">
      <a href={`/${lio}/events/${date.eventId}`} target={target}>
        {date.title}
      </a>
    </h2>
    <p className="mb-1 font-semibold">{whenInWords(date)}</p>
    {date.more > 0 ? (
      <p className="mb-1">
        {date.whole
          ? sayCount(date.more, {
              one: "A course, with {count} later date",
              other: "A course, with {count} later dates",
            })
          : sayCount(date.more, { one: "And {count} later date", other: "And {count} later dates" })}
      </p>
    ) : null}
    <p className="mb-1">
      {date.place ?? ""}
      {date.place && date.online ? " · " : ""}
      {date.online ? say("You can join online") : ""}
    </p>
    {date.price ? <p className="mb-1">{date.price}</p> : null}
    <p className="mb-0">
      <PlacesLeft date={date} />
    </p>
  </li>
)

/** The dates to come of what anybody may book. */
export const PublicList = ({ lio: { slug, name }, dates, own, known }: Props) => (
  <>
    {known ? null : <BackLink href={`/${slug}`}>{name}</BackLink>}
    <h1>{say("Events and training")}</h1>
    {own.length > 0 ? (
      <section aria-labelledby="own" className="mb-8">
        <h2 id="own">{say("What you’ve booked")}</h2>
        <ul>
          {own.map(({ id, path, title, ...date }) => (
            <li key={id}>
              <a href={path}>{title}</a>, {whenInWords(date)}
            </li>
          ))}
        </ul>
        <h2>{say("What’s on")}</h2>
      </section>
    ) : null}
    {dates.length === 0 ? (
      <EmptyState drawing="calendar" title={say("No events just now")}>
        <p>{say("Courses and events of {name} are listed here. Have a look again soon.", { name })}</p>
      </EmptyState>
    ) : (
      <Static>
        <ul className="list-none p-0">
          {dates.map((date) => (
            <PublicCard key={date.id} lio={slug} date={date} />
          ))}
        </ul>
      </Static>
    )}
    <p>
      {known ? (
        <a href={`/${slug}/calendar`}>{say("See the calendar, or add it to your phone")}</a>
      ) : (
        <a href={`/${slug}/calendar.ics`}>{say("Add all our events to your calendar")}</a>
      )}
    </p>
  </>
)
