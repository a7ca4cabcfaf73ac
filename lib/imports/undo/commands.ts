import "server-only"
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm"
import { imports } from "@/db/schema"
import { type Ctx, personOf } from "../../access/ctx"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { KEPT } from "../columns/kept"
import { mayImport } from "../policy"
import { takeBackSizes } from "../sizes/commands"
import { takeBackWords } from "../writing/words"
import { isWork } from "./queries"

/** The fields that an import changes, with their columns and types. */
const RESTORED: Record<string, readonly [column: string, type: string]> = {
  ...KEPT,
  wardCode: ["ward_code", "text"],
  districtCode: ["district_code", "text"],
  placeVersion: ["place_version", "text"],
  placeResolvedAt: ["place_resolved_at", "timestamptz"],
  mainContactId: ["main_contact_id", "uuid"],
}

/** The answers to the LIO's own questions as they were: what was not known is not known again. */
const ANSWERS_BEFORE = sql`(g.custom - array(select substr(k, 8) from jsonb_object_keys(e.said) k where k like 'custom.%'))
  || coalesce((select jsonb_object_agg(substr(was.key, 8), was.value) from jsonb_each(e.said) was where was.key like 'custom.%' and was.value <> 'null'), '{}')`

/** For how many days an import can be taken back. */
export const UNDO_DAYS = 7

/**
 * Takes an import back: groups it made go, groups it changed say again what they said before.
 * What somebody has worked on since is left alone, and counted.
 */
export async function undoImport(
  ctx: Ctx,
  { id }: { id: string },
): Promise<{ id: string; removed: number; restored: number; left: number }> {
  ensure(mayImport(ctx.actor), "Only workers and managers can take an import back.")
  const [undone] = await ctx.tx
    .update(imports)
    .set({ undoneAt: ctx.now })
    .where(and(eq(imports.id, id), isNotNull(imports.finishedAt), isNull(imports.undoneAt)))
    .returning({ finishedAt: imports.finishedAt, fileName: imports.fileName })
  if (!undone) {
    const [there] = await ctx.tx.select({ id: imports.id }).from(imports).where(eq(imports.id, id))
    found(there)
    throw new RuleBroken("This import was taken back already, or has not finished yet.")
  }
  if (ctx.now.getTime() - (undone.finishedAt?.getTime() ?? 0) > UNDO_DAYS * 86_400_000) {
    throw new RuleBroken(
      `An import can be taken back for ${UNDO_DAYS} days. Close or change its groups one by one instead.`,
    )
  }
  const now = sql`${ctx.now.toISOString()}::timestamptz`
  const mine = sql`e.subject_kind = 'import' and e.subject_id = ${id} and e.group_id = g.id`
  const untouched = sql`not exists (select from events l where l.group_id = g.id and l.at > e.at and ${isWork})`
  const removed = await ctx.tx.execute<{ id: string }>(sql`
    update groups g set removed_at = ${now} from events e
    where ${mine} and e.what = 'group.imported' and g.removed_at is null and ${untouched} returning g.id`)
  await ctx.tx.execute(sql`
    delete from memberships m using events e, groups g where ${mine} and m.group_id = g.id and m.created_at = e.at and ${untouched}`)
  const before = (field: string, column: string, type: string) =>
    sql.raw(
      `${column} = case when e.said ? '${field}' then ${
        type === "text[]"
          ? `(case when jsonb_typeof(e.said->'${field}') = 'array' then array(select jsonb_array_elements_text(e.said->'${field}')) end)`
          : `(e.said->>'${field}')::${type}`
      } else g.${column} end`,
    )
  const fields = Object.entries(RESTORED).map(([field, [column, type]]) => before(field, column, type))
  const restored = await ctx.tx.execute<{ id: string }>(sql`
    update groups g set ${sql.join(fields, sql`, `)}, custom = ${ANSWERS_BEFORE}, version = g.version + 1, updated_at = ${now} from (
      select e.group_id, e.at, jsonb_object_agg(was.key, was.value) as said from events e, jsonb_each(e."from") was
      where e.subject_kind = 'import' and e.subject_id = ${id} and e.what in ('group.changed', 'answer.changed') group by e.group_id, e.at) e
    where e.group_id = g.id and g.removed_at is null and ${untouched} returning g.id`)
  await takeBackSizes(
    ctx,
    id,
    restored.map((group) => group.id),
  )
  await takeBackLists(
    ctx,
    id,
    restored.map((group) => group.id),
  )
  await takeBackPeople(
    ctx,
    id,
    [...removed, ...restored].map((group) => group.id),
  )
  await takeBackWords(ctx, id)
  const [rows] = await ctx.tx.execute<{ written: number }>(sql`
    select count(distinct e.group_id)::int as written from events e where e.subject_kind = 'import' and e.subject_id = ${id} and e.group_id is not null`)
  const left = Math.max(0, (rows?.written ?? 0) - removed.length - restored.length)
  await tellGroups(
    ctx,
    id,
    `Taken back: the import of ${undone.fileName}`,
    restored.map((group) => group.id),
  )
  await record(ctx, {
    what: "import.undone",
    subject: ["import", id],
    summary: `Took back the import of ${undone.fileName}: ${removed.length} groups gone, ${restored.length} as before, ${left} left alone`,
  })
  return { id, removed: removed.length, restored: restored.length, left }
}

