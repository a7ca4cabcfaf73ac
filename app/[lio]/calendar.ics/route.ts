import { calendar } from "@/app/_http/calendar"
import { routePublic } from "@/app/_http/route"
import { listPublicEntries } from "@/lib/calendar/feeds/queries"

/** All that is public in the calendar of an LIO, for other calendars. */
export const GET = routePublic({
  work: async (ctx) => ({ name: ctx.lio.name, entries: await listPublicEntries(ctx) }),
  answer: ({ name, entries }) => calendar(name, entries),
})
