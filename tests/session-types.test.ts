import { sql } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { events } from "@/db/schema"
import type { Ctx } from "@/lib/access/ctx"
import { asPerson } from "@/lib/access/doors"
import { NotAllowed, NotFound } from "@/lib/errors"
import { readList } from "@/lib/lists/input"
import { changeSession, changeWork } from "@/lib/sessions/change/commands"
import { recordSession, undoSession } from "@/lib/sessions/commands"
import { getNewSession } from "@/lib/sessions/form/queries"
import { changeSessionInput, recordSessionInput } from "@/lib/sessions/input"
import { sessionsAsTable } from "@/lib/sessions/list/export/queries"
import { sessionList } from "@/lib/sessions/list/filters"
import { listSessions } from "@/lib/sessions/list/queries"
import { getSession } from "@/lib/sessions/queries"
import {
  addSessionType,
  changeSessionType,
  offerKinds,
  offerSessionType,
  retireSessionType,
} from "@/lib/sessions/types/commands"
import { addSessionTypeInput } from "@/lib/sessions/types/input"
import { kindChoices, listSessionTypes } from "@/lib/sessions/types/queries"
import { weekIn } from "@/lib/sessions/week/input"
import { getWeek } from "@/lib/sessions/week/queries"
import { titleOf } from "@/lib/sessions/words"
import { world } from "./support/world"

const w = await world()
const NOON = new Date("2026-06-04T11:00:00Z")

const at = <T>(work: (ctx: Ctx) => Promise<T>, email = "worker@ribble.example") =>
  asPerson("ribble", { email }, work, { now: NOON })
const input = (more: Record<string, string | string[]>) =>
  recordSessionInput.parse({ kind: "advice", note: "Looked at the form", groupIds: [w.foodbank.id], ...more })
async function rowsOf(query: string) {
  const { pieces } = await at((ctx) => sessionsAsTable(ctx, listOf(query)))
  const rows: unknown[][] = []
  for await (const piece of pieces) rows.push(...piece)
  return rows
}
const listOf = (query: string) => readList(sessionList, `whose=team&${query}`)
let surgery = ""

beforeAll(async () => {
  const made = await at((ctx) =>
    addSessionType(ctx, { name: "Funding surgery", kind: "advice", function: "development" }),
  )
  surgery = made.id
})

