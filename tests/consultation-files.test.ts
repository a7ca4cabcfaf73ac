import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { saveAnswer } from "@/lib/consultations/answering/commands"
import { getOurs } from "@/lib/consultations/answering/own/queries"
import { putBlock, saveBlock } from "@/lib/consultations/blocks/commands"
import { closeConsultation } from "@/lib/consultations/closing/commands"
import { changePlan, planConsultation } from "@/lib/consultations/commands"
import { takeQuestions } from "@/lib/consultations/copying/commands"
import { numberLines } from "@/lib/consultations/editions/columns"
import { editionDocument } from "@/lib/consultations/editions/document"
import { changePlanInput } from "@/lib/consultations/input"
import { openConsultation } from "@/lib/consultations/invitations/commands"
import { takePassage } from "@/lib/consultations/passages/commands"
import { listAnswersToRead } from "@/lib/consultations/passages/queries"
import { listQuestions, signedOffAnswers } from "@/lib/consultations/queries"
import { addQuestion, changeQuestion } from "@/lib/consultations/questions/commands"
import { changeQuestionInput } from "@/lib/consultations/questions/input"
import { saidField } from "@/lib/consultations/questions/showing/input"
import { answerLines, tableLines } from "@/lib/consultations/results/columns"
import { getResults } from "@/lib/consultations/results/queries"
import { NotFound, RuleBroken } from "@/lib/errors"
import { FILE, sendingFiles, TITLE } from "./support/sending-files"

const { w, planned, asked, said, sign, asAisha, draft, open, send, draftFile, read } = await sendingFiles()

describe("A question that is answered with a file", () => {
  it("is asked only where staff may know whose answers are whose", async () => {
    const { id } = await draft({ naming: "lio" })
    const version = 1
    const plan = (naming: string) =>
      w.asWorker((ctx) =>
        changePlan(ctx, changePlanInput.parse({ ...planned({ naming }), id, version, naming })),
      )
    await expect(plan("nobody")).rejects.toMatchObject({
      field: "naming",
      message: expect.stringContaining("Question 2 asks for a file"),
    })
    const bare = await w.asWorker(async (ctx) => {
      const { id } = await planConsultation(ctx, planned({ naming: "nobody" }))
      await addQuestion(ctx, asked(id))
      return { id, questions: await listQuestions(ctx, id) }
    })
    const refused = { field: "kind", message: expect.stringContaining("anonymous") }
    await expect(w.asWorker((ctx) => addQuestion(ctx, asked(bare.id, FILE)))).rejects.toMatchObject(refused)
    await expect(
      w.asWorker((ctx) =>
        changeQuestion(
          ctx,
          changeQuestionInput.parse({ ...FILE, id: bare.questions[0]?.id, consultationId: bare.id }),
        ),
      ),
    ).rejects.toMatchObject(refused)
    await expect(w.asWorker((ctx) => takeQuestions(ctx, { id: bare.id, fromId: id }))).rejects.toMatchObject(
      refused,
    )
    const of = await draft()
    const block = await w.asWorker((ctx) =>
      saveBlock(ctx, { consultationId: of.id, name: "Accounts", questionIds: [of.questions[1]?.id ?? ""] }),
    )
    await expect(
      w.asWorker((ctx) => putBlock(ctx, { consultationId: bare.id, blockId: block.id })),
    ).rejects.toMatchObject(refused)
    await w.asWorker((ctx) => putBlock(ctx, { consultationId: of.id, blockId: block.id }))
    const [, , third] = await w.asWorker((ctx) => listQuestions(ctx, of.id))
    expect(third).toMatchObject({ kind: "file", title: TITLE, setting: {} })
    // However it came about, it does not open.
    await w.system((ctx) =>
      ctx.tx.execute(sql`update questions set kind = 'file' where consultation_id = ${bare.id}::uuid`),
    )
    await expect(
      w.asWorker((ctx) => openConsultation(ctx, { id: bare.id, periodReason: null })),
    ).rejects.toThrow("Question 1 asks for a file")
  })

  it("hangs on an earlier answer as others do, and none hangs on it", async () => {
    const { id, questions } = await draft()
    const [first, file] = questions
    const add = (over: Record<string, unknown>) => w.asWorker((ctx) => addQuestion(ctx, asked(id, over)))
    await expect(
      add({ kind: "text", title: "Why?", onlyIf: [{ said: saidField(file?.id ?? "", "o1") }] }),
    ).rejects.toThrow("comes before")
    await add({ ...FILE, onlyIf: [{ said: saidField(first?.id ?? "", "o1") }] })
    await w.asWorker((ctx) => openConsultation(ctx, { id, periodReason: null }))
    const of = { id, questions: await w.asWorker((ctx) => listQuestions(ctx, id)) }
    await expect(send(of, "a.pdf", { at: 2 })).rejects.toThrow("isn’t asked this question any more")
    await w.asLead((ctx) => saveAnswer(ctx, said(of, 0, "o1")))
    await send(of, "a.pdf", { at: 2 })
    const there = await draftFile(of, 2)
    await w.asLead((ctx) => saveAnswer(ctx, said(of, 0, "o2", { version: 1 })))
    // What isn’t asked any more goes on sending, and its file with it.
    await w.asLead((ctx) => sign(ctx, of))
    await expect(read(w.asLead, of, there?.id)).rejects.toThrow(NotFound)
  })

  it("takes one file, which is replaced, stays as it is or is taken away, and holds back sending where it is required", async () => {
    const of = await open({}, { required: "yes" })
    await expect(send(of, null)).rejects.toThrow("Choose a file first")
    await expect(w.asLead((ctx) => saveAnswer(ctx, said(of, 1, "words")))).rejects.toThrow("Choose a file")
    await expect(send(of, "a.pdf", { at: 0 })).rejects.toThrow("doesn’t ask for a file")
    await w.asLead((ctx) => saveAnswer(ctx, said(of, 0, "o1")))
    await expect(w.asLead((ctx) => sign(ctx, of))).rejects.toThrow("Question 2 needs an answer")
    expect(await send(of, null, { button: "later" })).toMatchObject({ button: "later" })
    expect(await send(of, "accounts.pdf")).toMatchObject({ next: null, number: 2 })
    const first = await draftFile(of)
    expect(first).toMatchObject({ name: "accounts.pdf", digest: expect.stringMatching(/^[0-9a-f]{64}$/) })
    // Sent twice it is one; Continue without another keeps it.
    await send(of, "accounts.pdf")
    await send(of, null, { version: 1 })
    expect(await draftFile(of)).toEqual(first)
    await send(of, "better.pdf", { version: 1 })
    const second = await draftFile(of)
    await expect(read(w.asLead, of, first?.id)).rejects.toThrow(NotFound)
    expect((await read(w.asLead, of, second?.id)).name).toBe("better.pdf")
    await send(of, null, { version: 2, button: "remove" })
    expect(await draftFile(of)).toBeUndefined()
    await expect(read(w.asLead, of, second?.id)).rejects.toThrow(NotFound)
    const earlier = (await w.asLead((ctx) => getOurs(ctx, of.id, w.foodbank.id))).ours?.earlier
    expect(earlier?.map(({ value }) => value.file?.name)).toEqual(["better.pdf", "accounts.pdf"])
    await expect(w.asLead((ctx) => sign(ctx, of))).rejects.toThrow("Question 2 needs an answer")
  })

  it("refuses the second of two people, and says which file is there", async () => {
    const of = await open()
    await send(of, "mine.pdf")
    await expect(send(of, "yours.pdf", { as: asAisha })).rejects.toThrow(
      "Leila Lead changed this answer just now. It’s now “mine.pdf”.",
    )
    await expect(send(of, null, { as: asAisha, button: "remove" })).rejects.toThrow(RuleBroken)
    // Nothing of what was refused is kept.
    const kept = await w.system((ctx) => ctx.tx.execute(sql`select from files where name = 'yours.pdf'`))
    expect(kept).toHaveLength(0)
    await send(of, null, { version: 1, button: "remove" })
    await expect(send(of, "yours.pdf", { as: asAisha, version: 1 })).rejects.toThrow("It’s now “no file”")
    await send(of, "yours.pdf", { as: asAisha, version: 2 })
    expect((await draftFile(of))?.name).toBe("yours.pdf")
  })
})

