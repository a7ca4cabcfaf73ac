import { eq, inArray } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { events, proposedStatements, tasks } from "@/db/schema"
import { closeConsultation } from "@/lib/consultations/closing/commands"
import { planConsultation } from "@/lib/consultations/commands"
import { openConsultation } from "@/lib/consultations/invitations/commands"
import { listQuestions } from "@/lib/consultations/queries"
import { addQuestion } from "@/lib/consultations/questions/commands"
import { judgeStatement, proposeStatement } from "@/lib/consultations/statements/commands"
import { judgeInput, proposeInput } from "@/lib/consultations/statements/input"
import { stopConsultation } from "@/lib/consultations/stopping/commands"
import { consulting } from "./support/consulting"

const { w, planned, asked } = await consulting()

/** An open consultation with a question of statements. */
async function open(title: string) {
  return w.asWorker(async (ctx) => {
    const { id } = await planConsultation(ctx, planned({ title }))
    await addQuestion(ctx, asked(id, { kind: "statements", statements: "More buses\nCheaper fares" }))
    await openConsultation(ctx, { id, periodReason: null })
    return { id, questionId: (await listQuestions(ctx, id))[0]?.id ?? "" }
  })
}
type Open = Awaited<ReturnType<typeof open>>
const propose = (of: Open, body: string) =>
  w.asLead((ctx) => proposeStatement(ctx, proposeInput.parse({ ...of, group: w.foodbank.id, body })))
const judge = (id: string, verdict: string, reason?: string) =>
  w.asWorker((ctx) => judgeStatement(ctx, judgeInput.parse({ id, verdict, reason })))
const proposed = (of: Open) =>
  w.system((ctx) =>
    ctx.tx.select().from(proposedStatements).where(eq(proposedStatements.questionId, of.questionId)),
  )
const tasksOn = async (of: Open) =>
  (await w.system((ctx) => ctx.tx.select().from(tasks)))
    .filter(({ what }) => what.includes(`/${of.id}/statements`))
    .map(({ doneAt }) => doneAt !== null)

describe("Statements that are proposed and judged at once", () => {
  it("are no more than may wait, none is there twice, and they are one task", async () => {
    const of = await open("Proposed at once")
    const bodies = ["One", "One", "Two", "Three", "Four", "Five", "Six", "Seven"]
    const done = await Promise.allSettled(bodies.map((body) => propose(of, body)))
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(5)
    const there = (await proposed(of)).map(({ body }) => body)
    expect(new Set(there).size).toBe(5)
    expect(await tasksOn(of)).toEqual([false])
  })

  it("are judged once: the same verdict again changes and tells nothing", async () => {
    const of = await open("Judged twice")
    await propose(of, "A shelter")
    const [one] = await proposed(of)
    const id = one?.id ?? ""
    await Promise.all([judge(id, "show"), judge(id, "show")])
    const [shown] = await proposed(of)
    await judge(id, "show")
    expect((await proposed(of))[0]).toEqual(shown)
    await judge(id, "turn-down", "It names a person")
    await judge(id, "turn-down", "It names a person")
    const log = await w.system((ctx) =>
      ctx.tx
        .select({ what: events.what })
        .from(events)
        .where(inArray(events.what, ["statement.shown", "statement.turned_down"])),
    )
    expect(log.map(({ what }) => what)).toEqual(["statement.shown", "statement.turned_down"])
  })

  it("leave no task behind when the last two are judged in the same moment", async () => {
    for (let round = 0; round < 4; round++) {
      const of = await open(`Last two ${round}`)
      await propose(of, "A shelter")
      await propose(of, "A bench")
      await Promise.all((await proposed(of)).map(({ id }) => judge(id, "show")))
      expect(await tasksOn(of)).toEqual([true])
    }
  })
})

describe("The task to look at statements", () => {
  it("is done with when nobody can vote any more: closed, or stopped", async () => {
    const [closed, stopped] = [await open("Closed with one waiting"), await open("Stopped with one waiting")]
    for (const of of [closed, stopped]) await propose(of, "A shelter")
    expect(await tasksOn(closed)).toEqual([false])
    await w.asWorker((ctx) => closeConsultation(ctx, { ...closed, reason: "All have answered" }))
    await w.asWorker((ctx) => stopConsultation(ctx, { id: stopped.id, reason: "Not now" }))
    expect([...(await tasksOn(closed)), ...(await tasksOn(stopped))]).toEqual([true, true])
  })
})
