import type { RoomUndo } from "../access/room-type"
import { say } from "../words"
import { unmergeGroups } from "./merging/commands"

/** How an act of the room is undone. */
export const undo: RoomUndo = {
  merge: async (ctx, id) => {
    const { keptId, goneId, name, kept } = await unmergeGroups(ctx, { id })
    const left =
      kept.length > 0
        ? ` ${say("Changed since, and so left as it is: {kept}.", { kept: kept.join(", ").toLowerCase() })}`
        : ""
    return {
      path: `groups/${keptId}`,
      text: say("They are two groups again. Whatever was done since stays here.") + left,
      links: [{ label: name, path: `groups/${goneId}` }],
    }
  },
}