describe("What comes out of files", () => {
  it("is how many groups sent one, and for staff their names; nothing is quoted from them", async () => {
    const of = await open({ naming: "lio", partsBy: "none" })
    await send(of, "accounts.pdf")
    await w.asLead((ctx) => sign(ctx, of))
    const lines = await w.asWorker(async (ctx) =>
      answerLines(of.questions, await signedOffAnswers(ctx, of.id)),
    )
    expect(lines.map((line) => line.at(-1))).toEqual([`2. ${TITLE}`, "accounts.pdf"])
    const [answer] = await w.asWorker((ctx) => listAnswersToRead(ctx, of.id))
    await expect(
      w.asWorker((ctx) =>
        takePassage(ctx, {
          ...{ consultationId: of.id, responseId: answer?.responseId ?? "" },
          ...{ questionId: of.questions[1]?.id ?? "", quote: "accounts.pdf", note: null },
          ...{ codeIds: [], newCode: null },
        }),
      ),
    ).rejects.toThrow("not in the answer")
    await w.asWorker((ctx) => closeConsultation(ctx, { id: of.id, reason: "All have answered" }))
    const results = await w.asLead((ctx) => getResults(ctx, of.id))
    expect(results.questions[1]).toMatchObject({
      ...{ kind: "file", finding: "1 group sent a file", answered: 1, held: false },
      ...{ options: [], parts: [], written: [] },
    })
    expect(JSON.stringify(results)).not.toContain("accounts.pdf")
    expect(tableLines(results).at(-1)).toEqual([`2. ${TITLE}`, "All", "All groups", "1", "Sent a file", "1"])
    const edition = editionDocument({} as never, [], results.questions)
    expect(numberLines(edition)[0]?.filter((name) => name.startsWith("q2"))).toEqual(["q2_answered"])
    expect(JSON.stringify(edition)).not.toContain("accounts.pdf")
  })
})
