import { describe, expect, it } from "vitest"
import type { AnswerValue } from "@/db/schema/asking"
import { INCOME_BANDS } from "@/db/vocabulary"
import type { Question } from "@/lib/consultations/queries"
import { numbersOf } from "@/lib/consultations/results/numbers"
import type { Facts } from "@/lib/consultations/segments/queries"
import { derived, pinned } from "./support/attacker"
import { dice } from "./support/merging"

const roll = dice(101)
const one = <T>(list: readonly T[]) => list[roll(list.length)] as T
const SPLITS = ["none", "size", "area", "sector"] as const
const AREAS = ["Afold", "Bfold", "Cfold", "Dfold", "Efold", "Not known"]
const SECTORS = ["Voluntary", "Residents", "Private"]
const THEMES = ["Food", "Health", "Music", "Sport", "Youth"]

const question = (kind: Question["kind"], at: number): Question => ({
  id: `q${at}`,
  position: at,
  kind,
  title: kind,
  help: null,
  required: false,
  setting: {
    steps: 4,
    ...(kind === "number" ? { bands: [1, 10, 100] } : {}),
    ...(kind === "ranking" ? { atMost: 1 + roll(3) } : {}),
    options:
      kind === "number"
        ? undefined
        : Array.from({ length: 2 + roll(3) }, (_, option) => ({ id: `o${option}`, label: `O${option}` })),
  },
})

/** Answers lean to one side, so that small parts are often of one mind. */
function answer({ kind, setting }: Question, lean: number): AnswerValue | null {
  if (roll(5) === 0) return null
  if (roll(9) === 0) return { unsure: true }
  const options = setting.options ?? []
  const pick = roll(3) === 0 ? roll(options.length) : lean % options.length
  if (kind === "scale") return { scale: 1 + roll(4) }
  if (kind === "single") return { choice: `o${pick}` }
  if (kind === "number") return { number: [0, 5, 50, 500][roll(3) === 0 ? roll(4) : lean % 4] }
  if (kind === "ranking") {
    const rest = options.flatMap(({ id }) => (id === `o${pick}` ? [] : [id]))
    const order = [`o${pick}`, ...rest.sort(() => (roll(2) === 0 ? 1 : -1))]
    return { ranking: order.slice(0, Math.min(order.length, setting.atMost ?? order.length)) }
  }
  return { choices: [...new Set([`o${pick}`, `o${roll(options.length)}`])] }
}

/** A consultation of up to 60 groups of all kinds, each with any number of themes. */
function consultation() {
  const many = 1 + roll(60)
  const facts = new Map(
    Array.from({ length: many }, (_, at): [string, Facts] => [
      `g${at}`,
      {
        size: [roll(7) === 0 ? "Not known" : one(Object.values(INCOME_BANDS))],
        area: [one(AREAS)],
        sector: [one(SECTORS)],
        theme: THEMES.filter(() => roll(3) === 0),
      },
    ]),
  )
  const kinds = ["single", "multiple", "scale", "ranking", "number"] as const
  const asked = kinds.map((kind, at) => question(kind, at + 1))
  const said = (lean: number) =>
    [...facts.keys()].map((groupId) => ({
      groupId,
      answers: Object.fromEntries(
        asked.flatMap((of) => {
          const value = answer(of, lean)
          return value ? [[of.id, value]] : []
        }),
      ),
    }))
  return { facts, asked, signedOff: said(roll(5)) }
}

/** The same groups answer the same questions, and say other things. */
const otherwise = (of: ReturnType<typeof consultation>) =>
  of.signedOff.map(({ groupId, answers }) => ({
    groupId,
    answers: Object.fromEntries(
      of.asked.flatMap((asked) => {
        if (!answers[asked.id]) return []
        let value: AnswerValue | null = null
        while (!value) value = answer(asked, roll(5))
        return [[asked.id, value]]
      }),
    ),
  }))

describe("What is published of answers that are not named, in 2,400 consultations", () => {
  it("is of five groups or more, whatever is added to or taken from what, and its shape follows from nothing that was said", () => {
    let shown = 0
    let sets = 0
    let rankings = 0
    for (let at = 0; at < 2400; at++) {
      const partsBy = SPLITS[at % 4] ?? "none"
      const of = consultation()
      const numbers = numbersOf(of.asked, of.signedOff, of.facts, partsBy)
      const other = numbersOf(of.asked, otherwise(of), of.facts, partsBy)
      for (const [place, one] of numbers.entries()) {
        const answered = of.signedOff.flatMap(({ groupId, answers }) => (answers[one.id] ? [groupId] : []))
        const known = derived(one, answered, of.facts)
        const small = known.filter(({ size }) => size < 5)
        if (small.length > 0) expect(small, `consultation ${at}`).toEqual([])
        expect(pinned(one, answered, of.facts)).toEqual([])
        expect(one.parts.filter(({ dimension }) => dimension !== partsBy)).toEqual([])
        const rows = one.parts.flatMap((by) => by.rows)
        if (rows.length > 0) {
          // Parts of one division: each group in one of them, and all together the total.
          expect(rows.reduce((all, { size }) => all + size, 0)).toBe(one.answered)
          for (const [option, { count }] of one.options.entries())
            expect(rows.reduce((all, { counts }) => all + (counts[option] ?? 0), 0)).toBe(count)
        }
        // Beside the first places, a ranking shows every place for all groups; of numbers there are only their bands.
        expect(one.amounts).toBeUndefined()
        expect(one.kind === "number" && !one.held ? one.options.length : 4).toBe(4)
        if (one.ranked) {
          expect(one.answered).toBeGreaterThanOrEqual(5)
          expect(one.ranked.map(({ places }) => places[0])).toEqual(one.options.map(({ count }) => count))
          rankings += 1
        }
        const shapeOf = ({ held, answered, skipped, parts }: (typeof numbers)[number]) => ({
          held,
          answered,
          skipped,
          parts: parts.map(({ dimension, few, rows }) => ({
            dimension,
            few,
            rows: rows.map(({ key, size }) => [key, size]),
          })),
        })
        expect(shapeOf(other[place] ?? one)).toEqual(shapeOf(one))
        shown += rows.length
        sets += known.length
      }
    }
    expect(shown, "and much is shown all the same").toBeGreaterThan(5000)
    expect(sets).toBeGreaterThan(20_000)
    expect(rankings).toBeGreaterThan(1000)
  }, 120_000)
})
