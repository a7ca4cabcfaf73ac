import { lt } from "drizzle-orm"
import { drafts } from "@/db/schema"
import type { Retention } from "../access/retention"
import { say } from "../words"

/** What was begun and is kept for a time only. */
export const retention: Retention[] = [
  {
    what: say("Drafts of forms that were never sent"),
    days: 90,
    clear: async (ctx, before) => (await ctx.tx.delete(drafts).where(lt(drafts.savedAt, before))).count,
  },
]
