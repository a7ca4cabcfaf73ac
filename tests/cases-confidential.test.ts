import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { caseList } from "@/lib/cases/list/filters"
import { listCases } from "@/lib/cases/list/queries"
import { addCaseNote, changeCaseNote, removeCaseNote } from "@/lib/cases/notes/commands"
import { listCaseNotes } from "@/lib/cases/notes/queries"
import { letIntoCase } from "@/lib/cases/people/commands"
import { listCasesToChoose, listSealedCases } from "@/lib/cases/queries"
import { daysAfter } from "@/lib/days"
import { NotAllowed, NotFound } from "@/lib/errors"
import { addFiles, changeFile } from "@/lib/files/commands"
import { listFiles } from "@/lib/files/queries"
import { readUpload } from "@/lib/files/reading/content"
import { remindOfFiles } from "@/lib/files/reminding/commands"
import { readList } from "@/lib/lists/input"
import { changeSession } from "@/lib/sessions/change/commands"
import { changeSessionInput, recordSessionInput } from "@/lib/sessions/input"
import { getSession } from "@/lib/sessions/queries"
import { dropTask, finishTask, reopenTask, restoreTask } from "@/lib/tasks/commands"
import { changeTask, handOverTask, moveBack, snoozeTask } from "@/lib/tasks/moving/commands"
import { getTask } from "@/lib/tasks/queries"
import { undoAct } from "@/lib/undo/commands"
import { casesOf } from "./support/cases"
import { world } from "./support/world"

const w = await world()
const { asSecond, open, see, change, close, record, task, second, confidential, manager } = await casesOf(w)

describe("A confidential note", () => {
  it("is for the people who work on the case, whoever else sees the case", async () => {
    const { id } = await open()
    const text = "The treasurer is ill"
    await w.asWorker((ctx) => addCaseNote(ctx, { caseId: id, on: null, text }))
    expect((await w.asWorker((ctx) => listCaseNotes(ctx, id))).map((note) => note.text)).toEqual([text])
    for (const as of [w.asManager, w.asViewer, asSecond])
      expect(await as((ctx) => listCaseNotes(ctx, id))).toEqual([])
    for (const as of [w.asManager, asSecond])
      await expect(as((ctx) => addCaseNote(ctx, { caseId: id, on: null, text: "Me too" }))).rejects.toThrow(
        NotAllowed,
      )
    await change(id, { personIds: [w.worker.id, second.id] })
    const [note] = await asSecond((ctx) => listCaseNotes(ctx, id))
    expect(note).toMatchObject({ text, by: "Wendy Worker" })
    await change(id, { personIds: [w.worker.id] })
    expect(await asSecond((ctx) => listCaseNotes(ctx, id))).toEqual([])
  })

  it("is written with a session, whose hours everybody counts", async () => {
    const { id } = await open()
    const { id: session } = await record({ caseId: id, confidential: "He is leaving his wife" })
    expect((await w.asWorker((ctx) => listCaseNotes(ctx, id)))[0]).toMatchObject({ sessionId: session })
    await expect(record({ caseId: id, confidential: "I know it" }, w.asManager)).rejects.toThrow(NotAllowed)
    const without = recordSessionInput.safeParse({
      ...{ kind: "visit", note: "x", groupIds: [w.foodbank.id], confidential: "Whose?" },
    })
    expect(without.error?.issues[0]).toMatchObject({ path: ["caseId"] })
  })

  it("is changed and removed by its people, and put back", async () => {
    const { id } = await open()
    const { id: note } = await w.asWorker((ctx) => addCaseNote(ctx, { caseId: id, on: null, text: "Red" }))
    await w.asWorker((ctx) => changeCaseNote(ctx, { id: note, on: null, text: "Green" }))
    for (const as of [w.asManager, asSecond])
      await expect(as((ctx) => removeCaseNote(ctx, { id: note }))).rejects.toThrow(NotFound)
    await w.asWorker((ctx) => removeCaseNote(ctx, { id: note }))
    expect(await w.asWorker((ctx) => listCaseNotes(ctx, id))).toEqual([])
    await w.asWorker((ctx) => undoAct(ctx, { what: "case-note", id: note }))
    expect((await w.asWorker((ctx) => listCaseNotes(ctx, id))).map(({ text }) => text)).toEqual(["Green"])
  })
})

