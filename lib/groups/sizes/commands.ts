import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { record } from "../../journal/commands"
import { formatDate, say } from "../../words"
import type { Group } from "../queries"
import { isOfSize, SIZES, type Sizes } from "./input"
import { listSizes } from "./queries"

const whoSaves = (ctx: Ctx) => ("name" in ctx.actor ? ctx.actor.name : "Trellis")

const standing = sql`jsonb_strip_nulls(jsonb_build_object('incomeBand', g.income_band, 'income', g.income,
  'staffFullTime', g.staff_full_time, 'staffPartTime', g.staff_part_time, 'trustees', g.trustees, 'volunteers', g.volunteers,
  'volunteerHours', g.volunteer_hours, 'beneficiaries', g.beneficiaries, 'localBeneficiaries', g.local_beneficiaries))`

/**
 * Keeps the sizes that stand on groups under the day for which they are true. Called before and after a change, so that
 * the old day keeps its numbers. However many groups there are, it is two statements.
 */
export async function keepSizesOf(ctx: Ctx, ids: string[]) {
  if (ids.length === 0) return
  const chosen = sql`g.id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid) and g.sizes_as_at is not null`
  const [now, who] = [sql`${ctx.now.toISOString()}::timestamptz`, whoSaves(ctx)]
  await ctx.tx.execute(sql`
    update group_sizes s set sizes = ${standing}, saved_at = ${now}, saved_by = ${who} from groups g
    where ${chosen} and s.group_id = g.id and s.as_at = g.sizes_as_at and s.sizes <> ${standing}`)
  await ctx.tx.execute(sql`
    insert into group_sizes (lio_id, group_id, as_at, sizes, saved_at, saved_by)
    select g.lio_id, g.id, g.sizes_as_at, ${standing}, ${now}, ${who} from groups g
    where ${chosen} and ${standing} <> '{}'
      and not exists (select from group_sizes s where s.group_id = g.id and s.as_at = g.sizes_as_at)`)
}

/** Forgets what was kept of a group for a day, as the save that entered it is undone. */
export const forgetSizes = (ctx: Ctx, groupId: string, asAt: string) =>
  ctx.tx.execute(sql`delete from group_sizes where group_id = ${groupId} and as_at = ${asAt}::date`)

/** Sizes of a day before the one whose sizes stand on the group. */
export type Past = { asAt: string; sizes: Sizes }

/** What is said of an earlier day than the group's own; null when it is said of now. */
export function pastOf(before: Group, fields: object): Past | null {
  const values = fields as Partial<Record<string, string | number | null>>
  const asAt = values.sizesAsAt
  if (typeof asAt !== "string" || !before.sizesAsAt || asAt >= before.sizesAsAt) return null
  return {
    asAt,
    sizes: Object.fromEntries(
      SIZES.flatMap((size) => (values[size] === undefined ? [] : [[size, values[size] ?? null]])),
    ),
  }
}

/** The fields without those of size: those of an earlier day do not touch what stands on the group. */
export const withoutSizes = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([field]) => !isOfSize(field))) as Partial<T>

/** Keeps sizes of an earlier day; a day that was known is corrected. */
export async function keepPast(ctx: Ctx, group: Group, { asAt, sizes }: Past, version: number) {
  const before = (await listSizes(ctx, group.id)).find((one) => one.asAt === asAt)
  const current = Object.fromEntries(
    Object.entries({ ...before?.sizes, ...sizes }).filter(([, value]) => value !== null),
  )
  const json = JSON.stringify(current)
  const [now, who] = [sql`${ctx.now.toISOString()}::timestamptz`, whoSaves(ctx)]
  if (before?.id)
    await ctx.tx.execute(
      sql`update group_sizes set sizes = ${json}::jsonb, saved_at = ${now}, saved_by = ${who} where id = ${before.id}`,
    )
  else
    await ctx.tx.execute(sql`
      insert into group_sizes (lio_id, group_id, as_at, sizes, saved_at, saved_by)
      values (${ctx.lio.id}::uuid, ${group.id}, ${asAt}::date, ${json}::jsonb, ${now}, ${who})`)
  await record(ctx, {
    what: "group.sizes",
    subject: ["group", group.id],
    groupIds: [group.id],
    summary: say("Kept the sizes of {asAt}", { asAt: formatDate(asAt) }),
    from: before ? { asAt, ...before.sizes } : { asAt },
    to: { asAt, ...current, version },
  })
}

/** Says of which day the sizes of groups are, each of its own, and keeps them under it. */
export async function dateSizes(ctx: Ctx, dated: { id: string; on: string }[]) {
  if (dated.length === 0) return
  await ctx.tx.execute(sql`
    update groups g set sizes_as_at = d."on" from json_to_recordset(${JSON.stringify(dated)}::json) as d(id uuid, "on" date) where g.id = d.id`)
  await keepSizesOf(
    ctx,
    dated.map(({ id }) => id),
  )
}
