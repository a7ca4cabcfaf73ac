import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../../access/ctx"
import { keepImportedPeople, letPeopleGo } from "../../../people/importing/commands"
import { listUnheld } from "../../../people/importing/queries"

/** Somebody whom a list names, with what they are in the group. `main`: named as whom to ask for. */
type Named = {
  name: string
  email: string | null
  phone: string | null
  role: string
  title?: string
  main?: boolean
}
type Found = { id: string; groupId: string; main: boolean; seq: number }

/** Whom to ask for in each group: who is named as that, or else first. */
function firstOf(named: Iterable<Found>): Found[] {
  const best = new Map<string, Found>()
  for (const one of [...named].sort((a, b) => Number(b.main) - Number(a.main) || a.seq - b.seq))
    if (!best.has(one.groupId)) best.set(one.groupId, one)
  return [...best.values()]
}

/**
 * Keeps the people whom a list names in groups, with their roles, and a main contact where there is none. Gives who of a
 * group's people got an address by it, and who became the main contact of which group.
 */
export async function importPeople(ctx: Ctx, groups: { groupId: string; people: Named[] }[]) {
  const ids = new Map<string, string>()
  const listed = groups.flatMap(({ groupId, people }) =>
    people.map((person) => {
      // Who is named twice without an address, as chair and as secretary, is one person.
      const key = `${groupId} ${person.email ?? person.name.toLowerCase()}`
      const id = ids.get(key) ?? crypto.randomUUID()
      ids.set(key, id)
      return { groupId, id, main: false, ...person, seq: ids.size }
    }),
  )
  if (listed.length === 0) return { addressed: [], contacts: new Map<string, string>() }
  const addressed = await keepImportedPeople(ctx, listed)
  const list = sql`json_to_recordset(${JSON.stringify(listed)}::json) as d("groupId" uuid, id uuid, name text, email text, role text, title text, main boolean, seq int)`
  const now = sql`${ctx.now.toISOString()}::timestamptz`
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
  const first = firstOf(
    await ctx.tx.execute<Found>(sql`select w.id, w."groupId", w.main, w.seq from ${who} w`),
  )
  const contacts = await ctx.tx.execute<{ groupId: string; personId: string }>(sql`
    update groups g set main_contact_id = coalesce((
        select r.person_id from roles r where r.group_id = g.id and r.ended_on is null and r.created_at < ${now}
          and (r.role = 'contact' or not d.main) order by (r.role = 'contact') desc, r.created_at limit 1), d.id)
    from json_to_recordset(${JSON.stringify(first)}::json) as d("groupId" uuid, id uuid, main boolean)
    where g.id = d."groupId" and g.main_contact_id is null
    returning g.id as "groupId", g.main_contact_id as "personId"`)
  return { addressed, contacts: new Map(contacts.map((one) => [one.groupId, one.personId])) }
}

/** Takes from groups the roles that an import of that moment gave, and from people who are to go whatever names them as contact. */
export async function takeBackRoles(ctx: Ctx, at: Date, groupIds: string[]) {
  await ctx.tx.execute(sql`
    delete from roles r where r.created_at = ${at.toISOString()}::timestamptz and r.group_id = any (${sql.param(groupIds)}::uuid[]) and r.speaks is null`)
  const gone = await listUnheld(ctx, at)
  await ctx.tx.execute(
    sql`update groups set main_contact_id = null where main_contact_id = any (${sql.param(gone)}::uuid[])`,
  )
  await letPeopleGo(ctx, gone)
}
