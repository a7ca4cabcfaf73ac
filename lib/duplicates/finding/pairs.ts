import { mainCore, type Name } from "../../groups/similarity/names"
import { LIKELY, type Reason, type Suspect, weigh } from "../../groups/similarity/weigh"

/** Two groups that may be one; `oneId` is the smaller id. */
export type Pair = { oneId: string; otherId: string; score: number; reasons: Reason[] }

/** So many groups under one postcode, one phone … is a building or a switchboard: they are not all held against each other. */
const CROWD = 80

function sharing(groups: Suspect[], key: (group: Suspect) => string | null) {
  const shelves = new Map<string, Suspect[]>()
  for (const group of groups) {
    const at = key(group)
    if (!at) continue
    const shelf = shelves.get(at)
    if (shelf) shelf.push(group)
    else shelves.set(at, [group])
  }
  return [...shelves.values()].filter((shelf) => shelf.length > 1 && shelf.length <= CROWD)
}

const byName = (key: (name: Name) => string) => (group: Suspect) => key(group.name)

/** Every pair of groups that may be one, the surest first. Only groups that share something are held against each other. */
export function findPairs(groups: Suspect[]): Pair[] {
  const numbered = groups.flatMap((group) =>
    group.numbers.map(({ register, value }) => ({ group, number: `${register} ${value}` })),
  )
  const numbers = new Map<string, Suspect[]>()
  for (const { group, number } of numbered) numbers.set(number, [...(numbers.get(number) ?? []), group])
  const shelves = [
    ...[...numbers.values()].filter((shelf) => shelf.length > 1),
    ...sharing(
      groups,
      byName((name) => name.compact),
    ),
    ...sharing(groups, byName(mainCore)),
    ...sharing(groups, (group) => group.postcode),
    ...sharing(groups, (group) => group.email),
    ...sharing(groups, (group) => group.domain),
    ...sharing(groups, (group) => group.phone),
    ...sharing(groups, (group) => group.website),
  ]
  const found = new Map<string, Pair | null>()
  for (const shelf of shelves) {
    for (const [at, a] of shelf.entries()) {
      for (const b of shelf.slice(at + 1)) {
        if (a.id === b.id) continue
        const [one, other] = a.id < b.id ? [a, b] : [b, a]
        const key = `${one.id} ${other.id}`
        if (found.has(key)) continue
        const weighed = weigh(one, other)
        found.set(
          key,
          weighed && weighed.score >= LIKELY ? { oneId: one.id, otherId: other.id, ...weighed } : null,
        )
      }
    }
  }
  return [...found.values()].filter((pair) => pair !== null).sort((a, b) => b.score - a.score)
}
