import { type PageProps, visitAny } from "@/app/_http/visit"
import { getFeedback } from "@/lib/events/feedback/queries"
import { mayKeepEvents, maySeeAllEvents } from "@/lib/events/policy"
import { getEvent, getPublicEvent, listAlso, listDatesOf } from "@/lib/events/queries"
import { listFiles } from "@/lib/files/queries"
import { say } from "@/lib/words"
import { AnyFrame } from "../../_parts/any-frame"
import { toldIn } from "../../files/_parts/files-of"
import { PublicEvent } from "../_parts/public-event"
import { StaffEvent } from "../_parts/staff-event"

/** One event: for staff with its dates and who booked; for everybody else what it is and how to book. */
export default async function Event(props: PageProps) {
  const { frame, face, read } = await visitAny(props, async (ctx, query, { id = "" }) => {
    const { now, today } = ctx
    if (!maySeeAllEvents(ctx.actor) || query.as === "public") {
      const [shown, dates, also] = await Promise.all([
        getPublicEvent(ctx, id),
        listDatesOf(ctx, id),
        listAlso(ctx, id),
      ])
      return { shown, dates, also, now }
    }
    const [event, dates, materials] = await Promise.all([
      getEvent(ctx, id),
      listDatesOf(ctx, id),
      listFiles(ctx, "event", id),
    ])
    const told = toldIn(query)
    const feedback = event.whole ? await getFeedback(ctx, id, null) : null
    return {
      event,
      dates,
      materials: { ...materials, told },
      feedback,
      keeps: mayKeepEvents(ctx.actor),
      now,
      today,
    }
  })
  const lio = face.slug
  const { title } = read.event ?? read.shown
  return (
    <AnyFrame
      {...{ frame, face, title }}
      at="events"
      found={{
        about: say("{title}: an event of {lio}.", { title, lio: face.name }),
        path: `/${lio}/events/${(read.event ?? read.shown).id}`,
      }}
    >
      {read.event ? (
        <StaffEvent {...{ lio, ...read }} />
      ) : (
        <PublicEvent {...{ lio, ...read }} event={read.shown} />
      )}
    </AnyFrame>
  )
}
