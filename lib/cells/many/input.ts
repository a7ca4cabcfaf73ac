import { z } from "zod"
import { choices } from "../../input"
import { LONGEST_QUERY, listQuery, readList } from "../../lists/input"
import { CELLS } from "../../rooms"
import { say } from "../../words"
import { cellsOf } from "../input"

/** The most rows of which a cell is set at once. */
export const MOST_AT_ONCE = 200

const which = { of: z.string(), column: z.string().max(60), id: choices(z.uuid()) }
type Which = { of: string; column: string; id: string[] }
const isThere = ({ of, column }: Which) => Object.hasOwn(CELLS.get(of)?.many?.columns ?? {}, column)
const NONE = { path: ["column"], error: say("Choose what to set") }
const from = z.string().max(LONGEST_QUERY).default("")
const listed = <T extends Which & { from: string }>(input: T) => {
  const { list } = cellsOf(input.of)
  return { ...input, id: [...new Set(input.id)], from: listQuery(list, readList(list, input.from)) }
}

/** A column of rows that were ticked: what the bar over a list asks for. */
export const cellsInput = z
  .object({ ...which, from })
  .refine(isThere, NONE)
  .transform(listed)

/** The same value for that column of each of them. */
export const changeCellsInput = z
  .object({ ...which, from, value: choices(z.string().max(5000)) })
  .refine(isThere, NONE)
  .refine(({ id }) => id.length > 0 && id.length <= MOST_AT_ONCE, {
    path: ["id"],
    error: say("Tick between one and {most} rows first", { most: MOST_AT_ONCE }),
  })
  .transform(listed)
export type ChangeCells = z.output<typeof changeCellsInput>
