import "server-only"
import { type SQL, sql } from "drizzle-orm"
import { readingAll } from "../access/audiences"
import type { Ctx } from "../access/ctx"
import { ensure, found } from "../errors"
import { say } from "../words"
import { maySeeAllEvents } from "./policy"

/** One of the dates of an event, with how many come and wait. `free` null: there is no limit. */
export type EventDate = {
  id: string
  eventId: string
  startsAt: Date
  endsAt: Date
  allDay: boolean
  zone: string
  place: string | null
  capacity: number | null
  cancelledAt: Date | null
  cancelledReason: string | null
  /** It is booked with all the other dates to come. */
  whole: boolean
  booked: number
  offered: number
  waiting: number
  came: number
  missed: number
  free: number | null
}
/** The same as PostgreSQL gives it. */
export type DateRow = Omit<EventDate, "startsAt" | "endsAt" | "cancelledAt" | "free"> & {
  startsAt: string
  endsAt: string
  cancelledAt: string | null
}

/** The columns of a date `o` of an event `d`. */
export const EVENT_DATE = sql`o.id, o.date_id as "eventId", o.starts_at as "startsAt", o.ends_at as "endsAt", d.at_time is null as "allDay",
  d.zone, coalesce(o.place, d.place) as place, d.capacity, o.cancelled_at as "cancelledAt", o.cancelled_reason as "cancelledReason", d.whole`

const counted = (name: string, which: SQL) =>
  sql`(select count(*)::int from calendar_answers a where a.occurrence_id = o.id and ${which}) as ${sql.identifier(name)}`

/** How many come to a date `o`, and wait. */
export const COUNTS = sql.join(
  [
    counted("booked", sql`a.state = 'yes'`),
    counted("offered", sql`a.state = 'offered'`),
    counted("waiting", sql`a.state = 'waiting'`),
    counted("came", sql`a.came_at is not null`),
    counted("missed", sql`a.missed_at is not null`),
  ],
  sql`, `,
)

/** A date as it was read. */
export function dateOf({ startsAt, endsAt, cancelledAt, ...row }: DateRow): EventDate {
  const { id, eventId, allDay, zone, place, capacity, cancelledReason, whole } = row
  const { booked, offered, waiting, came, missed } = row
  return {
    ...{
      id,
      eventId,
      allDay,
      zone,
      place,
      capacity,
      cancelledReason,
      whole,
      booked,
      offered,
      waiting,
      came,
      missed,
    },
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    cancelledAt: cancelledAt ? new Date(cancelledAt) : null,
    free: capacity === null ? null : Math.max(0, waiting > 0 ? 0 : capacity - booked - offered),
  }
}

/** An event as pages show it. */
export type BookableEvent = {
  id: string
  title: string
  about: string | null
  on: string
  at: string | null
  minutes: number
  zone: string
  place: string | null
  onlineLink: string | null
  capacity: number | null
  rule: string | null
  whole: boolean
  themes: { id: string; name: string }[]
  price: string | null
  openTo: "public" | "staff"
  publishedAt: Date | null
  cancelledAt: Date | null
  cancelledReason: string | null
}

/** Joins the theme `t` of `et`: the one that took its place where two were merged. */
const THEME = sql`join terms m on m.id = et.term_id join terms t on t.id = coalesce(m.merged_into_id, m.id)`

async function readEvent(ctx: Ctx, id: string, which: SQL): Promise<BookableEvent> {
  const [row] = await ctx.tx.execute<
    Omit<BookableEvent, "publishedAt" | "cancelledAt"> & {
      publishedAt: string | null
      cancelledAt: string | null
    }
  >(sql`
    select d.id, d.title, d.about, d.on_day::text as "on", d.at_time as "at", d.minutes, d.zone, d.place, d.online_link as "onlineLink",
      d.capacity, d.rule, d.whole, (select coalesce(json_agg(distinct jsonb_build_object('id', t.id, 'name', t.name)), '[]') from event_terms et ${THEME} where et.event_id = d.id) as themes, e.price, e.open_to as "openTo", e.published_at as "publishedAt", d.cancelled_at as "cancelledAt",
      d.cancelled_reason as "cancelledReason"
    from calendar_dates d join bookable_events e on e.id = d.id where d.id = ${id} and ${which}`)
  const { publishedAt, cancelledAt, ...event } = found(row)
  const moment = (at: string | null) => (at ? new Date(at) : null)
  return { ...event, publishedAt: moment(publishedAt), cancelledAt: moment(cancelledAt) }
}

/** One event, for staff. */
export async function getEvent(ctx: Ctx, id: string): Promise<BookableEvent> {
  ensure(maySeeAllEvents(ctx.actor), say("Only staff can see this."))
  return readEvent(ctx, id, sql`true`)
}

