import "server-only"
import { desc, eq } from "drizzle-orm"
import { groupSizes } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { found } from "../../errors"
import { maySeeGroup } from "../policy"

/** How big a group was on each day that is known, newest first. */
export async function listSizes(ctx: Ctx, groupId: string) {
  found(maySeeGroup(ctx.actor, groupId) || null)
  return ctx.tx
    .select({
      id: groupSizes.id,
      asAt: groupSizes.asAt,
      sizes: groupSizes.sizes,
      savedBy: groupSizes.savedBy,
    })
    .from(groupSizes)
    .where(eq(groupSizes.groupId, groupId))
    .orderBy(desc(groupSizes.asAt))
}
export type SizesOn = Awaited<ReturnType<typeof listSizes>>[number]
