import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import * as make from "@/db/seed/factories"
import { writeForm } from "@/lib/documents/making/write"
import { NotAllowed, NotFound } from "@/lib/errors"
import { handIn, shareCheck } from "@/lib/health-checks/answering/commands"
import { fileByCheckLink } from "@/lib/health-checks/answering/queries"
import { askAgain, planRecheck, sendAgain } from "@/lib/health-checks/commands"
import { addStep, finishStep } from "@/lib/health-checks/plan/commands"
import { getCheck } from "@/lib/health-checks/queries"
import { readReport } from "@/lib/health-checks/report/queries"
import { getTravelled } from "@/lib/health-checks/travelled/queries"
import { type HealthAnswer, scoreOf } from "@/lib/health-checks/words"
import { readPdf } from "./support/documents"
import { checking } from "./support/health-checks"
import { world } from "./support/world"

const w = await world()
const { keyFor, by, start, answerAll, seenByStaff } = checking(w)

describe("The plan and the re-check", () => {
  it("names who does what by when, and is ticked off once", async () => {
    const id = await start()
    await answerAll(id, w.lead, "not_yet")
    await by(id, w.lead, (ctx) => handIn(ctx, id, true))
    const [question] = (await seenByStaff(id)).questions
    const step = {
      what: "Write a constitution",
      who: "Leila and Mo",
      dueOn: "2027-03-01",
      questionId: question?.id ?? null,
    }
    await by(id, w.member, (ctx) => addStep(ctx, id, step))
    const [kept] = (await seenByStaff(id)).steps
    expect(kept).toMatchObject(step)
    await w.asWorker((ctx) => finishStep(ctx, id, kept?.id ?? ""))
    await expect(by(id, w.lead, (ctx) => finishStep(ctx, id, kept?.id ?? ""))).rejects.toThrow("already")
    await expect(w.asViewer((ctx) => addStep(ctx, id, step))).rejects.toThrow(NotAllowed)
    const other = await start()
    await expect(by(id, w.lead, (ctx) => finishStep(ctx, other, kept?.id ?? ""))).rejects.toThrow(NotAllowed)
  })

  it("is a task on its day, asks the same questions and shows how far the group came", async () => {
    const id = await start()
    await expect(w.asWorker((ctx) => planRecheck(ctx, { id, months: 6 }))).rejects.toThrow(
      "hasn’t been handed in",
    )
    await answerAll(id, w.lead, "not_yet")
    await by(id, w.lead, (ctx) => handIn(ctx, id, true))
    const { recheckOn } = await w.asWorker((ctx) => planRecheck(ctx, { id, months: 6 }))
    const [task] = await w.system((ctx) =>
      ctx.tx.execute(sql`select due_on::text as due from tasks where what like 'Ask Clitheroe Food Bank%'`),
    )
    expect(task).toEqual({ due: recheckOn })
    const step = { who: null, dueOn: null, questionId: null }
    await by(id, w.lead, (ctx) => addStep(ctx, id, { ...step, what: "Write it down" }))
    await by(id, w.lead, (ctx) => addStep(ctx, id, { ...step, what: "Read it out" }))
    const done = (await seenByStaff(id)).steps.find(({ what }) => what === "Read it out")
    await by(id, w.lead, (ctx) => finishStep(ctx, id, done?.id ?? ""))
    const again = await w.asWorker((ctx) => askAgain(ctx, { id }))
    await expect(w.asWorker((ctx) => askAgain(ctx, { id }))).rejects.toThrow("asked again already")
    await answerAll(again.id, w.lead, "in_place")
    await by(again.id, w.lead, (ctx) => handIn(ctx, again.id, true))
    const later = await seenByStaff(again.id)
    expect([scoreOf(later.earlier?.questions ?? []), scoreOf(later.questions)]).toEqual([0, 100])
    expect(later.earlier?.open.map(({ what }) => what)).toEqual(["Write it down"])
    expect(
      await by(again.id, w.lead, async (ctx) => (await getCheck(ctx, again.id)).earlier?.open),
    ).toHaveLength(1)
    const [set] = (await w.asManager(getTravelled)).sets
    expect(set).toMatchObject({ name: "Governance basics", groups: 1, change: null })
  })

  it("shows an average over all groups from five groups on, with their number", async () => {
    const pairs = async (name: string) => {
      const group = await w.system((ctx) => make.group(ctx, { name, stage: "member" }))
      const lead = await w.system((ctx) =>
        make.speaker(ctx, {
          name,
          email: `${name.toLowerCase()}@five.example`,
          groups: [group],
          speaks: "lead",
        }),
      )
      const id = await start(["volunteers"], { groupIds: [group.id] })
      await answerAll(id, lead, "not_yet")
      await by(id, lead, (ctx) => handIn(ctx, id, true))
      const again = (await w.asWorker((ctx) => askAgain(ctx, { id }))).id
      await answerAll(again, lead, "partly")
      await by(again, lead, (ctx) => handIn(ctx, again, true))
      return () => by(id, lead, (ctx) => shareCheck(ctx, id, false))
    }
    const volunteers = async () =>
      (await w.asViewer(getTravelled)).sets.find(({ key }) => key === "volunteers")
    for (const name of ["Ash", "Birch", "Cedar", "Elm"]) await pairs(name)
    expect(await volunteers()).toMatchObject({ groups: 4, change: null })
    const takeBack = await pairs("Fir")
    expect(await volunteers()).toMatchObject({ groups: 5, change: 50 })
    await takeBack()
    expect(await volunteers()).toMatchObject({ groups: 4, change: null })
    await expect(w.asLead(getTravelled)).rejects.toThrow(NotAllowed)
  })

  it("can be asked for once more by email, by those who keep checks", async () => {
    const id = await start()
    expect((await w.asWorker((ctx) => sendAgain(ctx, { id }))).sent).toBeGreaterThan(0)
    await expect(w.asViewer((ctx) => sendAgain(ctx, { id }))).rejects.toThrow(NotAllowed)
    await expect(w.asViewer((ctx) => planRecheck(ctx, { id, months: 6 }))).rejects.toThrow(NotAllowed)
    await expect(w.asViewer((ctx) => askAgain(ctx, { id }))).rejects.toThrow(NotAllowed)
  })

  it("counts “partly” as half and leaves out what doesn’t apply", () => {
    const of = (...answers: HealthAnswer[]) => scoreOf(answers.map((answer) => ({ answer })))
    expect(of("in_place", "partly", "not_apply")).toBe(75)
    expect(of("unsure", "not_yet")).toBe(0)
    expect(of("not_apply")).toBeNull()
  })
})

