import "server-only"
import type { Ctx } from "../../access/ctx"
import { RuleBroken } from "../../errors"
import { recordSeveral } from "../../journal/commands"
import { changeCell } from "../commands"
import { cellsOf } from "../input"
import type { ChangeCells } from "./input"

/**
 * Sets one column of several rows to the same value, each as its room does it; one of which the room says no stays as it
 * is, with its reason. `change`: what undoes all of them; null when nothing was different.
 */
export async function changeCells(ctx: Ctx, { of, column, id: ids, value, from }: ChangeCells) {
  const { list, undo, many } = cellsOf(of)
  const changes: string[] = []
  const refused: string[] = []
  let label = ""
  for (const id of ids) {
    try {
      const done = await changeCell(ctx, { of, id, column, value: value.filter(Boolean), from })
      label = done.label
      if (done.change) changes.push(done.change)
    } catch (refusal) {
      if (!(refusal instanceof RuleBroken)) throw refusal
      refused.push(refusal.message)
    }
  }
  if (refused.length === ids.length) throw new RuleBroken(refused[0] ?? "", "value")
  const change = changes.length > 0 ? await recordSeveral(ctx, undo, changes) : null
  const rows = many?.count(changes.length) ?? ""
  return { list: list.name, from, label, rows, refused, change }
}
