import { columnsInSight } from "@/app/_http/kept-columns"
import { type PageProps, visitAny } from "@/app/_http/visit"
import { listOwnBookings } from "@/lib/events/booking/queries"
import { eventList } from "@/lib/events/list/filters"
import { countEventDates, listEventDates } from "@/lib/events/list/queries"
import { mayKeepEvents, maySeeAllEvents } from "@/lib/events/policy"
import { listPublicDates } from "@/lib/events/queries"
import { readList } from "@/lib/lists/input"
import { openList } from "@/lib/views/queries"
import { say } from "@/lib/words"
import { AnyFrame } from "../_parts/any-frame"
import { PublicList } from "./_parts/public-list"
import { StaffList } from "./_parts/staff-list"

/** Events and training: all of them for staff; for everybody else what they may book. */
export default async function Events(props: PageProps) {
  const { frame, face, read } = await visitAny(props, async (ctx, query) => {
    if (!maySeeAllEvents(ctx.actor) || query.as === "public") {
      const [dates, own] = await Promise.all([listPublicDates(ctx), listOwnBookings(ctx)])
      return { dates, own }
    }
    const listing = readList(eventList, query)
    const [rows, total, head, cols] = await Promise.all([
      listEventDates(ctx, listing),
      countEventDates(ctx, listing),
      openList(ctx, eventList, listing, query.view),
      columnsInSight(eventList, listing, query),
    ])
    return { rows, total, head, cols, keeps: mayKeepEvents(ctx.actor) }
  })
  return (
    <AnyFrame
      {...{ frame, face }}
      title={say("Events and training")}
      at="events"
      found={{
        about: say("Courses and events for voluntary groups from {lio}.", { lio: face.name }),
        path: `/${face.slug}/events`,
      }}
    >
      {read.rows ? (
        <StaffList lio={face.slug} {...read} />
      ) : (
        <PublicList lio={face} dates={read.dates} own={read.own} known={frame !== null} />
      )}
    </AnyFrame>
  )
}
