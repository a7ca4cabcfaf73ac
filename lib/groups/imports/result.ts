import type { Drafted, Problem } from "./columns/drafts"
import type { Judged } from "./matching/queries"

/** What an import came to: every row is in one of the five counts. */
export type Result = {
  rows: number
  new: number
  updated: number
  unchanged: number
  duplicates: number
  errors: number
  problems: Problem[]
}

const COUNTED = { new: "new", update: "updated", unchanged: "unchanged", duplicate: "duplicates" } as const

/** Adds a piece of a list to what was counted before it. */
export function count(into: Result, judged: Judged[], { problems, errors }: Drafted) {
  into.rows += judged.length + errors.length
  into.errors += errors.length
  for (const problem of problems) into.problems.push(problem)
  for (const { verdict, draft, known, because } of judged) {
    if (verdict !== "error") into[COUNTED[verdict]] += 1
    if (verdict !== "duplicate") continue
    const which = `${known?.name}${known?.row ? ` of row ${known.row}` : ""}`
    into.problems.push({ row: draft.row, column: "Name", problem: `This may be ${which}: ${because}.` })
  }
}

const NOTHING_YET = { rows: 0, new: 0, updated: 0, unchanged: 0, duplicates: 0, errors: 0 }
/** The counts before the first row. */
export const nothingYet = (): Result => ({ ...NOTHING_YET, problems: [] })
/** The same with its problems as they stand in the file. */
export const inOrder = (result: Result): Result => ({
  ...result,
  problems: result.problems.sort((a, b) => a.row - b.row),
})

/** The counts of judged rows, in the words of the command line. */
export function countsOf(judged: Judged[], drafted: Drafted): Result {
  const result = nothingYet()
  count(result, judged, drafted)
  return inOrder(result)
}
