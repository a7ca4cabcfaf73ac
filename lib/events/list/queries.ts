import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import type { Listing } from "../../access/list-type"
import { ensure } from "../../errors"
import { firstValue } from "../../lists/input"
import { conditionOf } from "../../lists/queries"
import { maySeeAllEvents } from "../policy"
import { COUNTS, type DateRow, dateOf, EVENT_DATE, type EventDate } from "../queries"
import { eventList } from "./filters"

/** How many dates a page of the list shows. */
export const PAGE_SIZE = 50

type Listed = EventDate & { title: string; publishedAt: Date | null; openTo: "public" | "staff" }

/** The dates of events: those to come, the next first, or those that are over, the last first. A page of them, or `most`. */
export async function listEventDates(ctx: Ctx, listing: Listing, most = PAGE_SIZE): Promise<Listed[]> {
  ensure(maySeeAllEvents(ctx.actor))
  const past = firstValue(listing, "when") === "past"
  const rows = await ctx.tx.execute<
    DateRow & { title: string; publishedAt: string | null; openTo: "public" | "staff" }
  >(sql`
    select ${EVENT_DATE}, d.title, e.published_at as "publishedAt", e.open_to as "openTo", ${COUNTS}
    from ${eventList.from(ctx)} and ${conditionOf(ctx, eventList.filters, listing) ?? sql`true`}
    order by o.starts_at ${past ? sql`desc` : sql`asc`}, o.id
    limit ${most} offset ${most === PAGE_SIZE ? (listing.page - 1) * PAGE_SIZE : 0}`)
  return rows.map(({ publishedAt, ...row }) => ({
    ...dateOf(row),
    title: row.title,
    openTo: row.openTo,
    publishedAt: publishedAt ? new Date(publishedAt) : null,
  }))
}

/** How many dates the list has. */
export async function countEventDates(ctx: Ctx, listing: Listing): Promise<number> {
  const [row] = await ctx.tx.execute<{ total: number }>(sql`
    select count(*)::int as total from ${eventList.from(ctx)} and ${conditionOf(ctx, eventList.filters, listing) ?? sql`true`}`)
  return row?.total ?? 0
}
