import { lt } from "drizzle-orm"
import { enquiries } from "@/db/schema"
import type { Retention } from "../access/retention"
import { say } from "../words"

/** What is kept of enquiries for a time only, counted from when they were dealt with. */
export const retention: Retention[] = [
  {
    what: say("Enquiries that were dealt with"),
    days: 365,
    clear: async (ctx, before) => (await ctx.tx.delete(enquiries).where(lt(enquiries.doneAt, before))).count,
  },
]
