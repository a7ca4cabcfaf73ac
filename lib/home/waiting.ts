import type { RoomWaiting } from "../access/room-type"
import { countProposals } from "../groups/proposals/queries"
import { countRequests } from "../memberships/requests/queries"

/** What waits here for an answer: groups that suggest changes, and those that ask to join. */
export const waiting: RoomWaiting = {
  home: async (ctx) => {
    const [{ groups }, requests] = await Promise.all([countProposals(ctx), countRequests(ctx)])
    return groups + requests
  },
}
