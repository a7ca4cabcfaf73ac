import type { RoomUndo } from "../access/room-type"
import { undoChange } from "./commands"
import { undoneInWords } from "./words"

/** How an act of the room is undone. */
export const undo: RoomUndo = {
  bulk: async (ctx, id) => ({ path: "groups/changes", text: undoneInWords(await undoChange(ctx, { id })) }),
}
