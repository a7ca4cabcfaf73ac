import type { RoomFiles } from "../access/room-type"
import { say } from "../words"
import { mayKeepEvents } from "./policy"
import { getEvent } from "./queries"

/** What goes with an event: slides, notes, a form to fill in. Staff put it on; those who booked get it with their link. */
export const files: RoomFiles = {
  event: async (ctx, id) => {
    const event = await getEvent(ctx, id)
    return {
      title: event.title,
      path: `events/${id}`,
      groupId: null,
      mayChange: mayKeepEvents(ctx.actor),
      audiences: { members: say("People who’ve booked, and our groups"), staff: say("Staff only") },
    }
  },
}
