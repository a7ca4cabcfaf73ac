import { describe, expect, it } from "vitest"
import type { AnswerValue } from "@/db/schema/asking"
import type { Question } from "@/lib/consultations/queries"
import { numbersOf } from "@/lib/consultations/results/numbers"
import type { Facts } from "@/lib/consultations/segments/queries"
import { opinionsOf } from "@/lib/consultations/statements/numbers"
import { randomFrom } from "@/lib/statements/random"

describe("The results of statements", () => {
  const question = (statements: number): Question => ({
    id: "q",
    position: 1,
    kind: "statements",
    title: "Buses",
    help: null,
    required: false,
    setting: {
      options: Array.from({ length: statements }, (_, at) => ({ id: `o${at}`, label: `Statement ${at}` })),
    },
  })
  const random = randomFrom(3)
  const groups = (
    count: number,
    pick: (group: number, statement: number) => "agree" | "disagree" | "pass" | null,
    statements = 6,
  ) =>
    Array.from({ length: count }, (_, group) => ({
      groupId: `g${group}`,
      answers: {
        q: {
          votes: Object.fromEntries(
            Array.from({ length: statements }, (_, at) => [`o${at}`, pick(group, at)] as const).filter(
              ([, one]) => one,
            ),
          ) as NonNullable<AnswerValue["votes"]>,
        },
      },
    }))
  const facts = (count: number): Map<string, Facts> =>
    new Map(
      Array.from({ length: count }, (_, at) => [
        `g${at}`,
        { size: [["Small", "Large"][at % 2] ?? ""], area: ["One"], theme: ["Food"], sector: ["voluntary"] },
      ]),
    )

  it("follows the rule for small numbers as a question with three answers does, statement by statement", () => {
    const said = groups(23, () =>
      random() < 0.4 ? null : random() < 0.5 ? "agree" : random() < 0.5 ? "disagree" : "pass",
    )
    for (const partsBy of ["none", "size", "area", "every"] as const) {
      const [numbers] = numbersOf([question(6)], said, facts(23), partsBy)
      for (const one of numbers?.statements?.each ?? []) {
        const asked = {
          ...question(0),
          id: "s",
          kind: "single" as const,
          setting: { options: ["agree", "disagree", "pass"].map((id) => ({ id, label: id })) },
        }
        const alone = said.map(({ groupId, answers }) => {
          const choice = answers.q.votes[one.id]
          return { groupId, answers: (choice ? { s: { choice } } : {}) as Record<string, AnswerValue> }
        })
        const [same] = numbersOf([asked], alone, facts(23), partsBy)
        expect(one.answered).toBe(same?.answered)
        expect(one.held).toBe(same?.held)
        expect(one.options.map(({ count }) => count)).toEqual(same?.options.map(({ count }) => count))
        expect(one.parts.map(({ rows }) => rows)).toEqual(same?.parts.map(({ rows }) => rows))
      }
    }
    const [few] = numbersOf(
      [question(2)],
      groups(4, () => "agree", 2),
      facts(4),
      "size",
    )
    expect(few).toMatchObject({
      held: true,
      statements: { common: [], each: [{ held: true, options: [] }, { held: true }] },
    })
  })

  it("is common ground when at least 60 in 100 of every kind of group voted the same way", () => {
    // Everybody agrees with 0; only small groups with 1; nearly all disagree with 2; four groups voted on 3, seven on 4.
    const said = groups(20, (group, at) => {
      if (at === 0) return "agree"
      if (at === 1) return group % 2 === 0 ? "agree" : "disagree"
      if (at === 2) return group < 3 ? "agree" : "disagree"
      if (at === 3) return group < 4 ? "agree" : null
      // Of the large groups only two voted on 4: too few to say what they think.
      return group % 2 === 0 ? (group < 10 ? "agree" : null) : group < 4 ? "agree" : null
    })
    const [whole] = numbersOf([question(5)], said, facts(20), "every")
    expect(whole?.statements?.common).toMatchObject([
      { title: "Statement 0", side: "agree", said: 20, seen: 20, least: 100 },
      { title: "Statement 2", side: "disagree", said: 17, seen: 20, least: 80 },
    ])
    expect(whole?.finding).toBe(
      "On 2 of 5 statements, at least 60% of every kind of group voted the same way",
    )
    const [alone] = numbersOf([question(5)], said, facts(20), "none")
    expect(alone?.statements).toMatchObject({
      inEveryPart: false,
      common: [{ title: "Statement 0" }, { title: "Statement 4" }, { title: "Statement 2" }],
    })
  })

  it("speaks of every kind of group only where two kinds of one division voted", () => {
    // Eight are large and in One, two small, two in Two: large parts by size and by area, but of the same groups.
    const same = new Map(
      Array.from({ length: 12 }, (_, at): [string, Facts] => [
        `g${at}`,
        {
          ...{ size: [at < 10 ? "Large" : "Small"], area: [at > 1 ? "One" : "Two"] },
          ...{ theme: ["Food"], sector: ["voluntary"] },
        },
      ]),
    )
    const said = groups(12, () => "agree", 2)
    const [numbers] = numbersOf([question(2)], said, same, "every")
    expect(numbers?.statements?.each[0]?.parts.filter(({ rows }) => rows.length > 0)).toHaveLength(2)
    expect(numbers?.statements).toMatchObject({
      inEveryPart: false,
      common: [{ least: 100 }, { least: 100 }],
    })
    expect(numbers?.finding).toBe("On 2 of 2 statements, at least 60% of the groups voted the same way")
  })

  it("says that too few voted, not that they disagree", () => {
    const [few] = numbersOf(
      [question(2)],
      groups(4, () => "agree", 2),
      facts(4),
      "every",
    )
    expect(few?.finding).toBe("Fewer than 5 groups voted on each statement, so we don’t say where they agree")
  })

  it("has groups of opinion only past the gate, and none where small numbers are held back", () => {
    const camps = groups(
      60,
      (group, at) => (random() < (group % 2 === at % 2 ? 0.9 : 0.1) ? "agree" : "disagree"),
      12,
    )
    const found = opinionsOf(question(12), camps, true)
    expect(found.groups.length).toBeGreaterThan(1)
    expect(found.groups.reduce((all, { size }) => all + size, 0)).toBe(60)
    expect(found.groups[0]?.typical.length).toBeGreaterThan(0)
    expect(opinionsOf(question(12), camps, false)).toMatchObject({ groups: [] })
    expect(opinionsOf(question(12), camps.slice(0, 49), true).words).toContain("49 did")
    const chance = groups(60, () => (random() < 0.5 ? "agree" : "disagree"), 12)
    expect(opinionsOf(question(12), chance, true)).toEqual({
      words: "There are no clear opinion groups: any pattern could be down to chance.",
      groups: [],
    })
  })
})
