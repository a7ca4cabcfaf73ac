import type { Problem } from "../columns/context"

/** A problem with its cell: the place of its column, and what stands there. */
export type Placed = Problem & { at: number; value: string }
/** What stands in a column in some rows, with what is said of the first of them. */
export type Value = { at: number; value: string; rows: number[]; problem: string }
/** Problems of one kind in one column: what is said of them, and each value once with its rows. */
export type Kind = {
  key: string
  column: string
  problem: string
  weight: number
  rows: number
  values: Value[]
}

/** A sentence without what it is about: “12/31/2019” is “…”, 14 is 0. */
const general = (problem: string) =>
  problem
    .replace(/“[^”]*”/g, "“…”")
    .replace(/\S+@\S+/g, "…")
    .replace(/\d[\d\s,./:-]*/g, "0 ")

/** How much is lost: a whole row, a value, or nothing that somebody did not expect. */
function weightOf(problem: string): number {
  if (/A group needs one\.|not like a group|not a group|spreadsheet shows a fault|This may be/.test(problem))
    return 0
  return /was read as|Check it|Each was taken|first of the month|left as it is/.test(problem) ? 2 : 1
}

/** Problems by their kind, the serious first, then those of most rows. None is left out. */
export function byKind(problems: Placed[]): Kind[] {
  const kinds = new Map<string, Kind>()
  const valuesByKey = new Map<string, Value>()
  for (const { row, column, problem, at, value } of problems) {
    const key = `${column} ${general(problem)}`
    const kind = kinds.get(key) ?? { key, column, problem, weight: weightOf(problem), rows: 0, values: [] }
    kinds.set(key, kind)
    kind.rows += 1
    const one = `${key}\n${at}\n${value}`
    const there = value ? valuesByKey.get(one) : undefined
    if (there) {
      there.rows.push(row)
      continue
    }
    const fresh = { at, value, rows: [row], problem }
    kind.values.push(fresh)
    valuesByKey.set(one, fresh)
  }
  return [...kinds.values()]
    .map((kind) => ({ ...kind, values: kind.values.toSorted((a, b) => b.rows.length - a.rows.length) }))
    .sort((a, b) => a.weight - b.weight || b.rows - a.rows)
}
