import "server-only"
import { eq, type SQL, sql } from "drizzle-orm"
import { calendarFeeds } from "@/db/schema"
import { readingAll } from "../../access/audiences"
import { type Ctx, personOf } from "../../access/ctx"
import { asLink } from "../../access/doors"
import { calendarPath } from "../../access/links"
import { inOffice } from "../../access/may"
import { SignedOut } from "../../errors"
import { say } from "../../words"
import { PATH } from "../queries"
import { aloneOf, type Entry } from "./ical"

/** Days for which something that is over stays in calendars that are fetched. */
const KEPT_DAYS = 365
/** So many things stand in one calendar at most, the newest. */
const MOST = 2_000

type Row = Omit<Entry, "changedAt" | "cancelledAt" | "url" | "uid" | "times"> & {
  id: string
  path: string
  changedAt: string
  cancelledAt: string | null
  times: {
    ruleDay: string
    startsAt: string
    endsAt: string
    place: string | null
    sequence: number
    cancelledAt: string | null
  }[]
}

const address = () => process.env.APP_URL ?? ""
const uidOf = (id: string) => `${id}@${URL.canParse(address()) ? new URL(address()).hostname : "trellis"}`

/** Reads entries of the calendar: of the dates `d` that `which` leaves, each with its times. */
async function readEntries(ctx: Ctx, which: SQL): Promise<(Entry & { id: string })[]> {
  const rows = await ctx.tx.execute<Row>(sql`
    select d.id, ${PATH} as path, d.title, d.about, d.on_day::text as "on", d.at_time as "at", d.minutes, d.zone, d.place, d.rule,
      d.sequence, d.changed_at as "changedAt", d.cancelled_at as "cancelledAt",
      (select coalesce(json_agg(json_build_object('ruleDay', o.rule_day, 'startsAt', o.starts_at, 'endsAt', o.ends_at, 'place', o.place,
        'sequence', o.sequence, 'cancelledAt', o.cancelled_at) order by o.rule_day), '[]')
        from calendar_occurrences o where o.date_id = d.id) as times
    from calendar_dates d where ${which}
    order by d.on_day desc, d.id limit ${MOST}`)
  return rows.map(({ path, ...row }) => ({
    ...row,
    uid: uidOf(row.id),
    url: `${address()}/${ctx.lio.slug}${path}`,
    changedAt: new Date(row.changedAt),
    cancelledAt: row.cancelledAt ? new Date(row.cancelledAt) : null,
    times: row.times.map((time) => ({
      ...time,
      startsAt: new Date(time.startsAt),
      endsAt: new Date(time.endsAt),
      cancelledAt: time.cancelledAt ? new Date(time.cancelledAt) : null,
    })),
  }))
}

const lately = (ctx: Ctx) =>
  sql`exists (select from calendar_occurrences o where o.date_id = d.id
    and o.ends_at > ${ctx.now.toISOString()}::timestamptz - make_interval(days => ${KEPT_DAYS}))`

/** What everybody may see of the LIO's calendar. */
export const listPublicEntries = (ctx: Ctx) => readEntries(ctx, sql`d.audience = 'public' and ${lately(ctx)}`)

/** One thing of the calendar that the asker may see. */
export const listEntry = (ctx: Ctx, id: string) => readEntries(ctx, sql`d.id = ${id}`)

/** Single times of the calendar, by their ids: each by itself, without the others of its series. */
export async function listTimeEntries(ctx: Ctx, occurrenceIds: string[]): Promise<Entry[]> {
  const own = await ctx.tx.execute<{ key: string; id: string }>(sql`
    select o.date_id || ' ' || o.rule_day as key, o.date_id as id from calendar_occurrences o
    where o.id = any (${sql.param(occurrenceIds)}::uuid[])`)
  const keys = new Set(own.map(({ key }) => key))
  const ids = own.map(({ id }) => id)
  const entries = await readEntries(ctx, sql`d.id = any (${sql.param(ids)}::uuid[])`)
  return entries.flatMap(({ id, ...entry }) => aloneOf(entry, (time) => keys.has(`${id} ${time.ruleDay}`)))
}

/** What somebody has said that they come to, lately and from now on, each time by itself. */
async function listOwnEntries(ctx: Ctx, personId: string) {
  const rows = await ctx.tx.execute<{ id: string }>(sql`
    select o.id from calendar_answers a join calendar_occurrences o on o.id = a.occurrence_id
    where a.person_id = ${personId} and a.state = 'yes'
      and o.ends_at > ${ctx.now.toISOString()}::timestamptz - make_interval(days => ${KEPT_DAYS})
    order by o.starts_at desc limit ${MOST}`)
  return listTimeEntries(
    ctx,
    rows.map(({ id }) => id),
  )
}

/** The meetings of the boards on which somebody sits, lately and from now on. */
const listBoardEntries = (ctx: Ctx, personId: string) =>
  readEntries(
    ctx,
    sql`d.kind = 'board' and ${lately(ctx)} and d.id in (select m.id from board_meetings m join seats s on s.board_id = m.board_id
      join seat_terms t on t.seat_id = s.id and t.person_id = ${personId} and ${inOffice(ctx)})`,
  )

/** The path of the asker's own calendar; null when they have none yet. */
export async function getOwnCalendar(ctx: Ctx): Promise<string | null> {
  const person = personOf(ctx.actor)
  if (!person) return null
  const [row] = await ctx.tx
    .select({ id: calendarFeeds.id })
    .from(calendarFeeds)
    .where(eq(calendarFeeds.personId, person.personId))
  return row ? calendarPath(ctx.lio, row.id, person.personId) : null
}

/**
 * Opens the door for whoever has the address of a personal calendar: staff see all of the LIO's, others what they come to.
 * SignedOut once the address was renewed, or its person has left.
 */
export const byCalendarLink = ({
  lio,
  key,
}: {
  lio: string
  key: string
}): Promise<{ entries: Entry[]; name: string }> =>
  asLink({ lio, purpose: "calendar", key }, (ctx, { about, holder }) =>
    readingAll(ctx, "whether the address is still good, and what its holder comes to", async () => {
      const [feed] = await ctx.tx.execute<{ staff: boolean }>(sql`
        select exists (select from staff s where s.person_id = f.person_id and s.ended_at is null) as staff
        from calendar_feeds f where f.id = ${about} and f.person_id = ${holder?.personId ?? null}`)
      if (!feed || !holder) throw new SignedOut(say("This link has expired."))
      const entries = feed.staff
        ? await readEntries(ctx, lately(ctx))
        : [...(await listOwnEntries(ctx, holder.personId)), ...(await listBoardEntries(ctx, holder.personId))]
      return { entries, name: say("{lio}: {name}", { lio: ctx.lio.name, name: holder.name }) }
    }),
  )
