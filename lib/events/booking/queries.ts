import "server-only"
import { type SQL, sql } from "drizzle-orm"
import type { PLACE_ANSWERS } from "@/db/vocabulary"
import { readingAll } from "../../access/audiences"
import { type Ctx, personOf } from "../../access/ctx"
import { asLink } from "../../access/doors"
import { bookingPaths } from "../../access/links"
import { listTimeEntries } from "../../calendar/feeds/queries"
import { ensure, found, NotFound, SignedOut } from "../../errors"
import { say } from "../../words"
import { maySeeAllEvents } from "../policy"

/** Somebody's place at a date, or their wish for one. */
type Place = {
  id: string
  name: string
  state: keyof typeof PLACE_ANSWERS
  offeredUntil: Date | null
  /** Null: nobody has noted whether they came. */
  came: boolean | null
}

/** People who were booked together, by whoever booked, at one date. `id` is the answer of whoever booked. */
export type Party = {
  id: string
  dateId: string
  eventId: string
  name: string
  email: string | null
  title: string
  startsAt: Date
  endsAt: Date
  allDay: boolean
  zone: string
  place: string | null
  onlineLink: string | null
  price: string | null
  cancelledAt: Date | null
  cancelledReason: string | null
  access: string | null
  food: string | null
  /** All the dates of a course that they booked, in order; none for what is booked date by date. */
  dates: PartyDate[]
  places: Place[]
}

/** One of the dates of a course. */
type PartyDate = { id: string; startsAt: Date; endsAt: Date; place: string | null; cancelledAt: Date | null }
type Told<T, K extends keyof T> = Omit<T, K> & Record<K, string>
type PartyRow = Told<Omit<Party, "cancelledAt" | "places" | "dates">, "startsAt" | "endsAt"> & {
  cancelledAt: string | null
  places: (Omit<Place, "offeredUntil"> & { offeredUntil: string | null })[]
  dates: (Told<Omit<PartyDate, "cancelledAt">, "startsAt" | "endsAt"> & { cancelledAt: string | null })[]
}

const momentMaybe = (at: string | null) => (at ? new Date(at) : null)

/** Parties at dates `o` by a condition, in the order in which they booked; `h` is whoever booked. Who may see them is settled before. */
export const listParties = (ctx: Ctx, which: SQL): Promise<Party[]> =>
  readingAll(ctx, "whom to write to; the link of a booking shows its own party", async () => {
    const rows = await ctx.tx.execute<PartyRow>(sql`
      select coalesce(h.whole_id, h.id) as id, o.id as "dateId", d.id as "eventId", h.name, h.email, d.title, o.starts_at as "startsAt",
        o.ends_at as "endsAt", d.at_time is null as "allDay", d.zone, coalesce(o.place, d.place) as place, d.online_link as "onlineLink", e.price,
        o.cancelled_at as "cancelledAt", o.cancelled_reason as "cancelledReason", n.access, n.food,
        (select coalesce(json_agg(json_build_object('id', wo.id, 'startsAt', wo.starts_at, 'endsAt', wo.ends_at,
          'place', coalesce(wo.place, d.place), 'cancelledAt', wo.cancelled_at) order by wo.starts_at, wo.id), '[]')
          from calendar_answers w join calendar_occurrences wo on wo.id = w.occurrence_id where w.whole_id = h.whole_id) as dates,
        (select json_agg(json_build_object('id', a.id, 'name', a.name, 'state', a.state, 'offeredUntil', a.offered_until,
          'came', (select case when bool_or(x.came_at is not null) then true when bool_or(x.missed_at is not null) then false end
            from calendar_answers x where x.id = a.id or x.whole_id = a.whole_id)) order by a.position)
          from calendar_answers a where a.id = h.id or a.answered_by_id = h.id) as places
      from calendar_answers h join calendar_occurrences o on o.id = h.occurrence_id join calendar_dates d on d.id = o.date_id
        join bookable_events e on e.id = d.id left join booking_needs n on n.answer_id = coalesce(h.whole_id, h.id)
      where h.answered_by_id is null and ${which} order by o.starts_at, h.position`)
    return rows.map((row) => ({
      ...row,
      startsAt: new Date(row.startsAt),
      endsAt: new Date(row.endsAt),
      cancelledAt: momentMaybe(row.cancelledAt),
      dates: row.dates.map((date) => ({
        ...date,
        startsAt: new Date(date.startsAt),
        endsAt: new Date(date.endsAt),
        cancelledAt: momentMaybe(date.cancelledAt),
      })),
      places: row.places.map((place) => ({ ...place, offeredUntil: momentMaybe(place.offeredUntil) })),
    }))
  })

