import "server-only"
import { sql } from "drizzle-orm"
import type { CALENDAR_KINDS } from "@/db/vocabulary"
import type { Ctx } from "../access/ctx"

/** Something on a page of the calendar. `path`: its page, below the LIO's address. */
export type OnTheDay = {
  id: string
  kind: keyof typeof CALENDAR_KINDS
  title: string
  path: string
  day: string
  startsAt: Date
  allDay: boolean
  zone: string
  place: string | null
  cancelled: boolean
}

/** Where the page of something in the calendar is, below the LIO’s address, in SQL on a date `d`. */
export const PATH = sql`case d.kind when 'board' then '/board-meetings/' else '/events/' end || d.id`

/** Everything in the calendar from one day until before another, that the asker may see, in its order. */
export async function listDays(ctx: Ctx, from: string, before: string): Promise<OnTheDay[]> {
  const rows = await ctx.tx.execute<Omit<OnTheDay, "startsAt"> & { startsAt: string }>(sql`
    select o.id, d.kind, d.title, ${PATH} as path, o.starts_at as "startsAt",
      (o.starts_at at time zone d.zone)::date::text as day, d.at_time is null as "allDay", d.zone, coalesce(o.place, d.place) as place,
      o.cancelled_at is not null as cancelled
    from calendar_occurrences o join calendar_dates d on d.id = o.date_id
    where o.starts_at >= ${from}::date at time zone ${ctx.lio.timezone} and o.starts_at < ${before}::date at time zone ${ctx.lio.timezone}
    order by o.starts_at, d.title`)
  return rows.map((row) => ({ ...row, startsAt: new Date(row.startsAt) }))
}
