import "server-only"
import { type SQL, sql } from "drizzle-orm"
import type { Ctx } from "../../../access/ctx"
import { isHeld } from "../../../access/may"
import { daysAfter } from "../../../days"
import { ensure } from "../../../errors"
import { recordMany } from "../../../journal/commands"
import { say } from "../../../words"

type Cleared = { id: string; name: string; personId: string; version: number }

/** Takes the main contact from every group `g` for which `due` holds; gives these groups. Who may is settled before. */
export async function clearContacts(ctx: Ctx, due: SQL): Promise<{ id: string; name: string }[]> {
  const cleared = await ctx.tx.execute<Cleared>(sql`
    with due as (
      select g.id, g.main_contact_id as "personId" from groups g
      where g.removed_at is null and g.main_contact_id is not null and ${due} order by g.id for update)
    update groups g set main_contact_id = null, version = g.version + 1, updated_at = ${ctx.now.toISOString()}::timestamptz
    from due where g.id = due.id
    returning g.id, g.name, due."personId", g.version`)
  await recordMany(ctx, {
    what: "group.changed",
    summary: say("There is no main contact any more"),
    groups: cleared.map(({ id, personId, version }) => ({
      groupId: id,
      from: { mainContactId: personId },
      to: { mainContactId: null, version },
    })),
  })
  return cleared.map(({ id, name }) => ({ id, name }))
}

/** Where a role ended on a day that was set before: its person is the main contact no more. For the daily job. */
export async function clearEndedContacts(ctx: Ctx): Promise<number> {
  ensure(ctx.actor.kind === "system")
  const its = sql`from roles r where r.group_id = g.id and r.person_id = g.main_contact_id`
  const cleared = await clearContacts(
    ctx,
    sql`exists (select ${its} and r.ended_on between ${daysAfter(ctx.today, -7)}::date and ${ctx.today}::date)
      and not exists (select ${its} and ${isHeld(ctx)})`,
  )
  return cleared.length
}
