import { tableFile } from "@/app/_http/list-file"
import { attendeesAsTable } from "@/lib/events/export/queries"

/** Everybody who has booked a date or waits for a place. */
export const GET = tableFile("bookings", (ctx, { params: { id = "", dateId = "" } }) =>
  attendeesAsTable(ctx, id, dateId),
)
