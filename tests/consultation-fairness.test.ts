import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { asPerson } from "@/lib/access/doors"
import { saveAnswer } from "@/lib/consultations/answering/commands"
import { closeConsultation, closeOverdue } from "@/lib/consultations/closing/commands"
import { whyEarly } from "@/lib/consultations/closing/words"
import { extendConsultation } from "@/lib/consultations/commands"
import { copyConsultation, takeQuestions } from "@/lib/consultations/copying/commands"
import type { EditionDocument } from "@/lib/consultations/editions/document"
import { noteFairness } from "@/lib/consultations/fairness/commands"
import { checklistOf } from "@/lib/consultations/fairness/words"
import { extendInput, fairnessInput, stopInput } from "@/lib/consultations/input"
import { openConsultation } from "@/lib/consultations/invitations/commands"
import { getConsultation, listQuestions, listWaitingFor } from "@/lib/consultations/queries"
import { getResults, readFrozen } from "@/lib/consultations/results/queries"
import { stopConsultation } from "@/lib/consultations/stopping/commands"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { asSeen } from "@/lib/seen"
import { consulting, day, inDays } from "./support/consulting"

const { w, open, draft, said, sign, postedFor } = await consulting()
const extend = (id: string, closesOn: string, reason?: string) =>
  w.asWorker((ctx) => extendConsultation(ctx, extendInput.parse({ id, closesOn, reason })))
const frozen = async (id: string) =>
  (await w.system((ctx) => readFrozen(ctx, id)))?.document as EditionDocument

describe("The closing date", () => {
  it("moves with a reason when groups get less than they were told, or still less than 12 weeks; and the edition says so", async () => {
    const of = await open({ title: "Moved", closesOn: day(90) })
    await expect(extend(of.id, day(60))).rejects.toThrow(/less time than you told them/)
    await extend(of.id, day(60), "The cabinet meets earlier.")
    await extend(of.id, day(70), "A week more.")
    await expect(extend(of.id, day(75))).rejects.toThrow(/still get less than 12 weeks/)
    await extend(of.id, day(100))
    await expect(extend(of.id, day(100)), "where it stays").rejects.toThrow(/already its closing date/)
    const now = (reason?: string) => w.asWorker((ctx) => closeConsultation(ctx, { ...of, reason }))
    await expect(now()).rejects.toThrow(/before the date groups were given/)
    await now("All have answered.")
    const { method } = await frozen(of.id)
    expect(method.filter((one) => one.includes("closing date was changed"))).toHaveLength(4)
    expect(method.join(" ")).toMatch(/The cabinet meets earlier\./)
    expect(method.join(" "), "closing early is such a change").toMatch(/All have answered\./)
    expect(whyEarly(await w.asLead((ctx) => getConsultation(ctx, of.id)))).toBe("All have answered.")
  })

  it("needs no reason once it has come, and then stands as the day on which it closed", async () => {
    const of = await open({ title: "By hand, late", closesOn: day(90) })
    const { closesAt } = await w.asWorker((ctx) => getConsultation(ctx, of.id))
    const worker = { email: "worker@ribble.example" }
    await asPerson("ribble", worker, (ctx) => closeConsultation(ctx, { id: of.id }), { now: inDays(91) })
    const closed = await w.asWorker((ctx) => getConsultation(ctx, of.id))
    expect(closed).toMatchObject({ closedAt: closesAt, closingChanges: [] })
  })

  it("is moved by one at a time: each change begins where the one before ended", async () => {
    const of = await open({ title: "Moved at once", closesOn: day(90) })
    await Promise.all([100, 110, 120, 130, 140, 150].map((days) => extend(of.id, day(days), "More time.")))
    const { closingChanges, closesAt } = await w.asWorker((ctx) => getConsultation(ctx, of.id))
    expect(closingChanges).toHaveLength(6)
    expect(closingChanges.slice(1).map(({ from }) => from)).toEqual(
      closingChanges.slice(0, -1).map(({ to }) => to),
    )
    expect(closingChanges.at(-1)?.to).toBe(closesAt?.toISOString())
  })
})

describe("The checklist of fairness", () => {
  it("is kept with a consultation until it closes, and printed with its numbers", async () => {
    const of = await open({ title: "Fair" })
    const said = fairnessInput.parse({ id: of.id, formative: "The budget is voted on in March.", time: "  " })
    await expect(w.asViewer((ctx) => noteFairness(ctx, said))).rejects.toThrow(NotAllowed)
    await expect(w.asOtherManager((ctx) => noteFairness(ctx, said))).rejects.toThrow(NotFound)
    await w.asWorker((ctx) => noteFairness(ctx, said))
    await w.asWorker((ctx) => closeConsultation(ctx, { ...of, reason: "All have answered" }))
    expect((await frozen(of.id)).consultation.fairness).toEqual([
      {
        principle: "Nothing is decided yet, and what groups say can still change it",
        met: "The budget is voted on in March.",
      },
    ])
    await expect(w.asWorker((ctx) => noteFairness(ctx, said))).rejects.toThrow(RuleBroken)
  })

  it("is not saved over what a colleague wrote meanwhile, nor while it is being closed", async () => {
    const of = await open({ title: "Fair to two" })
    const seen = asSeen(checklistOf({}))
    const note = (met: Record<string, string>) =>
      w.asWorker((ctx) => noteFairness(ctx, fairnessInput.parse({ id: of.id, seen, ...met })))
    await note({ formative: "Nothing is decided." })
    await expect(note({ formative: "It is decided in May." })).rejects.toMatchObject({
      theirs: { formative: "Nothing is decided." },
    })
    const both = await Promise.allSettled([
      w.asManager((ctx) => closeConsultation(ctx, { ...of, reason: "All have answered" })),
      w.asWorker((ctx) => noteFairness(ctx, fairnessInput.parse({ id: of.id, time: "Twelve weeks." }))),
    ])
    const kept = (await w.asWorker((ctx) => getConsultation(ctx, of.id))).fairness
    expect(both[0]?.status).toBe("fulfilled")
    expect((await frozen(of.id)).consultation.fairness.map(({ met }) => met)).toEqual(Object.values(kept))
  })
})

