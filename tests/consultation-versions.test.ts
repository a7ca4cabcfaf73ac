import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { saveAnswer } from "@/lib/consultations/answering/commands"
import { closeConsultation } from "@/lib/consultations/closing/commands"

import { publishEdition } from "@/lib/consultations/editions/commands"
import { editionPaper } from "@/lib/consultations/editions/paper"
import { getPublishedEdition } from "@/lib/consultations/editions/queries"
import { listQuestions } from "@/lib/consultations/queries"
import { correctQuestion, tellQuestionChanges } from "@/lib/consultations/questions/versions/commands"
import { correctQuestionInput, isSpelling } from "@/lib/consultations/questions/versions/input"
import { listQuestionVersions } from "@/lib/consultations/questions/versions/queries"
import { consulting } from "./support/consulting"

const { w, open, draft, said, sign, postedFor } = await consulting()
type Of = Awaited<ReturnType<typeof open>>

const fix = (of: Pick<Of, "id" | "questions">, at: number, over: Record<string, unknown> = {}) => {
  const question = of.questions[at]
  return correctQuestionInput.parse({
    ...{ id: question?.id, consultationId: of.id, version: 1 },
    ...{ title: question?.title, help: question?.help ?? "", reason: "A group asked us." },
    ...over,
  })
}
const letters = async (title: string) =>
  (await postedFor(title)).filter(({ letter }) => letter === "consultation-changed")

