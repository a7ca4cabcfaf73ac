import { added, type Totals } from "./votes"

/** One-sided 90 %: what Polis asks of a statement before it says that a group stands behind it. */
const SIGNIFICANT = 1.2816
const MOST = 5

/** The share who said something, drawn a little to a half: nobody's vote is no certainty. */
export const shareOf = (said: number, seen: number) => (said + 1) / (seen + 2)

/** How far a share stands above a half, in standard errors. */
export const aboveHalf = (said: number, seen: number) =>
  2 * Math.sqrt(seen + 1) * ((said + 1) / (seen + 1) - 0.5)

/** How far a share in one part stands above the share in the rest, in standard errors. */
export function aboveRest(said: number, seen: number, restSaid: number, restSeen: number): number {
  const [here, there] = [(said + 1) / (seen + 1), (restSaid + 1) / (restSeen + 1)]
  const both = (said + 1 + restSaid + 1) / (seen + 1 + restSeen + 1)
  if (both === 1) return 0
  return (here - there) / Math.sqrt(both * (1 - both) * (1 / (seen + 1) + 1 / (restSeen + 1)))
}

/** How much of a part stands out in a statement, on one side. */
export function standsOut(said: number, seen: number, restSaid: number, restSeen: number) {
  const share = shareOf(said, seen)
  const ratio = share / shareOf(restSaid, restSeen)
  const test = aboveHalf(said, seen)
  const ratioTest = aboveRest(said, seen, restSaid, restSeen)
  return { share, ratio, test, ratioTest, rank: ratio * ratioTest * share * test }
}

/** How likely all parts are to agree: the product of the share of each (“group-informed consensus”). */
export const agreedByAll = (parts: readonly Pick<Totals, "agree" | "seen">[]) =>
  parts.reduce((product, { agree, seen }) => product * shareOf(agree, seen), 1)

/** Something most say, whichever part they belong to. `of`: the statement, by its place. */
export type Common = { of: number; side: "agree" | "disagree"; said: number; seen: number; share: number }

/** What most agree on and what most disagree with: at most five of each, the surest first. */
export function commonGround(
  totals: readonly Totals[],
  left: (at: number) => boolean = () => true,
): Common[] {
  const side = (name: "agree" | "disagree") =>
    totals
      .map((total, of) => ({
        of,
        side: name,
        said: total[name],
        seen: total.seen,
        share: shareOf(total[name], total.seen),
      }))
      .filter(({ of, said, seen, share }) => left(of) && share > 0.5 && aboveHalf(said, seen) > SIGNIFICANT)
      .sort(
        (one, other) =>
          other.share * aboveHalf(other.said, other.seen) - one.share * aboveHalf(one.said, one.seen) ||
          one.of - other.of,
      )
      .slice(0, MOST)
  return [...side("agree"), ...side("disagree")]
}

/** A statement that tells a group of opinion from the others. */
export type Typical = { of: number; side: "agree" | "disagree"; said: number; seen: number; rank: number }

/** What is typical of one part against all the others together: at most five, those it agrees with first; one at least. */
function typicalOf(
  part: readonly Totals[],
  rest: readonly Totals[],
  left: (at: number) => boolean,
): Typical[] {
  const all = part.flatMap((here, of) => {
    const there = rest[of]
    if (!there || !left(of) || here.seen === 0) return []
    const agree = standsOut(here.agree, here.seen, there.agree, there.seen)
    const disagree = standsOut(here.disagree, here.seen, there.disagree, there.seen)
    const sure = [agree, disagree].some(
      ({ test, ratioTest }) => test > SIGNIFICANT && ratioTest > SIGNIFICANT,
    )
    const side = agree.ratioTest > disagree.ratioTest ? ("agree" as const) : ("disagree" as const)
    const { rank } = side === "agree" ? agree : disagree
    return [{ of, side, said: here[side], seen: here.seen, rank, sure }]
  })
  const ranked = all.sort((one, other) => other.rank - one.rank || one.of - other.of)
  const sure = ranked.filter((one) => one.sure).slice(0, MOST)
  return (sure.length > 0 ? sure : ranked.slice(0, 1))
    .map(({ sure: _, ...one }) => one)
    .sort((one, other) => one.side.localeCompare(other.side))
}

/** What is typical of each part against all the others, by its totals of each statement. */
export const typicalOfEach = (
  parts: readonly (readonly Totals[])[],
  left: (at: number) => boolean = () => true,
): Typical[][] =>
  parts.map((part, at) => {
    const others = parts.filter((_, other) => other !== at)
    return typicalOf(
      part,
      part.map((_, of) => added(others.flatMap((one) => one[of] ?? []))),
      left,
    )
  })
