import { largestOf } from "./largest"
import { UNSEEN, type Votes } from "./votes"

/** Votes as they are told apart: each less its statement's mean, and 0 where nothing was said. */
export type Centred = {
  participants: number
  statements: number
  rows: Float64Array
  means: Float64Array
  /** How many statements count as seen by each participant. */
  seen: Float64Array
}

/** The two directions in which votes differ most. */
export type Components = { first: Float64Array; second: Float64Array }

/**
 * A matrix made ready. Statements that are set aside (`aside`: moderated out, or about the voter) say nothing: their
 * column is 0 for everybody, as Polis has it, and so counts as seen.
 */
export function centred(
  { participants, statements, cells }: Votes,
  aside?: (at: number) => boolean,
): Centred {
  const means = new Float64Array(statements)
  const away = Array.from({ length: statements }, (_, at) => aside?.(at) ?? false)
  const counts = new Float64Array(statements)
  for (let at = 0; at < cells.length; at++) {
    const column = at % statements
    if (cells[at] === UNSEEN || away[column]) continue
    counts[column] = (counts[column] as number) + 1
    means[column] = (means[column] as number) + (cells[at] as number)
  }
  for (let column = 0; column < statements; column++)
    if (counts[column]) means[column] = (means[column] as number) / (counts[column] as number)
  const rows = new Float64Array(cells.length)
  const seen = new Float64Array(participants).fill(away.filter(Boolean).length)
  for (let row = 0, at = 0; row < participants; row++)
    for (let column = 0; column < statements; column++, at++) {
      if (cells[at] === UNSEEN || away[column]) continue
      rows[at] = (cells[at] as number) - (means[column] as number)
      seen[row] = (seen[row] as number) + 1
    }
  return { participants, statements, rows, means, seen }
}

/** Times the matrix: one number for each participant. */
function across({ participants, statements, rows }: Centred, by: Float64Array): Float64Array<ArrayBuffer> {
  const out = new Float64Array(participants)
  for (let row = 0, at = 0; row < participants; row++) {
    // Two sums at once: neither waits for the other.
    let even = 0
    let odd = 0
    let column = 0
    for (; column + 1 < statements; column += 2, at += 2) {
      even += (rows[at] as number) * (by[column] as number)
      odd += (rows[at + 1] as number) * (by[column + 1] as number)
    }
    if (column < statements) even += (rows[at++] as number) * (by[column] as number)
    out[row] = even + odd
  }
  return out
}

/** Times the matrix turned over: one number for each statement. */
function down({ participants, statements, rows }: Centred, by: Float64Array): Float64Array<ArrayBuffer> {
  const out = new Float64Array(statements)
  for (let row = 0, at = 0; row < participants; row++) {
    const weight = by[row] as number
    for (let column = 0; column < statements; column++)
      out[column] = (out[column] as number) + weight * (rows[at++] as number)
  }
  return out
}

/**
 * Times the matrix, and times it turned over: both while rows are at hand, four at a time, which takes half as long as one
 * after the other.
 */
function acrossAndDown({ participants, statements, rows }: Centred, by: Float64Array) {
  const out = new Float64Array(statements)
  const none = new Float64Array(statements)
  const rowAt = (row: number) =>
    row < participants ? rows.subarray(row * statements, (row + 1) * statements) : none
  for (let row = 0; row < participants; row += 4) {
    const [a, b, c, d] = [rowAt(row), rowAt(row + 1), rowAt(row + 2), rowAt(row + 3)]
    let [ofA, ofB, ofC, ofD] = [0, 0, 0, 0]
    for (let at = 0; at < statements; at++) {
      const weight = by[at] as number
      ofA += (a[at] as number) * weight
      ofB += (b[at] as number) * weight
      ofC += (c[at] as number) * weight
      ofD += (d[at] as number) * weight
    }
    for (let at = 0; at < statements; at++)
      out[at] =
        (out[at] as number) +
        ((a[at] as number) * ofA + (b[at] as number) * ofB) +
        ((c[at] as number) * ofC + (d[at] as number) * ofD)
  }
  return out
}

/** As long as 1, and turned so that its largest part is positive: a direction has no sign of its own. */
function upright(vector: Float64Array): Float64Array {
  const largest = vector.reduce((most, one) => (Math.abs(one) > Math.abs(most) + 1e-12 ? one : most), 0)
  const length = Math.sqrt(vector.reduce((all, one) => all + one * one, 0)) * Math.sign(largest)
  return length === 0 ? vector : vector.map((one) => one / length)
}

/** The first two principal components. `exact`: how small what is left over has to be, against the largest. */
export function componentsOf(matrix: Centred, exact = 1e-11): Components {
  const { participants, statements } = matrix
  const byRows = participants < statements
  const { values, vectors } = largestOf(
    byRows ? participants : statements,
    (vector) => (byRows ? across(matrix, down(matrix, vector)) : acrossAndDown(matrix, vector)),
    2,
    exact,
  )
  const [first, second] = [0, 1].map((at) => {
    const vector = vectors[at]
    if (!vector || !((values[at] ?? 0) > 1e-12 * (values[0] ?? 0))) return new Float64Array(statements)
    return upright(byRows ? down(matrix, vector) : vector)
  }) as [Float64Array, Float64Array]
  return { first, second }
}

/** Where each participant stands between the two directions; who voted on few statements is drawn out as far as the others. */
export function positionsOf(matrix: Centred, { first, second }: Components): Float64Array {
  const [x, y] = [across(matrix, first), across(matrix, second)]
  const points = new Float64Array(matrix.participants * 2)
  for (let row = 0; row < matrix.participants; row++) {
    const drawn = Math.sqrt(matrix.statements / Math.max(matrix.seen[row] as number, 1))
    points[row * 2] = drawn * (x[row] as number)
    points[row * 2 + 1] = drawn * (y[row] as number)
  }
  return points
}

/** How far from the middle somebody would stand who had only agreed with one statement: how much it tells people apart. */
export function extremitiesOf({ statements, means }: Centred, { first, second }: Components): Float64Array {
  return means.map(
    (mean, at) =>
      Math.sqrt(statements) * Math.abs(1 - mean) * Math.hypot(first[at] as number, second[at] as number),
  )
}
