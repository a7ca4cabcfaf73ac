import "server-only"
import { and, type SQL, sql } from "drizzle-orm"
import type { Ctx } from "../access/ctx"
import type { Filter, List, Listing } from "../access/list-type"
import { readList } from "./input"

/** All filters of a list, with those that the LIO made itself. */
export const listFilters = async (ctx: Ctx, list: List): Promise<readonly Filter[]> =>
  list.own ? [...list.filters, ...(await list.own.filters(ctx))] : list.filters

/** The filters of a list, with those that the LIO made itself where one of these listings asks for some. */
async function filtersFor(ctx: Ctx, list: List, ...listings: Listing[]): Promise<readonly Filter[]> {
  const asksOwn = listings.some(({ chosen }) =>
    Object.keys(chosen).some((name) => list.own?.names.test(name)),
  )
  return asksOwn ? listFilters(ctx, list) : list.filters
}

/**
 * Which rows a listing has. What cannot be read, or asks for what is not there any more, finds nothing. `loosely` forgives
 * spelling.
 */
export function conditionOf(
  ctx: Ctx,
  filters: readonly Filter[],
  { chosen }: Listing,
  loosely = false,
): SQL | undefined {
  const byDefault = filters.flatMap((one) => (chosen[one.name] ? [] : (one.byDefault?.(ctx) ?? [])))
  return and(
    ...byDefault,
    ...Object.entries(chosen).map(([name, { values, not }]) => {
      const filter = filters.find((one) => one.name === name)
      const read = values.flatMap((typed) => filter?.read(typed) ?? [])
      if (!filter || read.length < values.length) return sql`false`
      const where = filter.where(ctx, read, { loosely })
      return not ? sql`(${where}) is not true` : where
    }),
  )
}

/** How many rows each of these query strings of a list finds: all of them in one reading. Nothing for who may not see it. */
export async function countLists(ctx: Ctx, list: List, queries: string[]): Promise<Map<string, number>> {
  if (queries.length === 0 || !list.maySee(ctx.actor)) return new Map()
  const listings = queries.map((query) => readList(list, query))
  const filters = await filtersFor(ctx, list, ...listings)
  const counts = listings.map(
    (listing) => sql`count(*) filter (where ${conditionOf(ctx, filters, listing) ?? sql`true`})::int`,
  )
  const [row] = await ctx.tx.execute<{ counts: number[] }>(
    sql`select array[${sql.join(counts, sql`, `)}] as counts from ${list.from(ctx)}`,
  )
  return new Map(queries.map((query, at) => [query, row?.counts[at] ?? 0]))
}
