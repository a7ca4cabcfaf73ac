import "server-only"
import { sql } from "drizzle-orm"
import { ERASED } from "@/db/vocabulary"
import type { Ctx } from "../../../access/ctx"
import { IMPORTED } from "../fields"

/** The fields that an import changes, with their columns and types. */
const RESTORED: Record<string, readonly [column: string, type: string]> = {
  ...IMPORTED,
  wardCode: ["ward_code", "text"],
  districtCode: ["district_code", "text"],
  placeVersion: ["place_version", "text"],
  placeResolvedAt: ["place_resolved_at", "timestamptz"],
  mainContactId: ["main_contact_id", "uuid"],
}

/** The answers to the LIO's own questions as they were: what was not known is not known again. */
const ANSWERS_BEFORE = sql`(g.custom - array(select substr(k, 8) from jsonb_object_keys(e.said) k where k like 'custom.%'))
  || coalesce((select jsonb_object_agg(substr(was.key, 8), was.value) from jsonb_each(e.said) was where was.key like 'custom.%' and was.value <> 'null'), '{}')`

/** An event `l` that is somebody's work on a group, not what Trellis does by itself: letters, wards looked up again. */
export const isWork = sql`(l.what not like 'digest.%' and l.what not in ('group.placed', 'group.confirm_asked', 'group.confirm_reminded'))`

/** Whether nobody has worked on a group `g` since the event `e`. */
const untouched = sql`not exists (select from events l where l.group_id = g.id and l.at > e.at and ${isWork})`
const of = (importId: string) => sql`e.subject_kind = 'import' and e.subject_id = ${importId}`
const momentOf = (ctx: Ctx) => sql`${ctx.now.toISOString()}::timestamptz`
const among = (ids: string[]) => sql`= any (${sql.param(ids)}::uuid[])`

/** Takes away the groups that an import made and nobody has worked on since; gives their ids. */
export async function removeImported(ctx: Ctx, importId: string): Promise<string[]> {
  const removed = await ctx.tx.execute<{ id: string }>(sql`
    update groups g set removed_at = ${momentOf(ctx)} from events e
    where ${of(importId)} and e.group_id = g.id and e.what = 'group.imported' and g.removed_at is null and ${untouched} returning g.id`)
  return removed.map(({ id }) => id)
}

const before = (field: string, [column, type]: readonly [string, string]) => {
  const earlier = `e.said->'${field}'`
  const value =
    type === "text[]"
      ? `(case when jsonb_typeof(${earlier}) = 'array' then array(select jsonb_array_elements_text(${earlier})) end)`
      : `(e.said->>'${field}')::${type}`
  return sql.raw(`${column} = case when e.said ? '${field}' then ${value} else g.${column} end`)
}

/**
 * Lets groups that an import changed say again what they said before, where nobody has worked on them since; gives their
 * ids. What somebody's erased details were among stays as it is.
 */
export async function restoreImported(ctx: Ctx, importId: string): Promise<string[]> {
  const fields = Object.entries(RESTORED).map(([field, column]) => before(field, column))
  const restored = await ctx.tx.execute<{ id: string }>(sql`
    update groups g set ${sql.join(fields, sql`, `)}, custom = ${ANSWERS_BEFORE}, version = g.version + 1, updated_at = ${momentOf(ctx)} from (
      select e.group_id, e.at, coalesce(jsonb_object_agg(was.key, was.value) filter (where was.key is not null), '{}') as said
      from events e left join lateral jsonb_each(e."from") was on true
      where (was.key is null or strpos(was.value::text, ${ERASED}) = 0) and ${of(importId)} and e.what in ('group.changed', 'answer.changed') group by e.group_id, e.at) e
    where e.group_id = g.id and g.removed_at is null and ${untouched} returning g.id`)
  const ids = restored.map(({ id }) => id)
  await takeBackLists(ctx, importId, ids)
  await takeBackSizes(ctx, importId, ids)
  return ids
}

/** Takes from groups what the import gave them: numbers, areas, themes. What they had before stays. */
async function takeBackLists(ctx: Ctx, importId: string, groupIds: string[]) {
  for (const [kind, table, key] of [
    ["identifiers", sql`group_identifiers`, sql`id`],
    ["areas", sql`group_areas`, sql`area_id`],
    ["themes", sql`group_terms`, sql`term_id`],
  ] as const)
    await ctx.tx.execute(sql`
      delete from ${table} l using (
        select e.group_id, (jsonb_array_elements_text(e."to"->'made'->${kind}))::uuid as what from events e
        where ${of(importId)} and e."to"->'made'->${kind} is not null and e.group_id ${among(groupIds)}) m
      where l.group_id = m.group_id and l.${key} = m.what`)
}

async function takeBackSizes(ctx: Ctx, importId: string, groupIds: string[]) {
  await ctx.tx.execute(sql`
    delete from group_sizes s using events e where ${of(importId)} and e.group_id = s.group_id
      and s.as_at = (e."to"->>'sizesAsAt')::date and s.as_at is distinct from (e."from"->>'sizesAsAt')::date and s.saved_at = e.at
      and s.group_id ${among(groupIds)}`)
}
