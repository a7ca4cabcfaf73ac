import { sql } from "drizzle-orm"
import { beforeEach, describe, expect, it } from "vitest"
import { asLink, asPublic } from "@/lib/access/doors"
import { bookingPaths } from "@/lib/access/links"
import { answerTogether, holdDate, listDatesToSettle } from "@/lib/calendar/answers/commands"
import { RuleBroken } from "@/lib/errors"
import { bookPlaces, givePlaceBack, settleDate, takePlace } from "@/lib/events/booking/commands"
import { bookInput } from "@/lib/events/booking/input"
import { changeEvent } from "@/lib/events/commands"
import { changeEventInput } from "@/lib/events/input"
import { gathering, NOW } from "./support/gathering"
import { world } from "./support/world"

const w = await world()
const { asStaff, said, published, book, answers, idOf, letters, forget, hours } = gathering(w)
const byLink = (id: string, work: Parameters<typeof asLink>[1], now = NOW) =>
  asLink(
    { purpose: "booking", key: bookingPaths(w.ribble, id, hours(2000)).url.split("key=")[1] ?? "" },
    work,
    { now },
  )
const settle = async (now: Date) => {
  const dates = await asStaff((ctx) => listDatesToSettle(ctx, "event"), now)
  for (const id of dates) await asStaff((ctx) => settleDate(ctx, id), now)
  return dates
}

beforeEach(forget)

describe("A waiting list", () => {
  it("begins when the places are taken, and moves up by itself when one is given back", async () => {
    const { dateId } = await published()
    for (const name of ["Ann", "Bea", "Cal", "Dot"]) await book(dateId, name)
    expect(await answers(dateId)).toEqual(["Ann yes", "Bea yes", "Cal waiting", "Dot waiting"])
    const ann = await idOf(dateId, "Ann")
    await byLink(ann, (ctx) => givePlaceBack(ctx, { id: ann }))
    expect(await answers(dateId)).toEqual(["Ann no", "Bea yes", "Cal offered", "Dot waiting"])
    expect((await letters()).at(-1)).toBe("event-offered cal@new.example")
    const cal = await idOf(dateId, "Cal")
    await byLink(cal, (ctx) => takePlace(ctx, { id: cal }))
    await byLink(cal, (ctx) => takePlace(ctx, { id: cal }))
    expect(await answers(dateId)).toEqual(["Ann no", "Bea yes", "Cal yes", "Dot waiting"])
    expect((await letters()).filter((letter) => letter === "event-booked cal@new.example")).toHaveLength(2)
  })

  it("goes on to the next when an offer runs out, which can’t be taken then", async () => {
    const { dateId } = await published({ capacity: "1" })
    for (const name of ["Ann", "Cal", "Dot"]) await book(dateId, name)
    const ann = await idOf(dateId, "Ann")
    await byLink(ann, (ctx) => givePlaceBack(ctx, { id: ann }))
    expect(await settle(hours(47))).not.toContain(dateId)
    expect(await settle(hours(49))).toContain(dateId)
    expect(await answers(dateId)).toEqual(["Ann no", "Cal lapsed", "Dot offered"])
    const cal = await idOf(dateId, "Cal")
    await expect(byLink(cal, (ctx) => takePlace(ctx, { id: cal }), hours(49))).rejects.toThrow(
      "gone to the next person",
    )
    expect((await letters()).filter((letter) => letter.startsWith("event-offered"))).toEqual([
      "event-offered cal@new.example",
      "event-offered dot@new.example",
    ])
  })

  it("keeps an offer for half the time that is left, shortly before the event", async () => {
    const { dateId } = await published({ capacity: "1" })
    await book(dateId, "Ann")
    await book(dateId, "Bea")
    const ann = await idOf(dateId, "Ann")
    const now = new Date("2026-11-20T06:00:00Z")
    await byLink(ann, (ctx) => givePlaceBack(ctx, { id: ann }), now)
    const [row] = await w.system((ctx) =>
      ctx.tx.execute<{ until: string }>(
        sql`select offered_until as until from calendar_answers where state = 'offered' and occurrence_id = ${dateId}`,
      ),
    )
    expect(new Date(row?.until ?? "").toISOString()).toBe("2026-11-20T08:00:00.000Z")
  })

  it("moves up when there are more places", async () => {
    const { id, dateId } = await published({ capacity: "1" })
    for (const name of ["Ann", "Bea", "Cal", "Dot"]) await book(dateId, name)
    await asStaff((ctx) =>
      changeEvent(ctx, changeEventInput.parse({ ...said(), id, at: "10:00", ends: "12:30", capacity: "3" })),
    )
    await settle(NOW)
    await settle(NOW)
    expect(await answers(dateId)).toEqual(["Ann yes", "Bea offered", "Cal offered", "Dot waiting"])
    expect((await letters()).filter((letter) => letter.startsWith("event-offered"))).toHaveLength(2)
  })

  it("isn’t jumped by somebody who books while others wait", async () => {
    const { dateId } = await published({ capacity: "2" })
    await book(dateId, "Ann")
    await book(dateId, "Bea", { colleagues: "Cal" })
    expect(await answers(dateId)).toEqual(["Ann yes", "Bea yes", "Cal waiting"])
    await book(dateId, "Dot")
    expect((await answers(dateId)).at(-1)).toBe("Dot waiting")
  })
})

