import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../access/ctx"
import type { JobName, Jobs } from "./job"

/**
 * Puts a job into the queue in the transaction of the fact it belongs to. `key`: a second one with it replaces the first.
 * `inTurn`: never two of this kind at once in one LIO.
 */
export async function enqueue<Name extends JobName>(
  ctx: Ctx,
  name: Name,
  told: Jobs[Name],
  when: { runAt?: Date; key?: string; inTurn?: boolean } = {},
) {
  const body = JSON.stringify({ lio: ctx.lio.id, ...told })
  const at = (when.runAt ?? new Date()).toISOString()
  const queue = when.inTurn ? `${name}:${ctx.lio.id}` : null
  await ctx.tx.execute(
    sql`select enqueue(${name}, ${body}::json, ${at}::timestamptz, ${when.key ?? null}, ${queue})`,
  )
}
