import "server-only"
import type { Ctx } from "../access/ctx"
import type { Cell, RoomCells } from "../access/room-type"
import { found } from "../errors"
import { asSeen } from "../seen"
import { type CellAt, cellsOf } from "./input"

/** How a room opens and writes the cells of such a row. */
export async function writerOf(of: string) {
  const { room } = cellsOf(of)
  const { cells } = (await import(`../${room}/cells.ts`)) as { cells: RoomCells }
  return found(cells[of])
}

/** A cell as it stands, with what its form carries along: only what is said counts, so nothing chosen is no value. */
export async function openCell(ctx: Ctx, { of, id, column }: CellAt): Promise<Cell & { seen: string }> {
  const { open } = await writerOf(of)
  const cell = await open(ctx, { id, column })
  const value = cell.value.filter(Boolean)
  return { ...cell, value, seen: asSeen({ value }) }
}