describe("Kinds of work of the LIO's own", () => {
  it("can be chosen like the usual ones, and give what they count for", async () => {
    const made = await at((ctx) => recordSession(ctx, input({ kind: surgery })))
    const session = await at((ctx) => getSession(ctx, made.id))
    expect(session).toMatchObject({ kind: "advice", type: "Funding surgery", function: "development" })
    expect(titleOf(session)).toBe("Funding surgery, 4 June 2026")
    const [event] = await w.system((ctx) =>
      ctx.tx.select({ summary: events.summary }).from(events).where(sql`subject_id = ${made.id}`),
    )
    expect(event?.summary).toBe("Funding surgery, 30 minutes: Looked at the form")
    expect((await at((ctx) => getNewSession(ctx, {}))).values.kind).toBe(surgery)
    expect(await at(listSessionTypes)).toMatchObject([{ name: "Funding surgery", sessions: 1 }])
    const other = await at((ctx) => recordSession(ctx, input({ kind: surgery, function: "liaison" })))
    expect((await at((ctx) => getSession(ctx, other.id))).function).toBe("liaison")
  })

  it("are found by their own name, apart from the usual kind, and stand in files", async () => {
    const plain = await at((ctx) => recordSession(ctx, input({})))
    const ids = async (query: string) =>
      (await at((ctx) => listSessions(ctx, listOf(query)))).rows.map(({ id }) => id)
    expect(await ids(`kind=${surgery}`)).not.toContain(plain.id)
    expect((await ids(`kind=${surgery}`)).length).toBeGreaterThan(1)
    expect(await ids("kind=advice")).toContain(plain.id)
    const both = await ids(`kind=advice&kind=${surgery}`)
    expect(both).toHaveLength((await ids("kind=advice")).length + (await ids(`kind=${surgery}`)).length)
    const names = (await rowsOf(`kind=${surgery}`)).map((row) => row[1])
    expect(new Set(names)).toEqual(new Set(["Funding surgery"]))
  })

  it("are renamed everywhere; what they count for holds from now on", async () => {
    const before = await at((ctx) => recordSession(ctx, input({ kind: surgery })))
    await at((ctx) => changeSessionType(ctx, { id: surgery, name: "Funding clinic", function: "support" }))
    expect(await at((ctx) => getSession(ctx, before.id))).toMatchObject({
      type: "Funding clinic",
      function: "development",
    })
    const after = await at((ctx) => recordSession(ctx, input({ kind: surgery })))
    expect((await at((ctx) => getSession(ctx, after.id))).function).toBe("support")
    await at((ctx) =>
      changeSessionType(ctx, { id: surgery, name: "Funding surgery", function: "development" }),
    )
  })

  it("can be offered no more, and stay where they are", async () => {
    const made = await at((ctx) => recordSession(ctx, input({ kind: surgery })))
    await at((ctx) => retireSessionType(ctx, { id: surgery }))
    const offered = await at((ctx) => kindChoices(ctx))
    expect(offered.map(({ value }) => value)).not.toContain(surgery)
    expect((await at((ctx) => kindChoices(ctx, surgery))).map(({ value }) => value)).toContain(surgery)
    const changed = changeSessionInput.parse({ ...input({}), minutes: "60", kind: surgery, id: made.id })
    await at((ctx) => changeSession(ctx, changed))
    expect(await at((ctx) => getSession(ctx, made.id))).toMatchObject({
      type: "Funding surgery",
      minutes: 60,
    })
    await at((ctx) => offerSessionType(ctx, { id: surgery }))
    expect((await at((ctx) => kindChoices(ctx))).map(({ value }) => value)).toContain(surgery)
  })

  it("keep their name in the history, when a session is changed or taken back", async () => {
    const made = await at((ctx) => recordSession(ctx, input({ kind: surgery })))
    await at((ctx) => changeWork(ctx, made.id, { minutes: 45 }))
    await at((ctx) => changeSession(ctx, changeOf(made.id, "visit")))
    const session = await at((ctx) => getSession(ctx, made.id))
    expect(session).toMatchObject({ type: null, kind: "visit" })
    const last = session.history.find(({ to }) => (to as { typeId?: null } | null)?.typeId === null)
    expect(last?.from).toMatchObject({ typeId: surgery, kind: "advice" })
    expect(session.typeNames[surgery]).toBe("Funding surgery")
    await at((ctx) => undoSession(ctx, { id: made.id }))
  })

  it("have one name each, and no name of the usual ones", async () => {
    const add = (name: string) =>
      at((ctx) =>
        addSessionType(ctx, addSessionTypeInput.parse({ name, kind: "visit", function: "support" })),
      )
    await expect(add("funding  SURGERY")).rejects.toThrow("You have “Funding surgery” already.")
    await expect(add("phone call")).rejects.toThrow("“phone call” is one of the usual kinds already.")
    expect(
      addSessionTypeInput.safeParse({ name: " ", kind: "visit", function: "support" }).error?.issues[0]
        ?.message,
    ).toBe("Enter what you call it")
    const both = await Promise.allSettled([add("Drop-in"), add("Drop-in")])
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
  })

  it("leave out usual ones, but never all there is", async () => {
    await at((ctx) => offerKinds(ctx, { kinds: ["phone"] }))
    const offered = (await at((ctx) => kindChoices(ctx))).map(({ label }) => label)
    expect(offered).toContain("Phone call")
    expect(offered).not.toContain("Email")
    expect((await at((ctx) => kindChoices(ctx, "email"))).map(({ label }) => label)).toContain("Email")
    for (const { id } of await at(listSessionTypes)) await at((ctx) => retireSessionType(ctx, { id }))
    await expect(at((ctx) => offerKinds(ctx, { kinds: [] }))).rejects.toThrow(
      "Leave at least one kind of work to choose from.",
    )
    await at((ctx) => offerSessionType(ctx, { id: surgery }))
    await at((ctx) => offerKinds(ctx, { kinds: [] }))
    await expect(at((ctx) => retireSessionType(ctx, { id: surgery }))).rejects.toThrow(
      "Leave at least one kind of work to choose from.",
    )
    const all = ["advice", "phone", "email", "visit", "meeting", "training", "outreach"] as const
    await at((ctx) => offerKinds(ctx, { kinds: [...all] }))
  })

  it("are kept by workers and managers of the LIO alone", async () => {
    const add = (ctx: Ctx) => addSessionType(ctx, { name: "Mine", kind: "visit", function: "support" })
    for (const who of [w.asViewer, w.asLead, w.asPublic]) {
      await expect(who(add)).rejects.toThrow(NotAllowed)
      await expect(who((ctx) => offerKinds(ctx, { kinds: ["phone"] }))).rejects.toThrow(NotAllowed)
    }
    const change = (ctx: Ctx) => changeSessionType(ctx, { id: surgery, name: "Theirs", function: "support" })
    await expect(w.asOtherManager(change)).rejects.toThrow(NotFound)
    await expect(w.asOtherManager((ctx) => recordSession(ctx, input({ kind: surgery })))).rejects.toThrow()
    expect(await w.asOtherManager(listSessionTypes)).toEqual([])
  })
})

