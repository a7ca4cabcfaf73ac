import { z } from "zod"
import type { RowCells } from "../access/room-type"
import { found } from "../errors"
import { type NewArea, newAreaFields } from "../lios/areas/input"
import { LONGEST_QUERY, listQuery, readList } from "../lists/input"
import { CELLS } from "../rooms"
import { say } from "../words"

const said = { of: z.string(), id: z.uuid(), column: z.string().max(60) }
type Said = { of: string; column: string }

/** What a room says of the cells of such a row; NotFound where there are none. */
export const cellsOf = (of: string): RowCells => found(CELLS.get(of))

const isThere = ({ of, column }: Said) => CELLS.get(of)?.isCell(column) ?? false
const NONE = { path: ["column"], error: say("Choose a column") }

/** A cell: the kind of its row, which row, and the column. */
export const cellInput = z.object(said).refine(isThere, NONE)
export type CellAt = z.output<typeof cellInput>

/** A cell as it is to be; `seen`: how it stood when it was opened, `from`: the list's filters. */
export const changeCellInput = z
  .object({
    ...said,
    seen: z.string().max(60_000).optional(),
    value: z.preprocess(
      (typed) => (typed === undefined || typed === "" ? [] : [typed].flat()),
      z.array(z.string().max(5000)).max(1000),
    ),
    ...newAreaFields,
    from: z.string().max(LONGEST_QUERY).default(""),
  })
  .refine(isThere, NONE)
  .transform(({ from, ...input }) => {
    const { list } = cellsOf(input.of)
    return { ...input, from: listQuery(list, readList(list, from)) }
  })
export type ChangeCell = Omit<z.output<typeof changeCellInput>, keyof NewArea> & NewArea
