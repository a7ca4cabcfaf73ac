import "server-only"
import { and, isNull, lte, or, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { groups } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure } from "../../errors"
import { mayKeepGroups } from "../policy"

/** Says when groups were last spoken to, and by whom; a later contact stays. */
export async function noteContact(ctx: Ctx, contact: { groupIds: string[]; on: string; by: string }) {
  ensure(mayKeepGroups(ctx.actor))
  if (contact.groupIds.length === 0) return
  await ctx.tx
    .update(groups)
    .set({ lastContactOn: contact.on, lastContactBy: contact.by })
    .where(
      and(
        isOneOf(groups.id, contact.groupIds),
        or(isNull(groups.lastContactOn), lte(groups.lastContactOn, contact.on)),
      ),
    )
}

/**
 * Takes a contact of a day back: the last one is then that of the sessions that stand, or what was known before there
 * were any (kept in the log by the session that came after it).
 */
export async function takeBackContact(ctx: Ctx, contact: { groupIds: string[]; on: string }) {
  ensure(mayKeepGroups(ctx.actor))
  await ctx.tx.execute(sql`
    update groups g set (last_contact_on, last_contact_by) = (
      select day, who from (
        select s."on" as day, p.name as who from session_groups sg
          join sessions s on s.id = sg.session_id and s.undone_at is null
          join people p on p.id = s.by_person_id
          where sg.group_id = g.id
        union all
        select (e."from" #>> array['contact', g.id::text, 'on'])::date, e."from" #>> array['contact', g.id::text, 'by']
          from events e where e.group_id = g.id and e.what = 'session.recorded'
      ) known where day is not null order by day desc limit 1)
    where g.id = any (${sql.param(contact.groupIds)}::uuid[]) and g.last_contact_on = ${contact.on}::date`)
}
