import type { RoomUndo } from "../access/room-type"
import { say } from "../words"
import { undoDismissal } from "./starting/commands"

/** How an act of the room is undone. */
export const undo: RoomUndo = {
  checklist: async (ctx, id) => {
    await undoDismissal(ctx, id)
    return { path: "home", text: say("The checklist is back on Today") }
  },
}