/** Each group that says again what it said before has it in its history. */
async function tellGroups(ctx: Ctx, id: string, summary: string, groupIds: string[]) {
  if (groupIds.length === 0) return
  const person = personOf(ctx.actor)
  const name = person?.name ?? (ctx.actor.kind === "system" ? ctx.actor.name : "Import")
  await ctx.tx.execute(sql`
    insert into events (lio_id, at, what, summary, subject_kind, subject_id, group_id, audience, actor_id, actor_name, via, "from", "to")
    select ${ctx.lio.id}::uuid, ${ctx.now.toISOString()}::timestamptz, e.what, ${summary}, 'import', ${id}::uuid, e.group_id, e.audience,
      ${person?.personId ?? null}::uuid, ${name}, 'import', e."to" - 'made', e."from" || jsonb_build_object('version', g.version)
    from events e join groups g on g.id = e.group_id
    where e.subject_kind = 'import' and e.subject_id = ${id} and e.what in ('group.changed', 'answer.changed') and e.group_id in ${idsIn(groupIds)}`)
}

const idsIn = (ids: string[]) => sql`(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)`

/** Takes from groups what the import gave them: numbers, areas, themes. What they had before stays. */
async function takeBackLists(ctx: Ctx, id: string, groupIds: string[]) {
  for (const [kind, table, key] of [
    ["identifiers", sql`group_identifiers`, sql`id`],
    ["areas", sql`group_areas`, sql`area_id`],
    ["themes", sql`group_terms`, sql`term_id`],
  ] as const) {
    await ctx.tx.execute(sql`
      delete from ${table} l using (
        select e.group_id, (jsonb_array_elements_text(e."to"->'made'->${kind}))::uuid as what from events e
        where e.subject_kind = 'import' and e.subject_id = ${id} and e."to"->'made'->${kind} is not null and e.group_id in ${idsIn(groupIds)}) m
      where l.group_id = m.group_id and l.${key} = m.what`)
  }
  await ctx.tx.execute(sql`
    update people p set email = null from events e, jsonb_array_elements_text(e."to"->'made'->'addresses') a(id)
    where e.subject_kind = 'import' and e.subject_id = ${id} and e.group_id in ${idsIn(groupIds)} and p.id = a.id::uuid
      and not exists (select from events l where l.subject_kind = 'person' and l.subject_id = p.id and l.at > e.at)`)
}

/** Lets go the people whom the import made, unless somebody gave them another role or changed them since. */
async function takeBackPeople(ctx: Ctx, id: string, groupIds: string[]) {
  const at = sql`(select max(at) from events e where e.subject_kind = 'import' and e.subject_id = ${id} and e.what in ('group.imported', 'group.changed'))`
  await ctx.tx.execute(sql`
    delete from roles r where r.created_at = ${at} and r.group_id in ${idsIn(groupIds)} and r.speaks is null`)
  const gone = await ctx.tx.execute<{ id: string }>(sql`
    select p.id from people p where p.created_at = ${at} and not exists (select from roles r where r.person_id = p.id)
      and not exists (select from staff s where s.person_id = p.id)
      and not exists (select from events e where e.at > p.created_at and (e.actor_id = p.id or (e.subject_kind = 'person' and e.subject_id = p.id)))`)
  await letGo(
    ctx,
    gone.map((person) => person.id),
  )
}

/** Deletes people. Whoever is named elsewhere (at a session, in a letter) stays, marked as gone; the others still go. */
async function letGo(ctx: Ctx, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  const people = idsIn(ids)
  await ctx.tx.execute(sql`update groups set main_contact_id = null where main_contact_id in ${people}`)
  await ctx.tx.execute(sql`
    update people p set left_at = ${ctx.now.toISOString()}::timestamptz where p.id in ${people} and p.left_at is null
      and (exists (select from session_people s where s.person_id = p.id) or exists (select from letters l where l.person_id = p.id))`)
  await ctx.tx
    .transaction((inner) =>
      inner.execute(sql`
        delete from people p where p.id in ${people} and not exists (select from session_people s where s.person_id = p.id)
          and not exists (select from letters l where l.person_id = p.id)`),
    )
    .catch(async () => {
      // Something else names one of them: by halves it shows whom.
      const half = Math.ceil(ids.length / 2)
      if (ids.length > 1) for (const part of [ids.slice(0, half), ids.slice(half)]) await letGo(ctx, part)
      else
        await ctx.tx.execute(
          sql`update people set left_at = ${ctx.now.toISOString()}::timestamptz where id in ${people}`,
        )
    })
}
