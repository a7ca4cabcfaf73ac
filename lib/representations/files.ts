import type { RoomFiles } from "../access/room-type"
import { mayRepresent } from "./policy"
import { getRepresentation } from "./queries"

/** What a body sent back: for staff, and for groups where staff say so. */
export const files: RoomFiles = {
  representation: async (ctx, id) => {
    const { title } = await getRepresentation(ctx, id)
    return {
      title,
      path: `representations/${id}`,
      groupId: null,
      mayChange: mayRepresent(ctx.actor),
      audiences: { staff: "Staff only", members: "Staff and all groups" },
    }
  },
}
