import type { RoomUndo } from "../access/room-type"
import { say } from "../words"
import { takeBackMailing } from "./commands"

/** How an act of the room is undone. */
export const undo: RoomUndo = {
  mailing: async (ctx, id) => {
    const { subject } = await takeBackMailing(ctx, id)
    return {
      path: `emails/${id}`,
      text: say("Undone: “{subject}” hasn’t gone to anybody.", { subject }),
      kind: "note",
    }
  },
}
