import { type PageProps, visit } from "@/app/_http/visit"
import { DateFields } from "@/app/_ui/date-field"
import { TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { whenInWords } from "@/lib/calendar/words"
import { ensure } from "@/lib/errors"
import { mayKeepEvents } from "@/lib/events/policy"
import { getEventDate } from "@/lib/events/queries"
import { clockTimeOf, dayOf, say } from "@/lib/words"
import { Frame } from "../../../../_parts/frame"
import { TimeFields } from "../../../_parts/event-fields"
import { moveDateForm } from "../../../actions"

/** Puts one date of a series on another day, at another time or in another place. */
export default async function MoveDate(props: PageProps) {
  const [frame, { event, date }] = await visit(props, async (ctx, _query, { id = "", dateId = "" }) => {
    ensure(mayKeepEvents(ctx.actor))
    return getEventDate(ctx, id, dateId)
  })
  const lio = frame.lio.slug
  const back = `/${lio}/events/${event.id}/${date.id}`
  return (
    <Frame {...frame} title={say("Move one date: {title}", { title: event.title })} at="events">
      <BackLink href={back}>{whenInWords(date)}</BackLink>
      <h1>{say("Move this date")}</h1>
      <p>{say("Only this date moves. Everyone who booked it gets an email.")}</p>
      <Form
        action={moveDateForm}
        lio={lio}
        values={{
          on: dayOf(date.startsAt, date.zone),
          at: date.allDay ? "" : clockTimeOf(date.startsAt, date.zone),
          ends: date.allDay ? "" : clockTimeOf(date.endsAt, date.zone),
          place: date.place === event.place ? "" : date.place,
        }}
        submit={say("Move the date")}
        secondary={<a href={back}>{say("Cancel")}</a>}
      >
        <input type="hidden" name="id" value={date.id} />
        <DateFields name="on" legend={say("New date")} />
        {date.allDay ? null : <TimeFields />}
        <TextField
          name="place"
          label={say("Another place")}
          hint={
            event.place
              ? say("Leave this empty if it stays at {place}", { place: event.place })
              : say("Leave this empty if the place stays the same")
          }
          optional
        />
      </Form>
    </Frame>
  )
}
