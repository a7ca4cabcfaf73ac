import { sql } from "drizzle-orm"
import ICAL from "ical.js"
import ical, { type VEvent } from "node-ical"
import { beforeEach, describe, expect, it } from "vitest"
import { writeCalendar } from "@/lib/calendar/feeds/ical"
import { listEntry } from "@/lib/calendar/feeds/queries"
import { repeatingOf, ruleAt, ruleOf } from "@/lib/calendar/repeating/rules"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { givePlaceBack } from "@/lib/events/booking/commands"
import { cancelDate, changeEvent, moveDate, repeatEventAnew } from "@/lib/events/commands"
import { changeEventInput, moveDateInput, repeatAnewInput } from "@/lib/events/input"
import { getEvent, listDatesOf } from "@/lib/events/queries"
import { gathering, NOW } from "./support/gathering"
import { world } from "./support/world"

const w = await world()
const { asStaff, said, published, book, answers, idOf, letters, forget } = gathering(w)

/** Five Fridays: 20 and 27 November, 4, 11 and 18 December. */
const weekly = (more: Record<string, unknown> = {}) =>
  published({ every: "week", until: "2026-12-18", capacity: "", ...more })
const anew = (id: string, fromId: string, more: Record<string, unknown>, now = NOW) =>
  asStaff(
    (ctx) =>
      repeatEventAnew(
        ctx,
        repeatAnewInput.parse({
          id,
          fromId,
          every: "fortnight",
          until: "2026-12-18",
          reason: "Every other week now.",
          ...more,
        }),
      ),
    now,
  )
/** The days of an event: "2026-11-20", those that are cancelled with a mark. */
const days = async (id: string) =>
  (await asStaff((ctx) => listDatesOf(ctx, id))).map(
    ({ startsAt, cancelledAt }) => `${startsAt.toISOString().slice(0, 10)}${cancelledAt ? " cancelled" : ""}`,
  )
const feedOf = async (id: string) => writeCalendar("Ribble CVS", await asStaff((ctx) => listEntry(ctx, id)))

/** The days on which something takes place as two parsers read them. */
function readDays(text: string) {
  const events = new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents("vevent")
    .map((one) => new ICAL.Event(one))
  for (const one of events.filter((event) => event.isRecurrenceException()))
    for (const whole of events) if (whole.uid === one.uid && whole.isRecurring()) whole.relateException(one)
  const byOne = events
    .filter((event) => !event.isRecurrenceException())
    .flatMap((event) => {
      if (!event.isRecurring()) return [{ item: event, day: String(event.startDate).slice(0, 10) }]
      const found: { item: ICAL.Event; day: string }[] = []
      const times = event.iterator()
      for (let time = times.next(); time; time = times.next()) {
        const { item, startDate } = event.getOccurrenceDetails(time)
        found.push({ item, day: String(startDate).slice(0, 10) })
      }
      return found
    })
    .filter(({ item }) => item.component.getFirstPropertyValue("status") !== "CANCELLED")
    .map(({ day }) => day)
    .sort()
  const span = { from: new Date("2026-01-01"), to: new Date("2028-01-01") }
  const byOther = Object.values(ical.sync.parseICS(text))
    .filter((one): one is VEvent => one?.type === "VEVENT")
    .flatMap((event) => ical.expandRecurringEvent(event, span))
    .filter(({ event }) => event.status !== "CANCELLED")
    .map(({ start }) => new Date(start.getTime() + 3_600_000).toISOString().slice(0, 10))
    .sort()
  expect(byOther).toEqual(byOne)
  return byOne
}

beforeEach(forget)

