import { inArray } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { events } from "@/db/schema"
import * as make from "@/db/seed/factories"
import { kappa, pairsOf, tableOf } from "@/lib/consultations/codebook/agreement"
import { addCode, changeCode, codeAgain, mergeCodes } from "@/lib/consultations/codebook/commands"
import { getAgreement, getCodebook, nextToCode } from "@/lib/consultations/codebook/queries"
import { codeFinding, kappaInWords } from "@/lib/consultations/codebook/words"
import { codePassage, takePassage } from "@/lib/consultations/passages/commands"
import { listPassages } from "@/lib/consultations/passages/queries"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { world } from "./support/world"

const w = await world()
const asked = await w.system((ctx) =>
  make.answeredConsultation(ctx, {
    title: "Buses",
    said: [
      { group: w.foodbank, text: "One two three four five" },
      { group: w.choir, text: "Six seven eight" },
    ],
  }),
)
const [first, second] = asked.answers
const take = (
  responseId: string | undefined,
  quote: string,
  codeIds: string[] = [],
  newCode: string | null = null,
) =>
  w.asWorker((ctx) =>
    takePassage(ctx, {
      ...{ consultationId: asked.id, responseId: responseId ?? "", questionId: asked.questionId },
      ...{ quote, codeIds, newCode, note: null },
    }),
  )
const code = (name: string, over: Partial<Parameters<typeof addCode>[1]> = {}) =>
  w.asWorker((ctx) =>
    addCode(ctx, { consultationId: asked.id, name, definition: null, otherwiseId: null, ...over }),
  )
const book = () => w.asViewer((ctx) => getCodebook(ctx, asked.id))
const entry = async (name: string) => (await book()).entries.find((one) => one.name === name)

describe("The code book", () => {
  it("says what a code means, how much stands under it, who put it there, and who said otherwise", async () => {
    const fine = await code("Fine as it is")
    const late = await code("Too late", {
      definition: "Buses that stop too early. Not: fares.",
      otherwiseId: fine.id,
    })
    await take(first?.responseId, "One two", [late.id])
    await take(first?.responseId, "three four", [late.id])
    await take(second?.responseId, "Six seven", [fine.id])
    const { heard } = await book()
    expect(heard).toMatchObject({ asked: 2, answered: 2 })
    const its = await entry("Too late")
    expect(its).toMatchObject({ passages: 2, groups: 1, otherwise: 1, coders: ["Wendy Worker"] })
    expect(its && codeFinding(its, heard)).toBe(
      "“Too late” was said by 1 of 2 groups that answered (50%); 2 were asked; 1 said otherwise (“Fine as it is”).",
    )
  })

  it("has each name once, whatever its letters", async () => {
    await expect(code("TOO LATE")).rejects.toThrow(/already/)
    const fares = await code("Fares")
    const change = { id: fares.id, name: "too late", definition: null, otherwiseId: null }
    await expect(w.asWorker((ctx) => changeCode(ctx, change))).rejects.toThrow(/already/)
    await expect(
      w.asWorker((ctx) => changeCode(ctx, { ...change, name: "Fares", otherwiseId: fares.id })),
    ).rejects.toThrow(RuleBroken)
    await w.asWorker((ctx) => changeCode(ctx, { ...change, name: "The fares" }))
    expect(await entry("The fares")).toBeDefined()
  })

  it("makes one code of two, with all that stood under both", async () => {
    const [one, other] = [await code("Evening"), await code("Evenings")]
    const both = await take(second?.responseId, "eight", [one.id, other.id])
    const single = await take(second?.responseId, "seven", [one.id])
    const { kept } = await w.asWorker((ctx) => mergeCodes(ctx, { id: one.id, intoId: other.id }))
    expect(kept).toBe("Evenings")
    expect(await entry("Evening")).toBeUndefined()
    expect(await entry("Evenings")).toMatchObject({ passages: 2, groups: 1 })
    await w.asWorker((ctx) => codePassage(ctx, { id: single.id, codeIds: [], newCode: null }))
    await w.asWorker((ctx) => codePassage(ctx, { id: both.id, codeIds: [], newCode: null }))
    await expect(w.asWorker((ctx) => mergeCodes(ctx, { id: other.id, intoId: other.id }))).rejects.toThrow(
      RuleBroken,
    )
  })

  it("is read by staff and changed by workers, of its own LIO", async () => {
    const { id } = await code("Whose")
    await expect(w.asViewer((ctx) => mergeCodes(ctx, { id, intoId: id }))).rejects.toThrow(NotAllowed)
    await expect(
      w.asViewer((ctx) =>
        addCode(ctx, { consultationId: asked.id, name: "Mine", definition: null, otherwiseId: null }),
      ),
    ).rejects.toThrow(NotAllowed)
    await expect(w.asLead((ctx) => getCodebook(ctx, asked.id))).rejects.toThrow(NotAllowed)
    const change = { id, name: "Theirs", definition: null, otherwiseId: null }
    await expect(w.asOtherManager((ctx) => changeCode(ctx, change))).rejects.toThrow(NotFound)
    await expect(w.asViewer((ctx) => changeCode(ctx, change))).rejects.toThrow(NotAllowed)
  })
})

