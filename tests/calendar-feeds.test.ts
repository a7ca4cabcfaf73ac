import { sql } from "drizzle-orm"
import ICAL from "ical.js"
import ical, { type VEvent } from "node-ical"
import { describe, expect, it } from "vitest"
import { bookingPaths } from "@/lib/access/links"
import { renewOwnCalendar } from "@/lib/calendar/feeds/commands"
import { type Entry, writeCalendar } from "@/lib/calendar/feeds/ical"
import { byCalendarLink, getOwnCalendar, listEntry, listPublicEntries } from "@/lib/calendar/feeds/queries"
import { shownIn } from "@/lib/calendar/input"
import { listDays } from "@/lib/calendar/queries"
import { SignedOut } from "@/lib/errors"
import { givePlaceBack } from "@/lib/events/booking/commands"
import { byBookingLink, getBookedEntries } from "@/lib/events/booking/queries"
import { addEvent, cancelDate, cancelEvent, changeEvent, moveDate } from "@/lib/events/commands"
import { changeEventInput, moveDateInput } from "@/lib/events/input"
import { gathering, NOW } from "./support/gathering"
import { world } from "./support/world"

const w = await world()
const { asStaff, said, published, book, idOf, hours } = gathering(w)
const keyIn = (path: string | null) => path?.split("key=")[1] ?? ""

/** A calendar as ical.js reads it: each time of each event by its instant, and those that are cancelled. */
function readByOne(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  for (const zone of calendar.getAllSubcomponents("vtimezone"))
    ICAL.TimezoneService.register(new ICAL.Timezone(zone), String(zone.getFirstPropertyValue("tzid")))
  const events = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one))
  for (const one of events.filter((event) => event.isRecurrenceException()))
    for (const whole of events) if (whole.uid === one.uid && whole.isRecurring()) whole.relateException(one)
  return events
    .filter((event) => !event.isRecurrenceException())
    .flatMap((event) => {
      if (!event.isRecurring()) return [{ item: event, at: event.startDate.toJSDate().toISOString() }]
      const times = event.iterator()
      const found: { item: ICAL.Event; at: string }[] = []
      for (let time = times.next(); time && found.length < 100; time = times.next()) {
        const { item, startDate } = event.getOccurrenceDetails(time)
        found.push({ item, at: startDate.toJSDate().toISOString() })
      }
      return found
    })
    .map(({ item, at }) => {
      const status = item.component.getFirstPropertyValue("status")
      return `${at.slice(0, 16)}${status === "CANCELLED" ? " cancelled" : ""}`
    })
    .sort()
}

/** The same by node-ical, which expands rules by another library of its own. */
function readByOther(text: string) {
  const events = Object.values(ical.sync.parseICS(text)).filter(
    (one): one is VEvent => one?.type === "VEVENT",
  )
  const span = { from: new Date("2026-01-01"), to: new Date("2028-01-01") }
  return events
    .flatMap((event) => ical.expandRecurringEvent(event, span))
    .map(
      ({ event, start }) =>
        `${start.toISOString().slice(0, 16)}${event.status === "CANCELLED" ? " cancelled" : ""}`,
    )
    .sort()
}

const feedOf = async (id: string) => writeCalendar("Ribble CVS", await asStaff((ctx) => listEntry(ctx, id)))
const sequences = (text: string) =>
  [...text.matchAll(/^SEQUENCE:(\d+)/gm)].map(([, number]) => Number(number))

