import { beforeEach, describe, expect, it } from "vitest"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { noteCame, noteCameUnbooked } from "@/lib/events/attendance/commands"
import { cameUnbookedInput, noteAttendanceInput } from "@/lib/events/attendance/input"
import { bookIn, givePlaceBack } from "@/lib/events/booking/commands"
import { bookInInput } from "@/lib/events/booking/input"
import { getDateOfAnswer, listAttendees } from "@/lib/events/booking/queries"
import { addEvent, cancelDate, cancelEvent, changeEvent, moveDate, publishEvent } from "@/lib/events/commands"
import { addEventInput, changeEventInput, moveDateInput } from "@/lib/events/input"
import { eventList } from "@/lib/events/list/filters"
import { countEventDates, listEventDates } from "@/lib/events/list/queries"
import { getEvent, getEventDate, getPublicEvent, listDatesOf, listPublicDates } from "@/lib/events/queries"
import { remindOfEvents } from "@/lib/events/telling/commands"
import { listTimeline } from "@/lib/groups/timeline/queries"
import { readList } from "@/lib/lists/input"
import { gathering, NOW } from "./support/gathering"
import { world } from "./support/world"

const w = await world()
const { asStaff, said, published, book, idOf, letters, forget } = gathering(w)

beforeEach(forget)

describe("An event", () => {
  it("is a draft that only staff see, until it is published, once", async () => {
    const { id } = await w.asWorker((ctx) => addEvent(ctx, said({ on: "2027-11-20" })))
    expect(await w.asViewer((ctx) => getEvent(ctx, id))).toMatchObject({
      title: "First aid at work",
      at: "10:00",
      minutes: 150,
    })
    for (const as of [w.asPublic, w.asLead, w.asManager])
      await expect(as((ctx) => getPublicEvent(ctx, id))).rejects.toThrow(NotFound)
    expect((await w.asPublic((ctx) => listPublicDates(ctx))).map(({ eventId }) => eventId)).not.toContain(id)
    await w.asWorker((ctx) => publishEvent(ctx, { id }))
    await expect(w.asWorker((ctx) => publishEvent(ctx, { id }))).rejects.toThrow(RuleBroken)
    for (const as of [w.asPublic, w.asLead]) {
      expect(await as((ctx) => getPublicEvent(ctx, id))).toMatchObject({ title: "First aid at work" })
      expect((await as((ctx) => listPublicDates(ctx))).map(({ eventId }) => eventId)).toContain(id)
    }
  })

  it("is for workers and managers to change, for staff to look through, and not for another LIO", async () => {
    const { id, dateId } = await published()
    const change = changeEventInput.parse({ ...said(), id, at: "11:00", ends: "12:00" })
    for (const as of [w.asPublic, w.asLead, w.asViewer]) {
      await expect(as((ctx) => addEvent(ctx, said()))).rejects.toThrow(NotAllowed)
      await expect(as((ctx) => changeEvent(ctx, change))).rejects.toThrow(NotAllowed)
      await expect(as((ctx) => cancelEvent(ctx, { id, reason: "x" }))).rejects.toThrow(NotAllowed)
      await expect(as((ctx) => givePlaceBack(ctx, { id: dateId }))).rejects.toThrow(/./)
    }
    for (const as of [w.asPublic, w.asLead]) {
      await expect(as((ctx) => getEvent(ctx, id))).rejects.toThrow(NotAllowed)
      await expect(as((ctx) => listAttendees(ctx, dateId))).rejects.toThrow(NotAllowed)
    }
    await expect(w.asOtherManager((ctx) => getEvent(ctx, id))).rejects.toThrow(NotFound)
    await expect(w.asOtherManager((ctx) => getPublicEvent(ctx, id))).rejects.toThrow(NotFound)
  })

  it("that only staff book into is on no public page", async () => {
    const { id, dateId } = await published({ audience: "staff", on: "2027-05-20" })
    await expect(w.asPublic((ctx) => getPublicEvent(ctx, id))).rejects.toThrow(NotFound)
    await expect(book(dateId, "Ann")).rejects.toThrow(NotFound)
    const input = bookInInput.parse({ dateId, name: "Ann", group: "clitheroe food bank" })
    await w.asWorker((ctx) => bookIn(ctx, input))
    const [ann] = await w.asWorker((ctx) => listAttendees(ctx, dateId))
    expect(ann).toMatchObject({ name: "Ann", state: "yes", groupId: w.foodbank.id })
    expect(await letters()).toEqual([])
    await expect(w.asViewer((ctx) => bookIn(ctx, input))).rejects.toThrow(NotAllowed)
  })

  it("says what is wrong with what was typed", () => {
    for (const wrong of [
      { title: " " },
      { on: "" },
      { at: "25:00" },
      { at: "10:00", ends: "" },
      { at: "", ends: "11:00" },
      { at: "10:00", ends: "9:00" },
      { capacity: "0" },
      { every: "week", until: "" },
      { every: "week", until: "2026-01-01" },
      { audience: "nobody" },
    ])
      expect(
        addEventInput.safeParse({ ...said(), at: "10:00", ends: "12:00", ...wrong }).success,
        JSON.stringify(wrong),
      ).toBe(false)
    expect(said({ at: "2.30pm", ends: "16:00" })).toMatchObject({ at: "14:30", minutes: 90 })
    expect(said({ at: "", ends: "" })).toMatchObject({ at: null, minutes: 1440 })
  })

  it("can’t be added for a day that is over, nor as a series without a single date or with too many", async () => {
    const refused = (more: object) =>
      expect(asStaff((ctx) => addEvent(ctx, said(more as never)))).rejects.toThrow(RuleBroken)
    await refused({ on: "2026-11-01" })
    await refused({ every: "week", until: "2036-11-20" })
    await refused({ every: "week", until: "2026-11-27", notIn: ["11"] })
  })

  it("that is a series stands on the public list once, with its next date and how many follow", async () => {
    const { id, dates } = await published({
      ...{ title: "Drop-in", on: "2027-03-04", every: "week", until: "2027-03-25" },
    })
    await asStaff((ctx) => cancelDate(ctx, { id: dates[1] ?? "", reason: "Snow." }))
    const shown = (await w.asPublic((ctx) => listPublicDates(ctx))).filter(({ eventId }) => eventId === id)
    expect(shown).toMatchObject([{ id: dates[0], more: 2, free: 2 }])
  })

  it("is in the list of staff, to come or past, by its words and its state", async () => {
    const { id } = await published({ title: "Zeppelin evening", on: "2027-06-01" })
    const ids = async (query: Record<string, string>) =>
      (await w.asViewer((ctx) => listEventDates(ctx, readList(eventList, query)))).map(
        ({ eventId }) => eventId,
      )
    expect(await ids({ q: "zeppelin" })).toEqual([id])
    expect(await ids({ q: "zeppelin", when: "past" })).toEqual([])
    expect(await ids({ q: "zeppelin", state: "draft" })).toEqual([])
    expect(
      await w.asViewer((ctx) => countEventDates(ctx, readList(eventList, { q: "zeppelin", state: "open" }))),
    ).toBe(1)
    await expect(w.asLead((ctx) => listEventDates(ctx, readList(eventList, {})))).rejects.toThrow(NotAllowed)
  })
})

