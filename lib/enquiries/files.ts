import type { RoomFiles } from "../access/room-type"
import { formatDate, say } from "../words"
import { mayKeepEnquiries } from "./policy"
import { getEnquiry } from "./queries"

/** An enquiry's papers, such as a draft of its constitution, are for staff. */
export const files: RoomFiles = {
  enquiry: async (ctx, id) => {
    const { askedAt, groupId } = await getEnquiry(ctx, id)
    return {
      title: say("Enquiry of {day}", { day: formatDate(askedAt) }),
      path: `enquiries/${id}`,
      groupId,
      mayChange: mayKeepEnquiries(ctx.actor),
      audiences: { staff: say("Staff only") },
    }
  },
}
