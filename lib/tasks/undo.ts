import type { RoomUndo } from "../access/room-type"
import { reopenTask } from "./commands"

/** How an act of the room is undone. */
export const undo: RoomUndo = {
  task: async (ctx, id) => {
    const task = await reopenTask(ctx, { id })
    return { path: "tasks", text: `Back on the list: ${task.what}`, kind: "note" }
  },
}
