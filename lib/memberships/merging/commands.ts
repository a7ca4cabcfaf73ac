import "server-only"
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { memberships } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { say } from "../../words"
import { listPeriods } from "../queries"
import { overlapping } from "./queries"

/** What stands beside a period that does not count because two groups became one. */
const COUNTED_TWICE = say("Not counted: the groups were merged, and both were members at the time.")

/**
 * After two groups became one: of periods that overlap, one goes on counting and the other never began. `came` are the
 * periods that came with the merge, `apart` those that are not compared. Gives the periods that no longer count.
 */
export async function endOverlapping(
  ctx: Ctx,
  groupId: string,
  came: readonly string[],
  apart: readonly string[] = [],
): Promise<string[]> {
  const periods = (await listPeriods(ctx, groupId)).filter(({ id }) => !apart.includes(id))
  const theirs = periods.filter(({ id }) => came.includes(id))
  const ours = periods.filter(({ id }) => !came.includes(id))
  const ended = overlapping(ours, theirs).map(({ ends }) => ends)
  const ids = ended.map(({ id }) => id)
  await ctx.tx
    .update(memberships)
    .set({
      cancelledOn: sql`coalesce(${memberships.startsOn}, ${ctx.today}::date)`,
      cancelledReason: COUNTED_TWICE,
    })
    .where(and(isOneOf(memberships.id, ids), isNull(memberships.cancelledOn)))
  return ids
}

/** A merge is undone: the periods that did not count because of it count again. */
export async function countAgain(ctx: Ctx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await ctx.tx
    .update(memberships)
    .set({ cancelledOn: null, cancelledReason: null })
    .where(
      and(
        isOneOf(memberships.id, ids),
        isNotNull(memberships.cancelledOn),
        eq(memberships.cancelledReason, COUNTED_TWICE),
      ),
    )
}