describe("A consultation that is stopped", () => {
  it("asks nothing any more, tells everybody why, and counts nothing", async () => {
    const of = await open({ title: "Stopped" })
    await w.asLead((ctx) => saveAnswer(ctx, said(of, 0, "o1")))
    await w.asLead((ctx) => sign(ctx, of))
    const stop = stopInput.parse({ id: of.id, reason: "The council has withdrawn its plan." })
    await expect(w.asViewer((ctx) => stopConsultation(ctx, stop))).rejects.toThrow(NotAllowed)
    await expect(w.asLead((ctx) => stopConsultation(ctx, stop))).rejects.toThrow(NotAllowed)
    const { told } = await w.asWorker((ctx) => stopConsultation(ctx, stop))
    expect(told).toBeGreaterThan(1)
    await expect(w.asWorker((ctx) => stopConsultation(ctx, stop))).rejects.toThrow(RuleBroken)
    const letters = (await postedFor("Stopped")).filter(({ letter }) => letter === "consultation-stopped")
    expect(letters[0]?.props).toMatchObject({ reason: "The council has withdrawn its plan." })
    const seen = await w.asLead((ctx) => getConsultation(ctx, of.id))
    expect(seen).toMatchObject({ state: "stopped", stoppedReason: "The council has withdrawn its plan." })
    await expect(w.asLead((ctx) => getResults(ctx, of.id))).rejects.toThrow(NotAllowed)
    await expect(w.asLead((ctx) => saveAnswer(ctx, said(of, 0, "o2", { version: 1 })))).rejects.toThrow(
      RuleBroken,
    )
    await w.system(closeOverdue)
    expect(await w.system((ctx) => readFrozen(ctx, of.id))).toBeNull()
    expect((await w.asLead((ctx) => listWaitingFor(ctx, w.lead.id))).map(({ id }) => id)).not.toContain(of.id)
  })

  it("lets go of answers that are named to nobody, unopened", async () => {
    const of = await open({ title: "Stopped and sealed", naming: "nobody" })
    await w.asLead((ctx) => saveAnswer(ctx, said(of, 3, "In confidence")))
    await w.asWorker((ctx) => stopConsultation(ctx, { id: of.id, reason: "No more." }))
    const left = await w.system((ctx) =>
      ctx.tx.execute(
        sql`select from answers a join responses r on r.id = a.response_id where r.consultation_id = ${of.id}::uuid`,
      ),
    )
    expect(left).toHaveLength(0)
  })
})

describe("Another consultation", () => {
  it("can be copied, with its questions and without its dates", async () => {
    const of = await open({ title: "First time", about: "Why we ask", naming: "lio", partsBy: "size" })
    const { id } = await w.asWorker((ctx) => copyConsultation(ctx, of))
    expect(await w.asWorker((ctx) => getConsultation(ctx, id))).toMatchObject({
      ...{ title: "Copy of First time", about: "Why we ask", state: "draft", naming: "lio", partsBy: "size" },
      ...{ closesAt: null, periodReason: null, fairness: {}, sourceUrl: null },
    })
    const titles = async (of: string) =>
      (await w.asWorker((ctx) => listQuestions(ctx, of))).map(({ title, kind, setting }) => [
        title,
        kind,
        setting,
      ])
    expect(await titles(id)).toEqual(await titles(of.id))
    await expect(w.asViewer((ctx) => copyConsultation(ctx, of))).rejects.toThrow(NotAllowed)
    await expect(w.asOtherManager((ctx) => copyConsultation(ctx, of))).rejects.toThrow(NotFound)
  })

  it("lends its questions to a draft, and to nothing that is open", async () => {
    const [from, to] = [await draft({ title: "Lends" }), await draft({ title: "Takes" })]
    const { added } = await w.asWorker((ctx) => takeQuestions(ctx, { id: to.id, fromId: from.id }))
    expect(added).toBe("4 questions")
    expect(await w.asWorker((ctx) => listQuestions(ctx, to.id))).toHaveLength(8)
    await w.asWorker((ctx) => openConsultation(ctx, { id: to.id, periodReason: null }))
    await expect(w.asWorker((ctx) => takeQuestions(ctx, { id: to.id, fromId: from.id }))).rejects.toThrow(
      RuleBroken,
    )
  })

  it("of a body is named with where it’s read, when it closes there and who answers, before anybody starts", async () => {
    const of = await open({
      title: "Their plan",
      sourceAnswers: "joint",
      sourceUrl: "council.example/plan",
      sourceClosesOn: day(100),
    })
    expect(await w.asLead((ctx) => getConsultation(ctx, of.id))).toMatchObject({
      ...{ sourceAnswers: "joint", sourceUrl: "https://council.example/plan", sourceClosesOn: day(100) },
    })
    await w.asWorker((ctx) => closeConsultation(ctx, { ...of, reason: "All have answered" }))
    expect((await frozen(of.id)).consultation.source).toMatchObject({
      url: "https://council.example/plan",
      closesOn: day(100),
    })
  })
})
