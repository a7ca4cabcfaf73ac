import type { RoomUndo } from "../access/room-type"
import { say } from "../words"
import { undoChange } from "./commands"
import { unmergeNeed } from "./merging/commands"

/** How an act of the room is undone. */
export const undo: RoomUndo = {
  need: async (ctx, id) => {
    const need = await undoChange(ctx, id)
    return {
      path: `needs/${need.id}`,
      text: say("Undone: “{title}” is as it was before", { title: need.title }),
    }
  },
  "need-merge": async (ctx, id) => {
    const need = await unmergeNeed(ctx, id)
    return { path: `needs/${need.id}`, text: say("Undone: they are two needs again") }
  },
}
