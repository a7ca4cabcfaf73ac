import { describe, expect, it } from "vitest"
import type { AnswerValue } from "@/db/schema/asking"
import { saveAnswer } from "@/lib/consultations/answering/commands"
import { rateFields } from "@/lib/consultations/answering/input"
import { openResponse } from "@/lib/consultations/answering/queries"
import { closeConsultation } from "@/lib/consultations/closing/commands"
import { planConsultation } from "@/lib/consultations/commands"
import { columnLines, numberLines } from "@/lib/consultations/editions/columns"
import { editionDocument } from "@/lib/consultations/editions/document"
import { openConsultation } from "@/lib/consultations/invitations/commands"
import { thingsFinding } from "@/lib/consultations/matrix/words"
import { listQuestions, type Question, signedOffAnswers } from "@/lib/consultations/queries"
import { addQuestion } from "@/lib/consultations/questions/commands"
import { addQuestionInput } from "@/lib/consultations/questions/input"
import { answerLines, tableLines } from "@/lib/consultations/results/columns"
import { numbersOf } from "@/lib/consultations/results/numbers"
import { getResults } from "@/lib/consultations/results/queries"
import type { Facts } from "@/lib/consultations/segments/queries"
import { answerInWords, bothTogether, sayTheSame } from "@/lib/consultations/words"
import { consulting } from "./support/consulting"

const { w, planned, asked, said, sign } = await consulting()
const SAID = {
  ...{ kind: "matrix", title: "How well do the buses serve you?" },
  ...{ things: "By day\nAfter six\nOn Sundays", low: "Badly", high: "Well", steps: "5" },
}
const question: Question = {
  ...{ id: "q", position: 1, kind: "matrix", title: "Buses", help: null, required: false },
  setting: { options: ["a", "b"].map((id) => ({ id, label: id.toUpperCase() })), steps: 5, high: "Well" },
}

async function open(over: Record<string, unknown> = {}, plan: Record<string, unknown> = {}) {
  const { id } = await w.asWorker((ctx) => planConsultation(ctx, planned(plan)))
  await w.asWorker((ctx) => addQuestion(ctx, asked(id, { ...SAID, ...over })))
  await w.asWorker((ctx) => openConsultation(ctx, { id, periodReason: null }))
  return { id, questions: await w.asWorker((ctx) => listQuestions(ctx, id)) }
}
type Rate = { row: string; point?: string }[]

