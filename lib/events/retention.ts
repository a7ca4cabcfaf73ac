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
        await ctx.tx.delete(bookingNeeds).where(sql`${bookingNeeds.answerId} in (
          select a.id from calendar_answers a join calendar_occurrences o on o.id = a.occurrence_id
          where o.ends_at < ${before.toISOString()}::timestamptz)`)
      ).count,
  },
]
