import "server-only"
import type { Ctx } from "../../access/ctx"
import type { Cell } from "../../access/room-type"
import { NotFound, RuleBroken } from "../../errors"
import { openCell } from "../queries"
import { MOST_AT_ONCE } from "./input"

/** Rows that were ticked, by name, and what their cells may say; `cell` is null when none of them can be changed. */
export async function openCells(ctx: Ctx, { of, column, id }: { of: string; column: string; id: string[] }) {
  const rows: { id: string; name: string }[] = []
  let cell: Cell | null = null
  for (const one of id.slice(0, MOST_AT_ONCE)) {
    const opened = await openCell(ctx, { of, id: one, column }).catch((refusal) => {
      if (refusal instanceof RuleBroken || refusal instanceof NotFound) return null
      throw refusal
    })
    if (opened) rows.push({ id: one, name: opened.name })
    cell ??= opened
  }
  return { rows, cell }
}
