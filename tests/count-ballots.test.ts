import { describe, expect, it } from "vitest"
import { readBlt, writeBlt } from "@/lib/ballots/blt"
import { count } from "@/lib/ballots/count"
import type { Count, Election, Papers } from "@/lib/ballots/election"

const NAMES = ["Ann", "Bob", "Cat", "Dan", "Eve", "Fay", "Gus", "Hal"]

/** "10 ABC, 4 AC": papers by the first letters of names, in the order of preference. */
const election = (seats: number, written: string, over: Partial<Election> = {}): Election => {
  const papers = written.split(",").map((one): Papers => {
    const [many, said = ""] = one.trim().split(" ")
    return {
      count: Number(many),
      preferences: [...said].map((letter) => NAMES.findIndex((name) => name[0] === letter)),
    }
  })
  const most = Math.max(...papers.flatMap(({ preferences }) => preferences), 0)
  return { title: "Test", candidates: NAMES.slice(0, most + 1), withdrawn: new Set(), seats, papers, ...over }
}
const scottish = (seats: number, papers: string, over: Partial<Election> = {}, drawn: string[] = []) =>
  count(election(seats, papers, over), "scottish-stv", drawn)
const stage = (of: Count, at: number) => of.rounds[at - 1]

describe("The single transferable vote by the Scottish rules", () => {
  it("hands on a surplus with every paper, at its share of what the candidate has", () => {
    // 20 papers, quota 7. Ann has 14, 7 too many: each of her papers goes on at 7 × 1 ÷ 14 = 0.5.
    const of = scottish(2, "10 ABC, 4 AC, 3 B, 3 C")
    expect(of).toMatchObject({ quota: 7, valid: 20, elected: ["Ann", "Bob"] })
    expect(stage(of, 2)).toMatchObject({
      ...{ what: "surplus", of: "Ann", elected: ["Bob"], nonTransferable: 0 },
      transfers: { Ann: -7, Bob: 5, Cat: 2 },
      votes: { Ann: 7, Bob: 8, Cat: 5 },
    })
  })

  it("ignores what is smaller than five decimal places, and values papers again as they go on", () => {
    // 27 papers, 3 seats, quota 7. Ann has 13: 6 ÷ 13 = 0.46153, to Bob 13 × 0.46153 = 5.99989.
    const of = scottish(3, "13 ABC, 5 B, 4 C, 3 D, 2 E")
    expect(stage(of, 2)).toMatchObject({ transfers: { Bob: 5.99989, Ann: -6 }, nonTransferable: 0.00011 })
    // Bob has 10.99989, 3.99989 too many. Ann's papers: 3.99989 × 0.46153 ÷ 10.99989 = 0.16782 each; his own have no next.
    expect(stage(of, 3)).toMatchObject({
      ...{ what: "surplus", of: "Bob", transfers: { Bob: -3.99989, Cat: 2.18166 } },
      nonTransferable: 1.81834,
    })
  })

  it("excludes the lowest, whose papers go on at what they are worth", () => {
    const of = scottish(1, "5 A, 4 B, 3 CB, 2 DB")
    expect(of).toMatchObject({ quota: 8, elected: ["Bob"] })
    expect(of.rounds.map(({ of, transfers }) => [of, transfers])).toEqual([
      [null, { Ann: 5, Bob: 4, Cat: 3, Dan: 2 }],
      ["Dan", { Bob: 2, Dan: -2 }],
      ["Cat", { Bob: 3, Cat: -3 }],
    ])
    // Ann has one too many of 10: a tenth of each paper goes to Bob, and on to Eve when he is excluded.
    const worth = scottish(2, "10 ABE, 6 C, 5 D, 4 E")
    expect(stage(worth, 2)?.transfers).toEqual({ Ann: -1, Bob: 1 })
    expect(stage(worth, 3)).toMatchObject({ of: "Bob", transfers: { Bob: -1, Eve: 1 } })
  })

  it("fills the last seats without handing anything on", () => {
    const of = scottish(2, "4 A, 3 B, 2 CA")
    expect(of).toMatchObject({ quota: 4, elected: ["Ann", "Bob"] })
    expect(of.rounds.at(-1)).toMatchObject({ what: "exclusion", of: "Cat", transfers: {}, elected: ["Bob"] })
    expect(of.rounds.at(-1)?.votes.Cat).toBe(2)
  })

  it("elects everybody where there are as many seats as candidates, or more", () => {
    expect(scottish(3, "2 A, 1 B").elected).toEqual(["Ann", "Bob"])
    expect(scottish(2, "2 A, 1 B").rounds).toHaveLength(1)
  })

  it("passes over those who withdrew, and counts no paper that names nobody else", () => {
    const of = scottish(1, "3 AB, 2 B, 1 A", { withdrawn: new Set([0]) })
    expect(of).toMatchObject({ valid: 5, invalid: 1, quota: 3, elected: ["Bob"] })
    expect(stage(of, 1)?.votes).toEqual({ Bob: 5 })
  })

  it("lets papers without a next preference lie", () => {
    const of = scottish(1, "4 A, 3 B, 2 C")
    expect(of).toMatchObject({ quota: 5, elected: ["Ann"] })
    expect(stage(of, 2)).toMatchObject({ of: "Cat", nonTransferable: 2 })
  })

  it("breaks a tie by the most recent stage at which candidates weren’t level", () => {
    // Bob 4 and Cat 3; Dan’s paper makes them level at 4, and the lower at the stage before goes.
    const of = scottish(1, "6 A, 4 BA, 3 CB, 1 DC")
    expect(stage(of, 3)).toMatchObject({
      of: "Cat",
      tie: { among: ["Bob", "Cat"], chosen: "Cat", by: "stage" },
    })
  })

  it("and by lot where they always were: as drawn, or so that anybody draws the same", () => {
    const papers = "4 A, 2 BA, 2 CA, 1 D"
    for (const name of ["Bob", "Cat"])
      expect(stage(scottish(1, papers, {}, [name]), 3)).toMatchObject({ of: name, tie: { by: "lot" } })
    expect(scottish(1, papers)).toEqual(scottish(1, papers))
  })

  it("hands on the larger surplus first, of level ones that of who was higher before", () => {
    const of = scottish(3, "9 AD, 8 BD, 2 C, 1 D")
    expect(of.rounds.slice(1, 3).map(({ of }) => of)).toEqual(["Ann", "Bob"])
    expect(stage(scottish(3, "8 AD, 8 BD, 3 C, 1 D", {}, ["Bob"]), 2)).toMatchObject({
      of: "Bob",
      tie: { by: "lot" },
    })
  })
})