/** One event that anybody may book; not where it is online, which those who have a place are told. */
export async function getPublicEvent(
  ctx: Ctx,
  id: string,
): Promise<Omit<BookableEvent, "onlineLink"> & { online: boolean }> {
  const event = await readingAll(ctx, "members see what everybody sees", () =>
    readEvent(ctx, id, sql`d.audience = 'public' and e.published_at is not null`),
  )
  const { onlineLink, ...shown } = event
  return { ...shown, online: onlineLink !== null }
}

const readDates = async (ctx: Ctx, which: SQL, limit: number): Promise<EventDate[]> =>
  readingAll(ctx, "how many places are taken, not by whom", async () => {
    const rows = await ctx.tx.execute<DateRow>(sql`
      select ${EVENT_DATE}, ${COUNTS} from calendar_occurrences o join calendar_dates d on d.id = o.date_id
      where ${which} order by o.starts_at, o.id limit ${limit}`)
    return rows.map(dateOf)
  })

const ALL = 400

/** All the dates of an event, in their order. Who may see it is settled before. */
export const listDatesOf = (ctx: Ctx, eventId: string) => readDates(ctx, sql`o.date_id = ${eventId}`, ALL)

/** One date with its event, for staff. */
export async function getEventDate(ctx: Ctx, id: string, dateId: string) {
  const event = await getEvent(ctx, id)
  const [date] = await readDates(ctx, sql`o.id = ${dateId} and o.date_id = ${id}`, 1)
  return { event, date: found(date) }
}

/** One date to come of an event that anybody may book. */
export async function getPublicDate(ctx: Ctx, id: string, dateId: string) {
  const event = await getPublicEvent(ctx, id)
  const [date] = await readDates(ctx, sql`o.id = ${dateId} and o.date_id = ${id}`, 1)
  return { event, date: found(date) }
}

/** A date on the public list, with the words of its event, and how many later dates that has. */
export type PublicDate = EventDate & {
  title: string
  price: string | null
  online: boolean
  more: number
  themeIds: string[]
}

type PublicRow = DateRow & Pick<PublicDate, "title" | "price" | "online" | "more" | "themeIds">

/** Events `d` that anybody may book and that a condition leaves, each with its next date, in this order. */
const readPublicDates = (ctx: Ctx, which: SQL, order: SQL, most: number): Promise<PublicDate[]> =>
  readingAll(ctx, "how many places are taken, not by whom", async () => {
    const rows = await ctx.tx.execute<PublicRow>(sql`
      with coming as (
        select o.*, row_number() over each as nth, (count(*) over (partition by o.date_id))::int - 1 as more
        from calendar_occurrences o join calendar_dates d on d.id = o.date_id join bookable_events e on e.id = d.id
        where d.audience = 'public' and e.published_at is not null and o.cancelled_at is null
          and o.ends_at > ${ctx.now.toISOString()}::timestamptz and ${which}
        window each as (partition by o.date_id order by o.starts_at, o.id))
      select ${EVENT_DATE}, d.title, e.price, d.online_link is not null as online, o.more, array(select t.id from event_terms et ${THEME} where et.event_id = d.id) as "themeIds", ${COUNTS}
      from coming o join calendar_dates d on d.id = o.date_id join bookable_events e on e.id = d.id
      where o.nth = 1 order by ${order} limit ${most}`)
    return rows.map(({ title, price, online, more, themeIds, ...row }) => ({
      ...dateOf(row),
      ...{ title, price, online, more, themeIds },
    }))
  })

const SOONEST = sql`o.starts_at, o.id`

/** The events that anybody may book, each with its next date, the soonest first. */
export const listPublicDates = (ctx: Ctx, most = 200) => readPublicDates(ctx, sql`true`, SOONEST, most)

/** So many other events are named beside one. */
const MOST_ALSO = 3

/** Other events with places left that are about the same as one of them: those that share most of its themes, then the soonest. */
export async function listAlso(ctx: Ctx, eventId: string): Promise<PublicDate[]> {
  const themes = (id: SQL) => sql`select t.id from event_terms et ${THEME} where et.event_id = ${id}`
  const shared = sql`(select count(*) from (${themes(sql`d.id`)} intersect ${themes(sql`${eventId}`)}) s)`
  const dates = await readPublicDates(
    ctx,
    sql`o.starts_at > ${ctx.now.toISOString()}::timestamptz and d.id <> ${eventId} and ${shared} > 0`,
    sql`${shared} desc, ${SOONEST}`,
    MOST_ALSO * 5,
  )
  return dates.filter(({ free }) => free !== 0).slice(0, MOST_ALSO)
}
