import { describe, expect, it } from "vitest"
import { amountInWords, amountsOf, bandOf, bandsOf, readAmount } from "@/lib/consultations/amounts/words"
import { saveAnswer } from "@/lib/consultations/answering/commands"
import { openResponse } from "@/lib/consultations/answering/queries"
import { closeConsultation } from "@/lib/consultations/closing/commands"
import { planConsultation } from "@/lib/consultations/commands"
import { editionDocument } from "@/lib/consultations/editions/document"
import { openConsultation } from "@/lib/consultations/invitations/commands"
import { listQuestions, type Question, signedOffAnswers } from "@/lib/consultations/queries"
import { addQuestion } from "@/lib/consultations/questions/commands"
import { addQuestionInput } from "@/lib/consultations/questions/input"
import { answerLines, tableLines } from "@/lib/consultations/results/columns"
import { numbersOf } from "@/lib/consultations/results/numbers"
import { getResults } from "@/lib/consultations/results/queries"
import { consulting } from "./support/consulting"

const { w, planned, asked, said, sign } = await consulting()
const SAID = { kind: "number", title: "How many hours?", options: undefined }

/** An open consultation whose one question asks for a number. */
async function open(over: Record<string, unknown> = {}, plan: Record<string, unknown> = {}) {
  const { id } = await w.asWorker((ctx) => planConsultation(ctx, planned(plan)))
  await w.asWorker((ctx) => addQuestion(ctx, asked(id, { ...SAID, ...over })))
  await w.asWorker((ctx) => openConsultation(ctx, { id, periodReason: null }))
  return { id, questions: await w.asWorker((ctx) => listQuestions(ctx, id)) }
}

