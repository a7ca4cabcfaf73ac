import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../../access/ctx"
import type { Draft } from "../columns/drafts"

/**
 * Keeps the people named in rows as contacts of their groups, and the first as main contact where there is none.
 * An address makes two people one; without an address, a name that the group has already is not added again.
 */
export async function writePeopleOf(ctx: Ctx, rows: { draft: Draft; groupId: string }[]) {
  const said = rows.flatMap(({ draft, groupId }) =>
    draft.people.map((person) => ({ groupId, id: crypto.randomUUID(), ...person })),
  )
  if (said.length === 0) return
  const list = sql`json_to_recordset(${JSON.stringify(said)}::json) as d("groupId" uuid, id uuid, name text, email text, phone text)`
  const now = ctx.now.toISOString()
  await ctx.tx.execute(sql`
    insert into people (lio_id, id, name, email, phone, created_at)
    select distinct on (d.email) ${ctx.lio.id}::uuid, d.id, d.name, d.email, d.phone, ${now}::timestamptz from ${list} where d.email is not null
    on conflict (lio_id, email) do nothing`)
  await ctx.tx.execute(sql`
    insert into people (lio_id, id, name, phone, created_at)
    select ${ctx.lio.id}::uuid, d.id, d.name, d.phone, ${now}::timestamptz from ${list} where d.email is null and not exists (
      select from roles r join people p on p.id = r.person_id where r.group_id = d."groupId" and lower(p.name) = lower(d.name))`)
  await ctx.tx.execute(sql`
    insert into roles (lio_id, person_id, group_id, role, created_at)
    select distinct on (p.id, d."groupId") ${ctx.lio.id}::uuid, p.id, d."groupId", 'contact', ${now}::timestamptz
    from ${list} join people p on (d.email is not null and p.email = d.email) or (d.email is null and p.id = d.id)
    where not exists (select from roles r where r.person_id = p.id and r.group_id = d."groupId")`)
  await ctx.tx.execute(sql`
    update groups g set main_contact_id = r.person_id from (
      select distinct on (group_id) group_id, person_id from roles where role = 'contact' order by group_id, created_at) r
    where r.group_id = g.id and g.main_contact_id is null and g.id in (select d."groupId" from ${list})`)
}