describe("A series with another rule", () => {
  it("keeps the dates it still has with their bookings, and tells those whose date falls away", async () => {
    const { id, dates } = await weekly()
    for (const [at, name] of ["Ann", "Bea", "Cal"].entries()) await book(dates[at] ?? "", name)
    await forget()
    const before = Number(/SEQUENCE:(\d+)/.exec(await feedOf(id))?.[1])
    expect(await anew(id, dates[0] ?? "", {})).toMatchObject({ gone: 1, added: 0, told: 1 })
    expect(await days(id)).toEqual(["2026-11-20", "2026-11-27 cancelled", "2026-12-04", "2026-12-18"])
    expect(await answers(dates[0] ?? "")).toEqual(["Ann yes"])
    expect(await answers(dates[2] ?? "")).toEqual(["Cal yes"])
    expect(await letters()).toEqual(["event-cancelled bea@new.example"])
    const text = await feedOf(id)
    expect(text).not.toContain("RECURRENCE-ID")
    expect(readDays(text)).toEqual(["2026-11-20", "2026-12-04", "2026-12-18"])
    expect(Number(/SEQUENCE:(\d+)/.exec(text)?.[1])).toBeGreaterThan(before)
    await expect(book(dates[1] ?? "", "Dot")).rejects.toThrow("cancelled")
  })

  it("from one of its dates on leaves those before as they are", async () => {
    const { id, dates } = await weekly()
    await book(dates[1] ?? "", "Ann")
    await anew(id, dates[2] ?? "", { on: "2026-12-07", until: "2027-01-04", reason: "" })
    const all = ["2026-11-20", "2026-11-27", "2026-12-07", "2026-12-21", "2027-01-04"]
    expect(await days(id)).toEqual(all)
    expect(readDays(await feedOf(id))).toEqual(all)
    expect(await letters()).toEqual(["event-booked ann@new.example"])
    const { rule } = await asStaff((ctx) => getEvent(ctx, id))
    expect(repeatingOf({ rule: rule ?? "", zone: "Europe/London" })).toEqual({
      ...{ every: "fortnight", until: "2027-01-04", notIn: [] },
    })
    await anew(id, dates[1] ?? "", {
      every: "month",
      until: "2027-03-31",
      notIn: ["1"],
      reason: "Once a month.",
    })
    expect(await days(id)).toEqual(["2026-11-20", "2026-11-27", "2026-12-25", "2027-02-26", "2027-03-26"])
    expect(await answers(dates[1] ?? "")).toEqual(["Ann yes"])
  })

  it("keeps a date where it was moved, and one that was cancelled cancelled", async () => {
    const { id, dates } = await weekly()
    const move = moveDateInput.parse({ id: dates[2], on: "2026-12-05", at: "10am", ends: "12.30pm" })
    await asStaff((ctx) => moveDate(ctx, move))
    await asStaff((ctx) => cancelDate(ctx, { id: dates[4] ?? "", reason: "Snow." }))
    await anew(id, dates[0] ?? "", {})
    const kept = ["2026-11-20", "2026-12-05", "2026-12-18 cancelled"]
    expect(await days(id)).toEqual(kept)
    expect(readDays(await feedOf(id))).toEqual(kept.slice(0, 2))
  })

  it("wants a reason where somebody loses a date, and changes nothing without", async () => {
    const { id, dates } = await weekly()
    await book(dates[1] ?? "", "Ann")
    await expect(anew(id, dates[0] ?? "", { reason: "" })).rejects.toMatchObject({ field: "reason" })
    expect(await days(id)).toHaveLength(5)
    await expect(anew(id, dates[0] ?? "", { until: "2026-11-01" })).rejects.toMatchObject({ field: "until" })
    await expect(anew(id, dates[0] ?? "", {}, new Date("2026-11-21T09:00:00Z"))).rejects.toMatchObject({
      field: "fromId",
    })
    const once = await published()
    await expect(anew(once.id, once.dateId, {})).rejects.toThrow(RuleBroken)
    await expect(anew(id, once.dateId, {})).rejects.toThrow(NotFound)
  })

  it("gives whoever booked a course its new dates, and writes to each once", async () => {
    const { id, dates } = await weekly({ bookedAs: "course", until: "2026-12-04", capacity: "2" })
    await book(dates[0] ?? "", "Ann", { colleagues: "Bea" })
    await book(dates[0] ?? "", "Cal")
    await book(dates[0] ?? "", "Dot")
    await asStaff(async (ctx) => givePlaceBack(ctx, { id: await idOf(dates[0] ?? "", "Dot") }))
    await forget()
    expect(await anew(id, dates[1] ?? "", { until: "2026-12-25" })).toMatchObject({
      gone: 1,
      added: 2,
      told: 2,
    })
    expect(await days(id)).toEqual([
      "2026-11-20",
      "2026-11-27",
      "2026-12-04 cancelled",
      "2026-12-11",
      "2026-12-25",
    ])
    const rows = await asStaff((ctx) => listDatesOf(ctx, id))
    for (const { id: dateId } of rows.slice(-2))
      expect((await answers(dateId)).slice(0, 3)).toEqual(["Ann yes", "Bea yes", "Cal waiting"])
    expect(await letters()).toEqual(["event-changed ann@new.example", "event-changed cal@new.example"])
    const [letter] = await w.system((ctx) =>
      ctx.tx.execute<{ props: { dates: string[]; reason: string } }>(
        sql`select props from letters where to_email = 'ann@new.example'`,
      ),
    )
    expect(letter?.props).toMatchObject({ reason: "Every other week now." })
    expect(letter?.props.dates).toHaveLength(4)
  })

  it("is for workers and managers of the LIO to change", async () => {
    const { id, dates } = await weekly()
    const input = repeatAnewInput.parse({ id, fromId: dates[0], every: "month", until: "2026-12-31" })
    for (const as of [w.asViewer, w.asLead, w.asPublic])
      await expect(as((ctx) => repeatEventAnew(ctx, input))).rejects.toThrow(NotAllowed)
    await expect(w.asOtherManager((ctx) => repeatEventAnew(ctx, input))).rejects.toThrow(NotFound)
  })
})

