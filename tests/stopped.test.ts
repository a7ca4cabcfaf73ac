import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import type { Ctx } from "@/lib/access/ctx"
import { codeAgain } from "@/lib/consultations/codebook/commands"
import { codePassage, takePassage } from "@/lib/consultations/passages/commands"
import { listAnswersToRead, listPassages } from "@/lib/consultations/passages/queries"
import { getConsultation, listYours, signedOffAnswers } from "@/lib/consultations/queries"
import { getReach } from "@/lib/consultations/reach/queries"
import { getResults, getWritten } from "@/lib/consultations/results/queries"
import { stopConsultation } from "@/lib/consultations/stopping/commands"
import { getComparison } from "@/lib/consultations/weighing/queries"
import { gatherFacts } from "@/lib/digest/queries"
import { readList } from "@/lib/lists/input"
import { addEvidence, openNeed } from "@/lib/needs/commands"
import { addEvidenceInput, openNeedInput } from "@/lib/needs/input"
import { needList } from "@/lib/needs/list/filters"
import { listNeeds } from "@/lib/needs/list/queries"
import { getNeed } from "@/lib/needs/queries"
import { pinPassage } from "@/lib/representations/asks/commands"
import { changeRepresentation } from "@/lib/representations/commands"
import { previewOutcome, wordsIn } from "@/lib/representations/outcomes/queries"
import { addPin } from "@/lib/representations/pins/commands"
import { addPinInput } from "@/lib/representations/pins/input"
import { publishRepresentation } from "@/lib/representations/publishing/commands"
import { getPreview } from "@/lib/representations/publishing/queries"
import { listConsultationsToUse } from "@/lib/representations/queries"
import { getPublished } from "@/lib/representations/versions/queries"
import { removedInWords } from "@/lib/representations/versions/words"
import { inDays } from "./support/consulting"
import { papers } from "./support/papers"

const { w, heard, drafted } = await papers()
const reason = "The council has withdrawn its plan."

it("is quoted no longer in a paper that was out already, nor told to its groups as their words", async () => {
  const of = await heard({ title: "Stopped after the paper" })
  const paper = await drafted(of)
  await w.asWorker((ctx) =>
    publishRepresentation(ctx, { id: paper.id, despite: "The council meets before." }),
  )
  const read = () => w.asPublic((ctx) => getPublished(ctx, paper.id, 1))
  const before = (await read()).content?.asks[0]?.evidence.length
  await w.asWorker((ctx) => stopConsultation(ctx, { id: of.id, reason }))
  const { content } = await read()
  expect([before, content?.asks[0]?.evidence.length]).toEqual([2, 0])
  expect(content?.asks[0]?.removed?.map(removedInWords)).toEqual([
    ...Array.from({ length: 2 }, () => "[A quotation was removed here because the consultation was stopped]"),
  ])
  const told = await w.asWorker((ctx) => previewOutcome(ctx, paper.id, w.foodbank.id))
  expect(wordsIn(told)).toEqual([])
})

