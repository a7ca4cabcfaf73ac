import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import type { Listing } from "../../access/list-type"
import { ensure } from "../../errors"
import { conditionOf } from "../../lists/queries"
import { say } from "../../words"
import { maySeeLibrary } from "../policy"
import { type Resource, readResources } from "../queries"
import { resourceList } from "./filters"

/** How many resources are on a page of the list. */
export const PAGE_SIZE = 50
const REFUSED = say("Only staff see the whole library.")

const whereOf = (ctx: Ctx, listing: Listing) => conditionOf(ctx, resourceList.filters, listing) ?? sql`true`

/** The library as staff look through it, by name: a page of it, or `most`. */
export async function listResources(ctx: Ctx, listing: Listing, most = PAGE_SIZE): Promise<Resource[]> {
  ensure(maySeeLibrary(ctx.actor), REFUSED)
  const offset = most === PAGE_SIZE ? (listing.page - 1) * PAGE_SIZE : 0
  return readResources(
    ctx,
    sql`${whereOf(ctx, listing)} order by lower(r.title), r.id limit ${most} offset ${offset}`,
  )
}

/** How many resources the list has. */
export async function countResources(ctx: Ctx, listing: Listing): Promise<number> {
  ensure(maySeeLibrary(ctx.actor), REFUSED)
  const [row] = await ctx.tx.execute<{ total: number }>(
    sql`select count(*)::int as total from ${resourceList.from(ctx)} and ${whereOf(ctx, listing)}`,
  )
  return row?.total ?? 0
}
