import { calendar } from "@/app/_http/calendar"
import { routeOutside } from "@/app/_http/route"
import { byCalendarLink } from "@/lib/calendar/feeds/queries"

/** Somebody's own calendar, for whoever has its address. */
export const GET = routeOutside({ says: "json" }, async ({ params: { lio = "" }, query }) => {
  const { name, entries } = await byCalendarLink({ lio, key: query.get("key") ?? "" })
  return calendar(name, entries, { own: true })
})
