import { calendar } from "@/app/_http/calendar"
import { routePublic } from "@/app/_http/route"
import { listEntry } from "@/lib/calendar/feeds/queries"
import { getPublicEvent } from "@/lib/events/queries"

/** One public event with all its dates, for other calendars. */
export const GET = routePublic({
  work: async (ctx, _, { params: { id = "" } }) => {
    const { title } = await getPublicEvent(ctx, id)
    return { title, entries: await listEntry(ctx, id) }
  },
  answer: ({ title, entries }) => calendar(title, entries),
})