describe("Several things on one scale", () => {
  it("are written by staff, at least two and up to twenty", () => {
    const parse = (over: Record<string, unknown>) =>
      addQuestionInput.safeParse({
        consultationId: "0e5c3b1e-3c6f-4b55-9a0b-0c6f2f6f0a11",
        ...SAID,
        ...over,
      })
    expect(parse({}).data?.setting).toMatchObject({
      ...{ low: "Badly", high: "Well", steps: 5 },
      options: [{ id: "o1", label: "By day" }, { id: "o2" }, { id: "o3" }],
    })
    expect(parse({ things: "One" }).error?.issues[0]?.path).toEqual(["things"])
    expect(parse({ things: Array.from({ length: 21 }, (_, at) => at).join("\n") }).success).toBe(false)
    expect(parse({ steps: "1" }).error?.issues[0]?.path).toEqual(["steps"])
  })

  it("are answered one by one, each at a point, not sure, or not at all", async () => {
    const of = await open({ required: "yes" })
    const save = (rate: Rate, over: Record<string, unknown> = {}) =>
      w.asLead((ctx) => saveAnswer(ctx, said(of, 0, "", { rate, answer: undefined, ...over })))
    const [by, late, sundays] = ["o1", "o2", "o3"].map((row) => (point: string) => ({ row, point }))
    if (!by || !late || !sundays) throw new Error()
    for (const wrong of ["6", "0", "x", "1.5"])
      await expect(save([by(wrong), late("1"), sundays("1")])).rejects.toMatchObject({
        field: "rate.0.point",
      })
    await expect(save([by("2"), { row: "o2" }, sundays("unsure")])).rejects.toMatchObject({
      field: "rate.1.point",
      message: expect.stringContaining("“After six”"),
    })
    await save([by("2"), { row: "o2" }], { button: "later" })
    await expect(w.asLead((ctx) => sign(ctx, of))).rejects.toThrow("Question 1 needs an answer")
    // A form of things in another order, or with one that isn't there, says the same of each.
    await save([sundays("unsure"), { row: "o9", point: "1" }, late("4"), by("2")], { version: 1 })
    const value = (await w.asLead((ctx) => openResponse(ctx, of.id, w.foodbank.id))).answers.get(
      of.questions[0]?.id ?? "",
    )?.value
    expect(value).toEqual({ ratings: { o1: 2, o2: 4, o3: "unsure" } })
    const asks = of.questions[0] as Question
    expect(rateFields(asks, value)).toEqual({
      ...{ "rate.0.point": "2", "rate.1.point": "4", "rate.2.point": "unsure" },
    })
    expect(answerInWords(asks, value)).toBe(
      "By day: 2 of 5\nAfter six: 4 of 5\nOn Sundays: Not sure or prefer not to say",
    )
    await w.asLead((ctx) => sign(ctx, of))
    const lines = await w.asWorker(async (ctx) =>
      answerLines(of.questions, await signedOffAnswers(ctx, of.id)),
    )
    expect(lines.map((line) => line.slice(6))).toEqual([
      ["By day", "After six", "On Sundays"].map((thing) => `1. ${SAID.title}: ${thing}`),
      ["2", "4", "Not sure or prefer not to say"],
    ])
    await w.asWorker((ctx) => closeConsultation(ctx, { id: of.id, reason: "All have answered" }))
    const results = await w.asWorker((ctx) => getResults(ctx, of.id))
    expect(results.questions[0]?.things?.map(({ title, answered }) => [title, answered])).toEqual([
      ...[
        ["By day", 1],
        ["After six", 1],
        ["On Sundays", 1],
      ],
    ])
    expect(tableLines(results)).toContainEqual([
      ...[`1. ${SAID.title}: After six`, "All", "All groups", "1", "4", "1"],
    ])
  })

  it("are kept sealed where answers are named to nobody", async () => {
    const of = await open({}, { naming: "nobody" })
    const rate = [{ row: "o1", point: "5" }]
    await w.asLead((ctx) => saveAnswer(ctx, said(of, 0, "", { rate, answer: undefined })))
    const kept = await w.system(async (ctx) => [
      ...(await ctx.tx.execute<{ value: AnswerValue }>(
        `select value from answers where question_id = '${of.questions[0]?.id}'`,
      )),
    ])
    expect(Object.keys(kept[0]?.value ?? {})).toEqual(["sealed"])
    const read = await w.asLead((ctx) => openResponse(ctx, of.id, w.foodbank.id))
    expect(read.answers.get(of.questions[0]?.id ?? "")?.value).toEqual({ ratings: { o1: 5 } })
  })

  it("said by two people at once are put together, unless they differ on one", () => {
    const both = (theirs: AnswerValue["ratings"], mine: AnswerValue["ratings"]) =>
      bothTogether(question, { ratings: theirs }, { ratings: mine })
    expect(both({ a: 1 }, { b: "unsure" })).toEqual({ ratings: { a: 1, b: "unsure" } })
    expect(both({ a: 1, b: 2 }, { a: 3 })).toBeNull()
    const two = {
      kind: "matrix",
      setting: {
        steps: 5,
        options: [
          { id: "a", label: "Rent" },
          { id: "b", label: "Heat" },
        ],
      },
    } as const
    expect(
      answerInWords(two as never, { ratings: { b: 4 } }),
      "what was left out is told before it is sent",
    ).toBe("Rent: no answer\nHeat: 4 of 5")
    expect(sayTheSame({ ratings: { a: 1, b: 2 } }, { ratings: { b: 2, a: 1 } })).toBe(true)
    expect(sayTheSame({ ratings: { a: 1 } }, { ratings: { a: 2 } })).toBe(false)
  })

  it("are each counted as a scale is, small numbers and all", () => {
    const size = ["Under £10,000", "£10,000 to £100,000"]
    const facts = new Map(
      Array.from({ length: 11 }, (_, at): [string, Facts] => [
        `g${at}`,
        { size: [size[at % 2] ?? ""], area: ["A"], theme: ["T"], sector: ["S"] },
      ]),
    )
    // Eleven answer for the first thing, four for the second.
    const groups = Array.from({ length: 11 }, (_, at) => ({
      groupId: `g${at}`,
      ratings: { a: (at % 5) + 1, ...(at < 4 ? { b: 5 as const } : {}) },
    }))
    const counted = (partsBy: "size" | "every") =>
      numbersOf(
        [question],
        groups.map(({ groupId, ratings }) => ({ groupId, answers: { q: { ratings } } })),
        facts,
        partsBy,
      )[0]
    const alone = (partsBy: "size" | "every", thing: "a" | "b") =>
      numbersOf(
        [{ ...question, kind: "scale", id: thing, title: thing.toUpperCase() }],
        groups.map(({ groupId, ratings }) => ({
          groupId,
          answers: (ratings[thing] ? { [thing]: { scale: ratings[thing] } } : {}) as Record<
            string,
            AnswerValue
          >,
        })),
        facts,
        partsBy,
      )[0]
    for (const partsBy of ["size", "every"] as const)
      for (const [at, thing] of (["a", "b"] as const).entries())
        expect(counted(partsBy)?.things?.[at]).toEqual({ ...alone(partsBy, thing), number: at + 1 })
    expect(counted("size")?.things?.map(({ held }) => held)).toEqual([false, true])
    expect(counted("size")?.finding).toContain("Fewer than 5 groups answered some of these")
    const few = groups.slice(0, 4).map(({ groupId, ratings }) => ({ groupId, answers: { q: { ratings } } }))
    expect(numbersOf([question], few, facts, "size")[0]).toMatchObject({ held: true, answered: 4 })
  })

  it("are summed up by the one that groups put highest, true at every edge", () => {
    const thing = (title: string, counts: number[], unsure = 0) => ({
      ...{ title, held: false, answered: counts.reduce((all, one) => all + one, unsure) },
      options: counts.map((count, at) => ({ value: String(at + 1), count })),
    })
    const find = (...things: ReturnType<typeof thing>[]) =>
      thingsFinding({ answered: 10, held: false, steps: 5 }, things)
    expect(find(thing("A", [5, 0, 0, 0, 5]), thing("B", [1, 0, 1, 3, 2], 3))).toBe(
      "All were put at 4 to 5 equally often on a scale of 1 to 5: by 50% of the groups",
    )
    expect(find(thing("A", [5, 0, 0, 0, 5]), thing("B", [0, 0, 0, 4, 2]))).toBe(
      "“B” was most often put at 4 to 5 on a scale of 1 to 5: by 6 of 6 groups (100%)",
    )
    expect(find(thing("A", [5, 0, 0, 0, 5]), thing("B", [5, 0, 0, 5, 0]), thing("C", [9, 0, 0, 0, 0]))).toBe(
      "“A” and “B” were most often put at 4 to 5 on a scale of 1 to 5: by 50% of the groups each",
    )
    expect(find(thing("A", [5, 0, 0, 0, 0]), thing("B", [0, 0, 5, 0, 0]))).toBe(
      "No group put any of them at 4 to 5 on a scale of 1 to 5",
    )
    expect(thingsFinding({ answered: 0, held: false, steps: 5 }, [])).toBe("No group answered this question")
  })

  it("have a column for each thing and option in an edition, and a line in its dictionary", () => {
    const answers = [1, 5, 5, 4, 2].map((a, at) => ({
      groupId: `g${at}`,
      answers: { q: { ratings: { a, b: "unsure" as const } } } as Record<string, AnswerValue>,
    }))
    const numbers = numbersOf([question], answers, new Map(), "none")
    const document = editionDocument({} as never, [question], numbers)
    const [one] = document.questions
    expect(one?.scale).toEqual({ steps: 5, low: null, high: "Well" })
    expect(one?.things?.map(({ code, title, answered }) => [code, title, answered])).toEqual([
      ["q1_r1", "A", 5],
      ["q1_r2", "B", 5],
    ])
    const [heads = [], all = []] = numberLines(document)
    const cell = (name: string) => all[heads.indexOf(name)]
    expect([cell("q1_answered"), cell("q1_r1_e"), cell("q1_r1_unsure"), cell("q1_r2_unsure")]).toEqual([
      ...["5", "2", "0", "5"],
    ])
    expect(columnLines(document).find(([name]) => name === "q1_r1_e")).toEqual([
      ...["q1_r1_e", "1. Buses: A", "5 – Well", "Groups that chose it"],
    ])
  })
})
