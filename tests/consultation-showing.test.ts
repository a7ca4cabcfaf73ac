import { describe, expect, it } from "vitest"
import type { AnswerValue } from "@/db/schema/asking"
import { saveAnswer } from "@/lib/consultations/answering/commands"
import {
  changedSince,
  countAnswered,
  droppedIn,
  firstUnanswered,
  listPlaces,
  openResponse,
} from "@/lib/consultations/answering/queries"
import { closeConsultation } from "@/lib/consultations/closing/commands"
import { changePlan, planConsultation } from "@/lib/consultations/commands"
import { copyConsultation, takeQuestions } from "@/lib/consultations/copying/commands"
import { columnLines, numberLines } from "@/lib/consultations/editions/columns"
import { editionDocument } from "@/lib/consultations/editions/document"
import { heardOf, howAsked } from "@/lib/consultations/editions/words"
import { changePlanInput } from "@/lib/consultations/input"
import { openConsultation } from "@/lib/consultations/invitations/commands"
import {
  getConsultation,
  listQuestions,
  listYours,
  type Question,
  signedOffAnswers,
} from "@/lib/consultations/queries"
import {
  addQuestion,
  changeQuestion,
  moveQuestion,
  removeQuestion,
} from "@/lib/consultations/questions/commands"
import { addQuestionInput, changeQuestionInput } from "@/lib/consultations/questions/input"
import { saidField } from "@/lib/consultations/questions/showing/input"
import { shownTo } from "@/lib/consultations/questions/showing/words"
import { listReached } from "@/lib/consultations/reach/queries"
import { answerLines, tableLines } from "@/lib/consultations/results/columns"
import { numbersOf } from "@/lib/consultations/results/numbers"
import { getResults } from "@/lib/consultations/results/queries"
import { giveVote } from "@/lib/consultations/statements/commands"
import { voteInput } from "@/lib/consultations/statements/input"
import { consulting } from "./support/consulting"

const { w, planned, asked, said, sign, postedFor } = await consulting()
const only = (question: Question | undefined, ...options: string[]) => ({
  onlyIf: options.map((option) => ({ said: saidField(question?.id ?? "", option) })),
})
const DEPENDS = { kind: "text", title: "Which bus?" }

/** A draft: do you use the bus, which (only for those who do), how often (only for those), and anything else. */
const draft = (over: Record<string, unknown> = {}) =>
  w.asWorker(async (ctx) => {
    const { id } = await planConsultation(ctx, planned(over))
    await addQuestion(ctx, asked(id))
    const [first] = await listQuestions(ctx, id)
    await addQuestion(
      ctx,
      asked(id, { kind: "single", title: "Which bus?", options: "Ours\nTheirs", ...only(first, "o1", "o2") }),
    )
    const second = (await listQuestions(ctx, id))[1]
    await addQuestion(
      ctx,
      asked(id, { kind: "text", title: "What is theirs like?", required: "yes", ...only(second, "o2") }),
    )
    await addQuestion(ctx, asked(id, { kind: "text", title: "Anything else?" }))
    return { id, questions: await listQuestions(ctx, id) }
  })
const open = async () => {
  const made = await draft()
  await w.asWorker((ctx) => openConsultation(ctx, { id: made.id, periodReason: null }))
  return made
}

