import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../../access/ctx"
import { enqueue } from "../../../jobs/commands"
import { leaveForStaff, settleForStaff } from "../../../tasks/commands"
import { whereIs } from "../../../tasks/words"
import { say } from "../../../words"
import { waitsForCheck } from "../queries"

/** Where staff check what groups put up; the task to do so ends with it. */
const whereToCheck = (electionId: string) => whereIs(`partnerships/elections/${electionId}`)

/** Has the clock look at once whether nominations wait to be checked: whoever takes part by a link reads and ends no task. */
export const askForCheck = (ctx: Ctx, id: string) =>
  enqueue(ctx, "move-election", { id }, { key: `move-election:check:${id}` })

/**
 * Leaves staff one task to check the nominations of an election while any waits, and ticks it off once none does. One that they
 * ticked off themselves comes back only with the next nomination.
 */
export async function keepCheckTask(ctx: Ctx, { id, title }: { id: string; title: string }) {
  const where = whereToCheck(id)
  const [row] = await ctx.tx.execute<{ waiting: number; left: boolean }>(sql`
    select w.waiting, exists (select from tasks t where right(t.what, ${where.length}) = ${where}
      and (t.done_at is null and t.dropped_at is null or t.created_at >= w.since)) as left
    from (select count(*)::int as waiting, max(greatest(n.agreed_at, e.nominations_closed_at,
        (select max(d.endorsed_at) from endorsements d where d.nomination_id = n.id))) as since
      from nominations n join elections e on e.id = n.election_id where e.id = ${id}::uuid and ${waitsForCheck}) w`)
  if (!row?.waiting) return settleForStaff(ctx, where)
  if (!row.left)
    await leaveForStaff(ctx, [{ what: say("Check the nominations for “{title}” {where}", { title, where }) }])
}
