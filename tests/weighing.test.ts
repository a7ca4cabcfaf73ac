import { describe, expect, it } from "vitest"
import { saveAnswer } from "@/lib/consultations/answering/commands"
import { closeConsultation } from "@/lib/consultations/closing/commands"
import { getComparison } from "@/lib/consultations/weighing/queries"
import { effectiveAnswers, weightedShare, weightsOf } from "@/lib/consultations/weighing/weights"
import { NotAllowed, NotFound } from "@/lib/errors"
import { consulting } from "./support/consulting"

describe("Weights", () => {
  const parts = [
    { part: "Small", members: 80, answered: 10 },
    { part: "Large", members: 20, answered: 10 },
  ]
  const weights = weightsOf(parts)

  it("make those that answered like the membership", () => {
    expect(weights.get("Small")).toBeCloseTo(1.6, 12)
    expect(weights.get("Large")).toBeCloseTo(0.4, 12)
    // Half of each said yes, then only the small ones: 50% stays, 50% becomes 80%.
    const yes = (small: number, large: number) =>
      weightedShare(
        [
          { part: "Small", answered: 10, count: small },
          { part: "Large", answered: 10, count: large },
        ],
        weights,
      )
    expect(yes(5, 5)).toBeCloseTo(0.5, 12)
    expect(yes(10, 0)).toBeCloseTo(0.8, 12)
    expect(yes(0, 10)).toBeCloseTo(0.2, 12)
  })

  it("cost answers: 20 that are worth 14.7", () => {
    expect(effectiveAnswers(parts, weights)).toBeCloseTo(400 / (10 * 1.6 ** 2 + 10 * 0.4 ** 2), 10)
    expect(effectiveAnswers(parts, weightsOf(parts.map((one) => ({ ...one, members: 50 }))))).toBeCloseTo(
      20,
      10,
    )
  })

  it("can’t make up for a part of which nobody answered", () => {
    const none = weightsOf([...parts, { part: "New", members: 5, answered: 0 }])
    expect(none.get("New")).toBeNull()
    expect(weightedShare([], none)).toBeNull()
    expect(effectiveAnswers([], new Map())).toBe(0)
  })
})

describe("Who answered", async () => {
  const { w, open, said, sign } = await consulting()
  const answered = async (over: Record<string, unknown>) => {
    const of = await open(over)
    await w.asLead((ctx) => saveAnswer(ctx, said(of, 0, "o1")))
    await w.asLead((ctx) => sign(ctx, of))
    return of
  }

  it("is held beside the membership and all known groups, and weighted only where answers are named and it has closed", async () => {
    const of = await answered({ title: "Compared" })
    const before = await w.asViewer((ctx) => getComparison(ctx, of.id))
    expect(before.totals).toMatchObject({ asked: 2, answered: 1 })
    expect(before.totals.known).toBeGreaterThanOrEqual(before.totals.members)
    for (const { dimension, rows } of before.compared.filter((by) => by.dimension !== "theme")) {
      const sum = (of: "known" | "members" | "asked" | "answered") =>
        rows.reduce((all, row) => all + row[of], 0)
      expect([dimension, sum("known"), sum("members"), sum("asked"), sum("answered")]).toEqual([
        dimension,
        ...[before.totals.known, before.totals.members, 2, 1],
      ])
    }
    expect(before.weighed).toEqual([])
    await w.asWorker((ctx) => closeConsultation(ctx, of))
    expect(
      (await w.asViewer((ctx) => getComparison(ctx, of.id))).weighed.map(({ dimension }) => dimension),
    ).toEqual([...["size", "area", "sector"]])
    const unnamed = await answered({ title: "Not named", naming: "lio" })
    await w.asWorker((ctx) => closeConsultation(ctx, unnamed))
    expect((await w.asManager((ctx) => getComparison(ctx, unnamed.id))).weighed).toEqual([])
  })

  it("is for staff of the LIO alone", async () => {
    const of = await answered({ title: "Ours" })
    await expect(w.asLead((ctx) => getComparison(ctx, of.id))).rejects.toThrow(NotAllowed)
    await expect(w.asOtherManager((ctx) => getComparison(ctx, of.id))).rejects.toThrow(NotFound)
  })
})
