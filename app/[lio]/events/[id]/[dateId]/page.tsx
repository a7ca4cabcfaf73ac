import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { ExportMenu } from "@/app/_ui/export-links"
import { TextArea, TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { Tag } from "@/app/_ui/tag"
import { whenInWords } from "@/lib/calendar/words"
import { listAttendees } from "@/lib/events/booking/queries"
import { getFeedback } from "@/lib/events/feedback/queries"
import { mayKeepEvents } from "@/lib/events/policy"
import { getEventDate } from "@/lib/events/queries"
import { say, sayCount } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { Attendees } from "../../_parts/attendees"
import { FeedbackSaid } from "../../_parts/feedback-said"
import { bookInForm } from "../../actions"

/** One date of an event: who has booked, who waits and what they need. For staff. */
export default async function EventDatePage(props: PageProps) {
  const [frame, { event, date, people, feedback, keeps, now }] = await visit(
    props,
    async (ctx, _query, { id = "", dateId = "" }) => {
      const [{ event, date }, people, feedback] = await Promise.all([
        getEventDate(ctx, id, dateId),
        listAttendees(ctx, dateId),
        getFeedback(ctx, id, dateId),
      ])
      return { event, date, people, feedback, keeps: mayKeepEvents(ctx.actor), now: ctx.now }
    },
  )
  const lio = frame.lio.slug
  const at = `/${lio}/events/${event.id}/${date.id}`
  const coming = date.startsAt > now && !date.cancelledAt
  const came = say("{came} of {booked} came.", { came: date.came, booked: date.booked })
  const count = sayCount(date.booked, {
    one: "{count} person is coming.",
    other: "{count} people are coming.",
  })
  const waiting = date.waiting + date.offered
  return (
    <Frame {...frame} title={say("{title}: bookings", { title: event.title })} at="events">
      <BackLink href={`/${lio}/events/${event.id}`}>
        {event.rule ? say("About this event and its other dates") : say("About this event")}
      </BackLink>
      <div className="title-row">
        <h1>{event.title}</h1>
        {keeps && !date.cancelledAt ? (
          <div className="flex flex-wrap gap-3">
            <ButtonLink href={`${at}/attendance`} kind={coming ? "secondary" : undefined}>
              {say("Note who came")}
            </ButtonLink>
            {coming && event.rule ? (
              <>
                <ButtonLink href={`${at}/move`} kind="secondary">
                  {say("Move this date")}
                </ButtonLink>
                <ButtonLink href={`${at}/cancel`} kind="secondary">
                  {say("Cancel this date")}
                </ButtonLink>
              </>
            ) : null}
          </div>
        ) : null}
      </div>
      <p className="text-lg font-semibold">{whenInWords(date)}</p>
      {date.place ? <p>{date.place}</p> : null}
      {event.whole ? (
        <p className="max-w-2xl">
          {say("This is one date of a course: whoever books gets a place on all the dates still to come.")}
        </p>
      ) : null}
      {date.cancelledAt ? (
        <p>
          <Tag tone="problem">{say("Cancelled")}</Tag> {date.cancelledReason}
        </p>
      ) : null}
      <p>
        {date.came + date.missed > 0
          ? came
          : date.capacity === null
            ? count
            : say("{count} There are {capacity} places.", { count, capacity: date.capacity })}{" "}
        {waiting > 0
          ? sayCount(waiting, { one: "{count} person is waiting.", other: "{count} people are waiting." })
          : ""}
      </p>
      {people.length > 0 ? <ExportMenu place={{ path: at, query: {} }} /> : null}
      <Attendees {...{ lio, at, people, keeps }} coming={coming} />
      {date.endsAt <= now && !date.cancelledAt && feedback.asks && feedback.asked > 0 ? (
        <FeedbackSaid feedback={feedback} />
      ) : null}
      {keeps && coming && event.publishedAt ? (
        <>
          <h2>{say("Book somebody in")}</h2>
          <Form
            action={bookInForm}
            lio={lio}
            submit={say("Book them in")}
            kind="secondary"
            className="max-w-2xl"
            id="book"
          >
            <input type="hidden" name="dateId" value={date.id} />
            <TextField name="name" label={say("Name")} width="md" />
            <TextField
              name="email"
              label={say("Email address")}
              hint={say("With an address they get a confirmation and a reminder")}
              type="email"
              width="md"
              optional
            />
            <TextField name="group" label={say("Group")} width="md" optional />
            <TextArea
              name="colleagues"
              label={say("Colleagues who are coming too")}
              hint={say("One name on each line")}
              rows={2}
              optional
            />
            <TextField name="access" label={say("Access needs")} optional />
            <TextField name="food" label={say("Food needs")} optional />
          </Form>
        </>
      ) : null}
    </Frame>
  )
}
