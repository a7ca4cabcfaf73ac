import { describe, expect, it } from "vitest"
import { saveAnswer } from "@/lib/consultations/answering/commands"
import { rankFields } from "@/lib/consultations/answering/input"
import { openResponse } from "@/lib/consultations/answering/queries"
import { closeConsultation } from "@/lib/consultations/closing/commands"
import { planConsultation } from "@/lib/consultations/commands"
import { numberLines } from "@/lib/consultations/editions/columns"
import { editionDocument } from "@/lib/consultations/editions/document"
import { openConsultation } from "@/lib/consultations/invitations/commands"
import { listQuestions, type Question, signedOffAnswers } from "@/lib/consultations/queries"
import { addQuestion } from "@/lib/consultations/questions/commands"
import { addQuestionInput } from "@/lib/consultations/questions/input"
import { placesOf, rankedOf } from "@/lib/consultations/ranking/words"
import { answerLines, tableLines } from "@/lib/consultations/results/columns"
import { numbersOf } from "@/lib/consultations/results/numbers"
import { getResults } from "@/lib/consultations/results/queries"
import { answerInWords, sayTheSame } from "@/lib/consultations/words"
import { consulting } from "./support/consulting"

const { w, planned, asked, said, sign } = await consulting()
const SAID = { kind: "ranking", title: "What comes first?", options: "Rent\nStaff\nBuses\nFood", atMost: "3" }

async function open(over: Record<string, unknown> = {}) {
  const { id } = await w.asWorker((ctx) => planConsultation(ctx, planned()))
  await w.asWorker((ctx) => addQuestion(ctx, asked(id, { ...SAID, ...over })))
  await w.asWorker((ctx) => openConsultation(ctx, { id, periodReason: null }))
  return { id, questions: await w.asWorker((ctx) => listQuestions(ctx, id)) }
}
const question: Question = {
  ...{ id: "q", position: 1, kind: "ranking", title: "Order", help: null, required: false },
  setting: { options: ["a", "b", "c"].map((id) => ({ id, label: id.toUpperCase() })), atMost: 2 },
}

describe("A question whose options are put in order", () => {
  it("is written by staff with up to ten places", () => {
    const parse = (over: Record<string, unknown>) =>
      addQuestionInput.safeParse({
        consultationId: "0e5c3b1e-3c6f-4b55-9a0b-0c6f2f6f0a11",
        ...SAID,
        ...over,
      })
    expect(parse({}).data).toMatchObject({ kind: "ranking", setting: { atMost: 3 } })
    expect(parse({ options: "One" }).error?.issues[0]?.path).toEqual(["options"])
    expect(parse({ atMost: "11" }).error?.issues[0]?.path).toEqual(["atMost"])
    expect(placesOf({ options: question.setting.options, atMost: 9 })).toBe(3)
  })

  it("takes each number once, from the list, and reads the order from the numbers", async () => {
    const of = await open({ required: "yes" })
    const save = (places: string[], over: Record<string, unknown> = {}) => {
      const rank = places.map((place) => ({ place }))
      return w.asLead((ctx) => saveAnswer(ctx, said(of, 0, "", { rank, answer: undefined, ...over })))
    }
    await expect(save(["1", "1"])).rejects.toMatchObject({ field: "rank.0.place" })
    for (const wrong of ["4", "0", "-1", "x", "1.5"])
      await expect(save([wrong])).rejects.toThrow("from the list")
    await expect(save(["", "", "", "", "1"])).rejects.toThrow("from the list")
    await expect(save(["1"], { unsure: "yes" })).rejects.toThrow("but not both")
    await expect(save(["", ""])).rejects.toThrow("Give at least one a number")
    await save(["3", "", "1", ""])
    const place = await w.asLead((ctx) => openResponse(ctx, of.id, w.foodbank.id))
    const asks = of.questions[0] as Question
    const value = place.answers.get(asks.id)?.value
    expect(value).toEqual({ ranking: ["o3", "o1"] })
    expect(answerInWords(asks, value)).toBe("1. Buses\n2. Rent")
    expect(rankFields(asks, value)).toEqual({
      ...{ "rank.0.place": "2", "rank.1.place": "", "rank.2.place": "1", "rank.3.place": "" },
    })
    await w.asLead((ctx) => sign(ctx, of))
    const lines = await w.asWorker(async (ctx) =>
      answerLines(of.questions, await signedOffAnswers(ctx, of.id)),
    )
    expect(lines[1]?.slice(-5)).toEqual(["2", "", "1", "", ""])
    await w.asWorker((ctx) => closeConsultation(ctx, { id: of.id, reason: "All have answered" }))
    const results = await w.asWorker((ctx) => getResults(ctx, of.id))
    expect(results.questions[0]?.ranked?.map(({ places }) => places)).toEqual([
      ...[
        [0, 1, 0],
        [0, 0, 0],
        [1, 0, 0],
        [0, 0, 0],
      ],
    ])
    expect(tableLines(results).find((line) => line[4] === "Buses, average place: 1")?.[5]).toBe("1")
  })

  it("counts first places and means, and nothing where fewer than five answered unnamed", () => {
    const of = (orders: string[][], partsBy: "none" | "every" = "none") =>
      numbersOf(
        [question],
        orders.map((ranking, at) => ({ groupId: `g${at}`, answers: { q: { ranking } } })),
        new Map(),
        partsBy,
      )
    const orders = [["a", "b"], ["a", "c"], ["a"], ["b", "a"], ["c", "b"]]
    const [numbers] = of(orders)
    expect(numbers).toMatchObject({
      finding: "Most groups put “A” first: 3 of 5 (60%)",
      options: [{ count: 3 }, { count: 1 }, { count: 1 }],
      ranked: [
        { label: "A", ranked: 4, places: [3, 1], mean: 1.3 },
        { label: "B", ranked: 3, places: [1, 2], mean: 1.7 },
        { label: "C", ranked: 2, places: [1, 1], mean: 1.5 },
      ],
    })
    expect(of(orders.slice(1))[0]).toMatchObject({ held: true, options: [] })
    expect(of(orders.slice(1))[0]).not.toHaveProperty("ranked")
    expect(of(orders.slice(1), "every")[0]?.ranked).toHaveLength(3)
    const document = editionDocument({} as never, [question], numbers ? [numbers] : [])
    const [heads = [], all = []] = numberLines(document)
    expect(all[heads.indexOf("q1_a_mean")]).toBe("1.3")
    expect(all[heads.indexOf("q1_b_p2")]).toBe("2")
  })

  it("is another answer in another order", () => {
    expect(sayTheSame({ ranking: ["a", "b"] }, { ranking: ["b", "a"] })).toBe(false)
    expect(rankedOf(question.setting, [{ unsure: true }])[0]).toMatchObject({ ranked: 0, mean: null })
  })
})
