import { and, eq, isNotNull } from "drizzle-orm"
import { proposedReplies, replyLinks, representations } from "@/db/schema"
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

/** What a body sent back: for staff, and for groups where staff say so, once it was sent to the body. What comes by its link is for staff until they accept it. */
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
  proposed_reply: async (ctx, id) => {
    found(mayReadRepresentations(ctx.actor) || null)
    const [row] = await ctx.tx
      .select({ id: representations.id, title: representations.title })
      .from(proposedReplies)
      .innerJoin(replyLinks, eq(replyLinks.id, proposedReplies.linkId))
      .innerJoin(representations, eq(representations.id, replyLinks.representationId))
      .where(eq(proposedReplies.id, id))
    const paper = found(row)
    return {
      title: paper.title,
      path: `representations/${paper.id}`,
      groupId: null,
      mayChange: false,
      audiences: { staff: say("Staff only, until you accept the reply") },
    }
  },
}
