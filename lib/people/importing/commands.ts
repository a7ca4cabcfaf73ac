import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"

/** Somebody whom a list names in a group; `id` is theirs if they turn out to be new. */
export type ImportedPerson = {
  groupId: string
  id: string
  name: string
  email: string | null
  phone: string | null
}

const inJson = (people: ImportedPerson[]) =>
  sql`json_to_recordset(${JSON.stringify(people)}::json) as d("groupId" uuid, id uuid, name text, email text, phone text)`

/**
 * Keeps people whom a list names. An address makes two people one: somebody of the group who had none gets it. Without
 * an address, a name that the group has already is not added again. Gives who got an address by it, and in which group.
 */
export async function keepImportedPeople(ctx: Ctx, people: ImportedPerson[]) {
  if (people.length === 0) return []
  const [list, now] = [inJson(people), sql`${ctx.now.toISOString()}::timestamptz`]
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
  return addressed
}

/** Takes from people the addresses that an import gave them in these groups, unless somebody has changed them since. */
export async function takeBackAddresses(ctx: Ctx, importId: string, groupIds: string[]) {
  await ctx.tx.execute(sql`
    update people p set email = null from events e, jsonb_array_elements_text(e."to"->'made'->'addresses') a(id)
    where e.subject_kind = 'import' and e.subject_id = ${importId} and e.group_id = any (${sql.param(groupIds)}::uuid[]) and p.id = a.id::uuid
      and not exists (select from events l where l.subject_kind = 'person' and l.subject_id = p.id and l.at > e.at)`)
}

/** Deletes people. Whoever is named elsewhere (at a session, in a letter) stays, marked as gone; the others still go. */
export async function letPeopleGo(ctx: Ctx, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  const [people, now] = [sql`any (${sql.param(ids)}::uuid[])`, sql`${ctx.now.toISOString()}::timestamptz`]
  const named = sql`(exists (select from session_people s where s.person_id = p.id) or exists (select from letters l where l.person_id = p.id))`
  await ctx.tx.execute(
    sql`update people p set left_at = ${now} where p.id = ${people} and p.left_at is null and ${named}`,
  )
  await ctx.tx
    .transaction((inner) => inner.execute(sql`delete from people p where p.id = ${people} and not ${named}`))
    .catch(async () => {
      // Something else names one of them: by halves it shows whom.
      const half = Math.ceil(ids.length / 2)
      if (ids.length > 1)
        for (const part of [ids.slice(0, half), ids.slice(half)]) await letPeopleGo(ctx, part)
      else await ctx.tx.execute(sql`update people p set left_at = ${now} where p.id = ${people}`)
    })
}