describe("An answer", () => {
  it("of perhaps or no takes no place", async () => {
    const { dateId } = await published({ capacity: "1" })
    const one = (name: string) => [{ name, email: null, personId: null, groupId: null, groupName: null }]
    await asStaff(async (ctx) => {
      const date = await holdDate(ctx, dateId)
      await answerTogether(ctx, date, one("Ann"), "perhaps")
      await answerTogether(ctx, date, one("Bea"), "no")
      await answerTogether(ctx, date, one("Cal"))
    })
    expect(await answers(dateId)).toEqual(["Ann perhaps", "Bea no", "Cal yes"])
  })
})

describe("Two hundred people at once", () => {
  it("who book forty places, of whom sixty cancel, never fill forty-one; the waiting list keeps its order, and each letter goes once", {
    timeout: 120_000,
  }, async () => {
    const { dateId } = await published({ capacity: "40" })
    const taken = async () => {
      const [row] = await w.system((ctx) =>
        ctx.tx.execute<{ taken: number }>(
          sql`select count(*)::int as taken from calendar_answers where occurrence_id = ${dateId} and state in ('yes', 'offered')`,
        ),
      )
      return row?.taken ?? 0
    }
    let most = 0
    let watching = true
    const watch = (async () => {
      while (watching) {
        most = Math.max(most, await taken())
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    })()
    /** So many hands, each taking the next piece of work. */
    const together = async (works: (() => Promise<unknown>)[], hands = 12) => {
      const queue = [...works]
      const hand = async () => {
        for (let work = queue.shift(); work; work = queue.shift()) await work()
      }
      await Promise.all(Array.from({ length: hands }, hand))
    }
    const person = (n: number) => `Person ${String(n).padStart(3, "0")}`
    const bookAs = (n: number) => () =>
      asPublic(
        "ribble",
        (ctx) => bookPlaces(ctx, bookInput.parse({ dateId, name: person(n), email: `p${n}@new.example` })),
        { now: NOW, patience: "save" },
      )
    const all = Array.from({ length: 200 }, (_, n) => n)
    // Everybody sends the form, and every fifth of them twice.
    await together([...all, ...all.filter((n) => n % 5 === 0)].map(bookAs))
    const after = await answers(dateId)
    expect(after).toHaveLength(200)
    expect(after.slice(0, 40).every((one) => one.endsWith(" yes"))).toBe(true)
    expect(after.slice(40).every((one) => one.endsWith(" waiting"))).toBe(true)

    // Sixty give back: half of those with a place, and forty of those who wait; ten of them press twice.
    const order = after.map((one) => one.replace(/ \w+$/, ""))
    const leaving = [...order.slice(0, 20), ...order.slice(100, 140)]
    const ids = await Promise.all(leaving.map((name) => idOf(dateId, name)))
    const refused: unknown[] = []
    const leave = (id: string) => () =>
      byLink(id, (ctx) => givePlaceBack(ctx, { id })).catch((refusal) => {
        if (!(refusal instanceof RuleBroken)) throw refusal
        refused.push(refusal)
      })
    await together([...ids, ...ids.slice(0, 10)].map(leave))
    expect(refused).toHaveLength(10)
    const end = await answers(dateId)
    const having = (state: string) =>
      end.filter((one) => one.endsWith(` ${state}`)).map((one) => one.replace(/ \w+$/, ""))
    expect(having("yes")).toEqual(order.slice(20, 40))
    expect(having("offered")).toEqual(order.slice(40, 60))
    expect(having("waiting")).toEqual(order.slice(60).filter((name) => !leaving.includes(name)))

    // Those who are offered a place take it, all at once, each pressing twice.
    const offered = await Promise.all(having("offered").map((name) => idOf(dateId, name)))
    await together([...offered, ...offered].map((id) => () => byLink(id, (ctx) => takePlace(ctx, { id }))))
    expect((await answers(dateId)).filter((one) => one.endsWith(" yes"))).toHaveLength(40)
    watching = false
    await watch
    expect(most).toBe(40)
    const sent = await letters()
    // One to each about their booking, and one more to those who took a place later.
    const booked = sent.filter((one) => one.startsWith("event-booked"))
    expect(new Set(booked).size).toBe(200)
    expect(booked).toHaveLength(220)
    expect(new Set(sent).size).toBe(sent.length - 20)
    expect(sent.filter((one) => one.startsWith("event-offered"))).toHaveLength(20)
  })
})
