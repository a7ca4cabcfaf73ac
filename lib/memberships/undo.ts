import type { RoomUndo } from "../access/room-type"
import { reopenRequest, unpay } from "./undoing/commands"

/** How acts of the room are undone. */
export const undo: RoomUndo = {
  "membership-paid": async (ctx, id) => {
    const { groupId, group } = await unpay(ctx, id)
    return { path: `groups/${groupId}/membership`, text: `Undone: ${group} hasn’t paid yet.`, kind: "note" }
  },
  "membership-request": async (ctx, id) => {
    const { group, told } = await reopenRequest(ctx, id)
    const letter = told ? " The email about it had already gone; they get another when you decide." : ""
    return {
      path: `memberships/requests/${id}`,
      text: `Undone: the request of ${group} waits again.${letter}`,
      kind: "note",
    }
  },
}
