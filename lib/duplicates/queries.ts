import "server-only"
import { and, desc, eq, isNull, or, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { isOneOf } from "@/db/conditions"
import { customFields, groups, merges, people } from "@/db/schema"
import type { Ctx } from "../access/ctx"
import { ensure, found } from "../errors"
import type { Reason } from "../groups/similarity/weigh"
import { overlapping } from "../memberships/merging/queries"
import { listPeriods } from "../memberships/queries"
import { say } from "../words"
import { differencesOf } from "./merging/facts"
import { pointersOf } from "./merging/rows"
import { mayMergeGroups, maySeeDuplicates } from "./policy"

/** How many pairs are on a page. */
export const PAIRS_AT_ONCE = 20

const REFUSED = say("Only staff can look through possible duplicates.")

type Side = {
  id: string
  name: string
  stage: string
  address: string | null
  postcode: string | null
  email: string | null
  phone: string | null
  website: string | null
  lastContactOn: string | null
  numbers: { register: string; value: string }[]
}
/** Two groups that may be one, with what tells them apart, and why. */
export type PairShown = { score: number; reasons: Reason[]; one: Side; other: Side; apartBy: string | null }

const side = (
  group: string,
) => sql`json_build_object('id', ${sql.raw(group)}.id, 'name', ${sql.raw(group)}.name,
  'stage', ${sql.raw(group)}.stage, 'address', ${sql.raw(group)}.address, 'postcode', ${sql.raw(group)}.postcode,
  'email', ${sql.raw(group)}.email, 'phone', ${sql.raw(group)}.phone, 'website', ${sql.raw(group)}.website,
  'lastContactOn', ${sql.raw(group)}.last_contact_on, 'numbers', coalesce((
    select json_agg(json_build_object('register', i.register, 'value', i.value) order by i.register)
    from group_identifiers i where i.group_id = ${sql.raw(group)}.id), '[]'))`

/** A page of pairs, the surest first: those that wait for somebody, or those that were said to be two. */
export async function listPairs(ctx: Ctx, { apart, page }: { apart: boolean; page: number }) {
  ensure(maySeeDuplicates(ctx.actor), REFUSED)
  const which = apart ? sql`d.apart_at is not null` : sql`d.apart_at is null`
  const rows = await ctx.tx.execute<PairShown & { total: number }>(sql`
    select d.score::float8 as score, d.reasons, d.apart_by as "apartBy", (count(*) over ())::int as total,
      ${side("a")} as one, ${side("b")} as other
    from duplicate_pairs d
      join groups a on a.id = d.one_id and a.removed_at is null
      join groups b on b.id = d.other_id and b.removed_at is null
    where ${which} order by d.score desc, a.name, a.id, b.id
    limit ${PAIRS_AT_ONCE} offset ${(page - 1) * PAIRS_AT_ONCE}`)
  return { pairs: [...rows], total: rows[0]?.total ?? 0 }
}

/** How many pairs wait to be decided. */
export async function countPairs(ctx: Ctx): Promise<number> {
  if (!maySeeDuplicates(ctx.actor)) return 0
  const [row] = await ctx.tx.execute<{ pairs: number }>(sql`
    select count(*)::int as pairs from duplicate_pairs d
      join groups a on a.id = d.one_id and a.removed_at is null
      join groups b on b.id = d.other_id and b.removed_at is null
    where d.apart_at is null`)
  return row?.pairs ?? 0
}

async function hangingOn(ctx: Ctx, id: string) {
  const pointers = await pointersOf(ctx)
  const counts = pointers.map(
    ({ table, column }) =>
      sql`select ${table} as what, count(*)::int as rows from ${sql.identifier(table)} where ${sql.identifier(column)} = ${id}::uuid`,
  )
  const rows = await ctx.tx.execute<{ what: string; rows: number }>(sql.join(counts, sql` union all `))
  const by: Record<string, number> = {}
  for (const { what, rows: count } of rows) by[what] = (by[what] ?? 0) + count
  return by
}

/** Two groups side by side before a merge: where they differ, and how much hangs on each. */
export async function readTwo(ctx: Ctx, keptId: string, goneId: string) {
  ensure(mayMergeGroups(ctx.actor), say("Only staff who keep the list can merge groups."))
  const read = async (id: string) => {
    const [row] = await ctx.tx
      .select()
      .from(groups)
      .where(and(eq(groups.id, id), isNull(groups.removedAt)))
    const group = found(row)
    return { group, hanging: await hangingOn(ctx, id) }
  }
  const [kept, gone] = [await read(keptId), await read(goneId)]
  const contacts = [kept.group.mainContactId, gone.group.mainContactId].filter((id) => id !== null)
  const [questions, contactNames] = await Promise.all([
    ctx.tx.select({ id: customFields.id, label: customFields.label }).from(customFields),
    ctx.tx.select({ id: people.id, name: people.name }).from(people).where(isOneOf(people.id, contacts)),
  ])
  return {
    kept,
    gone,
    differences: differencesOf(kept.group, gone.group),
    /** Periods of membership of both that overlap: which goes on counting, and which does not. */
    overlaps: overlapping(await listPeriods(ctx, keptId), await listPeriods(ctx, goneId)),
    /** What the LIO's own questions are called. */
    labels: Object.fromEntries(questions.map(({ id, label }) => [`custom.${id}`, label])) as Record<
      string,
      string
    >,
    /** The names of the main contacts. */
    names: Object.fromEntries(contactNames.map(({ id, name }) => [id, name])) as Record<string, string>,
  }
}
export type Two = Awaited<ReturnType<typeof readTwo>>

const keptGroup = alias(groups, "kept_group")
const goneGroup = alias(groups, "gone_group")
const merged = {
  id: merges.id,
  at: merges.at,
  by: merges.by,
  keptId: merges.keptId,
  goneId: merges.goneId,
  kept: keptGroup.name,
  gone: goneGroup.name,
  undoneAt: merges.undoneAt,
  undoneBy: merges.undoneBy,
}

/** The last hundred merges, or those of one group, newest first. */
export async function listMerges(ctx: Ctx, groupId?: string) {
  ensure(maySeeDuplicates(ctx.actor), REFUSED)
  return ctx.tx
    .select(merged)
    .from(merges)
    .innerJoin(keptGroup, eq(keptGroup.id, merges.keptId))
    .innerJoin(goneGroup, eq(goneGroup.id, merges.goneId))
    .where(groupId ? or(eq(merges.keptId, groupId), eq(merges.goneId, groupId)) : undefined)
    .orderBy(desc(merges.at))
    .limit(100)
}
