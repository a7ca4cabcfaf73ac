import { describe, expect, it } from "vitest"
import type { Ctx } from "@/lib/access/ctx"
import { NotAllowed } from "@/lib/errors"
import { readList } from "@/lib/lists/input"
import { membershipsAsTable } from "@/lib/memberships/export/queries"
import { membershipList } from "@/lib/memberships/list/filters"
import { countMemberships } from "@/lib/memberships/list/queries"
import { openNeed } from "@/lib/needs/commands"
import { needsAsTable } from "@/lib/needs/export/queries"
import { needList } from "@/lib/needs/list/filters"
import { peopleAsTable } from "@/lib/people/export/queries"
import { peopleList } from "@/lib/people/filters"
import { listPeople } from "@/lib/people/queries"
import { recordSession } from "@/lib/sessions/commands"
import { recordSessionInput } from "@/lib/sessions/input"
import { sessionsAsTable } from "@/lib/sessions/list/export/queries"
import { sessionList } from "@/lib/sessions/list/filters"
import { TABLE_FILES, type Table } from "@/lib/spreadsheet/tables"
import { addTask } from "@/lib/tasks/commands"
import { tasksAsTable } from "@/lib/tasks/export/queries"
import { taskList } from "@/lib/tasks/filters"
import { world } from "./support/world"

const w = await world()
const LISTS: Record<string, (ctx: Ctx) => Promise<Table>> = {
  sessions: (ctx) => sessionsAsTable(ctx, readList(sessionList, { whose: "team" })),
  people: (ctx) => peopleAsTable(ctx, readList(peopleList, {})),
  tasks: (ctx) => tasksAsTable(ctx, readList(taskList, { whose: "team" })),
  needs: (ctx) => needsAsTable(ctx, readList(needList, {})),
  memberships: (ctx) => membershipsAsTable(ctx, readList(membershipList, { show: "none" })),
}

async function rowsOf(table: Table) {
  const rows: (string | number)[][] = []
  for await (const some of table.pieces) rows.push(...some)
  return rows
}

await w.asWorker(async (ctx) => {
  await recordSession(
    ctx,
    recordSessionInput.parse({
      kind: "phone",
      note: "=SUM(A1) about the lease",
      groupIds: [w.foodbank.id, w.choir.id],
    }),
  )
  await addTask(ctx, { what: "Ring back", assigneeId: null, dueOn: "2026-12-01", groupId: w.choir.id })
  const nowhere = {
    areaIds: [],
    themeIds: [],
    sessionId: null,
    responseId: null,
    passageId: null,
    topicId: null,
    enquiryId: null,
    affected: null,
    strength: null,
    strengthWhy: null,
  }
  await openNeed(ctx, { title: "A late bus", about: null, ...nowhere })
})

describe.each(Object.entries(LISTS))("The list of %s as a file", (_, read) => {
  it("has what the page has, a heading for each column, in every kind of file", async () => {
    const table = await w.asViewer(read)
    const rows = await rowsOf(table)
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(row.length).toBe(table.headings.length)
    for (const { write } of Object.values(TABLE_FILES)) {
      let size = 0
      for await (const piece of write({ ...table, pieces: [rows] })) size += piece.length
      expect(size).toBeGreaterThan(20)
    }
  })

  it("is for staff, each of their own LIO", async () => {
    for (const as of [w.asLead, w.asPublic]) await expect(as(read)).rejects.toThrow(NotAllowed)
    const theirs = JSON.stringify(await rowsOf(await w.asOtherManager(read)))
    expect(theirs).not.toMatch(/lease|Ring back|late bus|Clitheroe|ribble/)
  })
})

describe("What stands in them", () => {
  it("follows the filters of the list", async () => {
    const count = (query: Record<string, string>) =>
      w.asWorker(
        async (ctx) =>
          (await rowsOf(await sessionsAsTable(ctx, readList(sessionList, { whose: "team", ...query }))))
            .length,
      )
    expect([
      await count({ kind: "phone" }),
      await count({ kind: "visit" }),
      await count({ from: "nonsense" }),
    ]).toEqual([1, 0, 0])
    const lead = await w.asWorker(async (ctx) =>
      rowsOf(await peopleAsTable(ctx, readList(peopleList, { q: "Leila" }))),
    )
    expect(lead).toEqual([["Leila Lead", "lead@ribble.example", "", "", "Clitheroe Food Bank"]])
  })

  it("names every group of a session on its one line", async () => {
    const [row] = await w.asWorker(async (ctx) =>
      rowsOf(await sessionsAsTable(ctx, readList(sessionList, { whose: "team" }))),
    )
    expect(row).toContain("Clitheroe Food Bank; Côr Meibion Llanfair")
  })

  it("is all of it, however many are on a page", async () => {
    const [people, total, none, without] = await w.asViewer(async (ctx) => [
      (await rowsOf(await peopleAsTable(ctx, readList(peopleList, {})))).length,
      (await listPeople(ctx, readList(peopleList, { q: "" }))).total,
      (await rowsOf(await membershipsAsTable(ctx, readList(membershipList, { show: "none" })))).length,
      (await countMemberships(ctx)).none,
    ])
    expect([people, none]).toEqual([total, without])
  })
})
