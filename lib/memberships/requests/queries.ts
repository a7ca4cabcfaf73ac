import "server-only"
import { and, asc, eq, isNull, sql } from "drizzle-orm"
import { groups, membershipRequests, membershipTypes } from "@/db/schema"
import { type Ctx, readOnce } from "../../access/ctx"
import { isHeld } from "../../access/may"
import { ensure, found } from "../../errors"
import { findPossibleDuplicates, type PossibleDuplicate } from "../../groups/similarity/queries"
import { say } from "../../words"
import { mayKeepMemberships, maySeeMemberships } from "../policy"

const fields = {
  id: membershipRequests.id,
  kind: membershipRequests.kind,
  said: membershipRequests.said,
  groupId: membershipRequests.groupId,
  groupName: groups.name,
  typeId: membershipRequests.typeId,
  typeName: membershipTypes.name,
  feePence: membershipTypes.feePence,
  personId: membershipRequests.personId,
  person: sql<string | null>`(select p.name from people p where p.id = membership_requests.person_id)`,
  askedAt: membershipRequests.askedAt,
  decidedAt: membershipRequests.decidedAt,
  decision: membershipRequests.decision,
  reason: membershipRequests.reason,
  decidedBy: membershipRequests.decidedBy,
}

const select = (ctx: Ctx) =>
  ctx.tx
    .select(fields)
    .from(membershipRequests)
    .innerJoin(membershipTypes, eq(membershipTypes.id, membershipRequests.typeId))
    .leftJoin(groups, eq(groups.id, membershipRequests.groupId))

const ALL = 10_000

/** The requests that wait for the staff, the longest waiting first. */
export async function listRequests(ctx: Ctx, most = ALL) {
  ensure(maySeeMemberships(ctx.actor), say("Only staff can see the requests."))
  return select(ctx)
    .where(isNull(membershipRequests.decidedAt))
    .orderBy(asc(membershipRequests.askedAt), asc(membershipRequests.id))
    .limit(most)
}

/** One request, with what was said. */
export async function getRequest(ctx: Ctx, id: string) {
  ensure(maySeeMemberships(ctx.actor), say("Only staff can see the requests."))
  const [row] = await select(ctx).where(eq(membershipRequests.id, id))
  return found(row)
}
export type Request = Awaited<ReturnType<typeof getRequest>>

/** The groups that a new group's request may mean: by name, a like name, address, or because the asker belongs to them. */
export async function listMeant(ctx: Ctx, request: Request): Promise<PossibleDuplicate[]> {
  if (request.kind !== "join" || request.groupId || request.decidedAt || !mayKeepMemberships(ctx.actor))
    return []
  const { group, postcode, email } = request.said
  const like = await findPossibleDuplicates(ctx, { name: group ?? "", postcode, email })
  const theirs = await ctx.tx.execute<PossibleDuplicate>(sql`
    select distinct g.id, g.name, g.postcode, g.stage, 'the asker belongs to it' as because
    from people p join roles r on r.person_id = p.id and ${isHeld(ctx)}
    join groups g on g.id = r.group_id and g.removed_at is null
    where p.email = ${email ?? ""} order by g.name limit 5`)
  return [...like, ...theirs.filter(({ id }) => !like.some((one) => one.id === id))]
}

/** How many requests wait. */
export const countRequests = readOnce(async (ctx): Promise<number> => {
  ensure(maySeeMemberships(ctx.actor), say("Only staff can see the requests."))
  const [row] = await ctx.tx
    .select({ waiting: sql<number>`count(*)::int` })
    .from(membershipRequests)
    .where(and(isNull(membershipRequests.decidedAt)))
  return row?.waiting ?? 0
})
