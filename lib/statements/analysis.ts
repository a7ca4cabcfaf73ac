import { type Camps, campsOf } from "./camps"
import { heldAgainstChance, LEAST_FOR_CAMPS, type Test } from "./chance"
import { type Components, centred, componentsOf, extremitiesOf, positionsOf } from "./components"
import { rowsOf, type Totals, totalsOf, type Votes, votesEach } from "./votes"

/** Who has voted on so many statements counts for groups of opinion. */
const COUNTS_FROM = 7
/** With fewer who count, those who voted most are added up to this many. */
const FILLED_TO = 15

/** What is said of a conversation as a whole. `of` in the groups is by place in `counted`. */
export type Analysis = {
  totals: Totals[]
  components: Components
  extremities: Float64Array
  /** Where each participant stands, x and y in turn. */
  positions: Float64Array
  /** The rows of the participants who count. */
  counted: number[]
  /** How they fall into groups, whether or not chance would do as well. */
  camps: Camps | null
  /** What the test of chance said; null where too few took part. */
  test: Test | null
}

/** Who counts: those who voted on seven statements (or all, if there are fewer). */
function whoCounts(votes: Votes): number[] {
  const each = votesEach(votes)
  const least = Math.max(1, Math.min(COUNTS_FROM, votes.statements))
  const rows = [...each.keys()]
  const counted = new Set(rows.filter((row) => (each[row] as number) >= least))
  const most = rows
    .filter((row) => each[row] && !counted.has(row))
    .sort((one, other) => (each[other] as number) - (each[one] as number))
  for (const row of most.slice(0, Math.max(0, FILLED_TO - counted.size))) counted.add(row)
  return rows.filter((row) => counted.has(row))
}

/** Where some of the participants stand. */
const placedAt = (positions: Float64Array, rows: readonly number[]) =>
  Float64Array.from(rows.flatMap((row) => [positions[row * 2] as number, positions[row * 2 + 1] as number]))

/** Totals, directions and groups of a conversation. `aside` says which statements say nothing of opinions. */
export function analyse(votes: Votes, aside: (at: number) => boolean = () => false): Analysis {
  const matrix = centred(votes, aside)
  const components = componentsOf(matrix)
  const counted = whoCounts(votes)
  const positions = positionsOf(matrix, components)
  const camps = campsOf(placedAt(positions, counted))
  return {
    totals: totalsOf(votes),
    components,
    extremities: extremitiesOf(matrix, components),
    positions,
    counted,
    camps,
    test:
      camps && counted.length >= LEAST_FOR_CAMPS ? heldAgainstChance(rowsOf(votes, counted), aside) : null,
  }
}

/** The totals of each group of opinion. */
export const totalsOfCamps = (votes: Votes, counted: readonly number[], camps: Camps): Totals[][] =>
  Array.from({ length: camps.k }, (_, group) =>
    totalsOf(
      rowsOf(
        votes,
        counted.filter((_, at) => camps.of[at] === group),
      ),
    ),
  )
