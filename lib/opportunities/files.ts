import type { RoomFiles } from "../access/room-type"
import { found } from "../errors"
import { say } from "../words"
import { getConsortium } from "./consortia/queries"

/** Documents of a consortium: for the people in its room and nobody else. */
export const files: RoomFiles = {
  consortium: async (ctx, id) => {
    const its = await getConsortium(ctx, id)
    found(its.inside || null)
    return {
      title: say("Room for “{title}”", { title: its.title }),
      path: `consortia/${id}`,
      groupId: null,
      mayChange: its.dissolvedAt === null,
      audiences: { [`consortium:${id}`]: say("The people of this room") },
    }
  },
}