describe("A confidential case", () => {
  it("is not there for anybody who doesn’t work on it", async () => {
    const { id } = await confidential()
    for (const as of [w.asManager, w.asViewer, asSecond]) {
      await expect(as(see(id))).rejects.toThrow(NotFound)
      const rows = await as((ctx) => listCases(ctx, readList(caseList, { whose: "team", state: "all" })))
      expect(rows.some((row) => row.id === id)).toBe(false)
      expect(await as((ctx) => listCasesToChoose(ctx, [w.foodbank.id]))).not.toContainEqual(
        expect.objectContaining({ id }),
      )
    }
    await expect(record({ caseId: id }, w.asManager)).rejects.toMatchObject({ field: "caseId" })
    expect(await w.asWorker(see(id))).toMatchObject({ confidential: true, mine: true })
  })

  it("keeps its tasks among its people", async () => {
    const { id } = await confidential()
    const { id: ring } = await task({ caseId: id })
    await expect(w.asManager((ctx) => getTask(ctx, ring))).rejects.toThrow(NotFound)
    await expect(task({ caseId: id, assigneeId: second.id })).rejects.toMatchObject({ field: "assigneeId" })
    await expect(w.asWorker((ctx) => handOverTask(ctx, { id: ring, to: second.id }))).rejects.toMatchObject({
      field: "to",
    })
    await change(id, { personIds: [w.worker.id, second.id] })
    await w.asWorker((ctx) => handOverTask(ctx, { id: ring, to: second.id }))
    expect(await asSecond((ctx) => getTask(ctx, ring))).toMatchObject({ assignee: "Sian Second" })
  })

  it("becomes one with its tasks, and is open to all staff again with them", async () => {
    const { id } = await open({ title: "Later confidential" })
    const { id: ring } = await task({ caseId: id })
    expect(await change(id, { confidential: "yes", personIds: [second.id] })).toEqual({ id, sees: false })
    await expect(w.asWorker(see(id))).rejects.toThrow(NotFound)
    await expect(w.asWorker((ctx) => getTask(ctx, ring))).rejects.toThrow(NotFound)
    expect(await asSecond(see(id))).toMatchObject({ mine: true })
    await change(id, { confidential: "no" }, asSecond)
    expect(await w.asWorker((ctx) => getTask(ctx, ring))).toMatchObject({ id: ring })
  })

  it("stays as it is when somebody who doesn’t see it changes one of its sessions", async () => {
    const { id } = await confidential()
    const { id: session } = await record({ caseId: id })
    expect((await w.asManager((ctx) => getSession(ctx, session))).case).toBeNull()
    await w.asManager((ctx) =>
      changeSession(
        ctx,
        changeSessionInput.parse({
          id: session,
          kind: "visit",
          note: "Better",
          groupIds: [w.foodbank.id],
          caseId: "",
        }),
      ),
    )
    expect((await w.asWorker((ctx) => getSession(ctx, session))).case).toMatchObject({ id })
  })

  it("is opened by a manager to somebody when its people are away, and its people read why", async () => {
    const { id } = await confidential()
    const sealed = await w.asManager(listSealedCases)
    expect(sealed.find((one) => one.id === id)).toMatchObject({ names: "Wendy Worker", orphaned: false })
    expect(JSON.stringify(sealed)).not.toContain("falling out")
    const letIn = (as: typeof w.asWorker, personId = second.id) =>
      as((ctx) => letIntoCase(ctx, { id, personId, reason: "Wendy is off sick" }))
    for (const as of [w.asWorker, w.asViewer, w.asLead]) await expect(letIn(as)).rejects.toThrow(NotAllowed)
    for (const as of [w.asWorker, w.asViewer]) await expect(as(listSealedCases)).rejects.toThrow(NotAllowed)
    await expect(letIn(w.asManager, w.viewer.id)).rejects.toMatchObject({ field: "personId" })
    await expect(letIn(w.asOtherManager, manager)).rejects.toThrow()
    await letIn(w.asManager)
    expect(await asSecond(see(id))).toMatchObject({ mine: true })
    await expect(w.asManager(see(id))).rejects.toThrow(NotFound)
    const told = (as: typeof w.asWorker) =>
      as((ctx) =>
        ctx.tx.execute<{ summary: string }>(sql`select summary from events where what = 'case.let_in'`),
      )
    expect(await told(w.asWorker)).toMatchObject([{ summary: expect.stringContaining("Wendy is off sick") }])
    expect(await told(w.asViewer)).toEqual([])
  })
})

