import { describe, expect, it } from "vitest"
import { holdBack, LEAST, type Picked, type Segment } from "@/lib/consultations/suppression"

/** Groups told apart by size: so many of each segment, each with what they picked. */
function tableOf(by: Record<string, Record<string, number>>, options: string[]) {
  const picks: string[][] = []
  const segments: Segment[] = Object.entries(by).map(([key, counts]) => {
    const members = Object.entries(counts).flatMap(([option, count]) =>
      Array.from({ length: count }, () => picks.push([option]) - 1),
    )
    return { dimension: "size", key, members }
  })
  return { segments, question: { options, picks, exclusive: true } satisfies Picked }
}
const shownOf = (by: Record<string, Record<string, number>>, options = ["yes", "no"]) => {
  const { segments, question } = tableOf(by, options)
  return Object.fromEntries(holdBack(segments, question).map((row) => [row.key, row]))
}

/** Every way of filling the hidden cells of one table that agrees with what is shown: what each may be. */
function possible(
  shown: (number | null)[][],
  rowSums: (number | null)[],
  columnSums: number[],
  total: number,
) {
  const cells = shown.flatMap((row, r) =>
    row.flatMap((value, c) => (value === null ? [[r, c] as const] : [])),
  )
  const may = cells.map(() => new Set<number>())
  const grid = shown.map((row) => row.map((value) => value ?? 0))
  const fits = () =>
    columnSums.every((sum, c) => grid.reduce((all, row) => all + (row[c] ?? 0), 0) === sum) &&
    rowSums.every((sum, r) => sum === null || (grid[r] ?? []).reduce((all, value) => all + value, 0) === sum)
  const fill = (at: number, used: number): void => {
    if (may.every((values) => values.size > 1)) return
    const cell = cells[at]
    if (!cell) {
      if (fits()) for (const [place, [r, c]] of cells.entries()) may[place]?.add(grid[r]?.[c] ?? 0)
      return
    }
    const [r, c] = cell
    const column = grid.reduce((all, row, other) => all + (other === r ? 0 : (row[c] ?? 0)), 0)
    const most = Math.min((columnSums[c] ?? 0) - column, total - used)
    for (let value = 0; value <= most; value++) {
      ;(grid[r] as number[])[c] = value
      fill(at + 1, used + value)
    }
    ;(grid[r] as number[])[c] = 0
  }
  fill(0, 0)
  return may
}

describe("Numbers by segment", () => {
  it("are shown when nobody can be picked out", () => {
    const shown = shownOf({ small: { yes: 8, no: 6 }, large: { yes: 5, no: 9 } })
    expect(shown.small).toMatchObject({ size: 14, counts: [8, 6] })
    expect(shown.large).toMatchObject({ size: 14, counts: [5, 9] })
  })

  it("hold a segment of under five groups back whole, and a second one so that it does not follow from the total", () => {
    const shown = shownOf({ small: { yes: 2, no: 2 }, middle: { yes: 6, no: 7 }, large: { yes: 20, no: 30 } })
    expect(shown.small).toMatchObject({ size: null, counts: [null, null] })
    expect(shown.middle).toMatchObject({ size: null, counts: [null, null] })
    expect(shown.large).toMatchObject({ size: 50, counts: [20, 30] })
  })

  it("hold back a number under five and enough beside it", () => {
    const shown = shownOf({
      small: { yes: 3, no: 9 },
      middle: { yes: 10, no: 12 },
      large: { yes: 20, no: 30 },
    })
    expect(shown.small?.counts[0]).toBeNull()
    expect(shown.small?.counts[1], "it would follow from the segment’s size").toBeNull()
    const others = [shown.middle, shown.large]
    expect(
      others.some((row) => row?.counts[0] === null),
      "it would follow from the option’s total",
    ).toBe(true)
    expect(shown.small?.size).toBe(12)
  })

  it("show nothing of a table that cannot be protected", () => {
    const shown = shownOf({ small: { yes: 1, no: 2 }, large: { yes: 6, no: 7 } })
    for (const row of Object.values(shown)) expect(row).toMatchObject({ size: null, counts: [null, null] })
  })

  it("show an option that nobody chose: its total says so already", () => {
    const shown = shownOf({ small: { yes: 7 }, large: { yes: 9 } })
    expect(shown.small?.counts).toEqual([7, 0])
  })

  it("do not give a segment away by the same groups under another heading", () => {
    const { segments, question } = tableOf(
      { north: { yes: 2, no: 2 }, south: { yes: 6, no: 7 }, east: { yes: 20, no: 30 } },
      ["yes", "no"],
    )
    const south = segments[1]?.members ?? []
    const rest = question.picks.map((_, at) => at).filter((at) => !south.includes(at))
    const themes = [
      { dimension: "theme", key: "Youth", members: south },
      { dimension: "theme", key: "Other", members: rest },
    ]
    const shown = holdBack([...segments, ...themes], question)
    const seen = (key: string) => shown.find((row) => row.key === key)
    expect(seen("north")?.size).toBeNull()
    const tells = [seen("east")?.size !== null, seen("Youth")?.size !== null || seen("Other")?.size !== null]
    expect(tells.every(Boolean), "everything but the small one would be known").toBe(false)
  })

  it("count each option for itself where several may be chosen", () => {
    const picks = Array.from({ length: 20 }, (_, at) => (at < 10 ? ["a", "b"] : ["a"]))
    const half = [
      { dimension: "size", key: "small", members: picks.map((_, at) => at).slice(0, 8) },
      { dimension: "size", key: "large", members: picks.map((_, at) => at).slice(8) },
    ]
    const [small, large] = holdBack(half, { options: ["a", "b"], picks, exclusive: false })
    expect(small).toMatchObject({ size: 8, counts: [8, null] })
    expect(large).toMatchObject({ size: 12, counts: [12, null] })
  })
})

describe("Two hundred made-up tables", () => {
  it("never let a held-back number be worked out", () => {
    let seed = 7
    const dice = (sides: number) => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed % sides
    }
    let held = 0
    for (let round = 0; round < 200; round++) {
      const options = ["a", "b", "c"].slice(0, 2 + dice(2))
      const names = ["s1", "s2", "s3"].slice(0, options.length === 3 ? 2 : 2 + dice(2))
      const by = Object.fromEntries(
        names.map((name) => [name, Object.fromEntries(options.map((option) => [option, dice(9)]))]),
      )
      const { segments, question } = tableOf(by, options)
      if (segments.some(({ members }) => members.length === 0)) continue
      const rows = holdBack(segments, question)
      const totals = options.map((option) => question.picks.filter(([pick]) => pick === option).length)
      for (const [at, row] of rows.entries()) {
        for (const [column, count] of row.counts.entries()) {
          if (count !== null && totals[column] !== 0 && totals[column] !== question.picks.length) {
            expect(count).toBeGreaterThanOrEqual(LEAST)
          }
          if (row.size !== null) expect(segments[at]?.members.length).toBeGreaterThanOrEqual(LEAST)
        }
      }
      const shown = rows.map((row) => row.counts)
      const may = possible(
        shown,
        rows.map((row) => row.size),
        totals,
        question.picks.length,
      )
      const hidden = shown.flatMap((row) => row.flatMap((value, c) => (value === null ? [c] : [])))
      for (const [place, values] of may.entries()) {
        if (totals[hidden[place] ?? 0] === 0) continue
        held++
        expect(values.size, JSON.stringify({ by, shown })).toBeGreaterThan(1)
      }
    }
    expect(held).toBeGreaterThan(100)
  })
})
