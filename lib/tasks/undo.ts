import type { RoomUndo } from "../access/room-type"
import { reopenTask, restoreTask } from "./commands"
import { moveBack } from "./moving/commands"

/** How acts of the room are undone. */
export const undo: RoomUndo = {
  task: async (ctx, id) => {
    const task = await reopenTask(ctx, { id })
    return { path: "tasks", text: `Back on the list: ${task.what}`, kind: "note" }
  },
  "task-drop": async (ctx, id) => {
    const task = await restoreTask(ctx, { id })
    return { path: "tasks", text: `Back on the list: ${task.what}`, kind: "note" }
  },
  "task-move": async (ctx, id) => {
    const task = await moveBack(ctx, id)
    return { path: "tasks", text: `As it was before: ${task.what}`, kind: "note" }
  },
}
