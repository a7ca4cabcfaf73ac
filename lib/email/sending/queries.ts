import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { WAITING } from "./reasons"

/** How many letters could be tried now. */
export async function countDue(ctx: Ctx): Promise<number> {
  const now = sql`${ctx.now.toISOString()}::timestamptz`
  const [row] = await ctx.tx.execute<{ due: number }>(sql`
    select count(*)::int as due from letters l
    where ${WAITING} and coalesce(l.claimed_until, l.next_try_at, ${now}) <= ${now}`)
  return row?.due ?? 0
}
