import { describe, expect, it } from "vitest"
import { hasMoved } from "@/app/[lio]/groups/[id]/_parts/side-by-side"
import { type Line, narrowLineOf, sumOf } from "@/lib/membership-status/words"

const line: Line = {
  state: "current",
  typeName: "Full member",
  startsOn: "2026-04-01",
  endsOn: "2027-03-31",
  cancelledOn: null,
  feePence: 2_000,
  paidOn: "2026-04-04",
}

describe("A membership in a narrow column", () => {
  it.each<[Partial<Line>, string]>([
    [{}, "Paid to 31 Mar 2027"],
    [{ paidOn: null }, "Unpaid to 31 Mar 2027"],
    [{ feePence: null, paidOn: null }, "Until 31 Mar 2027"],
    [{ runEndsOn: "2028-03-31" }, "Paid to 31 Mar 2028"],
    [{ endsOn: null }, "No end date"],
    [{ endsOn: null, paidOn: null }, "Not paid"],
    [{ state: "ending", paidOn: null }, "Unpaid to 31 Mar 2027"],
    [{ state: "grace", endsOn: "2026-09-19" }, "In grace since 19 Sept 2026"],
    [{ state: "lapsed", endsOn: "2026-09-19" }, "Lapsed 19 Sept 2026"],
    [{ state: "cancelled", cancelledOn: "2026-10-19" }, "Ended 19 Oct 2026"],
    [{ state: "future", startsOn: "2027-04-01" }, "From 1 Apr 2027"],
  ])("%o: %s", (over, words) => {
    expect(narrowLineOf({ ...line, ...over })).toBe(words)
  })

  it("fees are added up in pence", () => {
    expect(sumOf([{ feePence: 2_000 }, { feePence: 50 }])).toBe(2_050)
    expect(sumOf([])).toBe(0)
  })
})

describe("What a group wants to change", () => {
  it("has moved when it says something else now than when they asked", () => {
    expect(hasMoved({ name: "Old" }, "name", "Old")).toBe(false)
    expect(hasMoved({ name: "Newer" }, "name", "Old")).toBe(true)
    expect(hasMoved({ about: null }, "about", null)).toBe(false)
    expect(hasMoved({}, "about", null)).toBe(false)
  })
})
