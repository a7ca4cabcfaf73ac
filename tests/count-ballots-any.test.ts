import { tabulate } from "meeks-prf-js"
import { describe, expect, it } from "vitest"
import { readBlt, writeBlt } from "@/lib/ballots/blt"
import { count } from "@/lib/ballots/count"
import type { Count, Election, Papers } from "@/lib/ballots/election"

const NAMES = ["Ann", "Bob", "Cat", "Dan", "Eve", "Fay", "Gus", "Hal"]

/** Numbers as dice give them, the same at every run. */
function dice(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

/** An election as dice have it: some withdrawn, papers of every length. */
function random(seed: number, { whole = false, seats = 0 } = {}): Election {
  const roll = dice(seed)
  const many = 2 + roll(7)
  const papers = Array.from({ length: 5 + roll(60) }, (): Papers => {
    const left = Array.from({ length: many }, (_, at) => at)
    const length = whole ? many : 1 + roll(many)
    return {
      count: 1 + roll(4),
      preferences: Array.from({ length }, () => left.splice(roll(left.length), 1)[0] ?? 0),
    }
  })
  const withdrawn = new Set(!whole && many > 3 && roll(3) === 0 ? [roll(many)] : [])
  return { title: "", candidates: NAMES.slice(0, many), withdrawn, seats: seats || 1 + roll(4), papers }
}

/** The same with its papers one by one in another order, and its names in another. */
function shuffled({ candidates, withdrawn, papers, ...rest }: Election, seed: number): Election {
  const roll = dice(seed)
  const deal = <T>(all: T[]) => {
    const left = [...all]
    return Array.from(all, () => left.splice(roll(left.length), 1)[0] as T)
  }
  const order = deal(candidates.map((_, at) => at))
  const to = (at: number) => order.indexOf(at)
  return {
    ...rest,
    candidates: order.map((at) => candidates[at] ?? ""),
    withdrawn: new Set([...withdrawn].map(to)),
    papers: deal(
      papers.flatMap(({ preferences, count }) =>
        Array.from({ length: count }, () => ({ count: 1, preferences: preferences.map(to) })),
      ),
    ),
  }
}

describe("Whatever the papers", () => {
  it("10,000 papers of ten who stand for four seats, no two alike in a row, are counted within a second", () => {
    const roll = dice(7)
    const of: Election = {
      ...{ title: "", seats: 4, withdrawn: new Set() },
      candidates: Array.from({ length: 10 }, (_, at) => `Candidate ${at + 1}`),
      papers: Array.from({ length: 10_000 }, () => {
        const left = Array.from({ length: 10 }, (_, at) => at)
        return {
          count: 1,
          preferences: Array.from({ length: 1 + roll(10) }, () => left.splice(roll(left.length), 1)[0] ?? 0),
        }
      }),
    }
    const blt = writeBlt(of)
    const started = performance.now()
    const { elected, valid } = count(readBlt(blt), "scottish-stv")
    expect(performance.now() - started).toBeLessThan(1000)
    expect([elected.length, valid]).toEqual([4, 10_000])
  })

  it("neither their order nor that of the names changes a count", () => {
    for (let seed = 1; seed <= 400; seed++) {
      const of = random(seed)
      for (const rule of ["scottish-stv", "irv", "plurality", "approval"] as const) {
        const asked = rule === "irv" ? { ...of, seats: 1 } : of
        const [here, there] = [count(asked, rule), count(shuffled(asked, seed * 7), rule)]
        // Who was level with whom is told in the order of the names.
        const sorted = ({ rounds, ...rest }: Count) => ({
          ...rest,
          rounds: rounds.map(({ tie, ...stage }) => ({
            ...stage,
            tie: tie && { ...tie, among: tie.among.toSorted() },
          })),
        })
        expect(sorted(there), `${seed} ${rule}: who is elected, in which order, and every stage`).toEqual(
          sorted(here),
        )
      }
    }
  })

  it("votes are conserved to the last hundred-thousandth, and as many are elected as there are seats or candidates", () => {
    const units = (votes: number) => Math.round(votes * 100_000)
    for (let seed = 1; seed <= 1000; seed++) {
      const of = random(seed)
      const { valid, rounds, elected, quota } = count(of, "scottish-stv")
      for (const { votes, nonTransferable } of rounds) {
        const all = Object.values(votes).reduce((sum, one) => sum + units(one), units(nonTransferable))
        expect(all, `${seed}`).toBe(valid * 100_000)
        expect(nonTransferable).toBeGreaterThanOrEqual(0)
      }
      expect(elected).toHaveLength(Math.min(of.seats, of.candidates.length - of.withdrawn.size))
      expect(new Set(elected).size).toBe(elected.length)
      expect(quota).toBe(Math.floor(valid / (of.seats + 1)) + 1)
    }
  })

  it("with one seat and every candidate on every paper it elects whom Meek’s reference rule does", () => {
    let compared = 0
    for (let seed = 1; seed <= 300; seed++) {
      const of = random(seed, { whole: true, seats: 1 })
      const here = count(of, "scottish-stv")
      if (here.rounds.some(({ tie }) => tie)) continue
      const ballots = of.papers.map(({ count, preferences }) => [count, preferences.map((at) => NAMES[at])])
      const there = tabulate(1, of.candidates, ballots, null, of.candidates, [], [], {}, null)
      expect([...there.elected], `${seed}`).toEqual(here.elected)
      expect(count(of, "irv").elected).toEqual(here.elected)
      compared += 1
    }
    expect(compared).toBeGreaterThan(100)
  })

  it("with first preferences only it elects the most voted, as everybody does", () => {
    for (let seed = 1; seed <= 200; seed++) {
      const of = random(seed)
      const first = {
        ...of,
        withdrawn: new Set<number>(),
        papers: of.papers.map((one) => ({ ...one, preferences: one.preferences.slice(0, 1) })),
      }
      const { elected, rounds } = count(first, "scottish-stv")
      if (rounds.every(({ tie }) => !tie))
        expect(new Set(elected)).toEqual(new Set(count(first, "plurality").elected))
    }
  })
})
