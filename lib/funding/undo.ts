import type { RoomUndo } from "../access/room-type"
import { say } from "../words"
import { undoBid, undoChange } from "./bids/commands"
import { reconsiderMatch } from "./grants/deciding/commands"
import { reopenSearch } from "./searches/commands"

/** How acts of the room are undone. */
export const undo: RoomUndo = {
  bid: async (ctx, id) => {
    const { title } = await undoBid(ctx, { id })
    return { path: "funding", text: say("Undone: the bid “{title}” is off the ledger", { title }) }
  },
  "bid-change": async (ctx, id) => {
    const bid = await undoChange(ctx, id)
    return {
      path: `funding/${bid.id}`,
      text: say("Undone: “{title}” is as it was before", { title: bid.title }),
    }
  },
  grant: async (ctx, id) => {
    await reconsiderMatch(ctx, { id })
    return { path: "funding/matches", text: say("Undone: it waits here again"), kind: "note" }
  },
  "funding-search": async (ctx, id) => {
    const { what } = await reopenSearch(ctx, { id })
    return { path: "funding/searches", text: say("Open again: {what}", { what }) }
  },
}
