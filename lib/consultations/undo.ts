import type { RoomUndo } from "../access/room-type"
import { sayCount } from "../words"
import { callOffReminders } from "./reminders/commands"

/** How acts of the room are undone. */
export const undo: RoomUndo = {
  reminders: async (ctx, act) => {
    const { id, groups } = await callOffReminders(ctx, act)
    return {
      path: `consultations/${id}/reach`,
      text: sayCount(groups, {
        one: "Called off. {count} group won’t be reminded.",
        other: "Called off. {count} groups won’t be reminded.",
      }),
      kind: "note",
    }
  },
}
