import { sql } from "drizzle-orm"
import type { merges } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { endOverlapping } from "../../memberships/merging/commands"
import { type Pointer, placeOf, putBack, takeOver } from "./rows"

export type Merge = typeof merges.$inferSelect
type Keys = Record<string, unknown>

const sameKey = (one: Keys, other: Keys) => Object.keys(one).every((part) => one[part] === other[part])
const holds = (keys: unknown[] | undefined, key: Keys) =>
  keys?.some((one) => sameKey(key, one as Keys)) ?? false

/**
 * What an earlier merge brought may be what a later one built on. Of the keys that the earlier one handed over, those
 * that are still its own: a later merge may have put a row of its own in the place of one.
 */
export function stillOwn(pointer: Pointer, keys: unknown[], later: Merge[]): unknown[] {
  const place = placeOf(pointer)
  return keys.filter((key) => !later.some((merge) => holds(merge.moved[place], key as Keys)))
}

/** Rows of the group that comes back which a later merge took away from the one that stays: they come back to it. */
export async function putBackReplaced(
  ctx: Ctx,
  pointer: Pointer,
  keys: unknown[],
  later: Merge[],
  groups: { kept: string; gone: string },
) {
  const place = placeOf(pointer)
  for (const merge of later) {
    const rows = merge.dropped[place] ?? []
    const its = rows.filter(
      (row) => row[pointer.column] === groups.kept && keys.some((key) => sameKey(key as Keys, row)),
    )
    if (its.length === 0) continue
    await putBack(
      ctx,
      pointer,
      its.map((row) => ({ ...row, [pointer.column]: groups.gone })),
    )
    merge.dropped[place] = rows.filter((row) => !its.includes(row))
  }
}

/** Rows that a later merge left out because the one that stays had them, by an earlier merge that is now undone: it gets them after all. */
export async function takeWhatWasLeftOut(ctx: Ctx, pointer: Pointer, later: Merge[]) {
  const place = placeOf(pointer)
  for (const merge of later) {
    const rows = merge.dropped[place] ?? []
    const theirs = rows.filter((row) => row[pointer.column] === merge.goneId)
    if (theirs.length === 0) continue
    const taken = await takeOver(ctx, pointer, theirs, merge.keptId)
    merge.moved[place] = [...(merge.moved[place] ?? []), ...taken]
    merge.dropped[place] = rows.filter((row) => !theirs.includes(row) || !holds(taken, pickKey(pointer, row)))
  }
}

const pickKey = (pointer: Pointer, row: Keys) =>
  Object.fromEntries(pointer.key.map((part) => [part, row[part]]))

/** A fact that a later merge changed again goes back, when that one is undone, to what it was before the earlier one. */
export function rewriteFacts(fields: Merge["fields"], later: Merge[]): string[] {
  return Object.entries(fields).flatMap(([column, [before, after]]) => {
    const next = later.find((merge) => column in merge.fields)
    const was = next?.fields[column]
    if (!next || !was || JSON.stringify(was[0]) !== JSON.stringify(after)) return next ? [column] : []
    next.fields[column] = [before, was[1]]
    return [column]
  })
}

/** The memberships that came with a merge. */
export const membershipsOf = ({ moved }: Pick<Merge, "moved">): string[] =>
  (moved["memberships.group_id"] ?? []).map((key) => String((key as Keys).id))

/** With an earlier merge undone, which memberships overlap is another question for the later ones: each is asked anew, in turn. */
export async function endAgain(ctx: Ctx, keptId: string, later: Merge[]) {
  for (const [at, merge] of later.entries())
    merge.ended = await endOverlapping(
      ctx,
      keptId,
      membershipsOf(merge),
      later.slice(at + 1).flatMap(membershipsOf),
    )
}

/** Keeps what was rewritten of later merges. */
export async function keepLater(ctx: Ctx, later: Merge[]) {
  const kept = later.map(({ id, fields, moved, dropped, ended }) => ({ id, fields, moved, dropped, ended }))
  await ctx.tx.execute(sql`
    update merges m set fields = d.fields, moved = d.moved, dropped = d.dropped, ended = d.ended
    from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb)
      as d(id uuid, fields jsonb, moved jsonb, dropped jsonb, ended jsonb) where m.id = d.id`)
}
