import { lt } from "drizzle-orm"
import { submissions } from "@/db/schema"
import type { Retention } from "../access/retention"
import { say } from "../words"

/** What is kept of forms for a time only. What they changed stays in the history. */
export const retention: Retention[] = [
  {
    what: say("Keys of forms that were sent, so that none is saved twice"),
    days: 30,
    clear: async (ctx, before) =>
      (await ctx.tx.delete(submissions).where(lt(submissions.createdAt, before))).count,
  },
]