const changeOf = (id: string, kind: string) =>
  changeSessionInput.parse({ note: "Looked at the form", groupIds: [w.foodbank.id], id, kind, seen: SEEN })
const SEEN = NOON.toISOString()

describe("Where a session was", () => {
  it("follows the kind of work, unless somebody says", async () => {
    const place = async (more: Record<string, string>) => {
      const made = await at((ctx) => recordSession(ctx, input(more)))
      return (await at((ctx) => getSession(ctx, made.id))).place
    }
    expect(await place({ kind: "phone" })).toBe("phone")
    expect(await place({ kind: "email" })).toBe("online")
    expect(await place({ kind: "visit" })).toBe("visit")
    expect(await place({ kind: "advice" })).toBeNull()
    expect(await place({ kind: "visit", place: "event" })).toBe("event")
    const rows = await at((ctx) => listSessions(ctx, listOf("place=event")))
    expect(rows.total).toBe(1)
    expect((await rowsOf("place=event"))[0]?.at(-2)).toBe("At an event")
  })
})

describe("A week of work", () => {
  const record = (on: string, minutes: string, more = {}, email?: string) =>
    at((ctx) => recordSession(ctx, input({ on, minutes: "other", minutesOther: minutes, ...more })), email)
  const weekOf = (query: Record<string, string>, email?: string) =>
    at((ctx) => getWeek(ctx, weekIn(query, ctx.today)), email)

  it("runs from Monday to Sunday, with its totals by day, type of work and worker", async () => {
    await record("2026-03-29", "10")
    await record("2026-03-30", "20", { function: "liaison" })
    await record("2026-03-30", "30")
    await record("2026-04-05", "40", {}, "manager@ribble.example")
    const gone = await record("2026-04-01", "500")
    await at((ctx) => undoSession(ctx, { id: gone.id }))
    await record("2026-04-06", "50")
    const mine = await weekOf({ of: "2026-04-01" })
    expect(mine.all).toEqual({ sessions: 2, minutes: 50 })
    expect(mine.rows).toHaveLength(2)
    const team = await weekOf({ of: "2026-04-05", whose: "team" })
    expect(team.all).toEqual({ sessions: 3, minutes: 90 })
    expect(team.days.map(({ minutes }) => minutes)).toEqual([50, 0, 0, 0, 0, 0, 40])
    expect(team.days[0]).toMatchObject({ key: "2026-03-30", label: "Monday", sessions: 2 })
    expect(team.functions.map(({ key, minutes }) => [key, minutes])).toEqual([
      ["support", 70],
      ["liaison", 20],
    ])
    expect(team.workers.map(({ minutes }) => minutes).sort()).toEqual([40, 50])
    for (const worker of team.workers) {
      const list = await at((ctx) =>
        listSessions(ctx, listOf(`by=${worker.key}&from=2026-03-30&to=2026-04-05`)),
      )
      expect(list).toMatchObject({ total: worker.sessions, minutes: worker.minutes })
    }
  })

  it("is this week for an address that makes no sense", () => {
    expect(weekIn({ of: "soon" }, "2026-06-04")).toEqual({
      from: "2026-06-01",
      to: "2026-06-07",
      whose: "mine",
    })
  })

  it("is for staff alone", async () => {
    const week = (ctx: Ctx) => getWeek(ctx, weekIn({}, ctx.today))
    for (const who of [w.asLead, w.asPublic]) await expect(who(week)).rejects.toThrow(NotAllowed)
    expect((await w.asOtherManager(week)).all.sessions).toBe(0)
  })
})
