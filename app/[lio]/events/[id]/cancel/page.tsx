import { type PageProps, visit } from "@/app/_http/visit"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { mayKeepEvents } from "@/lib/events/policy"
import { getEvent, listDatesOf } from "@/lib/events/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { CancelForm } from "../../_parts/cancel-form"
import { cancelEventForm } from "../../actions"

/** Cancels an event with all its dates to come. */
export default async function CancelEvent(props: PageProps) {
  const [frame, { event, dates, now }] = await visit(props, async (ctx, _query, { id = "" }) => {
    ensure(mayKeepEvents(ctx.actor))
    const [event, dates] = await Promise.all([getEvent(ctx, id), listDatesOf(ctx, id)])
    return { event, dates, now: ctx.now }
  })
  const lio = frame.lio.slug
  const back = `/${lio}/events/${event.id}`
  const coming = dates.filter(({ startsAt, cancelledAt }) => startsAt > now && !cancelledAt)
  return (
    <Frame {...frame} title={say("Cancel: {title}", { title: event.title })} at="events">
      <BackLink href={back}>{event.title}</BackLink>
      <h1>{event.rule ? say("Cancel the whole series?") : say("Cancel this event?")}</h1>
      <CancelForm
        {...{ lio, back, id: event.id }}
        action={cancelEventForm}
        submit={event.rule ? say("Cancel all dates to come") : say("Cancel the event")}
        booked={coming.reduce((sum, { booked, offered, waiting }) => sum + booked + offered + waiting, 0)}
      />
    </Frame>
  )
}
