import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import type { Draft } from "../columns/drafts"

type Named = { id: string; groupId: string; main: boolean; seq: number }

/** Whom to ask for in each group: who is named as that, or else first. */
function firstOf(named: Iterable<Named>): Named[] {
  const best = new Map<string, Named>()
  for (const one of named) {
    const other = best.get(one.groupId)
    if (
      !other ||
      Number(one.main) - Number(other.main) > 0 ||
      (one.main === other.main && one.seq < other.seq)
    )
      best.set(one.groupId, one)
  }
  return [...best.values()]
}

/**
 * Keeps the people named in rows, with their roles, and a contact as main contact where there is none.
 * An address makes two people one; without an address, a name that the group has already is not added again.
 * Gives who of a group's people got an address by it, and who became the main contact of which group.
 */
export async function writePeopleOf(
  ctx: Ctx,
  rows: { draft: Draft; groupId: string }[],
): Promise<{ addressed: { groupId: string; what: string }[]; contacts: Map<string, string> }> {
  const ids = new Map<string, string>()
  const said = rows.flatMap(({ draft, groupId }) =>
    draft.people.map((person) => {
      // Who is named twice without an address, as chair and as secretary, is one person.
      const key = `${groupId} ${person.email ?? person.name.toLowerCase()}`
      const id = ids.get(key) ?? crypto.randomUUID()
      ids.set(key, id)
      return { groupId, id, main: false, ...person, seq: ids.size }
    }),
  )
  if (said.length === 0) return { addressed: [], contacts: new Map() }
  const list = sql`json_to_recordset(${JSON.stringify(said)}::json) as d("groupId" uuid, id uuid, name text, email text, phone text, role text, title text, main boolean, seq int)`
  const now = sql`${ctx.now.toISOString()}::timestamptz`
  const addressed = await ctx.tx.execute<{ groupId: string; what: string }>(sql`
    update people p set email = w.email, phone = coalesce(p.phone, w.phone) from (
      select distinct on (d.email) d."groupId", d.email, d.phone, q.id from ${list}
      join roles r on r.group_id = d."groupId" join people q on q.id = r.person_id and q.email is null and lower(q.name) = lower(d.name)
      where d.email is not null and q.left_at is null and not exists (select from people o where o.email = d.email)
        and not exists (select from staff s where s.person_id = q.id) and r.speaks is null) w
    where p.id = w.id and p.email is null returning w."groupId", p.id as what`)
  await ctx.tx.execute(sql`
    insert into people (lio_id, id, name, email, phone, created_at)
    select distinct on (d.email) ${ctx.lio.id}::uuid, d.id, d.name, d.email, d.phone, ${now} from ${list} where d.email is not null
    on conflict (lio_id, email) do nothing`)
  await ctx.tx.execute(sql`
    insert into people (lio_id, id, name, phone, created_at)
    select distinct on (d."groupId", lower(d.name)) ${ctx.lio.id}::uuid, d.id, d.name, d.phone, ${now} from ${list}
    where d.email is null and not exists (
      select from roles r join people p on p.id = r.person_id where r.group_id = d."groupId" and lower(p.name) = lower(d.name))`)
  const who = sql`(
      select p.id, d."groupId", d.role, d.title, d.main, d.seq from ${list} join people p on p.email = d.email where d.email is not null
      union all
      select p.id, d."groupId", d.role, d.title, d.main, d.seq from ${list} join people p on p.id = d.id where d.email is null
      union all
      select p.id, d."groupId", d.role, d.title, d.main, d.seq from ${list} join roles r on r.group_id = d."groupId"
        join people p on p.id = r.person_id and lower(p.name) = lower(d.name) and p.left_at is null where d.email is null)`
  await ctx.tx.execute(sql`
    insert into roles (lio_id, person_id, group_id, role, title, created_at)
    select distinct on (w.id, w."groupId", w.role) ${ctx.lio.id}::uuid, w.id, w."groupId", w.role, w.title, ${now} from ${who} w
    where not exists (select from roles r where r.person_id = w.id and r.group_id = w."groupId" and (r.role = w.role or w.role = 'contact'))`)
  const named = await ctx.tx.execute<Named>(sql`select w.id, w."groupId", w.main, w.seq from ${who} w`)
  const first = JSON.stringify(firstOf(named))
  const contacts = await ctx.tx.execute<{ groupId: string; personId: string }>(sql`
    update groups g set main_contact_id = coalesce((
        select r.person_id from roles r where r.group_id = g.id and r.ended_on is null and r.created_at < ${now}
          and (r.role = 'contact' or not d.main) order by (r.role = 'contact') desc, r.created_at limit 1), d.id)
    from json_to_recordset(${first}::json) as d("groupId" uuid, id uuid, main boolean)
    where g.id = d."groupId" and g.main_contact_id is null
    returning g.id as "groupId", g.main_contact_id as "personId"`)
  return { addressed: [...addressed], contacts: new Map(contacts.map((one) => [one.groupId, one.personId])) }
}
