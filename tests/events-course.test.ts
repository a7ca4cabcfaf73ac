import { sql } from "drizzle-orm"
import { beforeEach, describe, expect, it } from "vitest"
import { bookingPaths } from "@/lib/access/links"
import { listDatesToSettle } from "@/lib/calendar/answers/commands"
import { NotAllowed, RuleBroken, SignedOut } from "@/lib/errors"
import { noteCame, noteCameUnbooked } from "@/lib/events/attendance/commands"
import { cameUnbookedInput, noteAttendanceInput } from "@/lib/events/attendance/input"
import { givePlaceBack, sayNeeds, settleDate, takePlace } from "@/lib/events/booking/commands"
import {
  byBookingLink,
  getBookedEntries,
  getDateOfAnswer,
  listAttendees,
  listOwnBookings,
} from "@/lib/events/booking/queries"
import { readCertificate } from "@/lib/events/certificates/queries"
import { cancelDate, cancelEvent, changeEvent, moveDate } from "@/lib/events/commands"
import { judgeEvent } from "@/lib/events/feedback/commands"
import { getFeedback, getOwnFeedback, mayJudge } from "@/lib/events/feedback/queries"
import { changeEventInput, moveDateInput } from "@/lib/events/input"
import { listPublicDates } from "@/lib/events/queries"
import { retention } from "@/lib/events/retention"
import { askForFeedback, remindOfEvents } from "@/lib/events/telling/commands"
import { gathering, NOW } from "./support/gathering"
import { world } from "./support/world"

const w = await world()
const { asStaff, said, published, book, answers, idOf, letters, forget } = gathering(w)

/** Three Fridays, 10:00 to 12:30, that are booked together. */
const FRIDAYS = ["2026-11-20", "2026-11-27", "2026-12-04"]
const course = (more: Record<string, unknown> = {}) =>
  published({ every: "week", until: "2026-12-04", bookedAs: "course", ...more })
const everyDate = (dates: string[]) => Promise.all(dates.map(answers))
const linkOf = (id: string) => ({
  lio: "ribble",
  key: bookingPaths(w.ribble, id, new Date("2028-01-01")).url.split("key=")[1] ?? "",
})
const at = (day: string, time = "10:05") => new Date(`${day}T${time}:00Z`)

beforeEach(forget)

