import type { RoomUndo, Undone } from "../access/room-type"
import { say } from "../words"
import { reopenTask, restoreTask } from "./commands"
import { moveBack } from "./moving/commands"
import { partsOf } from "./words"

const inTheList = (text: string): Undone => ({ path: "tasks", text, kind: "note" })
const backOnTheList = ({ what }: { what: string }) =>
  inTheList(say("Back on the list: {what}", { what: partsOf(what).words }))

/** How acts of the room are undone. */
export const undo: RoomUndo = {
  task: async (ctx, id) => backOnTheList(await reopenTask(ctx, { id })),
  "task-drop": async (ctx, id) => backOnTheList(await restoreTask(ctx, { id })),
  "task-move": async (ctx, id) => {
    const { what } = await moveBack(ctx, id)
    return inTheList(say("As it was before: {what}", { what: partsOf(what).words }))
  },
}
