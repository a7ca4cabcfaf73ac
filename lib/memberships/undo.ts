import type { RoomUndo } from "../access/room-type"
import { say } from "../words"
import { reopenRequest, takeBack, unpay } from "./undoing/commands"

/** How acts of the room are undone. */
export const undo: RoomUndo = {
  "membership-paid": async (ctx, id) => {
    const { groupId, group } = await unpay(ctx, id)
    return {
      path: `groups/${groupId}/membership`,
      text: say("Undone: {group} hasn’t paid yet.", { group }),
      kind: "note",
    }
  },
  "membership-period": async (ctx, id) => {
    const { groupId, group } = await takeBack(ctx, id)
    return {
      path: `groups/${groupId}/membership`,
      text: say("Undone. {group}’s membership is as it was before.", { group }),
      kind: "note",
    }
  },
  "membership-request": async (ctx, id) => {
    const { group, told } = await reopenRequest(ctx, id)
    const letter = told
      ? ` ${say("The email about it had already gone; they get another when you decide.")}`
      : ""
    return {
      path: `memberships/requests/${id}`,
      text: say("Undone: the request of {group} waits again.", { group }) + letter,
      kind: "note",
    }
  },
}
