import { sql } from "drizzle-orm"
import type { Ctx } from "../access/ctx"
import type { Retention } from "../access/retention"
import { say } from "../words"

/** Removed files go with what they hold, unless another file holds the same. */
async function clearRemoved({ tx }: Ctx, before: Date): Promise<number> {
  const [gone] = await tx.execute<{ count: number }>(sql`
    with gone as (
      delete from files where removed_at < ${before.toISOString()}::timestamptz returning digest, small_digest)
    select count(*)::int as count from gone`)
  if (!gone?.count) return 0
  await tx.execute(sql`
    with loose as (
      delete from file_contents c where not exists (select from files f where f.digest = c.digest or f.small_digest = c.digest)
      returning digest)
    delete from file_pieces p using loose where p.digest = loose.digest`)
  return gone.count
}

/** What is kept of files for a time only. */
export const retention: Retention[] = [
  { what: say("Files that were removed"), days: 30, clear: clearRemoved },
]
