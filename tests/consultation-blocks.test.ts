import { describe, expect, it } from "vitest"
import { putBlock, removeBlock, saveBlock } from "@/lib/consultations/blocks/commands"
import { saveBlockInput } from "@/lib/consultations/blocks/input"
import { listBlocks } from "@/lib/consultations/blocks/queries"
import { planConsultation } from "@/lib/consultations/commands"
import { openConsultation } from "@/lib/consultations/invitations/commands"
import { listQuestions, type Question } from "@/lib/consultations/queries"
import { addQuestion } from "@/lib/consultations/questions/commands"
import { saidField } from "@/lib/consultations/questions/showing/input"
import { consulting } from "./support/consulting"

const { w, planned, asked } = await consulting()

/** A draft with a question, one that hangs on it, and one of its own. */
const draft = (over: Record<string, unknown> = {}) =>
  w.asWorker(async (ctx) => {
    const { id } = await planConsultation(ctx, planned(over))
    const first = await addQuestion(ctx, asked(id, { title: "Do you have paid staff?" }))
    const onlyIf = [{ said: saidField(first.id, "o1") }]
    await addQuestion(ctx, asked(id, { kind: "text", title: "How many?", help: "Roughly.", onlyIf }))
    await addQuestion(ctx, asked(id, { kind: "text", title: "Anything else?", required: "yes" }))
    return { id, questions: await listQuestions(ctx, id) }
  })
const idsOf = (questions: Question[], ...at: number[]) => at.flatMap((one) => questions[one]?.id ?? [])
const save = (of: Awaited<ReturnType<typeof draft>>, name: string, ...at: number[]) =>
  w.asWorker((ctx) =>
    saveBlock(ctx, { consultationId: of.id, name, questionIds: idsOf(of.questions, ...at) }),
  )

describe("A block of questions", () => {
  it("is saved from a consultation and put into another, whatever hangs on what", async () => {
    const of = await draft()
    const block = await save(of, "About your group", 1, 0)
    const other = await w.asWorker(async (ctx) => {
      const { id } = await planConsultation(ctx, planned())
      await addQuestion(ctx, asked(id, { title: "Before" }))
      return { id }
    })
    const put = await w.asWorker((ctx) => putBlock(ctx, { consultationId: other.id, blockId: block.id }))
    expect(put.added).toBe("2 questions")
    await w.asWorker((ctx) => putBlock(ctx, { consultationId: other.id, blockId: block.id }))
    const now = await w.asWorker((ctx) => listQuestions(ctx, other.id))
    expect(now.map(({ title }) => title)).toEqual([
      ...["Before", "Do you have paid staff?", "How many?", "Do you have paid staff?", "How many?"],
    ])
    expect(now[2]).toMatchObject({ help: "Roughly.", setting: { onlyIf: { question: now[1]?.id } } })
    expect(now[4]?.setting.onlyIf?.question).toBe(now[3]?.id)
    // It doesn't change with the consultation that it came from, nor with one that it was put into.
    expect(now[1]?.id).not.toBe(of.questions[0]?.id)
  })

  it("has what its questions hang on, a name of its own, and at least one question", async () => {
    const of = await draft()
    await expect(save(of, "Half", 1)).rejects.toMatchObject({
      field: "questionIds",
      message: expect.stringContaining("“Do you have paid staff?”"),
    })
    await save(of, "A name of its own", 2)
    await expect(save(of, "A name of its own", 0)).rejects.toMatchObject({ field: "name" })
    const none = saveBlockInput.safeParse({ consultationId: of.id, name: "None", questionIds: [] })
    expect(none.error?.issues[0]?.path).toEqual(["questionIds"])
    const another = await draft()
    await expect(
      w.asWorker((ctx) =>
        saveBlock(ctx, { consultationId: of.id, name: "Mixed", questionIds: idsOf(another.questions, 2) }),
      ),
    ).rejects.toThrow("One of these questions isn’t there any more")
  })

  it("goes into drafts only, and where all are asked only without questions for some", async () => {
    const of = await draft()
    const block = await save(of, "For some", 0, 1)
    const put = (consultationId: string) =>
      w.asWorker((ctx) => putBlock(ctx, { consultationId, blockId: block.id }))
    const unnamed = await w.asWorker((ctx) => planConsultation(ctx, planned({ naming: "lio" })))
    await expect(put(unnamed.id)).rejects.toThrow("when answers are named")
    await w.asWorker((ctx) => openConsultation(ctx, { id: of.id, periodReason: null }))
    await expect(put(of.id)).rejects.toThrow()
    // It can be saved from one that is open.
    await save(of, "From an open one", 2)
  })

  it("is for staff of this LIO: those who keep consultations change them", async () => {
    const of = await draft()
    const block = await save(of, "Ours", 0)
    const names = (blocks: { name: string }[]) => blocks.map(({ name }) => name)
    expect(names((await w.asViewer(listBlocks)).blocks)).toContain("Ours")
    expect((await w.asViewer(listBlocks)).keeps).toBe(false)
    await expect(w.asLead(listBlocks)).rejects.toThrow()
    expect((await w.asOtherManager(listBlocks)).blocks).toEqual([])
    for (const as of [w.asViewer, w.asLead, w.asOtherManager]) {
      await expect(as((ctx) => removeBlock(ctx, { id: block.id }))).rejects.toThrow()
      await expect(as((ctx) => putBlock(ctx, { consultationId: of.id, blockId: block.id }))).rejects.toThrow()
      await expect(
        as((ctx) =>
          saveBlock(ctx, { consultationId: of.id, name: "x", questionIds: idsOf(of.questions, 0) }),
        ),
      ).rejects.toThrow()
    }
    await w.asWorker((ctx) => removeBlock(ctx, { id: block.id }))
    expect(names((await w.asWorker(listBlocks)).blocks)).not.toContain("Ours")
    expect(await w.asWorker((ctx) => listQuestions(ctx, of.id))).toHaveLength(3)
  })
})
