import { describe, expect, it } from "vitest"
import { bankHolidaysOf, isWorkingDay, type NationLetter } from "@/lib/bank-holidays"

/** As gov.uk published them, without days that were proclaimed once. */
const PUBLISHED: [number, NationLetter, string][] = [
  [2021, "E", "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28"],
  [2024, "E", "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26"],
  [2025, "W", "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26"],
  [2026, "E", "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"],
  [2027, "E", "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"],
  [2022, "S", "01-03 01-04 04-15 05-02 05-30 08-01 11-30 12-26 12-27"],
  [2025, "S", "01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26"],
  [2027, "S", "01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28"],
  [2024, "N", "01-01 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26"],
  [2026, "N", "01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28"],
]

describe("Bank holidays", () => {
  it.each(PUBLISHED)("of %i in %s are those of gov.uk", (year, nation, days) => {
    expect(bankHolidaysOf(year, nation)).toEqual(days.split(" ").map((day) => `${year}-${day}`))
  })

  it("and weekends are no working days", () => {
    expect(isWorkingDay("2026-11-29", "E")).toBe(false)
    expect(isWorkingDay("2026-11-30", "E")).toBe(true)
    expect(isWorkingDay("2026-11-30", "S")).toBe(false)
    expect(isWorkingDay("2026-07-13", "N")).toBe(false)
    expect(isWorkingDay("2026-07-13", "W")).toBe(true)
  })

  it("fall on the Easters that were and will be", () => {
    const fridays = { 2008: "03-21", 2011: "04-22", 2038: "04-23", 2049: "04-16", 2100: "03-26" }
    for (const [year, day] of Object.entries(fridays))
      expect(bankHolidaysOf(Number(year), "E")).toContain(`${year}-${day}`)
  })
})
