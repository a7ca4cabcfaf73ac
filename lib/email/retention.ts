import { sql } from "drizzle-orm"
import type { Retention } from "../access/retention"
import { say } from "../words"
import { WAITING } from "./sending/reasons"

/** What is kept of emails for a time only. That one went, to whom and when, stays as proof. */
export const retention: Retention[] = [
  {
    what: say("The text of emails, once sent or given up"),
    days: 365,
    clear: async (ctx, before) => {
      const wiped = await ctx.tx.execute(sql`
        update letters l set props = null, html = null, text = null, part = null
        where l.created_at < ${before.toISOString()}::timestamptz and (l.html is not null or l.props is not null)
          and not (${WAITING})`)
      return wiped.count
    },
  },
]
