import { type PageProps, visit } from "@/app/_http/visit"
import { DateFields } from "@/app/_ui/date-field"
import { BackLink } from "@/app/_ui/links"
import { endTimeOf } from "@/lib/calendar/input"
import { ensure } from "@/lib/errors"
import { mayKeepEvents } from "@/lib/events/policy"
import { getEvent } from "@/lib/events/queries"
import { themeOptions } from "@/lib/lists/choices/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { LongForm } from "../../../_parts/long-form"
import { AboutFields, BookedAsField, PlaceFields, TimeFields } from "../../_parts/event-fields"
import { changeEventForm } from "../../actions"

/** Says an event better. Those who booked are told of another time or place. */
export default async function EditEvent(props: PageProps) {
  const [frame, { event, themes }] = await visit(props, async (ctx, _query, { id = "" }) => {
    ensure(mayKeepEvents(ctx.actor))
    const [event, themes] = await Promise.all([getEvent(ctx, id), themeOptions(ctx)])
    return { event, themes }
  })
  const at = `/${frame.lio.slug}/events/${event.id}`
  const { title, about, on, place, onlineLink, price, openTo } = event
  return (
    <Frame {...frame} title={say("Change: {title}", { title })} at="events">
      <BackLink href={at}>{title}</BackLink>
      <h1>{say("Change this event")}</h1>
      <p>
        {event.rule
          ? say(
              "A new time or place goes for all dates to come, except those you’ve moved separately. Everyone who booked them gets an email.",
            )
          : say(
              "If you change the date, the time, the place or the link, everyone who booked gets an email.",
            )}
      </p>
      <LongForm
        action={changeEventForm}
        frame={frame}
        values={{
          ...{ title, about, on, place, onlineLink, price },
          at: event.at,
          ends: endTimeOf(event),
          capacity: event.capacity === null ? "" : String(event.capacity),
          audience: openTo,
          bookedAs: event.whole ? "course" : "date",
          termIds: event.themes.map((theme) => theme.id),
        }}
        submit={say("Save changes")}
        secondary={<a href={at}>{say("Cancel")}</a>}
      >
        <input type="hidden" name="id" value={event.id} />
        <AboutFields themes={themes} />
        {event.rule ? null : <DateFields name="on" legend={say("Date")} />}
        <TimeFields optional />
        {event.rule ? <BookedAsField /> : null}
        <PlaceFields />
      </LongForm>
    </Frame>
  )
}
