import { renderToStaticMarkup } from "react-dom/server"
import { afterEach, describe, expect, it, vi } from "vitest"
import { formatMinutes, formatMoney, inWords, relativeDay, say, sayCount } from "@/lib/words"
import type { WithLanguage } from "@/lib/words/language"
import { testLanguage } from "@/lib/words/languages/test"
import { sayRich, sayRichCount } from "@/lib/words/rich"

const house = globalThis as WithLanguage

/** lib/words as a process in another language has it. */
async function inLanguage(language: NonNullable<WithLanguage["trellisLanguage"]>) {
  house.trellisLanguage = language
  vi.resetModules()
  return { ...(await import("@/lib/words")), ...(await import("@/lib/words/rich")) }
}

afterEach(() => {
  house.trellisLanguage = undefined
  vi.resetModules()
})

describe("A text", () => {
  it("stands in the code and has its values filled in, numbers as the language writes them", () => {
    expect(say("Save")).toBe("Save")
    expect(say("No name has “{name}” in it.", { name: "{x} $1" })).toBe("No name has “{x} $1” in it.")
    expect(say("{rows} rows of {file}", { rows: 12345, file: "a.csv" })).toBe("12,345 rows of a.csv")
  })

  it("goes with a number by the rules of the language", () => {
    const groups = (count: number) =>
      sayCount(
        count,
        { one: "{count} group is in {area}", other: "{count} groups are in {area}" },
        { area: "X" },
      )
    expect([0, 1, 2, 1234].map(groups)).toEqual([
      "0 groups are in X",
      "1 group is in X",
      "2 groups are in X",
      "1,234 groups are in X",
    ])
  })

  it("holds links, bold words and elements without being cut up", () => {
    const said = sayRich("Read <guide>the <b>{name}</b> guide</guide> first, {who}.", {
      guide: (text) => <a href="/guide">{text}</a>,
      b: (text) => <b>{text}</b>,
      name: 1234,
      who: <i>you</i>,
    })
    expect(renderToStaticMarkup(said)).toBe(
      'Read <a href="/guide">the <b>1,234</b> guide</a> first, <i>you</i>.',
    )
    expect(
      renderToStaticMarkup(
        sayRichCount(
          2,
          { one: "<b>{count}</b> {of}", other: "<b>{count}</b> of {of}" },
          {
            b: (text) => <b>{text}</b>,
            of: "three",
          },
        ),
      ),
    ).toBe("<b>2</b> of three")
  })

  it("does not compile when it is not whole, or a value is missing, misspelt or too many", () => {
    const name = "Ann" as string
    // @ts-expect-error not a text of the code
    say(`Hello ${name}`)
    // @ts-expect-error no value
    say("Hello {name}")
    // @ts-expect-error misspelt
    say("Hello {name}", { nmae: name })
    // @ts-expect-error too many
    say("Hello {name}", { name, other: name })
    // @ts-expect-error nothing to fill in
    say("Hello", { name })
    // @ts-expect-error nothing may be missing
    say("Hello {name}", { name: undefined })
    // @ts-expect-error one form has a name that is not given
    sayCount(1, { one: "{count} group", other: "{count} groups in {area}" })
    // @ts-expect-error a tag without its element
    sayRich("Read <guide>this</guide>", {})
    expect(say("Hello {name}", { name })).toBe("Hello Ann")
  })
})

describe("In another language", () => {
  it("the test language puts every text into brackets and leaves what is filled in as it is", async () => {
    const test = await inLanguage(testLanguage)
    expect(test.say("Save")).toBe("⟦Sàṽè⟧")
    expect(test.say("Hello {name}", { name: "Ann" })).toBe("⟦Hèĺĺò Ann⟧")
    expect(test.sayCount(1, { one: "{count} group", other: "{count} groups" })).toMatch(/^⟦1 /)
    expect(renderToStaticMarkup(test.sayRich("A <b>b</b>", { b: (text) => <b>{text}</b> }))).toBe(
      "⟦A <b>ƀ</b>⟧",
    )
  })

  it("Welsh counts in six forms, and English stands where a text has no other yet", async () => {
    const dogs = {
      zero: "{count} cŵn",
      one: "{count} ci",
      two: "{count} gi",
      few: "{count} chi",
      many: "{count} chi",
      other: "{count} ci",
    }
    const welsh = await inLanguage({
      locale: "cy",
      text: (english) => ({ Save: "Cadw" })[english] ?? english,
      forms: (english) => (english.other === "{count} dogs" ? dogs : english),
    })
    const count = (dogs: number) => welsh.sayCount(dogs, { one: "{count} dog", other: "{count} dogs" })
    expect([0, 1, 2, 3, 6, 7].map(count)).toEqual(["0 cŵn", "1 ci", "2 gi", "3 chi", "6 chi", "7 ci"])
    expect(welsh.sayCount(2, { one: "{count} cat", other: "{count} cats" })).toBe("2 cats")
    expect([welsh.say("Save"), welsh.say("Undo")]).toEqual(["Cadw", "Undo"])
    expect(welsh.formatDate("2026-11-23")).toBe("23 Tachwedd 2026")
    expect(welsh.relativeDay("2026-11-22", new Date("2026-11-23T12:00:00Z"))).toBe("ddoe")
  })
})

describe("Days, spans, money and lists", () => {
  it("go by the language", () => {
    const now = new Date("2026-06-10T12:00:00Z")
    expect(
      ["2026-06-10", "2026-06-09", "2026-06-11", "2026-06-07", "2026-06-24", "2026-03-10", "2024-06-01"].map(
        (day) => relativeDay(day, now),
      ),
    ).toEqual(["today", "yesterday", "tomorrow", "3 days ago", "in 2 weeks", "3 months ago", "2 years ago"])
    expect([30, 60, 61, 150, 0].map(formatMinutes)).toEqual([
      "30 minutes",
      "1 hour",
      "1 hour 1 minute",
      "2 hours 30 minutes",
      "0 minutes",
    ])
    expect([125000, 125050].map(formatMoney)).toEqual(["£1,250", "£1,250.50"])
    expect(inWords(["bread", "milk", "eggs"])).toBe("bread, milk and eggs")
    expect(inWords(["Skelby", "Thornclough and Moor Side"])).toBe("Skelby, and Thornclough and Moor Side")
  })
})
