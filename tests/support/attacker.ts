import type { ByPart, QuestionNumbers } from "@/lib/consultations/results/numbers"
import type { Facts } from "@/lib/consultations/segments/queries"

/** Numbers of a set of groups: how many of them picked each option. */
type Known = { members: Set<string>; counts: Map<string, number> }

const SETS_AT_MOST = 300
const inside = (one: Set<string>, other: Set<string>) =>
  one.size < other.size && [...one].every((id) => other.has(id))
const without = (one: Set<string>, other: Set<string>) => new Set([...one].filter((id) => !other.has(id)))
const apart = (one: Set<string>, other: Set<string>) => [...one].every((id) => !other.has(id))
const nameOf = (members: Set<string>) => [...members].sort().join()

/** The groups of a row, found from its words: "Elmfold and Moorside". */
function rowOf(by: ByPart, key: string, answered: string[], facts: Map<string, Facts>) {
  const names = key.split(/, | and /)
  return new Set(answered.filter((id) => facts.get(id)?.[by.dimension].some((name) => names.includes(name))))
}

/** What is shown of a question, each number with the groups that it is of. */
function shownOf(question: QuestionNumbers, answered: string[], facts: Map<string, Facts>): Known[] {
  if (question.held || question.options.length === 0) return []
  const options = [...question.options.map(({ value }) => value), "unsure"]
  const total = new Map([
    ...question.options.map(({ value, count }) => [value, count] as const),
    ["unsure", question.unsure] as const,
  ])
  return [
    { members: new Set(answered), counts: total },
    ...question.parts.flatMap((by) =>
      by.rows.map((row) => ({
        members: rowOf(by, row.key, answered, facts),
        counts: new Map(options.map((option, at) => [option, row.counts[at] ?? 0])),
      })),
    ),
  ]
}

/** Everything that follows by taking numbers from each other and adding them up. */
function follow(shown: Known[]): Known[] {
  const known = new Map(shown.map((one) => [nameOf(one.members), one]))
  const add = (members: Set<string>, one: Known, other: Known, sign: 1 | -1) => {
    const name = nameOf(members)
    if (members.size === 0 || known.has(name) || known.size >= SETS_AT_MOST) return false
    const counts = new Map(
      [...one.counts].map(([option, count]) => [option, count + sign * (other.counts.get(option) ?? 0)]),
    )
    known.set(name, { members, counts })
    return true
  }
  for (let more = true; more; ) {
    more = false
    for (const one of [...known.values()]) {
      for (const other of [...known.values()]) {
        if (inside(other.members, one.members)) {
          more = add(without(one.members, other.members), one, other, -1) || more
        } else if (apart(one.members, other.members)) {
          more = add(new Set([...one.members, ...other.members]), one, other, 1) || more
        }
      }
    }
  }
  return [...known.values()]
}

/** The options that every group of a set picked, or none did: then it is known of each. */
const saidAlike = ({ members, counts }: Known) =>
  [...counts].filter(([, count]) => count === 0 || count === members.size).map(([option]) => option)

/** Every set of groups whose numbers follow from what is shown of a question, by adding and taking away. */
export const derived = (question: QuestionNumbers, answered: string[], facts: Map<string, Facts>) =>
  follow(shownOf(question, answered, facts)).map(({ members }) => members)

/**
 * An attacker who knows who answered, every fact of every group, and the rule. Returns "group option" for each thing
 * found out of a single group that is not said in so many words by a number of five or more groups that all said the same.
 */
export function pinned(question: QuestionNumbers, answered: string[], facts: Map<string, Facts>): string[] {
  const shown = shownOf(question, answered, facts)
  const said = new Set(
    shown
      .filter(({ members }) => members.size >= 5)
      .flatMap((one) => saidAlike(one).flatMap((option) => [...one.members].map((id) => `${id} ${option}`))),
  )
  const found = follow(shown).flatMap((one) =>
    saidAlike(one).flatMap((option) => [...one.members].map((id) => `${id} ${option}`)),
  )
  return [...new Set(found)].filter((one) => !said.has(one))
}
