/**
 * Small numbers, where groups were told that their answers are not named (decision 010).
 *
 * A question's numbers are shown for all groups together and for the parts of one division of them, chosen before the
 * consultation opened. Parts in which fewer than five groups answered the question are put together with others until
 * five did. What follows from what is shown can then be said in one sentence: a group is in one part only, so nothing can
 * be subtracted from anything, and all that is known of it is what the part as a whole said.
 *
 * The rule sees how many answered and never what: a rule that looked at answers would tell of them.
 */

/** The fewest groups whose numbers are shown together. */
export const LEAST = 5

/**
 * Which parts stand together, by how many groups answered in each; parts in which nobody did are left out. `ordered`:
 * only neighbours go together (sizes); otherwise the small ones do, with the smallest of the others where they are
 * still too few. One part alone is the whole, and says nothing more than the total.
 */
export function partsTogether(answered: readonly number[], ordered: boolean): number[][] {
  const there = answered.flatMap((count, at) => (count > 0 ? [at] : []))
  const sum = (parts: readonly number[]) => parts.reduce((all, at) => all + (answered[at] ?? 0), 0)
  if (ordered) {
    const together: number[][] = []
    for (const at of there) {
      const last = together.at(-1)
      if (last && sum(last) < LEAST) last.push(at)
      else together.push([at])
    }
    const last = together.at(-1)
    if (last && together.length > 1 && sum(last) < LEAST)
      together.splice(-2, 2, [...(together.at(-2) ?? []), ...last])
    return together
  }
  const rest = there.filter((at) => (answered[at] ?? 0) < LEAST)
  const alone = there.filter((at) => !rest.includes(at))
  while (rest.length > 0 && sum(rest) < LEAST && alone.length > 0) {
    const smallest = alone.reduce((best, at) => ((answered[at] ?? 0) < (answered[best] ?? 0) ? at : best))
    alone.splice(alone.indexOf(smallest), 1)
    rest.push(smallest)
  }
  return [...alone.map((at) => [at]), ...(rest.length > 0 ? [rest.sort((one, other) => one - other)] : [])]
}