describe("The report", () => {
  it("says what was answered, as PDF and for Word, to the group and to staff only while it shares", async () => {
    const id = await start()
    await expect(by(id, w.lead, readReport)).rejects.toThrow("once the health check is handed in")
    await answerAll(id, w.lead, "partly")
    await by(id, w.lead, (ctx) => handIn(ctx, id, false))
    await expect(w.asManager((ctx) => readReport(ctx, id))).rejects.toThrow("doesn’t share")
    const report = await by(id, w.lead, readReport)
    expect(report.title).toBe("Health check: Clitheroe Food Bank")
    expect(report.blocks.map((block) => block.kind)).toEqual([
      ...["heading", "paragraph", "table"],
      ...["heading", "table"],
    ])
    await by(id, w.lead, (ctx) =>
      addStep(ctx, id, { what: "Hold the AGM", who: null, dueOn: null, questionId: null }),
    )
    const { words } = await readPdf(await writeForm(await by(id, w.lead, readReport), "pdf"))
    for (const said of ["Governance basics 50", "Hold the AGM No single question Nobody yet No date yet"])
      expect(words.replace(/\s+/g, " ")).toContain(said)
    expect((await writeForm(report, "pdf")).subarray(0, 5).toString()).toBe("%PDF-")
    expect((await writeForm(report, "docx")).subarray(0, 2).toString()).toBe("PK")
    await expect(fileByCheckLink({ lio: "ribble", key: keyFor(id, w.outsider) }, readReport)).rejects.toThrow(
      NotFound,
    )
  })
})