/** Parties by answers of those who booked; of a course at its next date to come, or at the last when none is. */
export const listPartiesOf = (ctx: Ctx, heads: string[]) => {
  const ids = sql`any (${sql.param([...new Set(heads)])}::uuid[])`
  const coming = sql`wo.starts_at > ${ctx.now.toISOString()}::timestamptz`
  return listParties(
    ctx,
    sql`((h.whole_id is null and h.id = ${ids}) or h.id in (
      select distinct on (w.whole_id) w.id from calendar_answers w join calendar_occurrences wo on wo.id = w.occurrence_id
      where w.whole_id in (select x.whole_id from calendar_answers x where x.id = ${ids})
      order by w.whole_id, wo.cancelled_at is not null, ${coming} desc, case when ${coming} then wo.starts_at end, wo.starts_at desc))`,
  )
}

/** All the bookings of a course, each at its next date to come. */
export async function listPartiesOfEvent(ctx: Ctx, eventId: string) {
  const heads = await ctx.tx.execute<{ id: string }>(sql`
    select a.id from calendar_answers a join calendar_occurrences o on o.id = a.occurrence_id
    where o.date_id = ${eventId} and a.whole_id = a.id and a.answered_by_id is null`)
  return listPartiesOf(
    ctx,
    heads.map(({ id }) => id),
  )
}

/** Each booking once: a course stands at each of its dates. */
export const eachOnce = (parties: Party[]): Party[] =>
  [...new Map(parties.toReversed().map((party) => [party.id, party])).values()].reverse()

/** The answer that a booking is known by, of any place in it: of a course, whoever booked at its first date. */
export async function headOf(ctx: Ctx, answerId: string): Promise<string> {
  const [row] = await ctx.tx.execute<{ head: string }>(sql`
    select coalesce(h.whole_id, h.id) as head from calendar_answers a join calendar_answers h on h.id = coalesce(a.answered_by_id, a.id)
    where a.id = ${answerId}`)
  return found(row).head
}

/** The bookings of whoever asks for dates to come, with the path of each, below our address. */
export async function listOwnBookings(ctx: Ctx) {
  const person = personOf(ctx.actor)
  if (!person) return []
  const parties = await listParties(
    ctx,
    sql`h.person_id = ${person.personId} and h.state <> 'no' and o.cancelled_at is null and o.ends_at > ${ctx.now.toISOString()}::timestamptz`,
  )
  return eachOnce(parties).map((party) => ({
    ...party,
    path: bookingPaths(ctx.lio, party.id, party.endsAt).url,
  }))
}

/** Opens the door for whoever holds the link of a booking, to that and nothing else. */
export function byBookingLink<T>(
  { lio, key }: { lio: string; key: string },
  work: (ctx: Ctx, party: Party) => Promise<T>,
  now?: Date,
): Promise<T> {
  return asLink(
    { lio, purpose: "booking", key },
    async (ctx, { about }) => {
      const [party] = about ? await listPartiesOf(ctx, [about]) : []
      if (!party) throw new SignedOut(say("This link has expired."))
      return work(ctx, party)
    },
    { now },
  )
}

/** The same for a file that a booking's page offers: NotFound once the link has expired, as there is nothing to sign in to. */
export const fileByBookingLink: typeof byBookingLink = async (link, work, now) => {
  try {
    return await byBookingLink(link, work, now)
  } catch (refusal) {
    throw refusal instanceof SignedOut ? new NotFound(refusal.message) : refusal
  }
}

