import { say } from "../words"
import type { Problem } from "./columns/context"
import type { Drafted } from "./columns/drafts"
import type { Judged } from "./matching/judge"

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

/** What is said of a row that may be a group we know, or an earlier row. */
export function mayBeInWords({ known, earlier, because }: Pick<Judged, "known" | "earlier" | "because">) {
  const of = { name: known?.name ?? "", because: because ?? "" }
  return earlier
    ? say("This may be {name} of row {row}: {because}.", { ...of, row: earlier })
    : say("This may be {name}: {because}.", of)
}

const COUNTED = { new: "new", update: "updated", unchanged: "unchanged", duplicate: "duplicates" } as const

/** Adds a piece of a list to what was counted before it. */
export function count(into: Result, judged: Judged[], { problems, errors }: Drafted) {
  into.rows += judged.length + errors.length
  into.errors += errors.length
  for (const problem of problems) into.problems.push(problem)
  for (const { verdict, draft, known, earlier, because, notes } of judged) {
    into.problems.push(...notes)
    if (verdict !== "error") into[COUNTED[verdict]] += 1
    if (verdict !== "duplicate") continue
    into.problems.push({
      row: draft.row,
      column: say("Name"),
      problem: mayBeInWords({ known, earlier, because }),
    })
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
