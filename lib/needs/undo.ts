import type { RoomUndo } from "../access/room-type"
import { say } from "../words"
import { undoChange } from "./commands"

/** How an act of the room is undone. */
export const undo: RoomUndo = {
  need: async (ctx, id) => {
    const need = await undoChange(ctx, id)
    return {
      path: `needs/${need.id}`,
      text: say("Undone: “{title}” is as it was before", { title: need.title }),
    }
  },
}
