/** How two people coded the same passages with one code: both used it, only one of them, neither. */
export type Table = { both: number; first: number; second: number; neither: number }

/**
 * Cohen's kappa of two coders: how far they agree beyond what chance would give, from −1 to 1. Null where chance alone
 * would make them agree on everything, or nothing was coded by both. (J. Cohen, Educational and Psychological Measurement
 * 20, 1960.)
 */
export function kappa({ both, first, second, neither }: Table): number | null {
  const all = both + first + second + neither
  if (all === 0) return null
  const agreed = (both + neither) / all
  const [used, alsoUsed] = [(both + first) / all, (both + second) / all]
  const byChance = used * alsoUsed + (1 - used) * (1 - alsoUsed)
  return byChance === 1 ? null : (agreed - byChance) / (1 - byChance)
}

/** What one person made of a passage: the ids of its codes. */
export type Coding = { passageId: string; personId: string; codeIds: string[] }

/** Two people and the passages that both coded. */
export type Pair = { first: string; second: string; passages: string[] }

/** Everybody who coded with somebody else, pair by pair, with what both coded; the pair with most in common first. */
export function pairsOf(codings: readonly Coding[]): Pair[] {
  const of = Map.groupBy(codings, ({ personId }) => personId)
  const people = [...of.keys()].sort()
  const pairs = people.flatMap((first, at) =>
    people.slice(at + 1).flatMap((second): Pair[] => {
      const theirs = new Set(of.get(second)?.map(({ passageId }) => passageId))
      const passages = (of.get(first) ?? []).flatMap(({ passageId }) =>
        theirs.has(passageId) ? [passageId] : [],
      )
      return passages.length > 0 ? [{ first, second, passages }] : []
    }),
  )
  return pairs.sort((one, other) => other.passages.length - one.passages.length)
}

/** How a pair used one code on what both coded. */
export function tableOf(codings: readonly Coding[], pair: Pair, codeId: string): Table {
  const used = new Set(
    codings.flatMap(({ passageId, personId, codeIds }) =>
      codeIds.includes(codeId) ? [`${personId} ${passageId}`] : [],
    ),
  )
  const table: Table = { both: 0, first: 0, second: 0, neither: 0 }
  for (const passageId of pair.passages) {
    const [one, other] = [used.has(`${pair.first} ${passageId}`), used.has(`${pair.second} ${passageId}`)]
    table[one && other ? "both" : one ? "first" : other ? "second" : "neither"] += 1
  }
  return table
}

/** Several codes as one table: every decision on every passage counts. */
export const together = (tables: readonly Table[]): Table =>
  tables.reduce(
    (all, one) => ({
      both: all.both + one.both,
      first: all.first + one.first,
      second: all.second + one.second,
      neither: all.neither + one.neither,
    }),
    { both: 0, first: 0, second: 0, neither: 0 },
  )