describe("Two people who code the same passages", () => {
  it("don’t change what stands where, and see how far they agree", async () => {
    const late = await entry("Too late")
    const before = await book()
    const todo = await w.asManager((ctx) => nextToCode(ctx, asked.id))
    expect(todo).toMatchObject({ done: 0 })
    let left = todo
    for (let at = 0; left.next; at++) {
      const { id } = left.next
      await w.asManager((ctx) => codeAgain(ctx, { id, codeIds: at % 2 === 0 && late ? [late.id] : [] }))
      left = await w.asManager((ctx) => nextToCode(ctx, asked.id))
    }
    expect(left).toMatchObject({ done: todo.all, all: todo.all, next: null })
    expect((await book()).entries).toEqual(before.entries)
    const [pair] = await w.asViewer((ctx) => getAgreement(ctx, asked.id))
    expect(pair).toMatchObject({ passages: todo.all })
    expect(new Set([pair?.first, pair?.second])).toEqual(new Set(["Maureen Pye", "Wendy Worker"]))
    const its = pair?.codes.find(({ name }) => name === "Too late")
    expect((its?.both ?? 0) + (its?.first ?? 0) + (its?.second ?? 0) + (its?.neither ?? 0)).toBe(todo.all)
  })

  it("keep what each of them coded when the codes a passage stands under are changed, and the log says who did what", async () => {
    const agreed = () => w.asViewer((ctx) => getAgreement(ctx, asked.id))
    const other = await code("Settled together")
    const before = await agreed()
    const passages = await w.asViewer((ctx) => listPassages(ctx, asked.id))
    for (const { id } of passages)
      await w.asWorker((ctx) => codePassage(ctx, { id, codeIds: [other.id], newCode: null }))
    expect(await entry("Settled together")).toMatchObject({ passages: passages.length })
    expect(await agreed()).toEqual(before)
    await w.asWorker((ctx) =>
      codePassage(ctx, { id: passages[0]?.id ?? "", codeIds: [other.id], newCode: null }),
    )
    const log = await w.system((ctx) =>
      ctx.tx
        .select()
        .from(events)
        .where(inArray(events.what, ["passage.coded", "passage.coded_again"])),
    )
    const of = (what: string) => log.filter((one) => one.what === what)
    expect(of("passage.coded"), "none for what stays as it is").toHaveLength(passages.length + 2)
    expect(of("passage.coded").at(-1)?.to).toEqual({ codes: ["Settled together"] })
    expect(of("passage.coded_again")).toHaveLength(before[0]?.passages ?? 0)
  })

  it("code what one of them took without a code, as every other passage", async () => {
    await take(second?.responseId, "Six", [])
    expect((await w.asWorker((ctx) => nextToCode(ctx, asked.id))).next).toMatchObject({ quote: "Six" })
  })

  it("agree as Cohen counts it", () => {
    // Cohen's own kind of example: 20 and 15 in agreement of 50, kappa 0.4.
    expect(kappa({ both: 20, first: 5, second: 10, neither: 15 })).toBeCloseTo(0.4, 10)
    expect(kappa({ both: 10, first: 0, second: 0, neither: 10 })).toBe(1)
    expect(kappa({ both: 0, first: 10, second: 10, neither: 0 })).toBe(-1)
    expect(kappa({ both: 0, first: 0, second: 0, neither: 9 })).toBeNull()
    expect(kappa({ both: 0, first: 0, second: 0, neither: 0 })).toBeNull()
    expect(kappaInWords(0.4)).toBe("0.40 (fair)")
    expect(kappaInWords(null)).toMatch(/nothing to disagree/)
  })

  it("are paired by what both coded, and by nothing else", () => {
    const codings = [
      { passageId: "1", personId: "a", codeIds: ["x"] },
      { passageId: "2", personId: "a", codeIds: [] },
      { passageId: "3", personId: "a", codeIds: ["x"] },
      { passageId: "1", personId: "b", codeIds: ["x"] },
      { passageId: "2", personId: "b", codeIds: ["x"] },
      { passageId: "9", personId: "c", codeIds: ["x"] },
    ]
    const [pair, ...others] = pairsOf(codings)
    expect(pair).toEqual({ first: "a", second: "b", passages: ["1", "2"] })
    expect(others).toEqual([])
    expect(pair && tableOf(codings, pair, "x")).toEqual({ both: 1, first: 0, second: 1, neither: 0 })
  })
})
