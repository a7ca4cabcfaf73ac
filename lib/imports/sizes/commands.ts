import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { keepSizesOf } from "../../groups/sizes/commands"
import { SIZES } from "../../groups/sizes/input"
import type { Judged } from "../matching/judge"

/** The sizes that a list can say. */
export const LISTED_SIZES = SIZES

/** The groups of which a list says how big they are. */
export const sizedBy = (rows: Judged[]) =>
  rows.flatMap(({ known, changes }) =>
    known?.id && [...SIZES, "sizesAsAt" as const].some((size) => size in changes) ? [known.id] : [],
  )

/** Before a list changes sizes: the old day keeps its numbers, and its date is noted for taking the import back. */
export async function noteSizes(ctx: Ctx, before: Map<string, Record<string, unknown>>, ids: string[]) {
  if (ids.length === 0) return
  await keepSizesOf(ctx, ids)
  const rows = await ctx.tx.execute<{ id: string; sizesAsAt: string | null }>(sql`
    select id, sizes_as_at::text as "sizesAsAt" from groups where id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)`)
  for (const { id, sizesAsAt } of rows)
    if (!("sizesAsAt" in (before.get(id) ?? {}))) before.set(id, { ...before.get(id), sizesAsAt })
}

/** After it: the sizes are those of the day that the list says, or of the import, and kept under it. */
export async function dateSizes(ctx: Ctx, dated: { id: string; on: string }[]) {
  if (dated.length === 0) return
  await ctx.tx.execute(sql`
    update groups g set sizes_as_at = d."on" from json_to_recordset(${JSON.stringify(dated)}::json) as d(id uuid, "on" date) where g.id = d.id`)
  await keepSizesOf(
    ctx,
    dated.map(({ id }) => id),
  )
}

/** Takes from groups the sizes that an import kept. */
export async function takeBackSizes(ctx: Ctx, importId: string, groupIds: string[]) {
  if (groupIds.length === 0) return
  await ctx.tx.execute(sql`
    delete from group_sizes s using events e where e.subject_kind = 'import' and e.subject_id = ${importId} and e.group_id = s.group_id
      and s.as_at = (e."to"->>'sizesAsAt')::date and s.as_at is distinct from (e."from"->>'sizesAsAt')::date and s.saved_at = e.at
      and s.group_id in (select jsonb_array_elements_text(${JSON.stringify(groupIds)}::jsonb)::uuid)`)
}
