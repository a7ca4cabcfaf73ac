import { describe, expect, it } from "vitest"
import type { AnswerValue } from "@/db/schema/asking"
import { saveAnswer } from "@/lib/consultations/answering/commands"
import { parseAnswer } from "@/lib/consultations/answering/input"
import { planConsultation } from "@/lib/consultations/commands"
import { copyConsultation } from "@/lib/consultations/copying/commands"
import { editionDocument } from "@/lib/consultations/editions/document"
import { howAsked } from "@/lib/consultations/editions/words"
import { openConsultation } from "@/lib/consultations/invitations/commands"
import { listQuestions, type Question } from "@/lib/consultations/queries"
import { addQuestion } from "@/lib/consultations/questions/commands"
import { addQuestionInput } from "@/lib/consultations/questions/input"
import { inSections } from "@/lib/consultations/questions/sections/words"
import { numbersOf } from "@/lib/consultations/results/numbers"
import { getResults } from "@/lib/consultations/results/queries"
import { aboutMany, bothTogether, howMany } from "@/lib/consultations/words"
import { consulting } from "./support/consulting"

const { w, planned, asked, said } = await consulting()
const MANY = {
  ...{ kind: "multiple", title: "What matters most?", options: "Rent\nStaff\nBuses\nFood\nWe manage" },
  ...{ atLeast: "2", atMost: "3", alone: "5" },
}
const draft = () =>
  w.asWorker(async (ctx) => {
    const { id } = await planConsultation(ctx, planned())
    await addQuestion(ctx, asked(id, MANY))
    return { id, questions: await listQuestions(ctx, id) }
  })

describe("How many may be chosen", () => {
  it("is set by staff, with an option that goes with no other, and goes along in a copy", async () => {
    const { id, questions } = await draft()
    expect(questions[0]?.setting).toMatchObject({
      ...{ atLeast: 2, atMost: 3 },
      options: [{ id: "o1" }, {}, {}, {}, { id: "o5", alone: true }],
    })
    const copy = await w.asWorker((ctx) => copyConsultation(ctx, { id }))
    const copied = await w.asWorker((ctx) => listQuestions(ctx, copy.id))
    expect(copied[0]?.setting).toEqual(questions[0]?.setting)
    const wrong = (over: Record<string, unknown>) =>
      addQuestionInput
        .safeParse({ consultationId: id, ...MANY, ...over })
        .error?.issues.map(({ path }) => path[0])
    expect(wrong({ atLeast: "5" })).toEqual(["atLeast", "atMost"])
    expect(wrong({ atLeast: "3", atMost: "2" })).toEqual(["atMost"])
    expect(wrong({ atLeast: "", atMost: "0" })).toEqual(["atMost"])
    expect(wrong({ alone: "6" })).toEqual(["alone"])
    expect(wrong({ alone: "one" })).toEqual(["alone"])
    expect(wrong({ atMost: "", atLeast: "", alone: "1, 2, 3, 4" })).toEqual(["alone"])
    const single = addQuestionInput.parse({ consultationId: id, ...MANY, kind: "single" })
    expect(single.setting).not.toHaveProperty("atMost")
  })

  it("holds for every answer, but not for one that goes alone or for those who aren’t sure", async () => {
    const of = await draft()
    await w.asWorker((ctx) => openConsultation(ctx, { id: of.id, periodReason: null }))
    const save = (answer: string[], version = 0) =>
      w.asLead((ctx) => saveAnswer(ctx, said(of, 0, answer, { version })))
    await expect(save(["o1"])).rejects.toThrow("Choose 2 to 3")
    await expect(save(["o1", "o2", "o3", "o4"])).rejects.toThrow("Choose 2 to 3")
    await expect(save(["o1", "o5"])).rejects.toThrow("or “We manage”, but not both")
    await save(["o1", "o2", "o3"])
    await save(["o5"], 1)
    await save(["unsure"], 2)
    const question = of.questions[0] as Question
    expect(parseAnswer(question, [])).toEqual({})
  })

  it("knows any option that goes with no other, and says so before", async () => {
    const of = await w.asWorker(async (ctx) => {
      const { id } = await planConsultation(ctx, planned())
      await addQuestion(ctx, asked(id, { ...MANY, atLeast: "", alone: "1, 3" }))
      await openConsultation(ctx, { id, periodReason: null })
      return { id, questions: await listQuestions(ctx, id) }
    })
    const question = of.questions[0] as Question
    expect(aboutMany(question)).toBe(
      "Choose up to 3. “Rent” and “Buses” can’t be chosen with any other answer.",
    )
    const save = (answer: string[], version = 0) =>
      w.asLead((ctx) => saveAnswer(ctx, said(of, 0, answer, { version })))
    await expect(save(["o1", "o2"])).rejects.toThrow("or “Rent”, but not both")
    await expect(save(["o2", "o3"])).rejects.toThrow("or “Buses”, but not both")
    await expect(save(["o1", "o3"])).rejects.toThrow("but not both")
    await save(["o2", "o5"])
    await save(["o3"], 1)
    const [edition] = editionDocument(
      {} as never,
      of.questions,
      numbersOf(of.questions, [], new Map(), "every"),
    ).questions
    expect(edition?.alone).toEqual(["Rent", "Buses"])
    expect(edition && howAsked(edition)).toContain(
      "“Rent” and “Buses” can’t be chosen with any other answer.",
    )
  })

  it("isn’t passed by what two people say together", () => {
    const question = { kind: "multiple" as const, setting: { options: [], atMost: 3 } }
    const both = (theirs: AnswerValue, mine: AnswerValue) => bothTogether(question, theirs, mine)
    expect(both({ choices: ["a", "b"] }, { choices: ["b", "c"] })).toEqual({ choices: ["a", "b", "c"] })
    expect(both({ choices: ["a", "b"] }, { choices: ["c", "d"] })).toBeNull()
  })

  it("is said in words, in the edition too", async () => {
    expect([{}, { atMost: 3 }, { atLeast: 2 }, { atLeast: 2, atMost: 2 }].map(howMany)).toEqual([
      ...["Choose all that are true.", "Choose up to 3.", "Choose 2 or more.", "Choose 2."],
    ])
    const { questions } = await draft()
    const document = editionDocument({} as never, questions, numbersOf(questions, [], new Map(), "none"))
    expect(document.questions[0]?.limits).toEqual({ atLeast: 2, atMost: 3 })
  })
})

