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
  places: Place[]
}

/** Parties at dates `o` by a condition, in the order in which they booked; `h` is whoever booked. Who may see them is settled before. */
export const listParties = (ctx: Ctx, which: SQL): Promise<Party[]> =>
  readingAll(ctx, "whom to write to; the link of a booking shows its own party", async () => {
    const rows = await ctx.tx.execute<
      Omit<Party, "startsAt" | "endsAt" | "cancelledAt" | "places"> & {
        startsAt: string
        endsAt: string
        cancelledAt: string | null
        places: (Omit<Place, "offeredUntil"> & { offeredUntil: string | null })[]
      }
    >(sql`
      select h.id, o.id as "dateId", d.id as "eventId", h.name, h.email, d.title, o.starts_at as "startsAt", o.ends_at as "endsAt",
        d.at_time is null as "allDay", d.zone, coalesce(o.place, d.place) as place, d.online_link as "onlineLink", e.price,
        o.cancelled_at as "cancelledAt", o.cancelled_reason as "cancelledReason", n.access, n.food,
        (select json_agg(json_build_object('id', a.id, 'name', a.name, 'state', a.state, 'offeredUntil', a.offered_until,
          'came', case when a.came_at is not null then true when a.missed_at is not null then false end) order by a.position)
          from calendar_answers a where a.id = h.id or a.answered_by_id = h.id) as places
      from calendar_answers h join calendar_occurrences o on o.id = h.occurrence_id join calendar_dates d on d.id = o.date_id
        join bookable_events e on e.id = d.id left join booking_needs n on n.answer_id = h.id
      where h.answered_by_id is null and ${which} order by o.starts_at, h.position`)
    return rows.map((row) => ({
      ...row,
      startsAt: new Date(row.startsAt),
      endsAt: new Date(row.endsAt),
      cancelledAt: row.cancelledAt ? new Date(row.cancelledAt) : null,
      places: row.places.map((place) => ({
        ...place,
        offeredUntil: place.offeredUntil ? new Date(place.offeredUntil) : null,
      })),
    }))
  })

/** Parties by the answers of those who booked. */
export const listPartiesOf = (ctx: Ctx, heads: string[]) =>
  listParties(ctx, sql`h.id = any (${sql.param([...new Set(heads)])}::uuid[])`)

/** The bookings of whoever asks for dates to come, with the path of each, below our address. */
export async function listOwnBookings(ctx: Ctx) {
  const person = personOf(ctx.actor)
  if (!person) return []
  const parties = await listParties(
    ctx,
    sql`h.person_id = ${person.personId} and h.state <> 'no' and o.cancelled_at is null and o.ends_at > ${ctx.now.toISOString()}::timestamptz`,
  )
  return parties.map((party) => ({ ...party, path: bookingPaths(ctx.lio, party.id, party.endsAt).url }))
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
  fileByBookingLink(link, (ctx, { id, title, dateId, endsAt, onlineLink, places }) =>
    readingAll(ctx, "the link of a booking shows its date, whoever may see the event", async () => {
      const comes = places.some(({ state }) => state === "yes")
      const url = `${process.env.APP_URL ?? ""}${bookingPaths(ctx.lio, id, endsAt).url}`
      const entries = (await listTimeEntries(ctx, [dateId])).map((entry) => ({
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
      left join booking_needs n on n.answer_id = a.id
    where a.occurrence_id = ${dateId}
    order by case a.state when 'yes' then 1 when 'offered' then 2 when 'waiting' then 3 else 4 end, a.position`)
  return rows.map((row) => ({ ...row, offeredUntil: row.offeredUntil ? new Date(row.offeredUntil) : null }))
}

/** Which date of which event an answer is to. For staff. */
export async function getDateOfAnswer(ctx: Ctx, answerId: string) {
  ensure(maySeeAllEvents(ctx.actor), say("Only staff can see who has booked."))
  const [row] = await ctx.tx.execute<{ eventId: string; dateId: string }>(sql`
    select o.date_id as "eventId", o.id as "dateId" from calendar_answers a join calendar_occurrences o on o.id = a.occurrence_id
      join bookable_events e on e.id = o.date_id where a.id = ${answerId}`)
  return found(row)
}

/** Whom a booking is of, as far as we know them: a person by their address, a group by its name. */
export async function whoIs(ctx: Ctx, { email, group }: { email: string | null; group: string | null }) {
  const [row] = await ctx.tx.execute<{ personId: string | null; groupId: string | null }>(sql`
    select (select p.id from people p where p.email = ${email} and p.left_at is null limit 1) as "personId",
      (select g.id from groups g where lower(g.name) = lower(${group}) and g.removed_at is null limit 1) as "groupId"`)
  return found(row)
}