/** The date of a booking as calendars are told it, with where to join online; without a place it is cancelled there. */
export const getBookedEntries = (link: { lio: string; key: string }) =>
  fileByBookingLink(link, (ctx, { id, title, dateId, dates, endsAt, onlineLink, places }) =>
    readingAll(ctx, "the link of a booking shows its date, whoever may see the event", async () => {
      const comes = places.some(({ state }) => state === "yes")
      const url = `${process.env.APP_URL ?? ""}${bookingPaths(ctx.lio, id, endsAt).url}`
      const times = dates.length > 0 ? dates.map((date) => date.id) : [dateId]
      const entries = (await listTimeEntries(ctx, times)).map((entry) => ({
        ...entry,
        url,
        about: [comes && onlineLink && say("Join online: {link}", { link: onlineLink }), entry.about]
          .filter(Boolean)
          .join("\n\n"),
        cancelledAt: entry.cancelledAt ?? (comes ? null : ctx.now),
      }))
      return { title, entries }
    }),
  )

/** Somebody on the list of a date, as those who run it see them. */
export type Attendee = Place & {
  email: string | null
  groupId: string | null
  groupName: string | null
  bookedBy: string | null
  access: string | null
  food: string | null
}

/**
 * Everybody who has booked a date or waits, in the order in which they did; those who gave their place back last. For
 * staff; what people need is there only for those who run the event.
 */
export async function listAttendees(ctx: Ctx, dateId: string): Promise<Attendee[]> {
  ensure(maySeeAllEvents(ctx.actor), say("Only staff can see who has booked."))
  const rows = await ctx.tx.execute<Omit<Attendee, "offeredUntil"> & { offeredUntil: string | null }>(sql`
    select a.id, a.name, a.state, a.offered_until as "offeredUntil", coalesce(a.email, b.email) as email, a.group_id as "groupId",
      coalesce(g.name, a.group_name) as "groupName", b.name as "bookedBy", n.access, n.food,
      case when a.came_at is not null then true when a.missed_at is not null then false end as came
    from calendar_answers a left join calendar_answers b on b.id = a.answered_by_id left join groups g on g.id = a.group_id
      left join booking_needs n on n.answer_id = coalesce(a.whole_id, a.id)
    where a.occurrence_id = ${dateId}
    order by case a.state when 'yes' then 1 when 'offered' then 2 when 'waiting' then 3 else 4 end, a.position`)
  return rows.map((row) => ({ ...row, offeredUntil: row.offeredUntil ? new Date(row.offeredUntil) : null }))
}

/** Which date of which event an answer is to, and the answer there: of a course the date that is nearest to now. For staff. */
export async function getDateOfAnswer(ctx: Ctx, answerId: string) {
  ensure(maySeeAllEvents(ctx.actor), say("Only staff can see who has booked."))
  const [row] = await ctx.tx.execute<{ eventId: string; dateId: string; answerId: string }>(sql`
    select o.date_id as "eventId", o.id as "dateId", n.id as "answerId"
    from calendar_answers a join calendar_answers n on n.id = a.id or n.whole_id = a.whole_id
      join calendar_occurrences o on o.id = n.occurrence_id join bookable_events e on e.id = o.date_id
    where a.id = ${answerId}
    order by o.cancelled_at is not null, abs(extract(epoch from o.starts_at - ${ctx.now.toISOString()}::timestamptz)) limit 1`)
  return found(row)
}

/** Whom a booking is of, as far as we know them: a person by their address, a group by its name. */
export async function whoIs(ctx: Ctx, { email, group }: { email: string | null; group: string | null }) {
  const [row] = await ctx.tx.execute<{ personId: string | null; groupId: string | null }>(sql`
    select (select p.id from people p where p.email = ${email} and p.left_at is null limit 1) as "personId",
      (select g.id from groups g where lower(g.name) = lower(${group}) and g.removed_at is null limit 1) as "groupId"`)
  return found(row)
}
