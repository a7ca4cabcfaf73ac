import "server-only"
import { sentResources } from "@/db/schema"
import { type Ctx, personIdOf } from "../../access/ctx"
import { ensure } from "../../errors"
import { say } from "../../words"
import { mayKeepResources } from "../policy"

/** Notes that a resource was emailed to groups. */
export async function noteResourceSent(ctx: Ctx, resourceId: string, groupIds: string[]): Promise<void> {
  ensure(mayKeepResources(ctx.actor), say("Only workers and managers can send resources."))
  if (groupIds.length === 0) return
  const byPersonId = personIdOf(ctx.actor) ?? null
  await ctx.tx
    .insert(sentResources)
    .values(
      groupIds.map((groupId) => ({ lioId: ctx.lio.id, resourceId, groupId, byPersonId, sentAt: ctx.now })),
    )
}
