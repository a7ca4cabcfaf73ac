import { createHash } from "node:crypto"
import type { Election } from "./election"

/** The papers as they are told whoever lists them in whatever order: by names, alike ones together, sorted. */
function asTold({ candidates, seats, papers, withdrawn }: Election): string {
  const alike = new Map<string, number>()
  for (const { preferences, count } of papers) {
    const key = JSON.stringify(preferences.map((at) => candidates[at]))
    alike.set(key, (alike.get(key) ?? 0) + count)
  }
  const sorted = (words: string[]) => words.sort((one, other) => (one < other ? -1 : one > other ? 1 : 0))
  return JSON.stringify([
    seats,
    sorted(candidates.filter((_, at) => !withdrawn.has(at))),
    sorted([...alike].map(([key, count]) => `${key} ${count}`)),
  ])
}

/**
 * Draws the lot on which a tie falls that no stage breaks. `drawn`: names in the order in which somebody drew them, the first
 * the one it falls on. Otherwise it is the lowest SHA-256 of the election and the candidate’s name, so that whoever counts the
 * same papers draws the same, and neither their order nor the order of the names has a part in it.
 */
export function lotsFor(election: Election, drawn: readonly string[] = []) {
  const told = asTold(election)
  const lot = (at: number) =>
    createHash("sha256")
      .update(told)
      .update("\n")
      .update(election.candidates[at] ?? "")
      .digest("hex")
  return (among: readonly number[]): number => {
    const named = drawn.flatMap((name) => among.filter((at) => election.candidates[at] === name))
    const [first] =
      named.length > 0 ? named : [...among].sort((one, other) => (lot(one) < lot(other) ? -1 : 1))
    return first ?? 0
  }
}