describe("A consultation that two groups had answered, and that is stopped", async () => {
  const of = await heard({ title: "Stopped after answers" })
  const paper = await drafted(of)
  const other = await heard({ title: "Another one" })
  const need = await w.asWorker(async (ctx) => {
    const { id } = await openNeed(ctx, openNeedInput.parse({ title: "Late buses", passageId: paper.bank }))
    expect((await getNeed(ctx, id)).heard).toHaveLength(1)
    return id
  })
  await w.asWorker((ctx) => stopConsultation(ctx, { id: of.id, reason }))

  it("counts nothing and shows no answer anywhere", async () => {
    await w.asManager(async (ctx) => {
      const results = await getResults(ctx, of.id)
      expect(results).toMatchObject({ asked: 2, answered: 0, onBehalf: 0, questions: [] })
      expect((await getWritten(ctx, of.id, { number: 4, page: 1 })).total).toBe(0)
      expect(await signedOffAnswers(ctx, of.id)).toEqual([])
      expect(await listAnswersToRead(ctx, of.id)).toEqual([])
      expect(await listPassages(ctx, of.id)).toEqual([])
      const { answered, by } = await getReach(ctx, of.id)
      expect([answered, ...by.flatMap(({ rows }) => rows.map((row) => row.answered))]).toEqual(
        expect.not.arrayContaining([1, 2]),
      )
      expect((await getComparison(ctx, of.id)).totals.answered).toBe(0)
    })
  })

  it("says to members that it was stopped, and why", async () => {
    const [mine] = (await w.asLead((ctx) => listYours(ctx))).filter(({ id }) => id === of.id)
    expect(mine).toMatchObject({ state: "stopped", stoppedReason: reason })
    expect(await w.asLead((ctx) => getConsultation(ctx, of.id))).toMatchObject({ stoppedReason: reason })
  })

  it("chases nobody for its outcome", async () => {
    await w.system((ctx) =>
      ctx.tx.execute(
        sql`update consultations set created_by = ${w.worker.id}::uuid where id in (${of.id}::uuid, ${other.id}::uuid)`,
      ),
    )
    const { chases } = await w.system((ctx) => gatherFacts(ctx, inDays(80)), "ribble", inDays(89))
    expect(chases.map(({ title }) => title)).toContain("Another one")
    expect(chases.map(({ title }) => title)).not.toContain("Stopped after answers")
  })

  it("is behind no paper: neither its numbers nor words that were taken from it before", async () => {
    const { paper: printed, leftOut } = await w.asWorker((ctx) => getPreview(ctx, paper.id))
    expect(printed.consultation).toBeNull()
    expect(printed.asks[0]?.evidence).toEqual([])
    expect(leftOut).toEqual(["“Stopped after answers” was stopped, so nothing groups answered is printed."])
    const refused = (work: (ctx: Ctx) => Promise<unknown>) =>
      expect(w.asWorker(work)).rejects.toThrow(/was stopped/)
    await refused((ctx) => publishRepresentation(ctx, { id: paper.id, despite: "Anyway" }))
    const toUse = await w.asWorker((ctx) => listConsultationsToUse(ctx))
    expect(toUse.map(({ title }) => title)).toEqual(["Another one"])
    await expect(drafted(of)).rejects.toThrow(/was stopped/)
    const resting = await drafted(other)
    await refused((ctx) =>
      changeRepresentation(ctx, {
        ...{ id: resting.id, title: "Buses", bodyId: w.council.id, addressee: null, introduction: null },
        consultationId: of.id,
      }),
    )
    await refused((ctx) => pinPassage(ctx, { askId: resting.ask, passageId: paper.bank }))
    await refused((ctx) =>
      addPin(ctx, addPinInput.parse({ askId: resting.ask, kind: "passage", passageId: paper.bank })),
    )
  })

  it("gives no more passages, and is evidence of no need", async () => {
    const rows = await w.system((ctx) =>
      ctx.tx.execute<{ id: string }>(
        sql`select id from responses where consultation_id = ${of.id} and group_id = ${w.foodbank.id}`,
      ),
    )
    const responseId = rows[0]?.id ?? ""
    const passage = {
      ...{ consultationId: of.id, responseId, questionId: of.questions[3]?.id ?? "", quote: "The last bus" },
      ...{ codeIds: [], newCode: null, note: null },
    }
    await expect(w.asWorker((ctx) => takePassage(ctx, passage))).rejects.toThrow(/was stopped/)
    for (const work of [codePassage, codeAgain])
      await expect(
        w.asWorker((ctx) => work(ctx, { id: paper.bank, codeIds: [], newCode: null })),
      ).rejects.toThrow(/was stopped/)
    const before = await w.asWorker((ctx) => getNeed(ctx, need))
    expect(before.heard, "nor of one that rested on it").toEqual([])
    const listed = await w.asWorker((ctx) => listNeeds(ctx, readList(needList, {})))
    expect(listed.find((one) => one.id === need)).toMatchObject({ groups: 0, heard: 0 })
    const { id } = await w.asWorker((ctx) => openNeed(ctx, openNeedInput.parse({ title: "Later buses" })))
    for (const from of [{ responseId }, { passageId: paper.bank }])
      await expect(
        w.asWorker((ctx) => addEvidence(ctx, addEvidenceInput.parse({ id, ...from }))),
      ).rejects.toThrow(/was stopped/)
  })
})
