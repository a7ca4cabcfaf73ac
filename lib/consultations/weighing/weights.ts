/** A part of the groups: how many of it are members, and how many answered. */
export type Part = { part: string; members: number; answered: number }

/**
 * What each answer of a part would count if those that answered were like the membership: the part's share of the members
 * over its share of the answers (post-stratification). Null where nobody of a part answered: it can't be made up for.
 */
export function weightsOf(parts: readonly Part[]): Map<string, number | null> {
  const sum = (of: (part: Part) => number) => parts.reduce((all, part) => all + of(part), 0)
  const [members, answered] = [sum((part) => part.members), sum((part) => part.answered)]
  return new Map(
    parts.map((one) => [
      one.part,
      one.answered === 0 || members === 0 ? null : one.members / members / (one.answered / answered),
    ]),
  )
}

/** Of so many answers without weights the weighted ones are worth: (sum of weights)² over sum of squares (Kish, 1965). */
export function effectiveAnswers(
  parts: readonly Part[],
  weights: ReadonlyMap<string, number | null>,
): number {
  const of = parts.map(({ part, answered }) => ({ answered, weight: weights.get(part) ?? 0 }))
  const sum = of.reduce((all, { answered, weight }) => all + answered * weight, 0)
  const squares = of.reduce((all, { answered, weight }) => all + answered * weight * weight, 0)
  return squares === 0 ? 0 : (sum * sum) / squares
}

/** The share of an option among those that answered, weighted: `counts` by part, `answered` by part. From 0 to 1. */
export function weightedShare(
  parts: readonly { part: string; answered: number; count: number }[],
  weights: ReadonlyMap<string, number | null>,
): number | null {
  const weight = (part: string) => weights.get(part) ?? 0
  const whole = parts.reduce((all, { part, answered }) => all + answered * weight(part), 0)
  return whole === 0 ? null : parts.reduce((all, { part, count }) => all + count * weight(part), 0) / whole
}
