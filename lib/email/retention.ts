import { sql } from "drizzle-orm"
import type { Retention } from "../access/retention"

/** What is kept of emails for a time only. That one went, to whom and when, stays as proof. */
export const emailRetention: Retention[] = [
  {
    what: "The words of emails that have gone, or will not go",
    days: 365,
    clear: async (ctx, before) => {
      const wiped = await ctx.tx.execute(sql`
        update letters set props = null, html = null, text = null, part = null
        where created_at < ${before.toISOString()}::timestamptz and (html is not null or props is not null)
          and (sent_at is not null or failed_at is not null or skipped is not null or uncertain_at is not null)`)
      return wiped.count
    },
  },
]
