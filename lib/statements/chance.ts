import { campsOf } from "./camps"
import { type Centred, centred, componentsOf, positionsOf } from "./components"
import { randomFrom } from "./random"
import { rowsOf, UNSEEN, type Votes } from "./votes"

/** Below so many participants nobody speaks of groups of opinion. */
export const LEAST_FOR_CAMPS = 50
/**
 * How often the votes on each statement are dealt out anew, and how many of those deals may look as clearly grouped: with
 * one more it isn't sure (95 %) that fewer than one deal in twenty would. Where that stays open, it is tried more often.
 */
const ROUNDS = [
  { shuffles: 200, mayReach: 4 },
  { shuffles: 1000, mayReach: 38 },
]
/** When so many of the first deals look as grouped, trying on changes nothing. */
const ENOUGH = 20
/** Of more participants than this a draw is tried: the same for the votes and for each deal. */
const MOST_TRIED = 300
/** How exactly directions are worked out while trying: the same for the votes and for each deal. */
const EXACT = 1e-2

/** What came of the test. `p`: how often chance alone looks as grouped as the votes do. */
export type Test = {
  passed: boolean
  participants: number
  silhouette: number
  shuffles: number
  reached: number
  p: number
}

const silhouetteIn = (matrix: Centred) =>
  campsOf(positionsOf(matrix, componentsOf(matrix, EXACT)))?.silhouette ?? -1

/** Some of many, drawn without putting back, in their order. */
function drawn(from: number, most: number, random: () => number): number[] {
  const all = Array.from({ length: from }, (_, at) => at)
  for (let at = 0; at < Math.min(most, from - 1); at++) {
    const other = at + Math.floor(random() * (from - at))
    ;[all[at], all[other]] = [all[other] as number, all[at] as number]
  }
  return all.slice(0, most).sort((one, other) => one - other)
}

/** Who voted on each statement that isn’t set aside. */
const votersOf = ({ participants, statements, cells }: Votes, aside: (at: number) => boolean) =>
  Array.from({ length: statements }, (_, column) =>
    aside(column)
      ? []
      : Array.from({ length: participants }, (_, row) => row * statements + column).filter(
          (cell) => cells[cell] !== UNSEEN,
        ),
  ).map((cells) => Uint32Array.from(cells))

/**
 * Whether the votes fall into groups more clearly than chance would have it. The votes on each statement are dealt out
 * anew among those who voted on it: totals and gaps stay as they are, and only who goes with whom is lost. k-means finds
 * groups in anything, so a silhouette says nothing until it is held against those.
 */
export function heldAgainstChance(votes: Votes, aside: (at: number) => boolean, seed = 1): Test {
  const random = randomFrom(seed)
  const tried =
    votes.participants > MOST_TRIED ? rowsOf(votes, drawn(votes.participants, MOST_TRIED, random)) : votes
  const matrix = centred(tried, aside)
  const silhouette = silhouetteIn(matrix)
  const voters = votersOf(tried, aside)
  let [shuffles, reached, passed] = [0, 0, false]
  for (const round of ROUNDS) {
    while (shuffles < round.shuffles && reached <= Math.max(ENOUGH, round.mayReach)) {
      for (const cells of voters) deal(matrix.rows, cells, random)
      shuffles++
      if (silhouetteIn(matrix) >= silhouette) reached++
    }
    passed = shuffles === round.shuffles && reached <= round.mayReach
    if (passed || reached >= ENOUGH) break
  }
  const p = (reached + 1) / (shuffles + 1)
  return { passed, participants: tried.participants, silhouette, shuffles, reached, p }
}

/** Deals what stands in some cells out among them. */
function deal(rows: Float64Array, cells: Uint32Array, random: () => number) {
  for (let at = cells.length - 1; at > 0; at--) {
    const one = cells[at] as number
    const other = cells[Math.floor(random() * (at + 1))] as number
    const kept = rows[one] as number
    rows[one] = rows[other] as number
    rows[other] = kept
  }
}
