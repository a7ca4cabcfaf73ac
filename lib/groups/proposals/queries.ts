import "server-only"
import { and, asc, eq, isNull, sql } from "drizzle-orm"
import { groups, lios, people, proposals } from "@/db/schema"
import { type Ctx, readOnce } from "../../access/ctx"
import { isStaff } from "../../access/may"
import { ensure, found } from "../../errors"
import { say } from "../../words"
import { mayDescribeGroup, maySeeGroups } from "../policy"
import { SIZE_FIELDS } from "../sizes/input"

/** What the LIO has chosen: which fields staff want to see first, and whether groups are asked each year. */
export async function getOwnPages(ctx: Ctx) {
  const [row] = await ctx.tx
    .select({ approves: lios.approves, asksYearly: lios.asksYearly })
    .from(lios)
    .where(eq(lios.id, ctx.lio.id))
  return found(row)
}

/** The fields of a group that its own people may change only after staff have looked. */
export async function listApproved(ctx: Ctx): Promise<Set<string>> {
  const { approves } = await getOwnPages(ctx)
  return new Set(approves.flatMap((field) => (field === "sizes" ? [...SIZE_FIELDS] : [field])))
}

const columns = {
  id: proposals.id,
  groupId: proposals.groupId,
  personId: proposals.personId,
  person: people.name,
  askedAt: proposals.askedAt,
  changes: proposals.changes,
}

/** What waits of one group, oldest first: for staff, and for the group's leads. */
export async function listWaiting(ctx: Ctx, groupId: string) {
  if (!isStaff(ctx.actor) && !mayDescribeGroup(ctx.actor, groupId)) return []
  return ctx.tx
    .select(columns)
    .from(proposals)
    .innerJoin(people, eq(people.id, proposals.personId))
    .where(and(eq(proposals.groupId, groupId), isNull(proposals.decidedAt)))
    .orderBy(asc(proposals.askedAt))
}
export type Waiting = Awaited<ReturnType<typeof listWaiting>>[number]

const ofGroups = isNull(groups.removedAt)

/** Everything that waits for the staff, oldest first; `now` is the group as it is kept. */
export async function listProposals(ctx: Ctx, most = 200) {
  ensure(maySeeGroups(ctx.actor), say("Only staff can see what waits for them."))
  return ctx.tx
    .select({ ...columns, group: groups.name, now: groups })
    .from(proposals)
    .innerJoin(people, eq(people.id, proposals.personId))
    .innerJoin(groups, and(eq(groups.id, proposals.groupId), ofGroups))
    .where(isNull(proposals.decidedAt))
    .orderBy(asc(proposals.askedAt))
    .limit(most)
}

/** How many proposals wait for the staff, of how many groups. */
export const countProposals = readOnce(async (ctx) => {
  ensure(maySeeGroups(ctx.actor), say("Only staff can see what waits for them."))
  const [row] = await ctx.tx
    .select({
      proposals: sql<number>`count(*)::int`,
      groups: sql<number>`count(distinct ${proposals.groupId})::int`,
    })
    .from(proposals)
    .innerJoin(groups, and(eq(groups.id, proposals.groupId), ofGroups))
    .where(isNull(proposals.decidedAt))
  return found(row)
})
