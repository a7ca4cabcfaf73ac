import type { RoomFiles } from "../access/room-type"
import { say } from "../words"
import { mayKeepCases } from "./policy"
import { getCase } from "./queries"
import { confidentialTo, ONLY_ITS_PEOPLE } from "./words"

/** A case's files are for whoever sees the case, or for the people who work on it. */
export const files: RoomFiles = {
  case: async (ctx, id) => {
    const its = await getCase(ctx, id)
    const [group, ...others] = its.groups
    return {
      title: its.title,
      path: `cases/${id}`,
      // A confidential file stands on no group's page.
      groupId: group && others.length === 0 && !its.confidential ? group.id : null,
      mayChange: mayKeepCases(ctx.actor),
      audiences: {
        ...(its.confidential ? {} : { staff: say("All staff") }),
        ...(its.mine ? { [confidentialTo(id)]: ONLY_ITS_PEOPLE } : {}),
      },
    }
  },
}
