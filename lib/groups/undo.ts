import type { RoomUndo } from "../access/room-type"
import { reopenProposal } from "./proposals/undoing/commands"

/** How an act of the room is undone. */
export const undo: RoomUndo = {
  proposal: async (ctx, id) => {
    const { group, told } = await reopenProposal(ctx, id)
    const letter = told ? " The email about it had already gone; they get another when you decide." : ""
    return {
      path: "groups/proposals",
      text: `Undone: what ${group} suggested waits again.${letter}`,
      kind: "note",
    }
  },
}
