import "server-only"
import { eq } from "drizzle-orm"
import { membershipRequests, memberships } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { takeBackLetters } from "../../email/commands"
import { ensure, found, RuleBroken } from "../../errors"
import { getGroup } from "../../groups/queries"
import { record } from "../../journal/commands"
import { say } from "../../words"
import { takeBackPeriod } from "../commands"
import { mayKeepMemberships } from "../policy"

/** Undoes that a fee was marked as paid. `id` is the period's. */
export async function unpay(ctx: Ctx, id: string): Promise<{ groupId: string; group: string }> {
  ensure(mayKeepMemberships(ctx.actor), say("Only workers and managers can change a membership."))
  const [row] = await ctx.tx.select().from(memberships).where(eq(memberships.id, id)).for("update")
  const { groupId, paidOn } = found(row)
  if (!paidOn) throw new RuleBroken(say("It isn’t marked as paid any more."))
  await ctx.tx.update(memberships).set({ paidOn: null }).where(eq(memberships.id, id))
  await record(ctx, {
    what: "membership.unpaid",
    subject: ["membership", id],
    groupIds: [groupId],
    summary: say("Undid that the membership was paid"),
    from: { paidOn },
    to: { paidOn: null },
  })
  return { groupId, group: (await getGroup(ctx, groupId)).name }
}

/** Undoes that a period was begun or added. `id` is the period's. */
export async function takeBack(ctx: Ctx, id: string): Promise<{ groupId: string; group: string }> {
  ensure(mayKeepMemberships(ctx.actor), say("Only workers and managers can change a membership."))
  const [row] = await ctx.tx
    .select({ groupId: memberships.groupId })
    .from(memberships)
    .where(eq(memberships.id, id))
    .for("update")
  if (!row) throw new RuleBroken(say("This has been undone already."))
  return takeBackPeriod(ctx, { groupId: row.groupId, id })
}

/**
 * Undoes what was decided about a request: the period that came of it goes, and it waits again. A group that came onto the
 * list by it stays there. The email that tells of it is taken back if it has not gone yet.
 */
export async function reopenRequest(ctx: Ctx, id: string): Promise<{ group: string; told: boolean }> {
  ensure(mayKeepMemberships(ctx.actor), say("Only workers and managers can decide about a request."))
  const [row] = await ctx.tx
    .select()
    .from(membershipRequests)
    .where(eq(membershipRequests.id, id))
    .for("update")
  const { groupId, membershipId, decidedAt, said } = found(row)
  if (!decidedAt) throw new RuleBroken(say("This has been undone already."))
  if (groupId && membershipId) await takeBackPeriod(ctx, { groupId, id: membershipId })
  await ctx.tx
    .update(membershipRequests)
    .set({ decidedAt: null, decidedBy: null, decision: null, reason: null })
    .where(eq(membershipRequests.id, id))
  await record(ctx, {
    what: "membership.reopened",
    subject: ["membership-request", id],
    groupIds: groupId ? [groupId] : [],
    summary: say("Undid the decision about a request"),
  })
  const group = groupId ? (await getGroup(ctx, groupId)).name : (said.group ?? say("the group"))
  return { group, told: await takeBackLetters(ctx, { letter: "membership-decided", at: decidedAt }) }
}
