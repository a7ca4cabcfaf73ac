import { eq } from "drizzle-orm"
import { consultations, responses } from "@/db/schema"
import { speaksFor } from "../access/may"
import type { RoomFiles } from "../access/room-type"
import { found } from "../errors"
import { say } from "../words"
import { draftOf, sentBy } from "./answering/files/input"
import { maySeeAll } from "./policy"

/** Files that groups sent as answers: for the group, and for staff once they were sent. They change with the answer only. */
export const files: RoomFiles = {
  response: async (ctx, id) => {
    const [row] = await ctx.tx
      .select({ title: consultations.title, of: consultations.id, groupId: responses.groupId })
      .from(responses)
      .innerJoin(consultations, eq(consultations.id, responses.consultationId))
      .where(eq(responses.id, id))
    const { title, of, groupId } = found(row)
    const staff = maySeeAll(ctx.actor)
    found(staff || speaksFor(ctx.actor, groupId) || null)
    return {
      title,
      path: staff ? `consultations/${of}/passages/${id}` : `consultations/${of}/ours`,
      groupId,
      mayChange: false,
      audiences: {
        [sentBy(groupId)]: say("The group and staff"),
        [draftOf(groupId)]: say("Only the group, until the answers are sent"),
      },
    }
  },
}