describe("A question of an open consultation", () => {
  it("may be put right in its spelling, its help and with more answers, each time a version with a reason", async () => {
    const of = await open()
    await w.asLead((ctx) => saveAnswer(ctx, said(of, 0, "o1")))
    await w.asLead((ctx) => sign(ctx, of))
    const changed = await w.asWorker((ctx) =>
      correctQuestion(ctx, fix(of, 0, { title: "Do you use the busses?", more: "Monthly\nSomething else" })),
    )
    expect(changed).toMatchObject({ number: 1, version: 2 })
    await w.asWorker((ctx) => correctQuestion(ctx, fix(of, 3, { help: "No names, please.", version: 2 })))
    const [first, , , fourth] = await w.asWorker((ctx) => listQuestions(ctx, of.id))
    expect(first?.setting.options?.map(({ id, label }) => `${id} ${label}`)).toEqual([
      ...["o1 Daily", "o2 Weekly", "o3 Never", "o4 Monthly", "o5 Something else"],
    ])
    expect(fourth?.help).toBe("No names, please.")
    const versions = await w.asLead((ctx) => listQuestionVersions(ctx, of.id))
    expect(versions).toMatchObject([
      {
        ...{ version: 2, number: 1, reason: "A group asked us.", answered: 1, by: null },
        words: [
          "Question 1 said “Do you use the bus?”. Now it says “Do you use the busses?”.",
          "Question 1 has 2 more answers to choose from: “Monthly” and “Something else”.",
        ],
      },
      { version: 3, number: 4, words: ["Question 4 now has help text: “No names, please.”."] },
    ])
    const [staffs] = await w.asWorker((ctx) => listQuestionVersions(ctx, of.id))
    expect(staffs?.by).toBe("Wendy Worker")
    await w.asLead((ctx) => saveAnswer(ctx, said(of, 0, "o4", { version: 1 })))
    // What was sent stays what it was.
    await expect(
      w.system((ctx) => ctx.tx.execute(sql`update question_changes set was = '{}'::jsonb`)),
    ).rejects.toThrow()
    await expect(w.system((ctx) => ctx.tx.execute(sql`delete from question_changes`))).rejects.toThrow()
  })

  it("may change in nothing else", async () => {
    const of = await open()
    const refused = (at: number, over: Record<string, unknown>) =>
      expect(w.asWorker((ctx) => correctQuestion(ctx, fix(of, at, over)))).rejects
    await refused(0, { title: "Do you use the train?" }).toMatchObject({ field: "title" })
    await refused(0, {}).toThrow("Nothing has changed")
    await refused(0, { more: "daily" }).toMatchObject({ field: "more" })
    await refused(0, {
      more: Array.from({ length: 18 }, (_, at) => `Answer ${at}`).join("\n"),
    }).toMatchObject({
      field: "more",
    })
    for (const at of [2, 3]) await refused(at, { more: "One more" }).toMatchObject({ field: "more" })
    await w.asWorker((ctx) => correctQuestion(ctx, fix(of, 0, { help: "Any bus." })))
    await refused(1, { help: "All of them." }).toThrow("A colleague has just changed a question")
    expect(correctQuestionInput.safeParse({ ...fix(of, 0), reason: "" }).error?.issues[0]?.path).toEqual([
      "reason",
    ])
  })

  it("is put right by staff who keep consultations, while it is open", async () => {
    const of = await open()
    const change = fix(of, 0, { help: "Any bus." })
    for (const as of [w.asViewer, w.asLead, w.asOtherManager])
      await expect(as((ctx) => correctQuestion(ctx, change))).rejects.toThrow()
    const plan = await draft()
    await expect(
      w.asWorker((ctx) => correctQuestion(ctx, fix(plan, 0, { help: "Any bus." }))),
    ).rejects.toThrow("consultations that are open")
    await w.asWorker((ctx) => closeConsultation(ctx, { id: of.id, reason: "All have answered" }))
    await expect(w.asWorker((ctx) => correctQuestion(ctx, change))).rejects.toThrow(
      "consultations that are open",
    )
    const elsewhere = { ...change, id: plan.questions[0]?.id ?? "", consultationId: (await open()).id }
    await expect(w.asWorker((ctx) => correctQuestion(ctx, elsewhere))).rejects.toThrow()
  })

  it("stays as it is in the database but for what its version says", async () => {
    const of = await open()
    const set = (what: string) =>
      w.asWorker((ctx) =>
        ctx.tx.execute(sql`update questions set ${sql.raw(what)} where id = ${of.questions[0]?.id}::uuid`),
      )
    const stays = async (what: string) =>
      expect(set(what), what).rejects.toThrow(
        expect.objectContaining({
          cause: expect.objectContaining({ message: "A question that was asked stays." }),
        }),
      )
    await stays("help = 'Any bus.'")
    await w.asWorker((ctx) => correctQuestion(ctx, fix(of, 0, { help: "Any bus.", more: "Monthly" })))
    for (const what of [
      ...["title = 'Do you use the train?'", "help = null", "kind = 'multiple'", "required = false"],
      "setting = jsonb_set(setting, '{options,0,label}', '\"Hourly\"')",
      "setting = setting #- '{options,0}'",
      `setting = setting || '{"atMost": 1}'`,
    ])
      await stays(what)
    await w.asWorker((ctx) => closeConsultation(ctx, { id: of.id, reason: "All have answered" }))
    await stays("help = 'Any bus.'")
  })

  it("is told in one email to the groups that had sent their answers, and to no other", async () => {
    const title = "Told of changes"
    const of = await open({ title })
    await w.asLead((ctx) => saveAnswer(ctx, said(of, 0, "o1")))
    await w.asLead((ctx) => sign(ctx, of))
    await w.asWorker((ctx) => correctQuestion(ctx, fix(of, 0, { help: "Any bus." })))
    await w.asWorker((ctx) => correctQuestion(ctx, fix(of, 1, { help: "All that is missing.", version: 2 })))
    const jobs =
      await w.operator`select key from graphile_worker.jobs where key like ${`%tell-question-changes:${of.id}%`}`
    expect(jobs).toHaveLength(1)
    expect(await letters(title)).toHaveLength(0)
    // Another group sends its answers after the last change: it has read the questions as they are.
    await w.asWorker(async (ctx) => {
      await saveAnswer(ctx, said(of, 0, "o3", { group: w.choir.id }))
      await sign(ctx, of, w.choir.id)
    })
    await w.system((ctx) => tellQuestionChanges(ctx, of.id))
    const posted = await letters(title)
    const groups = new Set(posted.flatMap(({ props }) => (props as { groups: string[] }).groups))
    expect([...groups]).toEqual([w.foodbank.name])
    expect(posted[0]?.props).toMatchObject({ changes: [{}, {}] })
    expect(await w.system((ctx) => tellQuestionChanges(ctx, of.id))).toBe(0)
    expect(await letters(title)).toHaveLength(posted.length)
  })

  it("is told to each group from the version on that it answered", async () => {
    const title = "Told in part"
    const of = await open({ title })
    await w.asLead((ctx) => saveAnswer(ctx, said(of, 0, "o1")))
    await w.asLead((ctx) => sign(ctx, of))
    await w.asWorker((ctx) => correctQuestion(ctx, fix(of, 0, { help: "Any bus." })))
    await w.asWorker(async (ctx) => {
      await saveAnswer(ctx, said(of, 0, "o3", { group: w.choir.id }))
      await sign(ctx, of, w.choir.id)
    })
    await w.asWorker((ctx) => correctQuestion(ctx, fix(of, 1, { help: "All that is missing.", version: 2 })))
    await w.system((ctx) => tellQuestionChanges(ctx, of.id))
    const told = (await letters(title)).map(({ props }) => props as { groups: string[]; changes: unknown[] })
    const changesFor = (group: string) =>
      new Set(told.filter(({ groups }) => groups.includes(group)).map(({ changes }) => changes.length))
    expect([[...changesFor(w.foodbank.name)], [...changesFor(w.choir.name)]]).toEqual([[2], [1]])
  })

  it("is printed as a version with the numbers", async () => {
    const of = await open({ title: "Printed changes" })
    await w.asLead((ctx) => saveAnswer(ctx, said(of, 0, "o1")))
    await w.asLead((ctx) => sign(ctx, of))
    await w.asWorker((ctx) => correctQuestion(ctx, fix(of, 0, { more: "Monthly" })))
    await w.asWorker((ctx) => closeConsultation(ctx, { id: of.id, reason: "All have answered" }))
    await w.asWorker((ctx) => publishEdition(ctx, { id: of.id, edition: 1 }))
    const { document } = await w.asPublic((ctx) => getPublishedEdition(ctx, of.id, 1))
    expect(document?.consultation.questionChanges).toMatchObject([
      {
        ...{ version: 2, question: "q1", reason: "A group asked us.", answeredBefore: 1 },
        words: ["Question 1 has one more answer to choose from: “Monthly”."],
      },
    ])
    if (!document) throw new Error()
    const paper = editionPaper(document, {
      ...{ digest: "", publishedAt: new Date(), address: "", editions: [], zone: "Europe/London" },
      letterhead: { name: "", colour: null } as never,
    })
    const printed = JSON.stringify(paper.blocks)
    expect(printed).toContain("What changed in the questions while it was open")
    expect(printed).toContain("1 group had sent its answers by then.")
    expect(printed).not.toContain("Wendy")
  })

  it("keeps asking the same thing: a few letters may differ", () => {
    expect(isSpelling("Do you use teh bus?", "Do you use the bus?")).toBe(true)
    expect(isSpelling("Do you use the bus?", "Do you use the train?")).toBe(false)
    expect(isSpelling("Do you use the bus?", "Do you use the bus at night?")).toBe(false)
    expect(isSpelling("a".repeat(200), `${"a".repeat(200)}${"b".repeat(10)}`)).toBe(true)
    expect(isSpelling("a".repeat(200), `${"a".repeat(200)}${"b".repeat(11)}`)).toBe(false)
  })
})
