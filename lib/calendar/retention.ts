import { sql } from "drizzle-orm"
import { calendarAnswers } from "@/db/schema"
import { ERASED } from "@/db/vocabulary"
import type { Retention } from "../access/retention"
import { say } from "../words"

/** What is kept of answers for a time only, counted from when the date was over. That somebody came is kept. */
export const retention: Retention[] = [
  {
    what: say("Names and addresses of people who booked an event"),
    days: 730,
    clear: async (ctx, before) =>
      (
        await ctx.tx
          .update(calendarAnswers)
          .set({ name: ERASED, email: null, groupName: null })
          .where(sql`
          ${calendarAnswers.name} <> ${ERASED} and ${calendarAnswers.occurrenceId} in (
            select o.id from calendar_occurrences o where o.ends_at < ${before.toISOString()}::timestamptz)`)
      ).count,
  },
]
