import { sql } from "drizzle-orm"
import { beforeEach, describe, expect, it } from "vitest"
import { bookingPaths } from "@/lib/access/links"
import { retention as answersKept } from "@/lib/calendar/retention"
import { NotAllowed, NotFound, RuleBroken, SignedOut } from "@/lib/errors"
import { givePlaceBack, sayNeeds } from "@/lib/events/booking/commands"
import { bookInput } from "@/lib/events/booking/input"
import { bookFrom } from "@/lib/events/booking/public/commands"
import { byBookingLink, listAttendees } from "@/lib/events/booking/queries"
import { cancelDate } from "@/lib/events/commands"
import { attendeesAsTable } from "@/lib/events/export/queries"
import { retention } from "@/lib/events/retention"
import { gathering, NOW } from "./support/gathering"
import { world } from "./support/world"

const w = await world()
const { asStaff, published, book, answers, idOf, letters, forget, hours } = gathering(w)
const keyOf = (id: string) => bookingPaths(w.ribble, id, hours(2000)).url.split("key=")[1] ?? ""

beforeEach(forget)

describe("Booking", () => {
  it("gives places to somebody and their colleagues, tells them once, and is the same when sent again", async () => {
    const { dateId } = await published({ capacity: "3" })
    const colleagues = "Bea\nCal"
    expect(await book(dateId, "Ann", { colleagues })).toMatchObject({ coming: 3, waiting: 0 })
    expect(await book(dateId, "Ann", { colleagues })).toMatchObject({ coming: 3, waiting: 0 })
    expect(await answers(dateId)).toEqual(["Ann yes", "Bea yes", "Cal yes"])
    await expect(book(dateId, "Ann", { colleagues: "Dot" })).rejects.toThrow("book again under their name")
    expect(await letters()).toEqual(["event-booked ann@new.example"])
  })

  it("of a known person and group is theirs", async () => {
    const { dateId } = await published()
    await book(dateId, "Leila Lead", { email: "LEAD@ribble.example", group: "Clitheroe food bank" })
    const [row] = await w.asLead((ctx) =>
      ctx.tx.execute(sql`select person_id, group_id from calendar_answers where occurrence_id = ${dateId}`),
    )
    expect(row).toEqual({ person_id: w.lead.id, group_id: w.foodbank.id })
    expect(await w.asOutsider((ctx) => ctx.tx.execute(sql`select * from calendar_answers`))).toEqual([])
    expect(await w.asPublic((ctx) => ctx.tx.execute(sql`select * from calendar_answers`))).toEqual([])
  })

  it("shows what people need to those who run it, and a month later to nobody", async () => {
    const { id, dateId } = await published()
    await book(dateId, "Ann", { access: "A hearing loop", food: "No nuts", group: "Clitheroe Food Bank" })
    const [ann] = await w.asWorker((ctx) => listAttendees(ctx, dateId))
    expect(ann).toMatchObject({ access: "A hearing loop", food: "No nuts" })
    const { headings, pieces } = await w.asWorker((ctx) => attendeesAsTable(ctx, id, dateId))
    expect(headings[0]).toBe("Name")
    const [line] = [...(pieces as Iterable<unknown[][]>)][0] ?? []
    expect(line).toEqual([
      ...["Ann", "Clitheroe Food Bank", "ann@new.example", "", "Coming", "A hearing loop", "No nuts", ""],
    ])
    for (const as of [w.asPublic, w.asLead])
      await expect(as((ctx) => attendeesAsTable(ctx, id, dateId))).rejects.toThrow(NotAllowed)
    await expect(w.asOtherManager((ctx) => attendeesAsTable(ctx, id, dateId))).rejects.toThrow(NotFound)
    const [shown] = await w.asViewer((ctx) => listAttendees(ctx, dateId))
    expect(shown).toMatchObject({ name: "Ann", access: null, food: null })
    for (const as of [w.asPublic, w.asLead, w.asMember, w.asViewer])
      expect(await as((ctx) => ctx.tx.execute(sql`select * from booking_needs`))).toEqual([])
    const clear = (before: string) =>
      w.system(
        async (ctx) => (await Promise.all(retention.map((one) => one.clear(ctx, new Date(before)))))[0],
      )
    expect(await clear("2026-11-20T12:00:00Z")).toBe(0)
    expect(await clear("2026-11-21T00:00:00Z")).toBe(1)
    expect((await w.asWorker((ctx) => listAttendees(ctx, dateId)))[0]?.access).toBeNull()
  })

  it("is anybody’s two years later, and that somebody came is kept", async () => {
    const { dateId } = await published()
    await book(dateId, "Ann", { group: "The Ramblers" })
    await w.system((ctx) =>
      ctx.tx.execute(sql`update calendar_answers set came_at = now() where occurrence_id = ${dateId}`),
    )
    const clear = (before: string) =>
      w.system((ctx) => Promise.all(answersKept.map((one) => one.clear(ctx, new Date(before)))))
    await clear("2026-11-20T12:00:00Z")
    expect((await w.asViewer((ctx) => listAttendees(ctx, dateId)))[0]).toMatchObject({ name: "Ann" })
    await clear("2026-11-21T00:00:00Z")
    expect((await w.asViewer((ctx) => listAttendees(ctx, dateId)))[0]).toMatchObject({
      ...{ name: "[erased]", email: null, groupName: null, came: true },
    })
  })

  it("is refused once the date has begun, was cancelled, or is no date", async () => {
    const { dateId } = await published()
    await expect(book(dateId, "Ann", {}, new Date("2026-11-20T10:01:00Z"))).rejects.toThrow("has begun")
    await asStaff((ctx) => cancelDate(ctx, { id: dateId, reason: "The boiler broke." }))
    await expect(book(dateId, "Ann")).rejects.toThrow("has been cancelled")
    await expect(book(w.foodbank.id, "Ann")).rejects.toThrow(NotFound)
  })

  it("needs a name and an address, and takes five colleagues at most", () => {
    const ok = { dateId: w.foodbank.id, name: "Ann", email: "ann@new.example" }
    expect(bookInput.safeParse(ok).success).toBe(true)
    for (const wrong of [
      { name: " " },
      { email: "" },
      { email: "no address" },
      { colleagues: "a\nb\nc\nd\ne\nf" },
    ])
      expect(bookInput.safeParse({ ...ok, ...wrong }).success, JSON.stringify(wrong)).toBe(false)
  })

  it("is refused when it comes very often, and thrown away when a program filled it in", async () => {
    const { dateId } = await published({ capacity: "", on: "2027-02-01" })
    const from = (name: string, email: string, more = {}) =>
      bookFrom("ribble", bookInput.parse({ dateId, name, email, ...more }), "198.51.100.9")
    for (let n = 0; n < 10; n++) await from(`Often ${n}`, "often@new.example")
    await expect(from("Often", "often@new.example")).rejects.toThrow(RuleBroken)
    await from("Bot", "bot@new.example", { company: "Pills" })
    expect(await answers(dateId)).toHaveLength(10)
  })

  it("leaves nothing of whoever booked in the history, which is kept for good", async () => {
    const { dateId } = await published()
    await book(dateId, "Wilhelmina Unusual")
    const kept = await w.system((ctx) => ctx.tx.execute(sql`select to_jsonb(e) as row from events e`))
    expect(JSON.stringify(kept)).not.toMatch(/Wilhelmina|new\.example/i)
  })

  it("is changed and given back with its link, and with no other", async () => {
    const { dateId } = await published()
    await book(dateId, "Ann", { colleagues: "Bea" })
    await book(dateId, "Cal")
    const [ann, bea, cal] = await Promise.all(["Ann", "Bea", "Cal"].map((name) => idOf(dateId, name)))
    const link = { lio: "ribble", key: keyOf(ann ?? "") }
    await byBookingLink(link, (ctx) => sayNeeds(ctx, { id: ann ?? "", access: "A ramp", food: null }), NOW)
    const party = await byBookingLink(link, async (_, party) => party, NOW)
    expect(party).toMatchObject({
      title: "First aid at work",
      access: "A ramp",
      places: [{ name: "Ann" }, { name: "Bea" }],
    })
    await expect(byBookingLink(link, (ctx) => givePlaceBack(ctx, { id: cal ?? "" }), NOW)).rejects.toThrow(
      NotAllowed,
    )
    await byBookingLink(link, (ctx) => givePlaceBack(ctx, { id: bea ?? "" }), NOW)
    await expect(byBookingLink(link, (ctx) => givePlaceBack(ctx, { id: bea ?? "" }), NOW)).rejects.toThrow(
      RuleBroken,
    )
    expect(await answers(dateId)).toEqual(["Ann yes", "Bea no", "Cal offered"])
    for (const wrong of [
      { ...link, lio: "other" },
      { ...link, key: `${link.key}x` },
      { ...link, key: keyOf(w.foodbank.id) },
    ])
      await expect(byBookingLink(wrong, async () => "open", NOW)).rejects.toThrow(SignedOut)
  })
})
