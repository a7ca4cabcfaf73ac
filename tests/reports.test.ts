import { describe, expect, it } from "vitest"
import type { Ctx } from "@/lib/access/ctx"
import { becomeGroup } from "@/lib/enquiries/becoming/commands"
import { enterEnquiry } from "@/lib/enquiries/commands"
import { becomeInput, enterInput } from "@/lib/enquiries/input"
import { NotAllowed } from "@/lib/errors"
import { readList } from "@/lib/lists/input"
import { closeNeed, openNeed } from "@/lib/needs/commands"
import { openNeedInput } from "@/lib/needs/input"
import { needList } from "@/lib/needs/list/filters"
import { listNeeds } from "@/lib/needs/list/queries"
import { periodIn, usualPeriods } from "@/lib/reports/work/input"
import { getChanges, getWork } from "@/lib/reports/work/queries"
import { recordSession, undoSession } from "@/lib/sessions/commands"
import { recordSessionInput } from "@/lib/sessions/input"
import { sessionList } from "@/lib/sessions/list/filters"
import { listSessions } from "@/lib/sessions/list/queries"
import { world } from "./support/world"

const w = await world()
type Said = Record<string, unknown>
const record = (more: Said, as = w.asWorker) =>
  as((ctx) =>
    recordSession(
      ctx,
      recordSessionInput.parse({
        kind: "visit",
        note: "x",
        minutes: "60",
        groupIds: [w.foodbank.id],
        ...more,
      }),
    ),
  )
const PERIOD = { from: "2026-02-10", to: "2026-04-20" }
const work = () => w.asViewer((ctx) => getWork(ctx, PERIOD))
/** What the list of sessions says of the same. */
const listed = (query: string) =>
  w.asViewer(async (ctx) => {
    const { total, minutes } = await listSessions(ctx, readList(sessionList, `whose=team&${query}`))
    return { sessions: total, minutes }
  })
const RANGE = `from=${PERIOD.from}&to=${PERIOD.to}`

await record({ on: "2026-02-09" })
await record({ on: "2026-02-10" })
await record({ on: "2026-03-02", groupIds: [w.foodbank.id, w.choir.id], minutes: "30" })
await record({ on: "2026-03-31", kind: "meeting", groupIds: [w.choir.id] }, w.asManager)
await record({ on: "2026-04-20", kind: "outreach", groupIds: [w.loner.id], minutes: "15" })
await record({ on: "2026-04-21" })
const gone = await record({ on: "2026-03-03" })
await w.asWorker((ctx) => undoSession(ctx, { id: gone.id }))