describe("A change", () => {
  it("of time or place is told to those who booked, once; one of the price to nobody", async () => {
    const { id, dateId } = await published()
    await book(dateId, "Ann")
    await forget()
    const change = (more: object) =>
      asStaff((ctx) =>
        changeEvent(ctx, changeEventInput.parse({ ...said(), id, at: "10:00", ends: "12:30", ...more })),
      )
    expect(await change({ price: "£5" })).toMatchObject({ told: 0 })
    expect(await change({ at: "14:00", ends: "16:00" })).toMatchObject({ told: 1 })
    expect(await letters()).toEqual(["event-changed ann@new.example"])
    const { date } = await asStaff((ctx) => getEventDate(ctx, id, dateId))
    expect(date.startsAt.toISOString()).toBe("2026-11-20T14:00:00.000Z")
    const online = { at: "14:00", ends: "16:00", onlineLink: "https://meet.example/new" }
    expect(await change(online)).toMatchObject({ told: 1 })
    expect(await change(online)).toMatchObject({ told: 0 })
    await expect(change({ on: "2026-11-01" })).rejects.toThrow("in the past")
    const alone = moveDateInput.parse({ id: dateId, on: "2026-11-28", at: "15:00", ends: "17:00" })
    await expect(asStaff((ctx) => moveDate(ctx, alone))).rejects.toThrow("Change the event instead")
    const moved = await change({ on: "2026-11-27", at: "14:00", ends: "16:00" })
    expect(moved.told).toBe(1)
  })

  it("of one date of a series moves that, tells those who booked it, and outlasts a new time for the others", async () => {
    const { id, dates } = await published({ every: "week", until: "2026-12-11" })
    expect(dates).toHaveLength(4)
    await book(dates[0] ?? "", "Ann")
    await book(dates[1] ?? "", "Bea")
    await forget()
    const to = moveDateInput.parse({
      id: dates[1],
      on: "2026-11-28",
      at: "15:00",
      ends: "17:00",
      place: "The Mill",
    })
    await asStaff((ctx) => moveDate(ctx, to))
    expect(await letters()).toEqual(["event-changed bea@new.example"])
    await asStaff((ctx) =>
      changeEvent(ctx, changeEventInput.parse({ ...said(), id, at: "9am", ends: "10am" })),
    )
    const times = (await asStaff((ctx) => listDatesOf(ctx, id))).map(({ startsAt }) =>
      startsAt.toISOString().slice(0, 13),
    )
    expect(times).toEqual(["2026-11-20T09", "2026-11-28T15", "2026-12-04T09", "2026-12-11T09"])
    await expect(asStaff((ctx) => moveDate(ctx, { ...to, on: "2026-10-01" }))).rejects.toThrow(RuleBroken)
  })

  it("that cancels one date tells those who booked that date only; cancelling all tells the others", async () => {
    const { id, dates } = await published({ every: "week", until: "2026-12-11" })
    await book(dates[0] ?? "", "Ann")
    await book(dates[1] ?? "", "Bea")
    await forget()
    const reason = "The trainer is ill."
    expect(await asStaff((ctx) => cancelDate(ctx, { id: dates[1] ?? "", reason }))).toMatchObject({ told: 1 })
    await expect(asStaff((ctx) => cancelDate(ctx, { id: dates[1] ?? "", reason }))).rejects.toThrow(
      RuleBroken,
    )
    expect(await letters()).toEqual(["event-cancelled bea@new.example"])
    expect(await asStaff((ctx) => cancelEvent(ctx, { id, reason }))).toMatchObject({ told: 1 })
    expect(await letters()).toEqual(["event-cancelled ann@new.example", "event-cancelled bea@new.example"])
    await expect(asStaff((ctx) => cancelEvent(ctx, { id, reason }))).rejects.toThrow(RuleBroken)
  })
})

