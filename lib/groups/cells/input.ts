import { z } from "zod"
import { TERM_LISTS } from "@/db/vocabulary"
import { LONGEST_QUERY, listQuery, readList } from "../../lists/input"
import { say } from "../../words"
import { groupList } from "../list/filters"

/** Columns of the list whose cells are safe to change in the list itself, besides the LIO's own questions. */
const CELLS: ReadonlySet<string> = new Set(["stage", "contact", "serves", ...Object.keys(TERM_LISTS)])
const ANSWER = /^f\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether the cells of this column can be changed in the list. */
export const isCell = (column: string) => CELLS.has(column) || ANSWER.test(column)
/** The question that a column is of, or null. */
export const questionIn = (column: string) => (ANSWER.test(column) ? column.slice(2) : null)

const column = z.string().refine(isCell, say("Choose a column"))

/** Kinds of question whose answer fits in a cell. */
const FITTING: ReadonlySet<string> = new Set(["text", "number", "money", "yes_no", "choice", "choices"])
/** Whether a question of this kind can be answered in the list. */
export const fitsInCell = (kind: string) => FITTING.has(kind)

/** A cell, by its group and column. */
export const cellInput = z.object({ id: z.uuid(), column })
export type CellOf = z.output<typeof cellInput>

/** A cell as it is to be; `version` is the group's when the cell was opened, `from` the list's filters. */
export const changeCellInput = z.object({
  id: z.uuid(),
  column,
  version: z.coerce.number().int(),
  value: z.preprocess(
    (said) => (said === undefined || said === "" ? [] : [said].flat()),
    z.array(z.string().max(5000)).max(1000),
  ),
  from: z
    .string()
    .max(LONGEST_QUERY)
    .default("")
    .transform((query) => listQuery(groupList, readList(groupList, query))),
})
export type ChangeCell = z.output<typeof changeCellInput>
