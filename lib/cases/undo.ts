import type { RoomUndo } from "../access/room-type"
import { say } from "../words"
import { reopenCase } from "./commands"
import { restoreCaseNote } from "./notes/commands"

/** How acts of the room are undone. */
export const undo: RoomUndo = {
  "case-close": async (ctx, id) => {
    await reopenCase(ctx, { id })
    return { path: `cases/${id}`, text: say("Undone: the case is open again") }
  },
  "case-note": async (ctx, id) => {
    const { caseId } = await restoreCaseNote(ctx, { id })
    return { path: `cases/${caseId}`, text: say("Restored the note") }
  },
}
