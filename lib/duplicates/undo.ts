import type { RoomUndo } from "../access/room-type"
import { unmergeGroups } from "./merging/commands"

/** How an act of the room is undone. */
export const undo: RoomUndo = {
  merge: async (ctx, id) => {
    const { keptId, goneId, name, kept } = await unmergeGroups(ctx, { id })
    const left =
      kept.length > 0 ? ` Changed since, and so left as it is: ${kept.join(", ").toLowerCase()}.` : ""
    return {
      path: `groups/${keptId}`,
      text: `They are two groups again. Whatever was done since stays here.${left}`,
      links: [{ label: name, path: `groups/${goneId}` }],
    }
  },
}
