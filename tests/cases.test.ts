import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { reopenCase } from "@/lib/cases/commands"
import { casesAsTable } from "@/lib/cases/export/queries"
import { caseList } from "@/lib/cases/list/filters"
import { countListedCases, countOpenCases, listCases } from "@/lib/cases/list/queries"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { readList } from "@/lib/lists/input"
import { listSessionsOfCase } from "@/lib/sessions/list/queries"
import { getSession } from "@/lib/sessions/queries"
import { listTasksOfCase } from "@/lib/tasks/queries"
import { undoAct } from "@/lib/undo/commands"
import { casesOf } from "./support/cases"
import { world } from "./support/world"

const w = await world()
const { open, see, change, close, record, task } = await casesOf(w)

describe("A case", () => {
  it("keeps together sessions, tasks and hours, and says how it ended", async () => {
    const { id, mine } = await open({ aim: "A room of their own" })
    expect(mine).toBe(true)
    const one = await record({ caseId: id, minutes: "60" })
    await record({ caseId: id, minutes: "30", stepWhat: "Send the list of halls" })
    await task({ caseId: id })
    const its = await w.asManager(see(id))
    expect(its).toMatchObject({
      aim: "A room of their own",
      confidential: false,
      mine: false,
      closedOn: null,
    })
    expect(its.people.map(({ name }) => name)).toEqual(["Wendy Worker"])
    expect(await w.asViewer((ctx) => listSessionsOfCase(ctx, id))).toMatchObject({ minutes: 90 })
    expect((await w.asManager((ctx) => listTasksOfCase(ctx, id))).map(({ what }) => what).sort()).toEqual([
      "Ring the mediator",
      "Send the list of halls",
    ])
    expect((await w.asWorker((ctx) => getSession(ctx, one.id))).case).toEqual({
      id,
      title: "Leaving the hall",
    })
    const [row] = await w.asManager((ctx) => listCases(ctx, readList(caseList, { whose: "team" })))
    expect(row).toMatchObject({
      id,
      sessions: 2,
      minutes: 90,
      groups: "Clitheroe Food Bank",
      people: "Wendy Worker",
    })
    await close(id, { ending: "They moved in June" })
    await expect(close(id)).rejects.toThrow("closed already")
    expect(await w.asViewer(see(id))).toMatchObject({ outcome: "reached", ending: "They moved in June" })
    await expect(record({ caseId: id })).rejects.toMatchObject({ field: "caseId" })
    await w.asWorker((ctx) => undoAct(ctx, { what: "case-close", id }))
    expect(await w.asViewer(see(id))).toMatchObject({ outcome: null, closedOn: null })
    await expect(w.asWorker((ctx) => reopenCase(ctx, { id }))).rejects.toThrow(RuleBroken)
  })

  it("is neither opened nor closed on a day to come, and not closed before it was opened", async () => {
    await expect(open({ openedOn: "2999-01-01" })).rejects.toMatchObject({ field: "openedOn" })
    const { id } = await open({ openedOn: "2026-03-02" })
    await expect(close(id, { closedOn: "2026-03-01" })).rejects.toMatchObject({ field: "closedOn" })
    await expect(close(id, { closedOn: "2999-03-01" })).rejects.toMatchObject({ field: "closedOn" })
    expect(await w.asViewer(see(id))).toMatchObject({ closedOn: null })
  })

  it("is found in the lists that it belongs to", async () => {
    const { id } = await open({ title: "Bank mandate", groupIds: [w.choir.id], openedOn: "2026-01-05" })
    const listed = (query: string, as = w.asWorker) =>
      as(async (ctx) => {
        const listing = readList(caseList, query)
        const rows = await listCases(ctx, listing)
        expect(await countListedCases(ctx, listing)).toBe(rows.length)
        return rows.some((row) => row.id === id)
      })
    const there = ["", "q=mandate", `group=${w.choir.id}`, "quiet=yes", "to=5 1 2026"]
    const elsewhere = ["state=closed", "q=hall", `group=${w.foodbank.id}`, "from=6 1 2026"]
    for (const query of there) expect(await listed(query), query).toBe(true)
    for (const query of elsewhere) expect(await listed(query), query).toBe(false)
    expect(await listed("", w.asManager)).toBe(false)
    expect(await listed(`whose=team&who=${w.worker.id}`, w.asManager)).toBe(true)
    expect((await w.asManager(countOpenCases)).mine).toBe(0)
    const table = await w.asViewer((ctx) =>
      casesAsTable(ctx, readList(caseList, { whose: "team", q: "mandate" })),
    )
    expect(table.pieces).toMatchObject([
      [["Bank mandate", "Côr Meibion Llanfair", "Wendy Worker", "no", "2026-01-05", "", "", 0, 0, ""]],
    ])
  })

  it("is refused to those who don’t work for the LIO, and to trustees who only look on", async () => {
    const { id } = await open()
    for (const as of [w.asLead, w.asPublic]) {
      await expect(as(see(id))).rejects.toThrow(NotAllowed)
      for (const table of ["cases", "case_people", "case_groups", "case_notes"])
        expect(await as((ctx) => ctx.tx.execute(sql`select * from ${sql.identifier(table)}`))).toEqual([])
    }
    await expect(w.asOtherManager(see(id))).rejects.toThrow(NotFound)
    await expect(open({}, w.asViewer)).rejects.toThrow(NotAllowed)
    await expect(change(id, { title: "Mine" }, w.asViewer)).rejects.toThrow(NotAllowed)
    await expect(open({ personIds: [w.viewer.id] })).rejects.toMatchObject({ field: "personIds" })
    await expect(open({ personIds: [w.lead.id] })).rejects.toMatchObject({ field: "personIds" })
    await expect(open({ groupIds: [w.stranger.id] })).rejects.toThrow(RuleBroken)
  })

  it("loses nothing when two people change it at once", async () => {
    const { id } = await open()
    await change(id, { title: "Leaving the church hall" })
    await expect(change(id, { title: "Late", seen: "" })).rejects.toMatchObject({
      theirs: { title: "Leaving the church hall" },
    })
    await expect(change(id, { personIds: [] })).rejects.toMatchObject({ field: "personIds" })
  })
})