describe("A question for a number", () => {
  it("has bands that stand in words, with its unit", () => {
    const labels = (setting: Question["setting"]) => bandsOf(setting).map(({ label }) => label)
    expect(labels({ unit: "hours", bands: [10, 50, 51] })).toEqual([
      "Under 10 hours",
      "10 to 49 hours",
      "50 hours",
      "51 hours or more",
    ])
    expect(labels({ unit: "£", decimals: true, bands: [1, 1000, 2000] })[1]).toBe("£1 to under £1,000")
    expect([9.99, 10, 49, 50, 51, 900].map((one) => bandOf({ bands: [10, 50, 51] }, one))).toEqual([
      ...["b1", "b2", "b2", "b3", "b4", "b4"],
    ])
    expect(["1,200", "£12.50", " 0 ", "-3", "ten", "1.234", ""].map(readAmount)).toEqual([
      ...[1200, 12.5, 0, -3, null, null, null],
    ])
    expect(amountsOf([3, 1.1, 2.2, 10])).toEqual({ given: 4, median: 2.6, least: 1.1, most: 10, total: 16.3 })
    expect(amountsOf([])).toBeNull()
  })

  it("is written by staff with its bands in order, four to six of them", () => {
    const parse = (over: Record<string, unknown>) =>
      addQuestionInput.safeParse({
        ...SAID,
        consultationId: "0e5c3b1e-3c6f-4b55-9a0b-0c6f2f6f0a11",
        ...over,
      })
    expect(parse({ bands: "10, 50 200", unit: "hours", least: "0" }).data?.setting).toEqual({
      ...{ unit: "hours", least: 0, bands: [10, 50, 200] },
    })
    const wrong = (over: Record<string, unknown>) => parse(over).error?.issues.map(({ path }) => path[0])
    expect(wrong({ bands: "10, 50" })).toEqual(["bands"])
    expect(wrong({ bands: "1,2,3,4,5,6" })).toEqual(["bands"])
    expect(wrong({ bands: "10, 5, 50" })).toEqual(["bands"])
    expect(wrong({ bands: "ten, 20, 30" })).toEqual(["bands"])
    expect(wrong({ bands: "1.5, 20, 30" })).toEqual(["bands"])
    expect(wrong({ least: "5", most: "5" })).toEqual(["most"])
  })

  it("takes a number within its ends, nought too, or that one is not sure", async () => {
    const of = await open({ unit: "hours", least: "0", most: "100", required: "yes" })
    const save = (answer: string, over: Record<string, unknown> = {}) =>
      w.asLead((ctx) => saveAnswer(ctx, said(of, 0, answer, over)))
    await expect(save("many")).rejects.toThrow("Enter a whole number, like 12")
    await expect(save("1.5")).rejects.toThrow("Enter a whole number, like 12")
    await expect(save("-1")).rejects.toThrow("Enter 0 hours or more")
    await expect(save("101")).rejects.toThrow("Enter 100 hours or less")
    await expect(save("")).rejects.toThrow("Enter a number, or tick")
    await expect(save("5", { unsure: "yes" })).rejects.toThrow("but not both")
    await save("0")
    const value = async () =>
      (await w.asLead((ctx) => openResponse(ctx, of.id, w.foodbank.id))).answers.get(
        of.questions[0]?.id ?? "",
      )?.value
    expect(await value()).toEqual({ number: 0 })
    await save("", { unsure: "yes", version: 1 })
    expect(await value()).toEqual({ unsure: true })
  })

  it("opens with bands only, unless numbers are shown in full", async () => {
    await expect(open({}, { naming: "lio" })).rejects.toThrow("Set bands for “How many hours?” first")
    await open({}, { naming: "body" })
    await open({ bands: "10, 20, 30" }, { naming: "lio" })
  })

  it("shows the middle, the ends and the sum where answers are named, in every file", async () => {
    const of = await open({ unit: "hours" })
    await w.asLead((ctx) => saveAnswer(ctx, said(of, 0, "1,200")))
    await w.asLead((ctx) => sign(ctx, of))
    const lines = await w.asWorker(async (ctx) =>
      answerLines(of.questions, await signedOffAnswers(ctx, of.id)),
    )
    expect(lines[1]?.at(-1)).toBe("1200")
    await w.asWorker((ctx) => closeConsultation(ctx, { id: of.id, reason: "All have answered" }))
    const results = await w.asWorker((ctx) => getResults(ctx, of.id))
    expect(results.questions[0]).toMatchObject({
      finding: "Every group that gave a number said 1,200 hours, which adds up to 1,200 hours",
      amounts: { given: 1, median: 1200, total: 1200 },
      options: [],
    })
    expect(tableLines(results).map((line) => line[4])).toContain("Median: 1200")
  })

  it("shows counts in bands and nothing else where small numbers are held back", () => {
    const question = {
      ...{ id: "q", position: 1, kind: "number" as const, title: "Hours", help: null, required: false },
      setting: { unit: "hours", bands: [10, 50, 200] },
    }
    const of = (numbers: number[], partsBy: "none" | "every") => {
      const given = numbers.map((number, at) => ({ groupId: `g${at}`, answers: { q: { number } } }))
      return numbersOf([question], given, new Map(), partsBy)
    }
    const secret = [3, 7, 12, 77, 987654]
    const [held] = of(secret, "none")
    expect(held?.options.map(({ count }) => count)).toEqual([2, 1, 1, 1])
    expect(held).not.toHaveProperty("amounts")
    expect(JSON.stringify(held)).not.toMatch(/987,?654|987654/)
    const frozen = editionDocument({} as never, [question], held ? [held] : [])
    expect(frozen.questions[0]?.amount).toMatchObject({ unit: "hours", shown: null })
    expect(of(secret.slice(1), "none")[0]).toMatchObject({ held: true, options: [] })
    expect(of(secret, "every")[0]?.finding).toBe(
      "The middle answer (median) is 12 hours; answers range from 3 hours to 987,654 hours and add up to 987,753 hours",
    )
    expect(amountInWords({ unit: "£" }, 1200.5)).toBe("£1,200.5")
  })
})
