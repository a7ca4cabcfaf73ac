"use server"

import { submit } from "@/app/_http/submit"
import { changeCell } from "@/lib/cells/commands"
import { changeCellInput } from "@/lib/cells/input"
import { changeCells } from "@/lib/cells/many/commands"
import { changeCellsInput } from "@/lib/cells/many/input"
import type { UndoKind } from "@/lib/rooms"
import { say, sayCount } from "@/lib/words"

const listOf = (lio: string, { list, from }: { list: string; from: string }) =>
  `/${lio}/${list}${from ? `?${from}` : ""}`
const NOTHING = { text: say("Nothing was different, so nothing changed"), kind: "note" as const }

/** Saves a cell of a list, and leads back to its row. */
export const changeCellForm = submit("changeCell", changeCellInput, changeCell, (cell, { lio }) => {
  const list = listOf(lio, cell)
  return {
    to: `${list}#row-${cell.id}`,
    banner: cell.change
      ? {
          text: say("Saved: {label} of {name}", { label: cell.label, name: cell.name }),
          undo: { what: cell.undo as UndoKind, id: cell.change, back: list },
        }
      : NOTHING,
  }
})

/** Sets a column of the rows that were ticked, and leads back to the list. */
export const changeCellsForm = submit("changeCells", changeCellsInput, changeCells, (done, { lio }) => {
  const to = listOf(lio, done)
  const { change, label, rows, refused } = done
  if (!change) return { to, banner: NOTHING }
  const saved = say("Saved: {label} of {rows}", { label, rows })
  return {
    to,
    banner: {
      text:
        refused.length > 0
          ? sayCount(
              refused.length,
              {
                one: "{saved}. {count} other stays as it is: {why}",
                other: "{saved}. {count} others stay as they are: {why}",
              },
              { saved, why: refused[0] ?? "" },
            )
          : saved,
      undo: { what: "acts" as const, id: change, back: to },
    },
  }
})
