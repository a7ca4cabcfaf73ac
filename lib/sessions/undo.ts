import type { RoomUndo } from "../access/room-type"
import { say } from "../words"
import { undoWork } from "./change/commands"
import { undoSession } from "./commands"

/** How acts of the room are undone. */
export const undo: RoomUndo = {
  session: async (ctx, id) => {
    const session = await undoSession(ctx, { id })
    return {
      path: `sessions/${session.id}`,
      text: say("Undone. It doesn’t count any more, and its tasks are off the list."),
      links: [{ label: say("Record another session"), path: "sessions/new" }],
    }
  },
  "session-change": async (ctx, id) => {
    const session = await undoWork(ctx, id)
    return { path: `sessions/${session.id}`, text: say("Undone: the session is as it was before") }
  },
}
