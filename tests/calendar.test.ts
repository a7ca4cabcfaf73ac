import { describe, expect, it } from "vitest"
import { daysOf, ruleOf } from "@/lib/calendar/repeating/rules"
import { spanOf } from "@/lib/calendar/times"

const London = "Europe/London"
const weekly = { on: "2026-10-20", at: "10:00", minutes: 90, zone: London }

describe("A series", () => {
  it("of every week at 10:00 stays at 10:00 over both changes of the clocks", () => {
    const rule = ruleOf(weekly, { every: "week", until: "2027-04-06", notIn: [] })
    const days = daysOf({ ...weekly, rule }, 100)
    expect(days).toHaveLength(25)
    const hours = days.map((day) => spanOf(weekly, day).startsAt.toISOString())
    expect(hours).toContain("2026-10-20T09:00:00.000Z")
    expect(hours).toContain("2026-10-27T10:00:00.000Z")
    expect(hours).toContain("2027-03-23T10:00:00.000Z")
    expect(hours).toContain("2027-03-30T09:00:00.000Z")
  })

  it("is on the third Thursday, but not in August", () => {
    const third = { on: "2026-06-18", at: "14:00", zone: London }
    const rule = ruleOf(third, { every: "month", until: "2026-12-31", notIn: [8] })
    expect(daysOf({ ...third, rule }, 100)).toEqual([
      ...["2026-06-18", "2026-07-16", "2026-09-17", "2026-10-15", "2026-11-19", "2026-12-17"],
    ])
  })

  it("that begins on a fifth Thursday is on the last one of each month", () => {
    const last = { on: "2026-10-29", at: "14:00", zone: London }
    const rule = ruleOf(last, { every: "month", until: "2027-01-31", notIn: [] })
    expect(daysOf({ ...last, rule }, 100)).toEqual(["2026-10-29", "2026-11-26", "2026-12-31", "2027-01-28"])
  })

  it("of every two weeks takes place on its last day too", () => {
    const rule = ruleOf(weekly, { every: "fortnight", until: "2026-11-17", notIn: [] })
    expect(daysOf({ ...weekly, rule }, 100)).toEqual(["2026-10-20", "2026-11-03", "2026-11-17"])
  })

  it("takes its minutes by the clock on the wall, though an hour is given back in the night", () => {
    const night = { at: "23:00", minutes: 180, zone: London }
    const { startsAt, endsAt } = spanOf(night, "2026-10-24")
    expect(startsAt.toISOString()).toBe("2026-10-24T22:00:00.000Z")
    expect(endsAt.toISOString()).toBe("2026-10-25T02:00:00.000Z")
  })
})