describe("The day before", () => {
  it("those who come are reminded, once, and those who wait or gave their place back are not", async () => {
    const { dateId } = await published({ on: "2026-12-03" })
    await book(dateId, "Ann")
    await book(dateId, "Bea")
    await book(dateId, "Cal")
    await asStaff(async (ctx) => givePlaceBack(ctx, { id: await idOf(dateId, "Bea") }))
    await forget()
    const on = (day: string) => w.system(remindOfEvents, "ribble", new Date(`${day}T08:00:00Z`))
    expect(await on("2026-12-01")).toBe(0)
    await on("2026-12-02")
    await on("2026-12-02")
    expect((await letters()).filter((letter) => letter.includes("ann@"))).toEqual([
      "event-reminder ann@new.example",
    ])
    expect((await letters()).filter((letter) => /bea@|cal@/.test(letter))).toEqual([])
  })
})

describe("At the door", () => {
  it("somebody who didn’t book is added as here, though it is full", async () => {
    const { id, dateId } = await published({ capacity: "1" })
    await book(dateId, "Ann")
    const input = cameUnbookedInput.parse({ eventId: id, dateId, name: "Wim", group: "Clitheroe Food Bank" })
    const now = new Date("2026-11-20T10:05:00Z")
    await asStaff((ctx) => noteCameUnbooked(ctx, input), now)
    const [, wim] = await asStaff((ctx) => listAttendees(ctx, dateId))
    expect(wim).toMatchObject({ name: "Wim", state: "yes", came: true, groupId: w.foodbank.id })
    await expect(asStaff((ctx) => noteCameUnbooked(ctx, input))).rejects.toThrow("from the day before")
    await expect(w.asViewer((ctx) => noteCameUnbooked(ctx, input))).rejects.toThrow(NotAllowed)
    const { rows } = await w.asViewer((ctx) => listTimeline(ctx, w.foodbank.id, { kind: "events" }))
    expect(rows.map(({ summary }) => summary)).toContain("Came to the event: First aid at work")
  })

  it("staff note who came and who didn’t, and take it back", async () => {
    const { id, dateId } = await published()
    await book(dateId, "Ann")
    const press = async (word: string, name: string, now = new Date("2026-11-20T10:05:00Z")) => {
      const input = noteAttendanceInput.parse({
        eventId: id,
        dateId,
        press: `${word} ${await idOf(dateId, name)}`,
      })
      await asStaff((ctx) => noteCame(ctx, input), now)
      return (await asStaff((ctx) => listAttendees(ctx, dateId)))[0]?.came
    }
    const ann = await idOf(dateId, "Ann")
    expect(await w.asViewer((ctx) => getDateOfAnswer(ctx, ann))).toEqual({
      eventId: id,
      dateId,
      answerId: ann,
    })
    await expect(w.asLead((ctx) => getDateOfAnswer(ctx, ann))).rejects.toThrow(NotAllowed)
    await expect(w.asOtherManager((ctx) => getDateOfAnswer(ctx, ann))).rejects.toThrow(NotFound)
    expect(await press("came", "Ann")).toBe(true)
    expect(await press("missed", "Ann")).toBe(false)
    expect(await press("clear", "Ann")).toBeNull()
    await expect(press("came", "Ann", NOW)).rejects.toThrow("from the day before")
    const other = await published()
    await expect(
      asStaff(
        async (ctx) =>
          noteCame(
            ctx,
            noteAttendanceInput.parse({
              eventId: other.id,
              dateId: other.dateId,
              press: `came ${await idOf(dateId, "Ann")}`,
            }),
          ),
        new Date("2026-11-20T10:05:00Z"),
      ),
    ).rejects.toThrow(RuleBroken)
    const input = noteAttendanceInput.parse({
      eventId: id,
      dateId,
      press: `came ${await idOf(dateId, "Ann")}`,
    })
    await expect(w.asViewer((ctx) => noteCame(ctx, input))).rejects.toThrow(NotAllowed)
  })
})
