import type { RoomUndo } from "../access/room-type"
import { say } from "../words"
import { reopenTask, restoreTask } from "./commands"
import { moveBack } from "./moving/commands"
import { partsOf } from "./words"

/** How acts of the room are undone. */
export const undo: RoomUndo = {
  task: async (ctx, id) => {
    const task = await reopenTask(ctx, { id })
    return {
      path: "tasks",
      text: say("Back on the list: {what}", { what: partsOf(task.what).words }),
      kind: "note",
    }
  },
  "task-drop": async (ctx, id) => {
    const task = await restoreTask(ctx, { id })
    return {
      path: "tasks",
      text: say("Back on the list: {what}", { what: partsOf(task.what).words }),
      kind: "note",
    }
  },
  "task-move": async (ctx, id) => {
    const task = await moveBack(ctx, id)
    return {
      path: "tasks",
      text: say("As it was before: {what}", { what: partsOf(task.what).words }),
      kind: "note",
    }
  },
}
