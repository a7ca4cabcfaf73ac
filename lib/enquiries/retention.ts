import { and, isNull, lt } from "drizzle-orm"
import { enquiries } from "@/db/schema"
import type { Retention } from "../access/retention"
import { say } from "../words"

/** What is kept of enquiries for a time only, counted from when they were dealt with. */
export const retention: Retention[] = [
  {
    what: say("Enquiries that were dealt with and became no group"),
    days: 365,
    clear: async (ctx, before) =>
      (await ctx.tx.delete(enquiries).where(and(lt(enquiries.doneAt, before), isNull(enquiries.groupId))))
        .count,
  },
]