describe("A question that only some groups are asked", () => {
  it("hangs on an earlier question with options, of the same consultation, where answers are named", async () => {
    const { id, questions } = await draft()
    const add = (over: Record<string, unknown>, to = id) =>
      w.asWorker((ctx) => addQuestion(ctx, asked(to, { ...DEPENDS, ...over })))
    expect(questions[1]?.setting.onlyIf).toEqual({ question: questions[0]?.id, options: ["o1", "o2"] })
    const other = await draft()
    await expect(add(only(other.questions[0], "o1"))).rejects.toMatchObject({ field: "onlyIf" })
    await expect(add(only(questions[3], "o1"))).rejects.toThrow("comes before")
    await expect(add(only(questions[0], "o9"))).rejects.toThrow("from the list")
    const change = (at: number, over: Record<string, unknown>) =>
      w.asWorker((ctx) =>
        changeQuestion(
          ctx,
          changeQuestionInput.parse({ consultationId: id, id: questions[at]?.id, ...DEPENDS, ...over }),
        ),
      )
    await expect(change(0, { ...only(questions[1], "o1") })).rejects.toThrow("comes before")
    const two = addQuestionInput.safeParse({
      ...{ consultationId: id, ...DEPENDS },
      onlyIf: [...only(questions[0], "o1").onlyIf, ...only(questions[1], "o1").onlyIf],
    })
    expect(two.error?.issues[0]?.path).toEqual(["onlyIf"])
    for (const naming of ["lio", "nobody"]) {
      const unnamed = await w.asWorker(async (ctx) => {
        const made = await planConsultation(ctx, planned({ naming }))
        await addQuestion(ctx, asked(made.id))
        return { ...made, questions: await listQuestions(ctx, made.id) }
      })
      await expect(add(only(unnamed.questions[0], "o1"), unnamed.id)).rejects.toThrow(
        "when answers are named",
      )
      await expect(w.asWorker((ctx) => takeQuestions(ctx, { id: unnamed.id, fromId: id }))).rejects.toThrow(
        "when answers are named",
      )
      const version = (await w.asWorker((ctx) => getConsultation(ctx, id))).version
      const unname = changePlanInput.parse({ ...planInputOf(naming), id, version })
      await expect(w.asWorker((ctx) => changePlan(ctx, unname))).rejects.toMatchObject({ field: "naming" })
    }
  })

  it("keeps the question that it hangs on before it and whole", async () => {
    const { id, questions } = await draft()
    const [first, second] = questions.map((question) => question.id)
    const move = (of: string | undefined, way: "up" | "down") =>
      w.asWorker((ctx) => moveQuestion(ctx, { consultationId: id, id: of ?? "", way }))
    await expect(move(second, "up")).rejects.toThrow("come after")
    await expect(move(first, "down")).rejects.toThrow("come after")
    await expect(
      w.asWorker((ctx) => removeQuestion(ctx, { id: first ?? "", consultationId: id })),
    ).rejects.toThrow("Question 2 is only for groups")
    const change = (over: Record<string, unknown>) =>
      w.asWorker((ctx) =>
        changeQuestion(
          ctx,
          changeQuestionInput.parse({
            ...{ consultationId: id, id: first, kind: "single", title: "Do you use the bus?" },
            ...over,
          }),
        ),
      )
    await expect(change({ kind: "text" })).rejects.toMatchObject({ field: "kind" })
    await expect(change({ options: "Never\nWeekly" })).rejects.toMatchObject({ field: "options" })
    await change({ options: "Never\nEvery week\nDaily" })
    const now = await w.asWorker((ctx) => listQuestions(ctx, id))
    expect(now[1]?.setting.onlyIf).toEqual({ question: first, options: ["o3", "o2"] })
  })

  it("goes along in a copy, and with questions that are taken over", async () => {
    const { id, questions } = await draft()
    const copy = await w.asWorker((ctx) => copyConsultation(ctx, { id }))
    const copied = await w.asWorker((ctx) => listQuestions(ctx, copy.id))
    expect(copied[1]?.setting.onlyIf).toEqual({ question: copied[0]?.id, options: ["o1", "o2"] })
    expect(copied[0]?.id).not.toBe(questions[0]?.id)
    await w.asWorker((ctx) => takeQuestions(ctx, { id: copy.id, fromId: id }))
    const taken = await w.asWorker((ctx) => listQuestions(ctx, copy.id))
    expect(taken[6]?.setting.onlyIf).toEqual({ question: taken[5]?.id, options: ["o2"] })
  })

  it("comes next or not as the draft says, and isn’t missing where it isn’t asked", async () => {
    const of = await open()
    const save = (at: number, answer: string, version = 0) =>
      w.asLead((ctx) => saveAnswer(ctx, said(of, at, answer, { version })))
    const read = () => w.asLead((ctx) => openResponse(ctx, of.id, w.foodbank.id))
    expect((await save(0, "o1")).next).toBe(2)
    expect((await save(1, "o1")).next).toBe(4)
    expect(firstUnanswered(await read())).toBe(4)
    await expect(save(2, "No way")).rejects.toThrow("isn’t asked this question")
    expect((await save(1, "o2", 1)).next).toBe(3)
    expect((await save(2, "Late")).next).toBe(4)
    expect(countAnswered(await read())).toBe(3)
    // What the first question hangs on is not said any more: neither it nor what hangs on it is asked.
    expect((await save(0, "o3", 1)).next).toBe(4)
    expect(droppedIn(await read()).map(({ title }) => title)).toEqual(["Which bus?", "What is theirs like?"])
    expect(countAnswered(await read())).toBe(1)
    expect((await w.asLead((ctx) => listPlaces(ctx, of.id)))[0]).toMatchObject({ answered: 1, questions: 2 })
    const sent = await w.asLead((ctx) => sign(ctx, of))
    expect(sent.dropped).toBe(2)
    const after = await read()
    expect(after.sent?.answers).toEqual({ [of.questions[0]?.id ?? ""]: { choice: "o3" } })
    expect(changedSince(after)).toEqual([])
    await expect(w.asLead((ctx) => sign(ctx, of))).rejects.toThrow("were sent already")
    const [copy] = (await postedFor("Do the buses work?")).filter(({ props }) => props?.reference)
    expect((copy?.props as { answers: unknown[] } | undefined)?.answers).toHaveLength(2)
    // Asked again, its earlier words aren't there, but its answer is needed.
    expect((await save(0, "o2", 2)).next).toBe(2)
    expect((await save(1, "o2", 3)).next).toBe(3)
    await expect(w.asLead((ctx) => sign(ctx, of))).rejects.toThrow("Question 3 needs an answer")
    await save(2, "Still late", 2)
    await w.asLead((ctx) => sign(ctx, of))
    await save(0, "o3", 3)
    expect(changedSince(await read()).map(({ title }) => title)).toHaveLength(3)
  })

  it("leads past a question of statements, and takes no vote where that isn’t asked", async () => {
    const of = await w.asWorker(async (ctx) => {
      const { id } = await planConsultation(ctx, planned())
      await addQuestion(ctx, asked(id))
      const [first] = await listQuestions(ctx, id)
      const more = { kind: "statements", title: "Say what you think", statements: "More buses\nFewer buses" }
      await addQuestion(ctx, asked(id, { ...more, ...only(first, "o3") }))
      await addQuestion(ctx, asked(id, { ...DEPENDS, ...only(first, "o1") }))
      await openConsultation(ctx, { id, periodReason: null })
      return { id, questions: await listQuestions(ctx, id) }
    })
    const vote = (statement: string) =>
      w.asLead((ctx) =>
        giveVote(
          ctx,
          voteInput.parse({
            ...{ id: of.id, group: w.foodbank.id, questionId: of.questions[1]?.id },
            ...{ statement, vote: "agree", button: "next" },
          }),
        ),
      )
    await w.asLead((ctx) => saveAnswer(ctx, said(of, 0, "o1")))
    await expect(vote("o1")).rejects.toThrow("isn’t asked this question")
    expect((await w.asLead((ctx) => saveAnswer(ctx, said(of, 0, "o3", { version: 1 })))).next).toBe(2)
    await vote("o1")
    expect((await vote("o2")).next).toBeNull()
  })

  it("leaves nothing waiting once what hung on another answer isn’t asked any more", async () => {
    const of = await open()
    const save = (at: number, answer: string, version = 0) =>
      w.asLead((ctx) => saveAnswer(ctx, said(of, at, answer, { version })))
    await save(0, "o3")
    await w.asLead((ctx) => sign(ctx, of))
    await save(0, "o1", 1)
    await save(1, "o1")
    await save(0, "o3", 2)
    expect((await w.asLead(listYours)).find(({ id }) => id === of.id)?.changed).toBe(0)
    const reached = await w.asWorker((ctx) => listReached(ctx, of.id))
    expect(reached.map(({ answered, questions }) => [answered, questions])).toContainEqual([1, 2])
  })

  it("is counted among the groups that were asked, in every file", async () => {
    const of = await open()
    for (const [at, answer] of [
      [0, "o1"],
      [1, "o2"],
      [2, "Late"],
    ] as const)
      await w.asLead((ctx) => saveAnswer(ctx, said(of, at, answer)))
    await w.asLead((ctx) => sign(ctx, of))
    await w.asWorker(async (ctx) => {
      await saveAnswer(ctx, said(of, 0, "o3", { group: w.choir.id }))
      await sign(ctx, of, w.choir.id)
    })
    const lines = answerLines(of.questions, await w.asWorker((ctx) => signedOffAnswers(ctx, of.id)))
    expect(lines.slice(1).map((line) => line.slice(6))).toEqual([
      ["Daily", "Theirs", "Late", ""],
      ["Never", "not asked", "not asked", ""],
    ])
    await w.asWorker((ctx) => closeConsultation(ctx, { id: of.id, reason: "All have answered" }))
    const results = await w.asWorker((ctx) => getResults(ctx, of.id))
    const counted = results.questions.map((one) => [one.answered, one.skipped, one.shown?.groups])
    expect(counted).toEqual([
      [2, 0, undefined],
      [1, 0, 1],
      [1, 0, 1],
      [0, 2, undefined],
    ])
    expect(tableLines(results).find((line) => line[4] === "Was asked")).toEqual([
      ...["2. Which bus?", "All", "All groups", "1", "Was asked", "1"],
    ])
  })

  it("says in an edition who was asked and how many that were", () => {
    const question = (id: string, setting: Question["setting"]): Question => ({
      ...{ id, setting, position: 1, kind: "single", title: id, help: null, required: false },
    })
    const options = [
      { id: "o1", label: "Yes" },
      { id: "o2", label: "At times" },
      { id: "o3", label: "No" },
    ]
    const questions = [
      question("a", { options }),
      question("b", { options, onlyIf: { question: "a", options: ["o1", "o2"] } }),
    ]
    const groups = (["o1", "o2", "o2", "o3"] as const).map((choice, at) => ({
      groupId: `g${at}`,
      answers: { a: { choice }, ...(at < 2 ? { b: { choice: "o3" } } : {}) } as Record<string, AnswerValue>,
    }))
    const numbers = numbersOf(questions, groups, new Map(), "every")
    expect(numbers[1]).toMatchObject({ answered: 2, skipped: 1, shown: { groups: 3 } })
    const document = editionDocument({} as never, questions, numbers)
    const [, second] = document.questions
    expect(second?.onlyIf).toEqual({ question: "q1", number: 1, answers: ["Yes", "At times"], groups: 3 })
    expect(document.questions[0]).not.toHaveProperty("onlyIf")
    if (!second) throw new Error()
    expect(howAsked(second)).toContain(
      "Only for groups that said “Yes” or “At times” to question 1. 3 groups were asked this question.",
    )
    expect(heardOf(second)).toBe("2 groups answered; 1 left it out.")
    const [heads = [], all = []] = numberLines(document)
    expect(all[heads.indexOf("q2_asked")]).toBe("3")
    expect(columnLines(document).find(([name]) => name === "q2_asked")?.[3]).toContain(
      "Only for groups that said",
    )
    // An answer that a group gave before it was led past the question doesn't make it one that was asked.
    expect(shownTo(questions, (id) => ({ a: { choice: "o3" }, b: { choice: "o1" } })[id])).toHaveLength(1)
  })
})

const planInputOf = (naming: string) => ({ title: "Buses", closesOn: "", closesTime: "17:00", naming })
