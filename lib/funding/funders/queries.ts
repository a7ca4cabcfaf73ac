import "server-only"
import { asc, eq, isNull, type SQL, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { funders, terms } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure, found } from "../../errors"
import { say } from "../../words"
import { maySeeFunding } from "../policy"

const guard = (ctx: Ctx) => ensure(maySeeFunding(ctx.actor), say("Only staff see the funders."))

/** A funder as the list shows it: its themes by name, and how its bids went. */
export type FunderRow = Omit<typeof funders.$inferSelect, "lioId" | "nameKey" | "createdAt" | "retiredAt"> & {
  retired: boolean
  themes: string[]
  bids: number
  won: number
}

/** Joins the theme `t` of a column: the one that took its place where two were merged. */
export const THEME = (column: SQL) =>
  sql`join terms o on o.id = ${column} join terms t on t.id = coalesce(o.merged_into_id, o.id)`

const COLUMNS = sql`f.id, f.name, f.org_id as "orgId", f.funds, f.least_sum::float8 as "leastSum", f.most_sum::float8 as "mostSum",
  f.who_can_ask as "whoCanAsk", f.area, f.website, f.closes_on::text as "closesOn", f.any_time as "anyTime", f.checked_on::text as "checkedOn",
  f.retired_at is not null as retired,
  (select coalesce(json_agg(distinct t.name), '[]') from funder_terms ft ${THEME(sql`ft.term_id`)} where ft.funder_id = f.id) as themes,
  (select count(*)::int from bids b where b.funder_id = f.id and b.undone_at is null) as bids,
  (select count(*)::int from bids b where b.funder_id = f.id and b.undone_at is null and b.awarded is not null) as won`

/** The funders on the list, those whose round closes next first; or those that were taken off it. */
export async function listFunders(ctx: Ctx, { retired }: { retired: boolean }): Promise<FunderRow[]> {
  guard(ctx)
  const rows = await ctx.tx.execute<FunderRow>(sql`
    select ${COLUMNS} from funders f where (f.retired_at is not null) = ${retired}
    order by (f.closes_on >= ${ctx.today}::date) desc nulls last, case when f.closes_on >= ${ctx.today}::date then f.closes_on end, f.any_time desc, f.name
    limit 1000`)
  return [...rows]
}

/** One funder with all that is said of it, and the ids of its themes. NotFound when there is none. */
export async function getFunder(ctx: Ctx, id: string): Promise<FunderRow & { termIds: string[] }> {
  guard(ctx)
  const [row] = await ctx.tx.execute<FunderRow & { termIds: string[] }>(sql`
    select ${COLUMNS}, (select coalesce(json_agg(distinct t.id), '[]') from funder_terms ft ${THEME(sql`ft.term_id`)} where ft.funder_id = f.id) as "termIds"
    from funders f where f.id = ${id}`)
  return found(row)
}

/** Funders to choose from, by name. */
export async function listFunderOptions(ctx: Ctx): Promise<{ value: string; label: string }[]> {
  guard(ctx)
  return ctx.tx
    .select({ value: funders.id, label: funders.name })
    .from(funders)
    .where(isNull(funders.retiredAt))
    .orderBy(asc(funders.name))
}

/** Themes of the LIO to choose from, with those that are chosen already, though they are off the list since. */
export async function listThemes(
  ctx: Ctx,
  chosen: string[] = [],
): Promise<{ value: string; label: string }[]> {
  guard(ctx)
  return ctx.tx
    .select({ value: terms.id, label: terms.name })
    .from(terms)
    .where(
      sql`${eq(terms.list, "theme")} and ${terms.mergedIntoId} is null and (${terms.retiredAt} is null or ${isOneOf(terms.id, chosen)})`,
    )
    .orderBy(asc(terms.name))
}

/** The themes that a group has, to begin with: what it looks for is often about those. */
export async function listThemesOf(ctx: Ctx, groupId: string): Promise<string[]> {
  guard(ctx)
  const rows = await ctx.tx.execute<{ id: string }>(sql`
    select distinct t.id from group_terms gt ${THEME(sql`gt.term_id`)} where gt.group_id = ${groupId} and t.list = 'theme' and t.retired_at is null`)
  return rows.map(({ id }) => id)
}
