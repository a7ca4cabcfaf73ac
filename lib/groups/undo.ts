import type { RoomUndo } from "../access/room-type"
import { undoSave } from "./history/commands"

/** How an act of the room is undone. */
export const undo: RoomUndo = {
  group: async (ctx, id) => {
    const group = await undoSave(ctx, { eventId: id })
    return { path: `groups/${group.id}/details`, text: `Undone: ${group.name} is as it was before` }
  },
}
