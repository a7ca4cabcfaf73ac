import { type PageProps, visitAny } from "@/app/_http/visit"
import { TextArea, TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { personOf } from "@/lib/access/ctx"
import { whenInWords } from "@/lib/calendar/words"
import { getPublicDate, listAlso, listDatesOf } from "@/lib/events/queries"
import { say } from "@/lib/words"
import { AnyFrame } from "../../../../_parts/any-frame"
import { AlsoForYou } from "../../../_parts/also-for-you"
import { CourseDates } from "../../../_parts/public-event"
import { bookForm } from "../../../actions"

/** Where anybody books places at one date of a public event. */
export default async function BookPage(props: PageProps) {
  const { frame, face, read } = await visitAny(props, async (ctx, _query, { id = "", dateId = "" }) => ({
    ...(await getPublicDate(ctx, id, dateId)),
    also: await listAlso(ctx, id),
    dates: await listDatesOf(ctx, id),
    person: personOf(ctx.actor),
    now: ctx.now,
  }))
  const { event, date, dates, also, person, now } = read
  const { slug, name } = face
  const full = date.free === 0
  const shut = date.cancelledAt !== null || date.startsAt <= now
  const title = full ? say("Join the waiting list") : say("Book a place")
  return (
    <AnyFrame {...{ frame, face }} at="events" title={say("{title}: {event}", { title, event: event.title })}>
      <BackLink href={`/${slug}/events/${event.id}`}>{event.title}</BackLink>
      <h1>{title}</h1>
      <p className="max-w-2xl text-lg">
        <strong>{event.title}</strong>
        {date.whole ? null : (
          <>
            <br />
            {whenInWords(date)}
            {date.place ? (
              <>
                <br />
                {date.place}
              </>
            ) : null}
          </>
        )}
      </p>
      {date.whole ? (
        <CourseDates dates={dates.filter(({ startsAt, cancelledAt }) => startsAt > now && !cancelledAt)} />
      ) : null}
      {shut ? (
        <p>
          {date.cancelledAt
            ? say("This date has been cancelled.")
            : say("This date has begun, so it can’t be booked any more.")}
        </p>
      ) : (
        <>
          {full ? (
            <p className="max-w-2xl">
              {say(
                "All places are taken. If one becomes free, we’ll email whoever is next on the list and keep it for them for a while.",
              )}
            </p>
          ) : null}
          <Form
            action={bookForm}
            submit={title}
            values={
              person ? { name: person.name, email: person.email, group: person.groups[0]?.name ?? "" } : {}
            }
            className="max-w-2xl"
          >
            <input type="hidden" name="lio" value={slug} />
            <input type="hidden" name="eventId" value={event.id} />
            <input type="hidden" name="dateId" value={date.id} />
            <TextField name="name" label={say("Your name")} width="md" autoComplete="name" />
            <TextField
              name="email"
              label={say("Your email address")}
              hint={say("We’ll send you a confirmation, with a link to change or cancel your booking")}
              type="email"
              width="md"
              autoComplete="email"
            />
            <TextField
              name="group"
              label={say("Your group")}
              width="md"
              autoComplete="organization"
              optional
            />
            <TextArea
              name="colleagues"
              label={say("Colleagues who are coming too")}
              hint={say("One name on each line, five at most")}
              rows={2}
              optional
            />
            <TextField
              name="access"
              label={say("Is there anything you need to take part?")}
              hint={say("Such as a hearing loop, step-free access or large print")}
              optional
            />
            <TextField name="food" label={say("Is there anything you can’t eat?")} optional />
            <div className="hidden">
              <TextField name="company" label={say("Leave this empty")} autoComplete="off" optional />
            </div>
            <p className="text-soft">
              {say(
                "Only the people who run the event see this. What you need to take part is deleted a month afterwards.",
              )}
            </p>
          </Form>
          <p className="text-soft">{say("The event is run by {name}.", { name })}</p>
        </>
      )}
      <AlsoForYou lio={slug} dates={also} />
    </AnyFrame>
  )
}
