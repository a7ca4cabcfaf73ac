import type { RoomFiles } from "../access/room-type"
import { say } from "../words"
import { mayRecordSessions } from "./policy"
import { getSession } from "./queries"
import { titleOf } from "./words"

/** A session's files are for staff. */
export const files: RoomFiles = {
  session: async (ctx, id) => {
    const session = await getSession(ctx, id)
    const [group, ...others] = session.groups
    return {
      title: titleOf(session),
      path: `sessions/${id}`,
      groupId: group && others.length === 0 ? group.id : null,
      mayChange: mayRecordSessions(ctx.actor) && !session.undoneAt,
      audiences: { staff: say("Staff only") },
    }
  },
}