describe("What is confidential", () => {
  it("stands in no row that anybody else of the LIO can read, table by table", async () => {
    const { id } = await confidential({ title: "Zanzibar quarrel", aim: "Zanzibar peace" })
    const { id: one } = await task({
      caseId: id,
      what: "Zanzibar task",
      dueOn: "2026-01-05",
      repeats: "week",
    })
    await w.asWorker(async (ctx) => {
      await changeTask(ctx, {
        id: one,
        what: "Zanzibar chore",
        assigneeId: w.worker.id,
        dueOn: ctx.today,
        repeats: "week",
      })
      await moveBack(ctx, (await snoozeTask(ctx, { id: one, until: daysAfter(ctx.today, 3) })).move)
      await finishTask(ctx, { id: one })
      await reopenTask(ctx, { id: one })
      await dropTask(ctx, { id: one })
      await restoreTask(ctx, { id: one })
      const on = { onKind: "case", onId: id, kind: "insurance" as const, runsUntil: daysAfter(ctx.today, 9) }
      const content = await readUpload({ name: "Zanzibar.txt", bytes: Buffer.from("Zanzibar\n") })
      await addFiles(ctx, { ...on, uploads: [content] })
      const [file] = (await listFiles(ctx, "case", id)).files
      await changeFile(ctx, { ...on, id: file?.id ?? "", name: "Zanzibar letter.txt" })
    })
    expect(await w.system(remindOfFiles)).toBe(1)
    const { id: note } = await w.asWorker((ctx) =>
      addCaseNote(ctx, { caseId: id, on: null, text: "Zanzibar note" }),
    )
    await record({ caseId: id, confidential: "Zanzibar heard" })
    await w.asWorker((ctx) => changeCaseNote(ctx, { id: note, on: null, text: "Zanzibar said better" }))
    await change(id, { title: "Zanzibar row" })
    await close(id, { ending: "Zanzibar ended" })
    const tables = await w.system((ctx) =>
      ctx.tx.execute<{ name: string }>(sql`
        select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind = 'r' and c.relname not like '\\_\\_drizzle%'
          and has_table_privilege('trellis_app', c.oid, 'select')`),
    )
    const places = (as: typeof w.asWorker) =>
      as(async (ctx) => {
        const found: string[] = []
        for (const { name } of tables) {
          const rows = await ctx.tx.execute(
            sql`select 1 from ${sql.identifier(name)} t where t::text ilike '%zanzibar%' limit 1`,
          )
          if (rows.length > 0) found.push(name)
        }
        return found
      })
    expect(await places(w.asWorker)).toEqual(
      expect.arrayContaining(["cases", "case_notes", "tasks", "events"]),
    )
    for (const as of [w.asManager, w.asViewer, asSecond, w.asLead, w.asMember, w.asPublic, w.asOtherManager])
      expect(await places(as)).toEqual([])
    const hits = (as: typeof w.asWorker) =>
      as(async (ctx) => {
        const counts = await Promise.all(
          ["case", "case-note"].map((kind) =>
            ctx.tx.execute(sql`select id from search_ids(${kind}, 'zanzibar', true)`),
          ),
        )
        return counts.map((rows) => rows.length)
      })
    expect(await hits(w.asWorker)).toEqual([1, 2])
    for (const as of [w.asManager, w.asViewer, asSecond]) expect(await hits(as)).toEqual([0, 0])
  })
})