describe("Other rules", () => {
  it("instant run-off: more than half of the papers that are still with somebody", () => {
    const of = count(election(1, "4 A, 3 B, 2 CB"), "irv")
    expect(of.elected).toEqual(["Bob"])
    expect(() => count(election(2, "1 A, 1 B"), "irv")).toThrow(/fills one seat, and there are 2/)
  })

  it("the most votes, and approval: everybody on a paper has one", () => {
    expect(count(election(1, "4 A, 3 BC, 2 CB"), "plurality").elected).toEqual(["Ann"])
    const approved = count(election(2, "4 A, 3 BC, 2 CB"), "approval")
    expect(approved).toMatchObject({
      rounds: [{ votes: { Ann: 4, Bob: 5, Cat: 5 } }],
      elected: ["Bob", "Cat"],
    })
    const level = count(election(1, "2 A, 2 B"), "plurality", ["Bob"])
    expect(level).toMatchObject({ elected: ["Bob"], rounds: [{ tie: { among: ["Ann", "Bob"], by: "lot" } }] })
  })
})

describe("A BLT file", () => {
  const FILE = `4 2 # four stand for two seats\n-2\n3 1 3 4 0\n1 2 0\n1 - 4 0\n0\n"Ann" "Bob"\n"Cat"\n"Dan"\n"A test"\n`

  it("is read, and what is written is read as the same", () => {
    const read = readBlt(FILE)
    expect(read).toMatchObject({ title: "A test", seats: 2, candidates: ["Ann", "Bob", "Cat", "Dan"] })
    expect([...read.withdrawn]).toEqual([1])
    expect(read.papers[0]).toEqual({ count: 3, preferences: [0, 2, 3] })
    expect(count(readBlt(writeBlt(read)), "scottish-stv")).toEqual(count(read, "scottish-stv"))
    expect(writeBlt(read)).toBe(writeBlt({ ...read, papers: read.papers.toReversed() }))
  })

  it.each([
    ["a party after each name", '"Ann" "Green"\n"Bob" "Independent (Ind)"\n"Ward 1"'],
    ["no quotation marks", "Ann\nBob\nWard 1 # of five"],
    ["all on one line", '"Ann" "Bob" "Ward 1"'],
  ])("is read as other programs write it, too: with %s", (_how, names) => {
    const read = readBlt(`2 1\r\n3 1 2 0\r\n0\r\n${names}\r\n`)
    expect(read).toMatchObject({ title: "Ward 1", candidates: ["Ann", "Bob"] })
  })

  it.each([
    ["2", /Line 1: The number of seats should be here/],
    ['2 1\n1 3 0\n0\n"A" "B"', /Line 2: There is no candidate 3/],
    ['2 1\n1 1 1 0\n0\n"A" "B"', /Line 2: Candidate 1 is on this paper twice/],
    ['2 1\n1 1=2 0\n0\n"A" "B"', /Line 2: Two candidates have the same place/],
    ['2 1\n1 1 0\n"A" "B"', /Line 3: How many papers/],
    ['2 1\n1 1 0\n0\n"A"', /name of candidate 2 is missing/],
    ['2 1\n1 1 0\n0\n"A" "A"', /same name/],
    ['2 1\n1 1 0\n0\n"A" "B" "T" more', /something after the title/],
    ['2 1\n1 1 0\n0\n"A" "B', /quotation mark isn’t closed/],
    ['2 1\n1.5 1 0\n0\n"A" "B"', /as a whole number/],
    ["900 1\n0", /more than 500 candidates/],
    ['1 1\n-1\n1 1 0\n0\n"A"', /Nobody stands/],
  ])("that is none is refused with the line: %j", (text, why) => {
    expect(() => count(readBlt(text), "scottish-stv")).toThrow(why)
  })
})
