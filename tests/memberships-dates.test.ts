import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { type Dates, periodAfter, periodFrom, stateOn, statusOn } from "@/lib/membership-status/period"
import { stateSql } from "@/lib/membership-status/queries"
import { world } from "./support/world"

const w = await world()

const dates = (
  startsOn: string | null,
  endsOn: string | null,
  cancelledOn: string | null = null,
  graceDays = 30,
  renewalDays = 30,
): Dates => ({ startsOn, endsOn, cancelledOn, graceDays, renewalDays })

/** The day, the dates, and where they stand on it. */
const TABLE: [day: string, of: Dates, state: string][] = [
  ["2026-03-31", dates("2026-04-01", "2027-03-31"), "future"],
  ["2026-04-01", dates("2026-04-01", "2027-03-31"), "current"],
  ["2027-02-28", dates("2026-04-01", "2027-03-31"), "current"],
  ["2027-03-01", dates("2026-04-01", "2027-03-31"), "ending"],
  ["2027-03-31", dates("2026-04-01", "2027-03-31"), "ending"],
  ["2027-04-01", dates("2026-04-01", "2027-03-31"), "grace"],
  ["2027-04-30", dates("2026-04-01", "2027-03-31"), "grace"],
  ["2027-05-01", dates("2026-04-01", "2027-03-31"), "lapsed"],
  // The year's end, and a leap year's February between the end and the day.
  ["2025-12-31", dates("2025-01-01", "2025-12-31", null, 0), "ending"],
  ["2026-01-01", dates("2025-01-01", "2025-12-31", null, 0), "lapsed"],
  ["2028-02-29", dates("2027-02-01", "2028-01-31", null, 29), "grace"],
  ["2028-03-01", dates("2027-02-01", "2028-01-31", null, 29), "lapsed"],
  ["2028-02-28", dates("2027-03-01", "2028-02-29", null, 0, 1), "ending"],
  ["2028-02-27", dates("2027-03-01", "2028-02-29", null, 0, 1), "current"],
  // Nothing is known of the beginning, or there is no end.
  ["2026-06-01", dates(null, null), "current"],
  ["2026-06-01", dates(null, "2026-06-01"), "ending"],
  ["2026-06-01", dates("2020-01-01", null), "current"],
  // Ended: from that day on, whatever the other dates say.
  ["2026-06-01", dates("2026-01-01", "2026-12-31", "2026-06-01"), "cancelled"],
  ["2026-05-31", dates("2026-01-01", "2026-12-31", "2026-06-01"), "current"],
  ["2027-06-01", dates("2026-01-01", "2026-12-31", "2026-06-01"), "cancelled"],
  // Ended before its first day: it never was, on any day.
  ["2026-03-01", dates("2026-04-01", "2027-03-31", "2026-03-15"), "cancelled"],
  ["2026-05-01", dates("2026-04-01", "2027-03-31", "2026-04-01"), "cancelled"],
]

const rolling = (months: number) => ({ period: "rolling" as const, months, yearStarts: null })
const yearFrom = (yearStarts: string) => ({ period: "fixed" as const, months: 12, yearStarts })
const OPEN = { period: "open" as const, months: 12, yearStarts: null }

describe("The state of a membership", () => {
  it.each(TABLE)("on %s of %o is %s", (day, of, state) => expect(stateOn(day, of)).toBe(state))

  it("is worked out by PostgreSQL alike", async () => {
    const states = await w.system(async (ctx) => {
      const all: string[] = []
      for (const [day, of] of TABLE) {
        const [row] = await ctx.tx.execute<{ state: string }>(sql`
          select ${stateSql(sql`${day}::date`)} as state from
            (select ${of.startsOn}::date as starts_on, ${of.endsOn}::date as ends_on, ${of.cancelledOn}::date as cancelled_on) m,
            (select ${of.graceDays}::int as grace_days, ${of.renewalDays}::int as renewal_days) t`)
        all.push(row?.state ?? "")
      }
      return all
    })
    expect(states).toEqual(TABLE.map(([, , state]) => state))
  })

  it("of a group is that of the period that counts for most", () => {
    const old = dates("2025-04-01", "2026-03-31")
    const now = dates("2026-04-01", "2027-03-31")
    const next = dates("2027-04-01", "2028-03-31")
    expect(statusOn("2026-06-01", [old, now])).toEqual({ state: "current", period: now })
    expect(statusOn("2027-03-15", [old, now])).toEqual({ state: "ending", period: now })
    expect(statusOn("2027-03-15", [next, old, now])).toEqual({ state: "current", period: now })
    expect(statusOn("2026-06-01", [old, { ...now, cancelledOn: "2026-05-01" }])?.state).toBe("cancelled")
    expect(statusOn("2029-01-01", [old, next])?.period).toBe(next)
    expect(statusOn("2026-06-01", [])).toBeNull()
  })
})

describe("A period", () => {
  it.each([
    [rolling(12), "2026-06-15", "2027-06-14"],
    [rolling(12), "2026-01-01", "2026-12-31"],
    [rolling(12), "2024-02-29", "2025-02-28"],
    [rolling(12), "2027-03-01", "2028-02-29"],
    [rolling(1), "2026-01-31", "2026-02-28"],
    [rolling(1), "2028-01-31", "2028-02-29"],
    [rolling(6), "2026-08-31", "2027-02-28"],
    [rolling(48), "2024-02-29", "2028-02-28"],
    [yearFrom("04-01"), "2026-04-01", "2027-03-31"],
    [yearFrom("04-01"), "2026-03-31", "2026-03-31"],
    [yearFrom("01-01"), "2026-11-23", "2026-12-31"],
    [yearFrom("03-01"), "2027-06-01", "2028-02-29"],
    [OPEN, "2026-11-23", null],
  ])("of %o from %s ends on %s", (type, startsOn, endsOn) =>
    expect(periodFrom(type, startsOn)).toEqual({ startsOn, endsOn }),
  )

  it.each([
    ["2026-03-10", "2026-04-01"],
    ["2026-03-31", "2026-04-01"],
    ["2026-04-30", "2026-04-01"],
    ["2026-05-01", "2026-05-01"],
  ])("renewed on %s begins on %s: on time and in grace it follows, later it begins that day", (day, from) =>
    expect(periodAfter(rolling(12), dates("2025-04-01", "2026-03-31"), day).startsOn).toBe(from),
  )

  it("renewed after it was ended begins on the day", () =>
    expect(
      periodAfter(rolling(12), dates("2026-01-01", "2026-12-31", "2026-06-01"), "2026-07-01").startsOn,
    ).toBe("2026-07-01"))
})
