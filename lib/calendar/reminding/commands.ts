import "server-only"
import { sql } from "drizzle-orm"
import type { CALENDAR_KINDS } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { daysAfter } from "../../days"

/** Notes that people are reminded of whatever of one kind takes place tomorrow, once. Gives the ids of those dates. */
export async function noteReminded(ctx: Ctx, kind: keyof typeof CALENDAR_KINDS): Promise<string[]> {
  const rows = await ctx.tx.execute<{ id: string }>(sql`
    update calendar_occurrences o set reminded_at = ${ctx.now.toISOString()}::timestamptz
    from calendar_dates d
    where d.id = o.date_id and d.lio_id = o.lio_id and d.kind = ${kind} and o.reminded_at is null and o.cancelled_at is null
      and o.starts_at > ${ctx.now.toISOString()}::timestamptz
      and (o.starts_at at time zone d.zone)::date = ${daysAfter(ctx.today, 1)}::date
    returning o.id`)
  return rows.map((row) => row.id)
}

/** Days after which nobody is asked how something was any more. */
const TOO_LATE_DAYS = 7

/** Notes that people are asked how whatever of one kind was that was over before today, once; of what is answered as a whole after its last date. Gives the ids of those dates. */
export async function noteFollowedUp(ctx: Ctx, kind: keyof typeof CALENDAR_KINDS): Promise<string[]> {
  const rows = await ctx.tx.execute<{ id: string }>(sql`
    update calendar_occurrences o set followed_up_at = ${ctx.now.toISOString()}::timestamptz
    from calendar_dates d
    where d.id = o.date_id and d.lio_id = o.lio_id and d.kind = ${kind} and o.followed_up_at is null and o.cancelled_at is null
      and (o.ends_at at time zone d.zone)::date < ${ctx.today}::date
      and (o.ends_at at time zone d.zone)::date >= ${daysAfter(ctx.today, -TOO_LATE_DAYS)}::date
      and not (d.whole and exists (select from calendar_occurrences l
        where l.date_id = o.date_id and l.cancelled_at is null and l.starts_at > o.starts_at))
    returning o.id`)
  return rows.map((row) => row.id)
}