describe("A course", () => {
  it("is booked once for all its dates, with one capacity and one waiting list", async () => {
    const { dates } = await course()
    expect(await book(dates[0] ?? "", "Ann", { colleagues: "Bea" })).toMatchObject({ coming: 2, waiting: 0 })
    expect(await book(dates[2] ?? "", "Cal")).toMatchObject({ coming: 0, waiting: 1 })
    expect(await book(dates[1] ?? "", "Cal")).toMatchObject({ coming: 0, waiting: 1 })
    const list = ["Ann yes", "Bea yes", "Cal waiting"]
    expect(await everyDate(dates)).toEqual([list, list, list])
    expect(await letters()).toEqual(["event-booked ann@new.example", "event-booked cal@new.example"])
    const [letter] = await w.system((ctx) =>
      ctx.tx.execute<{ props: { dates: string[] } }>(
        sql`select props from letters where to_email = 'ann@new.example'`,
      ),
    )
    expect(letter?.props.dates).toHaveLength(3)
    const heads = await w.system((ctx) =>
      ctx.tx.execute(sql`
        select count(*)::int as wrong from calendar_answers a join calendar_answers h on h.id = a.answered_by_id
        where a.occurrence_id <> h.occurrence_id`),
    )
    expect(heads).toEqual([{ wrong: 0 }])
  })

  it("never gives more places than there are, whichever of its dates people press at once", async () => {
    const { dates } = await course({ capacity: "5" })
    const names = Array.from({ length: 14 }, (_, nth) => `Racer ${nth}`)
    await Promise.all(names.map((name, nth) => book(dates[nth % 3] ?? "", name)))
    const lists = await everyDate(dates)
    for (const list of lists) {
      expect(list.filter((one) => one.endsWith("yes"))).toHaveLength(5)
      expect(list).toEqual(lists[0])
    }
  })

  it("offers all its dates to whoever waits first when a place is given back, by the link, at any time before the last", async () => {
    const { dates } = await course({ capacity: "1" })
    await book(dates[0] ?? "", "Ann")
    await book(dates[0] ?? "", "Bea")
    const [ann, bea] = [await idOf(dates[0] ?? "", "Ann"), await idOf(dates[0] ?? "", "Bea")]
    await forget()
    const between = at("2026-11-21")
    await byBookingLink(
      linkOf(ann),
      async (ctx, party) => {
        expect([party.id, party.dateId]).toEqual([ann, dates[1]])
        await givePlaceBack(ctx, { id: party.places[0]?.id ?? "" })
      },
      between,
    )
    expect(await everyDate(dates)).toEqual([
      ["Ann yes", "Bea waiting"],
      ["Ann no", "Bea offered"],
      ["Ann no", "Bea offered"],
    ])
    expect(await letters()).toEqual(["event-offered bea@new.example"])
    await byBookingLink(
      linkOf(bea),
      (ctx, party) => takePlace(ctx, { id: party.places[0]?.id ?? "" }),
      at("2026-11-21", "11:00"),
    )
    expect((await everyDate(dates)).slice(1)).toEqual([
      ["Ann no", "Bea yes"],
      ["Ann no", "Bea yes"],
    ])
    await expect(
      byBookingLink(linkOf(bea), (ctx) => givePlaceBack(ctx, { id: ann }), between),
    ).rejects.toThrow(NotAllowed)
    const bookedAgain = await idOf(dates[1] ?? "", "Bea")
    await expect(
      byBookingLink(linkOf(ann), (ctx) => takePlace(ctx, { id: bookedAgain }), between),
    ).rejects.toThrow(NotAllowed)
  })

  it("lets an offer lapse at all its dates and gives it to the next", async () => {
    const { dates } = await course({ capacity: "1" })
    for (const name of ["Ann", "Bea", "Cal"]) await book(dates[0] ?? "", name)
    await asStaff(async (ctx) => givePlaceBack(ctx, { id: await idOf(dates[2] ?? "", "Ann") }))
    const later = at("2026-11-10")
    const toSettle = await asStaff((ctx) => listDatesToSettle(ctx, "event"), later)
    expect(toSettle).toEqual(expect.arrayContaining(dates))
    for (const id of toSettle) await asStaff((ctx) => settleDate(ctx, id), later)
    const list = ["Ann no", "Bea lapsed", "Cal offered"]
    expect(await everyDate(dates)).toEqual([list, list, list])
  })

  it("that has begun is booked for the dates still to come", async () => {
    const { dates } = await course()
    await book(dates[0] ?? "", "Ann")
    await book(dates[0] ?? "", "Bea", {}, at("2026-11-21"))
    await book(dates[1] ?? "", "Cal", {}, at("2026-11-21"))
    expect(await everyDate(dates)).toEqual([
      ["Ann yes"],
      ["Ann yes", "Bea yes", "Cal waiting"],
      ["Ann yes", "Bea yes", "Cal waiting"],
    ])
    await expect(book(dates[0] ?? "", "Dot", {}, at("2026-12-05"))).rejects.toThrow(RuleBroken)
  })

  it("has attendance for each date, a code for all of them, and a certificate that says to how many somebody came", async () => {
    const { id, dates } = await course()
    await book(dates[0] ?? "", "Ann")
    const ann = await idOf(dates[0] ?? "", "Ann")
    const note = async (dateId: string, word: string, day: string) => {
      const press = `${word} ${await idOf(dateId, "Ann")}`
      await asStaff(
        (ctx) => noteCame(ctx, noteAttendanceInput.parse({ eventId: id, dateId, press })),
        at(day),
      )
    }
    expect(await asStaff((ctx) => getDateOfAnswer(ctx, ann), at("2026-11-27", "09:50"))).toEqual({
      ...{ eventId: id, dateId: dates[1], answerId: await idOf(dates[1] ?? "", "Ann") },
    })
    await expect(w.asViewer((ctx) => readCertificate(ctx, ann))).rejects.toThrow(RuleBroken)
    await note(dates[0] ?? "", "came", "2026-11-20")
    await note(dates[1] ?? "", "missed", "2026-11-27")
    await note(dates[2] ?? "", "came", "2026-12-04")
    const { facts } = await byBookingLink(linkOf(ann), (ctx) => readCertificate(ctx, ann))
    expect(facts.map(({ value }) => value)).toEqual([
      ...["Ann", "First aid at work"],
      "Friday 20 November 2026, 10am to 12:30pm; Friday 4 December 2026, 10am to 12:30pm",
      ...["2 of 3 dates", "The Old Library", "5 hours"],
    ])
    const input = cameUnbookedInput.parse({ eventId: id, dateId: dates[1], name: "Walker" })
    await asStaff((ctx) => noteCameUnbooked(ctx, input), at("2026-11-27"))
    expect((await everyDate(dates)).map((list) => list.includes("Walker yes"))).toEqual([false, true, false])
  })

  it("reminds before each date and asks once, after the last, how it was", async () => {
    const { id, dates } = await course({ on: "2027-01-08", until: "2027-01-22", capacity: "" })
    const names = ["Ann", "Bea", "Cal", "Dot", "Eve"]
    for (const name of names) await book(dates[0] ?? "", name)
    await forget()
    expect(await w.system(remindOfEvents, "ribble", at("2027-01-14", "08:00"))).toBe(5)
    await forget()
    for (const day of ["2027-01-09", "2027-01-16"])
      expect(await w.system(askForFeedback, "ribble", at(day, "09:30"))).toBe(0)
    expect(await w.system(askForFeedback, "ribble", at("2027-01-23", "09:30"))).toBe(5)
    expect(await w.system(askForFeedback, "ribble", at("2027-01-23", "10:30"))).toBe(0)
    for (const name of names) {
      const link = linkOf(await idOf(dates[0] ?? "", name))
      const before = await byBookingLink(link, async (ctx, party) => mayJudge(ctx, party), at("2027-01-16"))
      expect(before).toBe(false)
      await byBookingLink(
        link,
        async (ctx, party) => {
          const [useful] = (await getOwnFeedback(ctx, party)).questions
          await judgeEvent(ctx, { id: party.id, said: { [useful?.id ?? ""]: { answer: "o1" } } })
        },
        at("2027-01-23"),
      )
    }
    expect(await w.asViewer((ctx) => getFeedback(ctx, id, null))).toMatchObject({ asked: 5, answered: 5 })
    expect(await w.asViewer((ctx) => getFeedback(ctx, id, dates[2] ?? ""))).toMatchObject({
      asked: 0,
      answered: 0,
    })
  })

  it("tells each booking once of a date that moved or was cancelled, and of the end of it all", async () => {
    const { id, dates } = await course()
    await book(dates[0] ?? "", "Ann")
    await forget()
    const move = moveDateInput.parse({ id: dates[1], on: "2026-11-28", at: "10am", ends: "1pm", place: "" })
    await asStaff((ctx) => moveDate(ctx, move))
    await asStaff((ctx) => cancelDate(ctx, { id: dates[2] ?? "", reason: "The trainer is ill." }))
    const rows = await w.system((ctx) =>
      ctx.tx.execute<{ letter: string; props: { dates: string[] } }>(
        sql`select letter, props from letters order by created_at, letter`,
      ),
    )
    expect(rows.map(({ letter, props }) => [letter, props.dates.length])).toEqual(
      expect.arrayContaining([
        ["event-changed", 3],
        ["event-cancelled", 2],
      ]),
    )
    await forget()
    const later = changeEventInput.parse({ ...said(), id, at: "11am", ends: "1pm", bookedAs: "course" })
    expect(await asStaff((ctx) => changeEvent(ctx, later))).toMatchObject({ told: 1 })
    await forget()
    expect(await asStaff((ctx) => cancelEvent(ctx, { id, reason: "Too few." }))).toMatchObject({ told: 1 })
    expect(await letters()).toEqual(["event-cancelled ann@new.example"])
  })

  it("stands once among somebody’s bookings and on the public list, and with all its dates in a calendar", async () => {
    const { id, dates } = await course()
    await book(dates[0] ?? "", "Leila Lead", { email: "LEAD@ribble.example" })
    const own = await w.asLead((ctx) => listOwnBookings({ ...ctx, now: NOW }))
    expect(own.filter(({ eventId }) => eventId === id)).toHaveLength(1)
    const listed = (await w.asPublic((ctx) => listPublicDates({ ...ctx, now: NOW }))).filter(
      (one) => one.eventId === id,
    )
    expect(listed).toMatchObject([{ whole: true, more: 2, free: 1 }])
    const { entries } = await getBookedEntries(linkOf(await idOf(dates[0] ?? "", "Leila Lead")))
    expect(entries.map(({ on }) => on).sort()).toEqual(FRIDAYS)
    const gone = bookingPaths(w.other, await idOf(dates[0] ?? "", "Leila Lead"), new Date("2028-01-01"))
    const elsewhere = { lio: "other", key: gone.url.split("key=")[1] ?? "" }
    await expect(byBookingLink(elsewhere, async () => null)).rejects.toThrow(SignedOut)
  })

  it("keeps what people need until a month after its last date, for all its dates", async () => {
    const { dates } = await course()
    await book(dates[0] ?? "", "Ann", { access: "A hearing loop" })
    const seen = async (dateId: string) =>
      (await w.asWorker((ctx) => listAttendees(ctx, dateId))).map(({ access }) => access)
    expect(await Promise.all(dates.map(seen))).toEqual([
      ["A hearing loop"],
      ["A hearing loop"],
      ["A hearing loop"],
    ])
    await byBookingLink(
      linkOf(await idOf(dates[0] ?? "", "Ann")),
      (ctx, party) => sayNeeds(ctx, { id: party.id, access: "Step-free", food: null }),
      at("2026-11-28"),
    )
    expect(await seen(dates[2] ?? "")).toEqual(["Step-free"])
    const clear = (before: string) =>
      w.system((ctx) => Promise.all(retention.map((one) => one.clear(ctx, new Date(before)))))
    await clear("2026-12-04T10:00:00Z")
    expect(await seen(dates[2] ?? "")).toEqual(["Step-free"])
    await clear("2026-12-05T00:00:00Z")
    expect(await seen(dates[2] ?? "")).toEqual([null])
  })

  it("can be made of a series, and a series of it, only while nobody has booked", async () => {
    const { id, dates } = await course()
    const change = (bookedAs: string) =>
      asStaff((ctx) => changeEvent(ctx, changeEventInput.parse({ ...said(), id, ends: "12.30pm", bookedAs })))
    await change("date")
    await book(dates[0] ?? "", "Ann")
    expect(await everyDate(dates)).toEqual([["Ann yes"], [], []])
    await expect(change("course")).rejects.toMatchObject({ field: "bookedAs" })
  })
})