describe("A feed, read back by two parsers", () => {
  it("of every week at 10:00 stays at 10:00 over both changes of the clocks", async () => {
    const { id } = await published({ every: "week", until: "2027-04-09" })
    const text = await feedOf(id)
    expect(text).toContain("DTSTART;TZID=Europe/London:20261120T100000")
    const times = readByOne(text)
    expect(times).toHaveLength(21)
    expect(times).toContain("2027-03-26T10:00")
    expect(times).toContain("2027-04-02T09:00")
    expect(readByOther(text)).toEqual(times)
  })

  it("of the third Thursday leaves August out", async () => {
    const { id } = await published({ on: "2027-06-17", every: "month", until: "2027-12-31", notIn: ["8"] })
    const days = ["06-17T09:00", "07-15T09:00", "09-16T09:00", "10-21T09:00", "11-18T10:00", "12-16T10:00"]
    const text = await feedOf(id)
    expect(readByOne(text)).toEqual(days.map((day) => `2027-${day}`))
    expect(readByOther(text)).toEqual(readByOne(text))
  })

  it("of a series with one date cancelled and one moved says just that, and counts the change", async () => {
    const { id, dates } = await published({ every: "week", until: "2026-12-11" })
    expect((await feedOf(id)).match(/RECURRENCE-ID/g)).toBeNull()
    await asStaff((ctx) => cancelDate(ctx, { id: dates[1] ?? "", reason: "Snow." }))
    const cancelled = await feedOf(id)
    expect(cancelled.match(/RECURRENCE-ID.*/g)?.map((line) => line.trim())).toEqual([
      "RECURRENCE-ID;TZID=Europe/London:20261127T100000",
    ])
    expect(sequences(cancelled)).toEqual([0, 1])
    const to = moveDateInput.parse({
      id: dates[2],
      on: "2026-12-05",
      at: "15:00",
      ends: "17:00",
      place: "The Mill",
    })
    await asStaff((ctx) => moveDate(ctx, to))
    const text = await feedOf(id)
    expect(text).toContain("LOCATION:The Mill")
    expect(readByOne(text)).toEqual([
      ...["2026-11-20T10:00", "2026-11-27T10:00 cancelled", "2026-12-05T15:00", "2026-12-11T10:00"],
    ])
    expect(readByOther(text)).toEqual(readByOne(text))
  })

  it("of a series with a new time keeps the moved date where it was put, and what is over as it was", async () => {
    const { id, dates } = await published({ every: "week", until: "2026-12-11" })
    const to = moveDateInput.parse({ id: dates[2], on: "2026-12-05", at: "15:00", ends: "17:00" })
    await asStaff((ctx) => moveDate(ctx, to))
    const change = changeEventInput.parse({ ...said(), id, at: "18:00", ends: "19:00" })
    await asStaff((ctx) => changeEvent(ctx, change), new Date("2026-11-21T09:00:00Z"))
    const text = await feedOf(id)
    expect(readByOne(text)).toEqual([
      ...["2026-11-20T10:00", "2026-11-27T18:00", "2026-12-05T15:00", "2026-12-11T18:00"],
    ])
    expect(readByOther(text)).toEqual(readByOne(text))
  })

  it("of what is cancelled says so with a higher number", async () => {
    const { id } = await published()
    await asStaff((ctx) =>
      changeEvent(ctx, changeEventInput.parse({ ...said(), id, at: "11:00", ends: "12:00" })),
    )
    expect(sequences(await feedOf(id))).toEqual([1])
    await asStaff((ctx) => cancelEvent(ctx, { id, reason: "Snow." }))
    const text = await feedOf(id)
    expect(sequences(text)).toEqual([2])
    expect(readByOne(text)).toEqual(["2026-11-20T11:00 cancelled"])
    expect(readByOther(text)).toEqual(readByOne(text))
  })

  it("holds words of any kind, and a whole day without a time", async () => {
    const title = "Tea; cake, and “é” \\ 🙂"
    const about = `First line\nSecond; line, ${"long ".repeat(40)}`
    const { id } = await published({ title, about, at: "", ends: "" })
    const text = await feedOf(id)
    expect(text).toContain("DTSTART;VALUE=DATE:20261120")
    expect(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
    const [event] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent")
    expect(event?.getFirstPropertyValue("summary")).toBe(title)
    expect(event?.getFirstPropertyValue("description")).toBe(about.trim())
    const [other] = Object.values(ical.sync.parseICS(text)).filter(
      (one): one is VEvent => one?.type === "VEVENT",
    )
    expect(other?.summary).toBe(title)
  })

  it("never says where something is online, which those who have a place are told", async () => {
    const { id } = await published({ onlineLink: "https://meet.example/secret" })
    expect(await feedOf(id)).not.toContain("secret")
  })
})

describe("The feed of an LIO", () => {
  it("holds what is public and nothing else, for that LIO", async () => {
    const { id } = await published({ title: "For everybody", on: "2027-01-15" })
    const draft = await asStaff((ctx) => addEvent(ctx, said({ title: "A draft", on: "2027-01-15" })))
    const inner = await published({ title: "By invitation", audience: "staff", on: "2027-01-15" })
    const titles = (entries: Entry[]) => entries.map(({ title }) => title)
    for (const as of [w.asPublic, w.asManager]) {
      const shown = titles(await as((ctx) => listPublicEntries(ctx)))
      expect(shown).toContain("For everybody")
      expect(shown).not.toContain("A draft")
      expect(shown).not.toContain("By invitation")
    }
    expect(await w.asOtherManager((ctx) => listPublicEntries(ctx))).toEqual([])
    for (const one of [draft.id, inner.id]) expect(await w.asPublic((ctx) => listEntry(ctx, one))).toEqual([])
    expect(await w.asPublic((ctx) => listEntry(ctx, id))).toHaveLength(1)
  })
})

describe("Somebody’s own calendar", () => {
  it("has an address that works without signing in, until they ask for another", async () => {
    expect(await w.asLead(getOwnCalendar)).toBeNull()
    await w.asLead(renewOwnCalendar)
    const first = await w.asLead(getOwnCalendar)
    const { dateId } = await published({
      title: "Booked by Leila",
      on: "2027-02-15",
      every: "week",
      until: "2027-03-15",
    })
    await book(dateId, "Leila Lead", { email: "lead@ribble.example" })
    const link = { lio: "ribble", key: keyIn(first) }
    const { entries } = await byCalendarLink(link)
    expect(entries.map(({ title, on, rule }) => [title, on, rule])).toEqual([
      ["Booked by Leila", "2027-02-15", null],
    ])
    expect(readByOne(writeCalendar("Mine", entries))).toEqual(["2027-02-15T10:00"])
    await w.asLead(renewOwnCalendar)
    await expect(byCalendarLink(link)).rejects.toThrow(SignedOut)
    const second = await w.asLead(getOwnCalendar)
    expect((await byCalendarLink({ lio: "ribble", key: keyIn(second) })).entries).toHaveLength(1)
    await expect(byCalendarLink({ lio: "other", key: keyIn(second) })).rejects.toThrow(SignedOut)
    await w.system((ctx) => ctx.tx.execute(sql`update people set left_at = now() where id = ${w.lead.id}`))
    await expect(byCalendarLink({ lio: "ribble", key: keyIn(second) })).rejects.toThrow(SignedOut)
    await w.system((ctx) => ctx.tx.execute(sql`update people set left_at = null where id = ${w.lead.id}`))
  })

  it("shows staff everything, and nobody else’s address is theirs to read", async () => {
    await w.asWorker(renewOwnCalendar)
    const { entries } = await byCalendarLink({ lio: "ribble", key: keyIn(await w.asWorker(getOwnCalendar)) })
    expect(entries.map(({ title }) => title)).toContain("By invitation")
    const rows = await w.asManager((ctx) => ctx.tx.execute(sql`select * from calendar_feeds`))
    expect(rows).toEqual([])
  })

  it("of a booking is just its date, and cancelled there once it is given back", async () => {
    const onlineLink = "https://meet.example/room"
    const { dateId } = await published({ every: "week", until: "2026-12-11", onlineLink })
    await book(dateId, "Ann")
    const ann = await idOf(dateId, "Ann")
    const link = { lio: "ribble", key: keyIn(bookingPaths(w.ribble, ann, hours(5000)).url) }
    const read = async () => readByOne(writeCalendar("A booking", (await getBookedEntries(link)).entries))
    expect(await read()).toEqual(["2026-11-20T10:00"])
    expect((await getBookedEntries(link)).entries[0]?.about).toContain(onlineLink)
    await byBookingLink(link, (ctx) => givePlaceBack(ctx, { id: ann }), NOW)
    expect(await read()).toEqual(["2026-11-20T10:00 cancelled"])
    expect((await getBookedEntries(link)).entries[0]?.about).not.toContain(onlineLink)
  })
})

describe("The calendar’s pages", () => {
  it("show whole weeks round a month, or one week, and today when the address makes no sense", () => {
    expect(shownIn({ day: "2026-12-10" }, "2026-11-29")).toMatchObject({
      ...{
        view: "month",
        from: "2026-11-30",
        before: "2027-01-04",
        earlier: "2026-11-01",
        later: "2027-01-01",
      },
    })
    expect(shownIn({ view: "week", day: "2026-12-10" }, "2026-11-29")).toMatchObject({
      ...{ from: "2026-12-07", before: "2026-12-14", earlier: "2026-11-30", later: "2026-12-14" },
    })
    expect(shownIn({ view: "x", day: ["y"] }, "2026-11-29")).toMatchObject({
      view: "month",
      day: "2026-11-29",
    })
  })

  it("show what is on each day to those who may see it", async () => {
    await published({ title: "Open house", on: "2027-09-10" })
    await published({ title: "Board supper", on: "2027-09-10", audience: "staff" })
    const on = async (as: typeof w.asWorker) =>
      (await as((ctx) => listDays(ctx, "2027-09-06", "2027-09-13"))).map(
        ({ title, day }) => `${day} ${title}`,
      )
    expect(await on(w.asViewer)).toEqual(["2027-09-10 Board supper", "2027-09-10 Open house"])
    expect(await on(w.asLead)).toEqual(["2027-09-10 Open house"])
  })
})
