import type { RoomUndo } from "../access/room-type"
import { say } from "../words"
import { reopenEnquiry } from "./commands"

/** How acts of the room are undone. */
export const undo: RoomUndo = {
  enquiry: async (ctx, id) => {
    const { name } = await reopenEnquiry(ctx, { id })
    return { path: "enquiries", text: say("Waiting again: the enquiry from {name}", { name }), kind: "note" }
  },
}
