import "server-only"
import { z } from "zod"
import type { Ctx } from "../access/ctx"
import type { Cell } from "../access/room-type"
import { RuleBroken } from "../errors"
import { settleArea } from "../lios/areas/commands"
import type { NewArea } from "../lios/areas/input"
import { checkSeen } from "../seen"
import { inWords, say } from "../words"
import { type ChangeCell, cellsOf } from "./input"
import { openCell, writerOf } from "./queries"

const sorted = (values: string[]) => JSON.stringify([...new Set(values)].sort())

/** What a room refuses of a field of its own, said of the one field that a cell has. */
function asValue(refusal: unknown) {
  if (refusal instanceof z.ZodError) return new RuleBroken(refusal.issues[0]?.message ?? "", "value")
  if (refusal instanceof RuleBroken && !refusal.theirs) return new RuleBroken(refusal.message, "value")
  return refusal
}

/** What was chosen, with what was typed because the list lacks it: that is added to the list, where the cell has one. */
async function withTyped(ctx: Ctx, { kind, adds }: Cell, chosen: string[], typed: NewArea) {
  if (!adds) return chosen
  const added = await settleArea(ctx, typed)
  if (!added) return chosen
  return kind === "several" ? [...new Set([...chosen, added])] : [added]
}

/**
 * Changes one cell of a list, as the room of its row does it; refused when somebody changed that cell since it was opened.
 * `change`: what undoes it, null when nothing was different; `undo`: the kind of act that it is.
 */
export async function changeCell(
  ctx: Ctx,
  { of, id, column, seen, value: chosen, from, ...typed }: ChangeCell,
) {
  const { list, undo } = cellsOf(of)
  const { lock, write } = await writerOf(of)
  await lock(ctx, id)
  const cell = await openCell(ctx, { of, id, column })
  const value = await withTyped(ctx, cell, chosen, typed)
  const labels = new Map(cell.options.map((option) => [option.value, option.label]))
  checkSeen(seen, { value: cell.value }, { value }, () =>
    cell.value.length > 0 ? inWords(cell.value.map((one) => labels.get(one) ?? one)) : say("Nothing"),
  )
  let change: string | null = null
  try {
    if (sorted(cell.value) !== sorted(value)) change = await write(ctx, { id, column, value })
  } catch (refusal) {
    throw asValue(refusal)
  }
  return { id, name: cell.name, label: cell.label, list: list.name, from, undo, change }
}
