import { lt } from "drizzle-orm"
import { dailyLetters } from "@/db/schema"
import type { Retention } from "../access/retention"
import { say } from "../words"

/** What is kept of daily letters for a time only. */
export const retention: Retention[] = [
  {
    what: say("Who was sent their tasks and events for the day"),
    days: 30,
    clear: async (ctx, before) =>
      (await ctx.tx.delete(dailyLetters).where(lt(dailyLetters.madeAt, before))).count,
  },
]
