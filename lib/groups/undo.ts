import type { RoomUndo } from "../access/room-type"
import { say } from "../words"
import { undoSave } from "./history/commands"
import { reopenProposal } from "./proposals/undoing/commands"

/** How an act of the room is undone. */
export const undo: RoomUndo = {
  group: async (ctx, id) => {
    const group = await undoSave(ctx, { eventId: id })
    return {
      path: `groups/${group.id}/details`,
      text: say("Undone: {group} is as it was before", { group: group.name }),
    }
  },
  proposal: async (ctx, id) => {
    const { group, told } = await reopenProposal(ctx, id)
    const letter = told
      ? ` ${say("The email about it had already gone; they get another when you decide.")}`
      : ""
    return {
      path: "groups/proposals",
      text: say("Undone: what {group} suggested waits again.", { group }) + letter,
      kind: "note",
    }
  },
}
