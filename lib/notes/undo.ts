import type { RoomUndo } from "../access/room-type"
import { say } from "../words"
import { restoreNote } from "./commands"

/** How an act of the room is undone. */
export const undo: RoomUndo = {
  note: async (ctx, id) => {
    const { groupId } = await restoreNote(ctx, { id })
    return { path: `groups/${groupId}/files`, text: say("Restored the note") }
  },
}
