import { describe, expect, it } from "vitest"
import { problemOf } from "@/lib/opportunities/standard/check"
import { cleaned, lineBreaksMended } from "@/lib/opportunities/standard/mending"
import { mergeReleases } from "@/lib/opportunities/standard/merge"

describe("releases are merged", () => {
  it("field by field, lists by the ids of their things, and null takes a field away", () => {
    expect(
      mergeReleases([
        {
          id: "1",
          a: { b: 1, c: 2 },
          list: [
            { id: "x", n: 1 },
            { id: "y", n: 2 },
          ],
          words: ["a"],
        },
        { id: "2", a: { c: null, d: 3 }, list: [{ id: "y", m: 5 }, { id: "z" }], words: ["b", "c"] },
      ]),
    ).toEqual({
      a: { b: 1, d: 3 },
      list: [{ id: "x", n: 1 }, { id: "y", n: 2, m: 5 }, { id: "z" }],
      words: ["b", "c"],
    })
  })
})

describe("lost line breaks", () => {
  it.each([
    ["Site VisitsrnAll welcome.rnrnNo fee", "Site Visits\nAll welcome.\n\nNo fee"],
    ["servicesrn The council", "services\nThe council"],
    ["inrnprocessing; andrn- more", "in\nprocessing; and\n- more"],
    ["worksrn Softwarern Hardwarern end", "works\nSoftware\nHardware\nend"],
    ["see http://bravo.co.ukrn and ID=148440rn Under", "see http://bravo.co.uk\nand ID=148440\nUnder"],
    ["listed:rn •tChildren (b)tGas", "listed:\n• Children (b) Gas"],
    ["LIMITEDrn CF", "LIMITED\nCF"],
  ])("%s", (lost, mended) => expect(cleaned(lost)).toBe(mended))

  it("are found in no word that has the two letters itself", () => {
    const words =
      "modern learn return Northern barn internal external western Blackburn Woburn turnover Burnley furniture government attorney born-again stern lantern unicorn RN RNA rna LearnDirect BlackburnWith earned yarn cornerstone journey Cornwall hornet eternal internet kernel carnival garnish varnish harness turned acorn Malvern Severn Byrne Lorna Myrna Llanwern Sarn cavern tavern postern concern discern fern Saturn taciturn auburn stubborn newborn forewarn warning darn mourn sojourn urn spurn pattern nocturnal Redfern Hepburn Holborn Cockburn cairn Hebburn Lucerne cadarn teyrn https://example.org/modern www.return.org a@barn.org Government. (external), “western” Eastern/Western"
    expect(lineBreaksMended(words)).toBe(words)
    for (const word of words.split(" "))
      expect(lineBreaksMended(`worksrn ${word} end`), word).toBe(`works\n ${word} end`)
  })

  it("are found in any text at once, however it is made", () => {
    const began = performance.now()
    for (const text of [
      "a".repeat(100_000),
      `worksrn ${"arn".repeat(30_000)}`,
      `${"<a ".repeat(30_000)}`,
      "rn".repeat(50_000),
      " \n".repeat(40_000),
    ])
      cleaned(text)
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})

describe("A release that would keep us busy for hours", () => {
  const release = (more: object) => ({
    ocid: "x",
    id: "1",
    date: "2026-01-01T00:00:00Z",
    tag: ["tender"],
    initiationType: "tender",
    ...more,
  })
  it("is left out at once", () => {
    const began = performance.now()
    const items = Array.from({ length: 20_000 }, (_, n) => ({ id: String(n), description: "The same" }))
    expect(problemOf(release({ tender: { id: "1", items } }))).toContain("bigger than any release")
    let deep: object = {}
    for (let n = 0; n < 5_000; n++) deep = { deep }
    expect(problemOf(release({ deep }))).toContain("bigger than any release")
    expect(performance.now() - began).toBeLessThan(1_000)
    expect(problemOf(release({ tender: { id: "1", items: items.slice(0, 300) } }))).toBeNull()
  })
})