describe("The report of a period", () => {
  it("counts each session and its time once, and each group once", async () => {
    const { all, functions, months, workers } = await work()
    expect(all).toMatchObject({ sessions: 4, minutes: 165, groups: 3 })
    expect(functions.map(({ key, sessions, minutes, groups }) => [key, sessions, minutes, groups])).toEqual(
      expect.arrayContaining([
        ["support", 2, 90, 2],
        ["liaison", 1, 60, 1],
        ["development", 1, 15, 1],
      ]),
    )
    expect(months.map(({ key, sessions }) => [key, sessions])).toEqual([
      ["2026-02", 1],
      ["2026-03", 2],
      ["2026-04", 1],
    ])
    expect(workers.map(({ label, minutes }) => [label, minutes])).toEqual([
      ["Maureen Pye", 60],
      ["Wendy Worker", 105],
    ])
  })

  it("says the same as the list that each of its rows opens", async () => {
    const { all, functions, kinds, places, workers, themes, areas } = await work()
    const rows = [
      [all, ""],
      ...functions.map((row) => [row, `function=${row.key}`] as const),
      ...kinds.map((row) => [row, `kind=${row.key}`] as const),
      ...places.map((row) => [row, `place=${row.key}`] as const),
      ...workers.map((row) => [row, `by=${row.key}`] as const),
      ...themes.map((row) => [row, `theme=${row.key}`] as const),
      ...areas.map((row) => [row, `area=${row.key}`] as const),
    ] as const
    expect(rows.length).toBeGreaterThan(5)
    for (const [{ sessions, minutes }, query] of rows)
      expect(await listed(`${RANGE}&${query}`), query).toEqual({ sessions, minutes })
  })

  it("counts under each theme of a group a session once, however many of its groups have the theme", async () => {
    const theme = await w.system(async (ctx: Ctx) => {
      const { sql } = await import("drizzle-orm")
      const [term] = await ctx.tx.execute<{ id: string }>(
        sql`insert into terms (lio_id, list, name) values (${ctx.lio.id}::uuid, 'theme', 'Food') returning id`,
      )
      for (const group of [w.foodbank, w.choir])
        await ctx.tx.execute(
          sql`insert into group_terms (lio_id, group_id, term_id) values (${ctx.lio.id}::uuid, ${group.id}::uuid, ${term?.id}::uuid)`,
        )
      return term?.id
    })
    const { themes } = await work()
    expect(themes).toEqual([{ key: theme, label: "Food", sessions: 3, minutes: 150, groups: 2 }])
    expect(await listed(`${RANGE}&theme=${theme}`)).toEqual({ sessions: 3, minutes: 150 })
  })

  it("says what changed: new groups and needs met, as their lists do", async () => {
    const today = new Date().toISOString().slice(0, 10)
    const period = { from: today, to: today }
    const before = await w.asViewer((ctx) => getChanges(ctx, period))
    await w.asWorker(async (ctx) => {
      const said = enterInput.parse({ source: "phone", name: "Nia", about: "A choir" })
      const { id } = await enterEnquiry(ctx, said)
      await becomeGroup(ctx, becomeInput.parse({ id, name: "Côr Newydd", contact: "" }))
      const need = await openNeed(ctx, openNeedInput.parse({ title: "A late bus" }))
      await closeNeed(ctx, { id: need.id, ending: "met", reason: "It goes" })
    })
    const after = await w.asViewer((ctx) => getChanges(ctx, period))
    expect(after).toEqual({
      ...before,
      enquiries: before.enquiries + 1,
      became: before.became + 1,
      needsOpened: before.needsOpened + 1,
      needsMet: before.needsMet + 1,
    })
    const query = `state=closed&ending=met&closed=${today}&closed-to=${today}`
    expect(await w.asViewer((ctx) => listNeeds(ctx, readList(needList, query)))).toHaveLength(after.needsMet)
  })

  it("is for staff alone, and of their own LIO", async () => {
    for (const as of [w.asLead, w.asPublic]) {
      await expect(as((ctx) => getWork(ctx, PERIOD))).rejects.toThrow(NotAllowed)
      await expect(as((ctx) => getChanges(ctx, PERIOD))).rejects.toThrow(NotAllowed)
    }
    expect((await w.asOtherManager((ctx) => getWork(ctx, PERIOD))).all.sessions).toBe(0)
  })
})

describe("The period of a report", () => {
  it("is the financial year so far, or what is asked for", () => {
    expect(periodIn({}, "2026-11-29")).toEqual({ from: "2026-04-01", to: "2026-11-29", unread: null })
    expect(periodIn({ from: "1 2 2026", to: "2026-02-28" }, "2026-11-29")).toMatchObject({
      from: "2026-02-01",
      to: "2026-02-28",
    })
    const boxes = { "from.day": "3", "from.month": "5", "from.year": "2026" }
    expect(periodIn(boxes, "2026-11-29")).toMatchObject({ from: "2026-05-03", to: "2026-11-29" })
    expect(usualPeriods("2026-03-05").map(({ from, to }) => `${from} ${to}`)).toEqual([
      "2025-04-01 2026-03-05",
      "2024-04-01 2025-03-31",
      "2026-03-01 2026-03-05",
      "2026-02-01 2026-02-28",
    ])
  })

  it("is the usual one, and says so, where it can’t be read or ends before it begins", () => {
    for (const query of [{ from: "32 13 2026" }, { from: "2026-05-01", to: "2026-04-01" }])
      expect(periodIn(query, "2026-11-29")).toMatchObject({ from: "2026-04-01", unread: expect.any(String) })
  })
})
