import { sql } from "drizzle-orm"
import { bookingNeeds } from "@/db/schema"
import type { Retention } from "../access/retention"
import { say } from "../words"

/** What is kept of bookings for a time only, counted from when the event was over. */
export const retention: Retention[] = [
  {
    what: say("Access and food needs of people who booked an event"),
    days: 30,
    clear: async (ctx, before) =>
      (
        await ctx.tx.delete(bookingNeeds).where(sql`not exists (
          select from calendar_answers a join calendar_occurrences o on o.id = a.occurrence_id
          where (a.id = ${bookingNeeds.answerId} or a.whole_id = ${bookingNeeds.answerId}) and o.ends_at >= ${before.toISOString()}::timestamptz)`)
      ).count,
  },
]
