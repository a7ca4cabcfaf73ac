import { setTimeout as pause } from "node:timers/promises"
import { trellis } from "../bench/command"
import { openDatabase } from "../e2e/support/place"
import { browser, isSo, within } from "./browser"
import type { Measured } from "./long"

/** So many people book so many places within so many milliseconds, and so many of them give theirs back. */
const [PEOPLE, PLACES, LEAVE, SPAN] = [200, 40, 60, 60_000]
const MANAGER = "manager@booking-lio.example"
/** An event with these many places in a month; its id and its date's. */
async function makeEvent(title: string, capacity: number) {
  const { asPerson } = await import("@/lib/access/doors")
  const { addEvent, publishEvent } = await import("@/lib/events/commands")
  const { addEventInput } = await import("@/lib/events/input")
  const { listDatesOf } = await import("@/lib/events/queries")
  const on = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
  const said = { title, on, at: "10:00", ends: "12:00", place: "The hall", capacity: String(capacity) }
  const input = addEventInput.parse({ ...said, audience: "public" })
  return asPerson("booking", { email: MANAGER }, async (ctx) => {
    const { id } = await addEvent(ctx, input)
    await publishEvent(ctx, { id })
    return { id, dateId: (await listDatesOf(ctx, id))[0]?.id ?? "" }
  })
}

/**
 * 200 people book 40 places over HTTP in one minute, and 60 of them give theirs back by the link in their email. The doors'
 * addresses stand in the environment already.
 */
export async function measureBooking(base: string): Promise<Measured[]> {
  await trellis(
    "lio",
    "create",
    "--slug",
    "booking",
    "--name",
    "Booking CVS",
    "--kind",
    "cvs",
    "--manager",
    MANAGER,
  )
  const [warm, event] = [await makeEvent("Warm-up", 100), await makeEvent("Forty places", PLACES)]
  const pathOf = ({ id, dateId }: typeof event) => `/booking/events/${id}/${dateId}/book`
  const sql = openDatabase()
  const read = <T extends object>(query: string, ...values: string[]) =>
    sql.begin(async (tx) => {
      await tx`select set_config('app.lio_id', (select id::text from lios where slug = 'booking'), true), set_config('app.audiences', '{*}', true)`
      return tx.unsafe<T[]>(query, values)
    })
  const emailOf = (nth: number) => `p${nth}@booking.example`
  const book = (nth: number, where: typeof event) =>
    browser(base, nth)(pathOf(where), /name="dateId"/, {
      name: `Person ${nth}`,
      email: emailOf(nth),
      group: "",
    })
  for (let nth = 1; nth <= 20; nth++) await book(10_000 + nth, warm)

  const taken = async () =>
    (
      await read<{ count: number }>(
        "select count(*)::int as count from calendar_answers where occurrence_id = $1 and state in ('yes', 'offered')",
        event.dateId,
      )
    )[0]?.count ?? 0
  let most = 0
  let over = false
  const watching = (async () => {
    while (!over) {
      most = Math.max(most, await taken())
      await pause(100)
    }
  })()
  const pages: number[] = []
  const bookings: number[] = []
  const leaving: number[] = []
  const begun = performance.now()
  const left = () => Math.max(0, begun + SPAN - performance.now())
  await Promise.all(
    Array.from({ length: PEOPLE }, async (_, nth) => {
      const leaves = nth % 10 < (LEAVE / PEOPLE) * 10
      await pause(Math.random() * SPAN * (leaves ? 0.7 : 1))
      const booked = await book(nth, event)
      pages.push(booked.page)
      bookings.push(booked.form)
      if (!leaves) return
      await pause(Math.random() * left())
      const [letter] = await read<{ url: string; id: string }>(
        `select l.props->>'url' as url, a.id from letters l, calendar_answers a
         where l.letter = 'event-booked' and l.to_email = $1 and a.email = $1`,
        emailOf(nth),
      )
      const went = await browser(base, nth)(
        letter?.url ?? "",
        new RegExp(`^(?![\\s\\S]*Yes, take)[\\s\\S]*value="${letter?.id}"`),
        {},
      )
      pages.push(went.page)
      leaving.push(went.form)
    }),
  )
  over = true
  await watching
  const [end] = await read<{ taken: number; order: boolean; gone: number }>(
    `select count(*) filter (where state in ('yes', 'offered'))::int as taken, count(*) filter (where state = 'no')::int as gone,
       coalesce(max(position) filter (where state = 'offered') < min(position) filter (where state = 'waiting'), false) as order
     from calendar_answers where occurrence_id = $1`,
    event.dateId,
  )
  const [letters] = await read<{ booked: number; offered: number; twice: number }>(
    `select count(*) filter (where letter = 'event-booked')::int as booked, count(*) filter (where letter = 'event-offered')::int as offered,
       (count(*) - count(distinct letter || to_email))::int as twice from letters where to_email like 'p%@booking.example' and to_email not like 'p1____@%'`,
  )
  const [offered] = await read<{ count: number }>(
    "select count(*)::int as count from calendar_answers where occurrence_id = $1 and state = 'offered'",
    event.dateId,
  )
  await sql.end()
  const said = `${PEOPLE} people, ${PLACES} places, one minute`
  const told = `${letters?.booked} confirmations, ${letters?.offered} offers, ${letters?.twice} twice`
  const right = letters?.booked === PEOPLE && letters.twice === 0 && letters.offered >= (offered?.count ?? 0)
  return [
    within(`${said}: to book`, bookings, 300),
    within(`${said}: to give a place back by the link`, leaving, 300),
    within(`${said}: to open either page`, pages, 300),
    isSo(`${said}: most places given at once`, String(most), `never ${PLACES + 1}`, most <= PLACES),
    isSo(`${said}: places given in the end`, String(end?.taken), String(PLACES), end?.taken === PLACES),
    isSo(`${said}: gave theirs back`, String(end?.gone), String(LEAVE), end?.gone === LEAVE),
    isSo(`${said}: the waiting list is in order`, end?.order ? "yes" : "no", "yes", end?.order ?? false),
    isSo(`${said}: each email once`, told, `${PEOPLE} confirmations, 0 twice`, right),
  ]
}
