import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import type { Listing } from "../../access/list-type"
import { ensure } from "../../errors"
import { firstValue } from "../../lists/input"
import { conditionOf } from "../../lists/queries"
import { say } from "../../words"
import { maySeeOpportunities } from "../policy"
import { type OpportunityRow, readOpportunityRows } from "../queries"
import { opportunityList } from "./filters"

/** How many opportunities are on a page of the list. */
export const PAGE_SIZE = 50

const whereOf = (ctx: Ctx, listing: Listing) =>
  conditionOf(ctx, opportunityList.filters, listing) ?? sql`true`

/** What is open by its closing day, the nearest first; everything else by what was published last. A page of it, or `most`. */
export async function listOpportunities(
  ctx: Ctx,
  listing: Listing,
  most = PAGE_SIZE,
): Promise<OpportunityRow[]> {
  const show = firstValue(listing, "show")
  const order =
    show === "open" || show === "closing"
      ? sql`o.closes_at nulls last, o.released_at desc nulls last, o.id`
      : sql`o.released_at desc nulls last, o.closes_at desc nulls last, o.id`
  const offset = most === PAGE_SIZE ? (listing.page - 1) * PAGE_SIZE : 0
  return readOpportunityRows(
    ctx,
    sql`where ${whereOf(ctx, listing)} order by ${order} limit ${most} offset ${offset}`,
  )
}

/** How many the list has, and whether there is any at all, whatever it is narrowed to. */
export async function countOpportunities(ctx: Ctx, listing: Listing) {
  ensure(maySeeOpportunities(ctx.actor), say("Sign in to see opportunities."))
  const [row] = await ctx.tx.execute<{ total: number; any: boolean }>(sql`
    select (select count(*)::int from opportunities o where ${whereOf(ctx, listing)}) as total,
      exists (select from opportunities) as any`)
  return row ?? { total: 0, any: false }
}
