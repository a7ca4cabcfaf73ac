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

/** Whether a letter that cannot be stopped, and that somebody therefore waits for, has not been tried yet. */
export async function hasUrgent(ctx: Ctx): Promise<boolean> {
  const [row] = await ctx.tx.execute<{ yes: boolean }>(sql`
    select exists (select from letters l where ${WAITING} and l.stream = 'service' and l.attempts = 0) as yes`)
  return row?.yes ?? false
}
