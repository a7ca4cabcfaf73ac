import { RESOURCE_READERS } from "@/db/vocabulary"
import type { RoomFiles } from "../access/room-type"
import { mayKeepResources } from "./policy"
import { getResource } from "./queries"

/** The files of a resource are for whoever may read the resource. */
export const files: RoomFiles = {
  resource: async (ctx, id) => {
    const { title, audience } = await getResource(ctx, id)
    return {
      title,
      path: `resources/${id}`,
      groupId: null,
      mayChange: mayKeepResources(ctx.actor),
      audiences: { [audience]: RESOURCE_READERS[audience] },
    }
  },
}
