import type { RoomFiles } from "../access/room-type"
import { say } from "../words"
import { mayDescribeGroup, maySeeGroups } from "./policy"
import { getGroupHeader } from "./queries"

/** A group's files: its own people read them unless they are for staff only, and its leads add to them. */
export const files: RoomFiles = {
  group: async (ctx, id) => {
    const group = await getGroupHeader(ctx, id)
    const forGroup = { [`group:${group.id}`]: say("Staff and the people of {group}", { group: group.name }) }
    return {
      title: group.name,
      path: `groups/${group.id}/files`,
      groupId: group.id,
      mayChange: mayDescribeGroup(ctx.actor, group.id),
      audiences: maySeeGroups(ctx.actor) ? { ...forGroup, staff: say("Staff only") } : forGroup,
    }
  },
}
