import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../access/ctx"

/**
 * Puts a job into the queue in the transaction of the fact it belongs to. `key`: a second one with it replaces the first.
 * `inTurn`: never two of this task at once in one LIO.
 */
export async function enqueue(
  ctx: Ctx,
  task: string,
  payload: Record<string, unknown>,
  when: { runAt?: Date; key?: string; inTurn?: boolean } = {},
) {
  const body = JSON.stringify({ lio: ctx.lio.id, ...payload })
  const at = (when.runAt ?? new Date()).toISOString()
  const queue = when.inTurn ? `${task}:${ctx.lio.id}` : null
  await ctx.tx.execute(
    sql`select enqueue(${task}, ${body}::json, ${at}::timestamptz, ${when.key ?? null}, ${queue})`,
  )
}
