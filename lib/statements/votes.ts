/** What somebody said to a statement: they agree, they disagree, or they pass. */
export type Vote = 1 | 0 | -1

/** A cell of the matrix in which nothing was said. */
export const UNSEEN = 2

/** Who voted what: a row for each participant, a column for each statement, row after row. */
export type Votes = { participants: number; statements: number; cells: Int8Array }

/** How many agreed, disagreed and passed, and how many said any of the three. */
export type Totals = { agree: number; disagree: number; pass: number; seen: number }

/** A matrix in which nobody has voted yet. */
export const noVotes = (participants: number, statements: number): Votes => ({
  participants,
  statements,
  cells: new Int8Array(participants * statements).fill(UNSEEN),
})

/** Some rows of a matrix, in the order in which they are named. */
export function rowsOf(votes: Votes, rows: ArrayLike<number>): Votes {
  const { statements } = votes
  const some = noVotes(rows.length, statements)
  for (let at = 0; at < rows.length; at++) {
    const from = (rows[at] as number) * statements
    some.cells.set(votes.cells.subarray(from, from + statements), at * statements)
  }
  return some
}

/** The totals of each statement. */
export function totalsOf({ participants, statements, cells }: Votes): Totals[] {
  const totals = Array.from(
    { length: statements },
    (): Totals => ({ agree: 0, disagree: 0, pass: 0, seen: 0 }),
  )
  for (let row = 0, at = 0; row < participants; row++)
    for (const total of totals) {
      const vote = cells[at++]
      if (vote === UNSEEN) continue
      total.seen++
      if (vote === 1) total.agree++
      else if (vote === -1) total.disagree++
      else total.pass++
    }
  return totals
}

/** Several totals of one statement together. */
export const added = (totals: readonly Totals[]): Totals =>
  totals.reduce(
    (all, one) => ({
      agree: all.agree + one.agree,
      disagree: all.disagree + one.disagree,
      pass: all.pass + one.pass,
      seen: all.seen + one.seen,
    }),
    { agree: 0, disagree: 0, pass: 0, seen: 0 },
  )

/** How many statements each participant voted on. */
export function votesEach({ participants, statements, cells }: Votes): Uint32Array {
  const each = new Uint32Array(participants)
  for (let at = 0; at < cells.length; at++)
    if (cells[at] !== UNSEEN) {
      const row = Math.floor(at / statements)
      each[row] = (each[row] as number) + 1
    }
  return each
}
