import "server-only"
import { COUNTS, type Dates, type State } from "../../membership-status/period"

/** A period as two groups that become one hold it. */
type Held = Dates & { id: string; state: State; feePence: number | null }

const overlap = (one: Held, other: Held) =>
  (one.startsOn ?? "0") <= (other.endsOn ?? "9") && (other.startsOn ?? "0") <= (one.endsOn ?? "9")
const standing = ({ state }: Held) =>
  state === "grace" ? 1 : COUNTS.has(state) || state === "future" ? 0 : 2
const payment = ({ paidOn, feePence }: Held) => (paidOn ? 0 : feePence ? 2 : 1)

/**
 * Where both of two groups are members at once: which period goes on counting, and which does not once they are one.
 * A membership that runs goes before one that has lapsed, so that nobody loses theirs by a merge; of two that run, the
 * one that was paid; of two alike, that of the group that stays.
 */
export function overlapping<P extends Held>(ours: readonly P[], theirs: readonly P[]) {
  const live = [...ours, ...theirs].filter(({ state }) => state !== "cancelled")
  const order = live.toSorted((a, b) => standing(a) - standing(b) || payment(a) - payment(b))
  const counting: P[] = []
  const pairs: { counts: P; ends: P }[] = []
  for (const one of order) {
    const before = counting.find(
      (other) => ours.includes(one) !== ours.includes(other) && overlap(one, other),
    )
    if (before) pairs.push({ counts: before, ends: one })
    else counting.push(one)
  }
  return pairs
}
