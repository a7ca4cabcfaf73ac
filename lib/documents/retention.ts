import { sql } from "drizzle-orm"
import type { Ctx } from "../access/ctx"
import type { Retention } from "../access/retention"
import { say } from "../words"

/** They are made again when somebody asks. */
async function clearMade({ tx }: Ctx, before: Date): Promise<number> {
  const [gone] = await tx.execute<{ count: number }>(sql`
    with gone as (delete from made_documents where asked_at < ${before.toISOString()}::timestamptz returning 1)
    select count(*)::int as count from gone`)
  return gone?.count ?? 0
}

/** What is kept of documents for a time only. */
export const retention: Retention[] = [
  {
    what: say("PDF and Word files made of guides, which are made again when needed"),
    days: 90,
    clear: clearMade,
  },
]
