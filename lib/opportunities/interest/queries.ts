import "server-only"
import { sql } from "drizzle-orm"
import type { BIDDING_WAYS, INTEREST_READERS } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { ensure } from "../../errors"
import { say } from "../../words"
import { type Capability, readCapabilities } from "../capability/queries"
import { maySeeAllInterest, maySeeInterestOf, maySeeOpportunities } from "../policy"

/** That a group would bid for something. */
export type Interest = {
  id: string
  groupId: string
  group: string
  how: keyof typeof BIDDING_WAYS
  offer: string
  seenBy: keyof typeof INTEREST_READERS
  saidAt: Date
  saidBy: string | null
  changedAt: Date | null
  withdrawnAt: Date | null
}
type Row = Omit<Interest, "saidAt" | "changedAt" | "withdrawnAt"> & {
  saidAt: string
  changedAt: string | null
  withdrawnAt: string | null
}
/** The same with what the group can show. */
export type ShownInterest = Interest & { capability: Capability | null }

const momentOf = (at: string | null) => (at ? new Date(at) : null)

/** Which rows there are is PostgreSQL's to say: the group's own, those of groups that show themselves to it, for staff all. */
async function read(ctx: Ctx, opportunityId: string): Promise<Interest[]> {
  ensure(maySeeOpportunities(ctx.actor), say("Sign in to see opportunities."))
  const rows = await ctx.tx.execute<Row>(sql`
    select e.id, e.group_id as "groupId", g.name as "group", e.how, e.offer, e.seen_by as "seenBy", e.said_at as "saidAt",
      p.name as "saidBy", e.changed_at as "changedAt", e.withdrawn_at as "withdrawnAt"
    from expressions_of_interest e join groups g on g.id = e.group_id and g.removed_at is null left join people p on p.id = e.said_by
    where e.opportunity_id = ${opportunityId}::uuid order by e.withdrawn_at nulls first, lower(g.name), e.id`)
  return rows.map((row) => ({
    ...row,
    saidAt: new Date(row.saidAt),
    changedAt: momentOf(row.changedAt),
    withdrawnAt: momentOf(row.withdrawnAt),
  }))
}

async function withCapabilities(ctx: Ctx, interests: Interest[]): Promise<ShownInterest[]> {
  const shown = await readCapabilities(
    ctx,
    interests.filter(({ withdrawnAt }) => !withdrawnAt).map(({ groupId }) => groupId),
  )
  return interests.map((one) => ({ ...one, capability: shown.get(one.groupId) ?? null }))
}

/** Who is interested, each with what it can show, and who has withdrawn. For staff. */
export async function listInterest(ctx: Ctx, opportunityId: string): Promise<ShownInterest[]> {
  ensure(maySeeAllInterest(ctx.actor), say("Only staff see who is interested."))
  return withCapabilities(ctx, await read(ctx, opportunityId))
}

/** What the asker's groups have said, and which others show themselves to them. */
export async function getInterestAround(ctx: Ctx, opportunityId: string) {
  const all = await read(ctx, opportunityId)
  const own = all.filter(({ groupId }) => maySeeInterestOf(ctx.actor, groupId))
  const others = all.filter((one) => !own.includes(one) && !one.withdrawnAt)
  return { own, others: await withCapabilities(ctx, others) }
}
