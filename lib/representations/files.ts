import { and, eq, isNotNull } from "drizzle-orm"
import { representations } from "@/db/schema"
import type { Ctx } from "../access/ctx"
import type { RoomFiles } from "../access/room-type"
import { found } from "../errors"
import { say } from "../words"
import { mayReadRepresentations, mayRepresent } from "./policy"

const titleOf = async (ctx: Ctx, id: string, sentOnly: boolean) => {
  const [row] = await ctx.tx
    .select({ title: representations.title })
    .from(representations)
    .where(and(eq(representations.id, id), sentOnly ? isNotNull(representations.sentOn) : undefined))
  return found(row).title
}

/** What a body sent back: for staff, and for groups where staff say so, once it was sent to the body. */
export const files: RoomFiles = {
  representation: async (ctx, id) => {
    const staff = mayReadRepresentations(ctx.actor)
    return {
      title: await titleOf(ctx, id, !staff),
      path: staff ? `representations/${id}` : "outcomes",
      groupId: null,
      mayChange: mayRepresent(ctx.actor),
      audiences: { staff: say("Staff only"), members: say("Staff and all groups") },
    }
  },
}
