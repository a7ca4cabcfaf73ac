import "server-only"
import { asc, eq, isNotNull, or, sql } from "drizzle-orm"
import { groups, savedViews } from "@/db/schema"
import { type Ctx, personOf } from "../access/ctx"
import { filterOf } from "../groups/list/input"
import { fieldsFor, whereOf } from "../groups/list/queries"
import { maySeeGroups } from "../groups/policy"

/** The asker's own views and those shared with the team, by name. */
export async function listViews(ctx: Ctx) {
  if (!maySeeGroups(ctx.actor)) return []
  const personId = personOf(ctx.actor)?.personId ?? null
  return ctx.tx
    .select({
      id: savedViews.id,
      name: savedViews.name,
      query: savedViews.query,
      shared: sql<boolean>`${savedViews.sharedAt} is not null`,
      /** Shared, and only managers change it. */
      locked: sql<boolean>`${savedViews.lockedAt} is not null`,
      mine: sql<boolean>`${savedViews.personId} is not distinct from ${personId}::uuid`,
    })
    .from(savedViews)
    .where(or(isNotNull(savedViews.sharedAt), personId ? eq(savedViews.personId, personId) : undefined))
    .orderBy(asc(savedViews.name))
}
export type View = Awaited<ReturnType<typeof listViews>>[number]

/** How many groups are in each of these lists: all of them in one reading of the groups, without names or joins. */
export async function countLists(ctx: Ctx, queries: string[]): Promise<Map<string, number>> {
  if (queries.length === 0 || !maySeeGroups(ctx.actor)) return new Map()
  const filters = queries.map(filterOf)
  const fields = await fieldsFor(ctx, ...filters)
  const counts = filters.map(
    (filter) => sql`count(*) filter (where ${whereOf(ctx, filter, { fields })})::int`,
  )
  const [row] = await ctx.tx
    .select({ counts: sql<number[]>`array[${sql.join(counts, sql`, `)}]` })
    .from(groups)
  return new Map(queries.map((query, at) => [query, row?.counts[at] ?? 0]))
}
