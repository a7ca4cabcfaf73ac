import "server-only"
import { asc, eq, isNull, sql } from "drizzle-orm"
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

const COLUMNS = sql`f.id, f.name, f.org_id as "orgId", f.funds, f.least_sum::float8 as "leastSum", f.most_sum::float8 as "mostSum",
  f.who_can_ask as "whoCanAsk", f.area, f.website, f.closes_on::text as "closesOn", f.any_time as "anyTime", f.checked_on::text as "checkedOn",
  f.retired_at is not null as retired,
  (select coalesce(json_agg(t.name order by t.name), '[]') from funder_terms ft join terms t on t.id = ft.term_id where ft.funder_id = f.id) as themes,
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
    select ${COLUMNS}, (select coalesce(json_agg(ft.term_id), '[]') from funder_terms ft where ft.funder_id = f.id) as "termIds"
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

/** Themes of the LIO to choose from. */
export async function listThemes(ctx: Ctx): Promise<{ value: string; label: string }[]> {
  guard(ctx)
  return ctx.tx
    .select({ value: terms.id, label: terms.name })
    .from(terms)
    .where(sql`${eq(terms.list, "theme")} and ${terms.retiredAt} is null and ${terms.mergedIntoId} is null`)
    .orderBy(asc(terms.name))
}
