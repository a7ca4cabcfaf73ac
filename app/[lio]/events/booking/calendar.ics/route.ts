import { calendar } from "@/app/_http/calendar"
import { routeOutside } from "@/app/_http/route"
import { getBookedEntries } from "@/lib/events/booking/queries"

/** The date of a booking, for the calendar of whoever has its link. */
export const GET = routeOutside({}, async ({ params: { lio = "" }, query }) => {
  const { title, entries } = await getBookedEntries({ lio, key: query.get("key") ?? "" })
  return calendar(title, entries, { own: true })
})