describe("A series that takes whole days", () => {
  it("is the same in other calendars, with a date cancelled and one moved", async () => {
    const { id, dates } = await weekly({ at: "", ends: "" })
    const text = await feedOf(id)
    expect(text).toContain("DTSTART;VALUE=DATE:20261120")
    expect(text).toContain("UNTIL=20261218\r\n")
    expect(readDays(text)).toHaveLength(5)
    await asStaff((ctx) => cancelDate(ctx, { id: dates[1] ?? "", reason: "Snow." }))
    const move = moveDateInput.parse({ id: dates[2], on: "2026-12-05" })
    await asStaff((ctx) => moveDate(ctx, move))
    const changed = await feedOf(id)
    expect(changed).toContain("RECURRENCE-ID;VALUE=DATE:20261127")
    expect(readDays(changed)).toEqual(["2026-11-20", "2026-12-05", "2026-12-11", "2026-12-18"])
  })

  it("keeps its last day when it gets a time, and when it takes all day again", async () => {
    const { id } = await weekly({ at: "", ends: "" })
    const change = (at: string, ends: string) =>
      asStaff((ctx) => changeEvent(ctx, changeEventInput.parse({ ...said(), id, at, ends })))
    await change("10am", "11am")
    expect(await feedOf(id)).toContain("UNTIL=20261218T235900Z")
    await change("", "")
    expect(await feedOf(id)).toContain("UNTIL=20261218\r\n")
    const timed = { at: "10:00", zone: "Europe/London" }
    const rule = ruleOf({ on: "2027-06-18", ...timed }, { every: "week", until: "2027-07-16", notIn: [8] })
    expect(rule).toContain("UNTIL=20270716T225900Z")
    expect(ruleAt(ruleAt(rule, { ...timed, at: null }), timed)).toBe(rule)
  })

  it("of which one date is moved needs no time, and one with times does", async () => {
    const { dates } = await weekly()
    const move = moveDateInput.parse({ id: dates[2], on: "2026-12-05" })
    await expect(asStaff((ctx) => moveDate(ctx, move))).rejects.toMatchObject({ field: "at" })
  })
})
