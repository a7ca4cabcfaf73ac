import type { RoomUndo } from "../access/room-type"
import { say } from "../words"
import { restoreFile } from "./commands"

/** How an act of the room is undone. */
export const undo: RoomUndo = {
  file: async (ctx, id) => {
    const { path, name } = await restoreFile(ctx, { id })
    return { path, text: say("Restored “{name}”", { name }) }
  },
}
