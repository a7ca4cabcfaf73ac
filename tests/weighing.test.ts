import { inArray } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { groups } from "@/db/schema"
import { saveAnswer } from "@/lib/consultations/answering/commands"
import { closeConsultation } from "@/lib/consultations/closing/commands"
import { correctEdition } from "@/lib/consultations/editions/commands"
import { getResults, readFrozen } from "@/lib/consultations/results/queries"
import { getComparison } from "@/lib/consultations/weighing/queries"
import { effectiveAnswers, weightedShare, weightsOf } from "@/lib/consultations/weighing/weights"
import { NotAllowed, NotFound } from "@/lib/errors"
import { consulting } from "./support/consulting"
import { silentGroups } from "./support/silent-groups"

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
  const consulted = await consulting()
  const { w, open, said, sign } = consulted
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
    await w.asWorker((ctx) => closeConsultation(ctx, { ...of, reason: "All have answered" }))
    expect(
      (await w.asViewer((ctx) => getComparison(ctx, of.id))).weighed.map(({ dimension }) => dimension),
    ).toEqual([...["size", "area", "sector"]])
    const unnamed = await answered({ title: "Not named", naming: "lio" })
    await w.asWorker((ctx) => closeConsultation(ctx, { ...unnamed, reason: "All have answered" }))
    expect((await w.asManager((ctx) => getComparison(ctx, unnamed.id))).weighed).toEqual([])
  })

  it("is told apart by the same areas everywhere: those of the groups that were asked", async () => {
    const { more, answer } = await silentGroups(consulted)
    const based = (ids: string[], districtCode: string, wardCode: string) =>
      w.system((ctx) => ctx.tx.update(groups).set({ districtCode, wardCode }).where(inArray(groups.id, ids)))
    const ids = more.map(({ id }) => id)
    const rowsOf = async (id: string) => {
      const compared = await w.asViewer((ctx) => getComparison(ctx, id))
      const areas = compared.compared.find(({ dimension }) => dimension === "area")?.rows ?? []
      return { areas, weighed: compared.weighed.find(({ dimension }) => dimension === "area") }
    }
    const partsOf = async (id: string) => {
      const { questions } = await w.asManager((ctx) => getResults(ctx, id))
      return questions[0]?.parts.find(({ dimension }) => dimension === "area")?.rows.map(({ key }) => key)
    }
    // All that are asked are in one district, others that are known are in another: wards, for everybody.
    await based([w.foodbank.id, w.choir.id, ...ids.slice(0, 3)], "E07000124", "E05000001")
    await based(ids.slice(3), "E07000124", "E05000002")
    await based([w.loner.id], "E07000117", "E05000003")
    const near = await open({ title: "One district" })
    for (const at of [0, 1, 5, 6]) await answer(near, at, "o1", "Yes")
    await w.asWorker((ctx) => closeConsultation(ctx, { ...near, reason: "All have answered" }))
    const { areas, weighed } = await rowsOf(near.id)
    expect(areas.filter(({ asked, known }) => asked > known)).toEqual([])
    expect(areas.filter(({ answered }) => answered > 0).map(({ part }) => part)).toEqual(
      await partsOf(near.id),
    )
    expect(weighed?.parts.filter(({ answered, weight }) => answered > 0 && !weight)).toEqual([])
    expect(weighed?.questions.length).toBeGreaterThan(0)
    // Two districts are asked, and of one of them nobody answers: districts all the same.
    await based([w.foodbank.id, w.choir.id], "E07000117", "E05000003")
    const wide = await open({ title: "Two districts" })
    for (const at of [0, 1, 5, 6]) await answer(wide, at, "o1", "Yes")
    expect(await partsOf(wide.id), "one district answered, so there are no parts").toEqual([])
    expect((await rowsOf(wide.id)).areas.filter(({ answered }) => answered > 0)).toMatchObject([
      { asked: 7, answered: 4 },
    ])
    await w.asWorker((ctx) => closeConsultation(ctx, { ...wide, reason: "All have answered" }))
    await based(ids, "E07000117", "E05000003")
    await w.asWorker((ctx) => correctEdition(ctx, { id: wide.id, change: "They moved." }))
    const kept = await w.system((ctx) => readFrozen(ctx, wide.id))
    expect(kept, "and it stays so in a correction").toMatchObject({
      edition: 2,
      content: { grain: "district" },
    })
  })

  it("is for staff of the LIO alone", async () => {
    const of = await answered({ title: "Ours" })
    await expect(w.asLead((ctx) => getComparison(ctx, of.id))).rejects.toThrow(NotAllowed)
    await expect(w.asOtherManager((ctx) => getComparison(ctx, of.id))).rejects.toThrow(NotFound)
  })
})
