import { sql } from "drizzle-orm"
import { beforeEach, describe, expect, it } from "vitest"
import { bookingPaths } from "@/lib/access/links"
import { found, NotAllowed, RuleBroken } from "@/lib/errors"
import { noteCame } from "@/lib/events/attendance/commands"
import { noteAttendanceInput } from "@/lib/events/attendance/input"
import { byBookingLink, listPartiesOf } from "@/lib/events/booking/queries"
import { judgeEvent } from "@/lib/events/feedback/commands"
import { feedbackByLinkInput } from "@/lib/events/feedback/input"
import { getFeedback, getOwnFeedback } from "@/lib/events/feedback/queries"
import { askForFeedback } from "@/lib/events/telling/commands"
import { gathering, NOW } from "./support/gathering"
import { world } from "./support/world"

const w = await world()
const { asStaff, published, book, idOf, letters, forget, hours } = gathering(w)
const AFTER = new Date("2026-11-21T09:30:00Z")
const said = (useful: string, change = "") =>
  feedbackByLinkInput.parse({ lio: "ribble", key: "k", useful, change })
const judge = (id: string, words: ReturnType<typeof said>, now = AFTER) => {
  const key = bookingPaths(w.ribble, id, hours(5000)).url.split("key=")[1] ?? ""
  return byBookingLink(
    { lio: "ribble", key },
    (ctx, party) => judgeEvent(ctx, { ...words, id: party.id }),
    now,
  )
}

beforeEach(forget)

describe("Feedback", () => {
  it("is asked of those who came, on the day after, once", async () => {
    const { id, dateId } = await published({ on: "2026-12-10" })
    const quiet = await published({ on: "2026-12-10" })
    for (const name of ["Ann", "Bea"]) await book(dateId, name)
    await book(quiet.dateId, "Cal")
    const press = `missed ${await idOf(dateId, "Bea")}`
    const came = `came ${await idOf(dateId, "Ann")}`
    for (const one of [press, came])
      await asStaff(
        (ctx) => noteCame(ctx, noteAttendanceInput.parse({ eventId: id, dateId, press: one })),
        new Date("2026-12-10T11:00:00Z"),
      )
    await forget()
    const on = (day: string) => w.system(askForFeedback, "ribble", new Date(`${day}T09:30:00Z`))
    expect(await on("2026-12-10")).toBe(0)
    expect(await on("2026-12-11")).toBe(2)
    expect(await on("2026-12-11")).toBe(0)
    expect(await letters()).toEqual(["event-feedback ann@new.example", "event-feedback cal@new.example"])
  })

  it("is not asked about what was over long ago", async () => {
    const { dateId } = await published({ on: "2027-01-07" })
    await book(dateId, "Ann")
    await forget()
    await w.system(askForFeedback, "ribble", new Date("2027-01-20T09:30:00Z"))
    expect(await letters()).toEqual([])
  })

  it("is shown without names once five have answered, and what is said again counts once", async () => {
    const { dateId } = await published({ capacity: "" })
    const names = ["Ann", "Bea", "Cal", "Dot", "Eve"]
    for (const name of names) await book(dateId, name)
    const [ann = "", ...others] = await Promise.all(names.map((name) => idOf(dateId, name)))
    await judge(ann, said("not", "Nothing"))
    for (const id of others.slice(0, 3)) await judge(id, said("very"))
    const few = await w.asViewer((ctx) => getFeedback(ctx, dateId))
    expect(few).toMatchObject({ asked: 5, answered: 4, useful: null, changes: [] })
    await judge(ann, said("very", "Lock the door"))
    await judge(others[3] ?? "", said("fairly"))
    const enough = await w.asViewer((ctx) => getFeedback(ctx, dateId))
    expect(enough.useful?.map(({ count }) => count)).toEqual([4, 0, 1, 0, 0])
    expect(enough.changes).toEqual(["Lock the door"])
    expect(JSON.stringify(enough)).not.toMatch(/Ann|new.example/)
    const history = await w.system((ctx) =>
      ctx.tx.execute(sql`select what from events where at = ${AFTER.toISOString()}`),
    )
    expect(history).toEqual([])
    const [party] = await w.system((ctx) => listPartiesOf(ctx, [ann]))
    expect(await w.system((ctx) => getOwnFeedback(ctx, found(party)))).toMatchObject({
      useful: "very",
    })
  })

  it("is for whoever holds the link of a booking that had a place, once the event is over", async () => {
    const { dateId } = await published({ capacity: "1" })
    await book(dateId, "Ann")
    await book(dateId, "Bea")
    const ann = await idOf(dateId, "Ann")
    await expect(judge(ann, said("very"), NOW)).rejects.toThrow(RuleBroken)
    await expect(judge(await idOf(dateId, "Bea"), said("very"))).rejects.toThrow(RuleBroken)
    for (const as of [w.asPublic, w.asLead, w.asManager])
      await expect(as((ctx) => judgeEvent(ctx, { ...said("very"), id: ann }))).rejects.toThrow(NotAllowed)
    for (const as of [w.asPublic, w.asLead]) {
      await expect(as((ctx) => getFeedback(ctx, dateId))).rejects.toThrow(NotAllowed)
      expect(await as((ctx) => ctx.tx.execute(sql`select * from event_feedback`))).toEqual([])
    }
  })
})
