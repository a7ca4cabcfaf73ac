import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import type { Listing } from "../../access/list-type"
import { ensure } from "../../errors"
import { conditionOf } from "../../lists/queries"
import { say } from "../../words"
import { maySeeChecks } from "../policy"
import { type CheckRow, readChecks } from "../queries"
import { checkList } from "./filters"

/** How many checks are on a page of the list. */
export const CHECKS_A_PAGE = 50

const guard = (ctx: Ctx) => ensure(maySeeChecks(ctx.actor), say("Only staff can see all health checks."))
const whereOf = (ctx: Ctx, listing: Listing) => conditionOf(ctx, checkList.filters, listing) ?? sql`true`

/** The health checks of a listing, the latest first: a page of them, or `most`. Nothing of what they say. */
export async function listCheckRows(ctx: Ctx, listing: Listing, most = CHECKS_A_PAGE): Promise<CheckRow[]> {
  guard(ctx)
  const offset = most === CHECKS_A_PAGE ? (listing.page - 1) * CHECKS_A_PAGE : 0
  return readChecks(ctx, whereOf(ctx, listing), sql`limit ${most} offset ${offset}`)
}

/** How many health checks a listing has. */
export async function countChecks(ctx: Ctx, listing: Listing): Promise<number> {
  guard(ctx)
  const [row] = await ctx.tx.execute<{ total: number }>(
    sql`select count(*)::int as total from ${checkList.from(ctx)} and ${whereOf(ctx, listing)}`,
  )
  return row?.total ?? 0
}
