import { describe, expect, it } from "vitest"
import {
  dayOf,
  formatDate,
  formatMinutes,
  formatMoment,
  formatMoney,
  formatTime,
  inWords,
  percent,
  plural,
  relativeDay,
} from "@/lib/words"

describe("Dates in words", () => {
  it("are told in London's time, summer and winter", () => {
    expect(formatMoment(new Date("2026-06-04T08:32:00Z"))).toBe("4 June 2026 at 9:32am")
    expect(formatMoment(new Date("2026-12-04T08:32:00Z"))).toBe("4 December 2026 at 8:32am")
    expect(dayOf(new Date("2026-06-04T23:30:00Z"))).toBe("2026-06-05")
  })

  it("name midday and midnight, and drop empty minutes", () => {
    expect(formatTime(new Date("2026-01-04T12:00:00Z"))).toBe("midday")
    expect(formatTime(new Date("2026-01-04T00:00:00Z"))).toBe("midnight")
    expect(formatTime(new Date("2026-01-04T12:05:00Z"))).toBe("12:05pm")
    expect(formatTime(new Date("2026-01-04T18:00:00Z"))).toBe("6pm")
  })

  it("take a calendar date as it is", () => {
    expect(formatDate("2026-06-04")).toBe("4 June 2026")
    expect(formatDate("2026-03-29")).toBe("29 March 2026")
  })

  it("say how far away a day is, by the calendar", () => {
    const now = new Date("2026-06-10T07:00:00Z")
    const far = (at: string) => relativeDay(at, now)
    expect(["2026-06-10", "2026-06-09", "2026-06-11", "2026-06-07"].map(far)).toEqual([
      "today",
      "yesterday",
      "tomorrow",
      "3 days ago",
    ])
    expect(["2026-06-03", "2026-06-02", "2026-05-20", "2026-06-24"].map(far)).toEqual([
      "7 days ago",
      "8 days ago",
      "3 weeks ago",
      "in 2 weeks",
    ])
    expect(["2026-04-10", "2025-06-10", "2023-01-01"].map(far)).toEqual([
      "2 months ago",
      "1 year ago",
      "3 years ago",
    ])
    expect(relativeDay(new Date("2026-06-09T22:59:00Z"), now)).toBe("yesterday")
  })
})

describe("Numbers in words", () => {
  it("agree with their nouns", () => {
    expect([plural(1, "group"), plural(0, "group"), plural(1_214, "body", "bodies")]).toEqual([
      "1 group",
      "0 groups",
      "1,214 bodies",
    ])
    expect(inWords(["bread", "milk", "eggs"])).toBe("bread, milk and eggs")
    expect(inWords(["Skelby", "Thornclough and Moor Side"])).toBe("Skelby, and Thornclough and Moor Side")
  })

  it("never divide by nothing", () => {
    expect([percent(87, 214), percent(0, 0)]).toEqual(["41%", "–"])
    expect([percent(199, 200), percent(200, 200), percent(1, 400), percent(0, 400)]).toEqual([
      "over 99%",
      "100%",
      "under 1%",
      "0%",
    ])
  })

  it("tell money and time", () => {
    expect([formatMoney(125_000), formatMoney(125_050)]).toEqual(["£1,250", "£1,250.50"])
    expect([formatMinutes(30), formatMinutes(60), formatMinutes(90), formatMinutes(0)]).toEqual([
      "30 minutes",
      "1 hour",
      "1 hour 30 minutes",
      "0 minutes",
    ])
  })
})