describe("Sections of questions", () => {
  it("begin with a question, on the check page too, and stand in the edition", async () => {
    const titles = [{}, { section: "Money", sectionWords: "Of last year." }, {}, { section: "People" }]
    const { id } = await w.asWorker((ctx) => planConsultation(ctx, planned()))
    for (const [at, over] of titles.entries())
      await w.asWorker((ctx) => addQuestion(ctx, asked(id, { title: `Question ${at + 1}`, ...over })))
    const questions = await w.asWorker((ctx) => listQuestions(ctx, id))
    expect(questions[1]?.setting.section).toEqual({ heading: "Money", words: "Of last year." })
    const sections = inSections(questions).map(({ heading, questions }) => [
      heading,
      ...questions.map(({ number }) => number),
    ])
    expect(sections).toEqual([
      [null, 1],
      ["Money", 2, 3],
      ["People", 4],
    ])
    const document = editionDocument({} as never, questions, numbersOf(questions, [], new Map(), "none"))
    expect(document.questions.map(({ section }) => section?.heading)).toEqual([
      ...[undefined, "Money", undefined, "People"],
    ])
    await w.asWorker((ctx) => openConsultation(ctx, { id, periodReason: null }))
    const results = await w.asManager((ctx) => getResults(ctx, id))
    expect(
      results.questions.map(({ setting }) => setting.section?.heading),
      "and with their numbers",
    ).toEqual([undefined, "Money", undefined, "People"])
    const kinds = [MANY, { kind: "number" }, { kind: "text" }, { kind: "ranking", options: "A\nB" }]
    for (const kind of kinds)
      expect(asked(id, { ...kind, section: "Money" }).setting).toMatchObject({
        section: { heading: "Money" },
      })
    const alone = { consultationId: id, kind: "text", title: "Why?", sectionWords: "Words alone" }
    expect(addQuestionInput.safeParse(alone).error?.issues[0]?.path).toEqual(["section"])
  })
})
