import { TERM_LISTS } from "@/db/vocabulary"

/** Columns of the list whose cells are safe to change in the list itself, besides the LIO's own questions. */
const CELLS: ReadonlySet<string> = new Set(["stage", "contact", "serves", ...Object.keys(TERM_LISTS)])
const ANSWER = /^f\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether the cells of this column can be changed in the list. */
export const isCell = (column: string) => CELLS.has(column) || ANSWER.test(column)
/** The question that a column is of, or null. */
export const questionIn = (column: string) => (ANSWER.test(column) ? column.slice(2) : null)

/** Kinds of question whose answer fits in a cell. */
const FITTING: ReadonlySet<string> = new Set(["text", "number", "money", "yes_no", "choice", "choices"])
/** Whether a question of this kind can be answered in the list. */
export const fitsInCell = (kind: string) => FITTING.has(kind)
