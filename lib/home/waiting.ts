import type { RoomWaiting } from "../access/room-type"
import { countEnquiries } from "../enquiries/queries"
import { countProposals } from "../groups/proposals/queries"
import { countRequests } from "../memberships/requests/queries"

/** What waits here for an answer: groups that suggest changes, those that ask to join, and enquiries. */
export const waiting: RoomWaiting = {
  home: async (ctx) => {
    const [{ groups }, requests, enquiries] = await Promise.all([
      countProposals(ctx),
      countRequests(ctx),
      countEnquiries(ctx),
    ])
    return groups + requests + enquiries
  },
}
