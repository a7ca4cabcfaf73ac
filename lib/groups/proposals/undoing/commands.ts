import "server-only"
import { and, eq, isNull } from "drizzle-orm"
import { events, proposals } from "@/db/schema"
import type { Ctx } from "../../../access/ctx"
import { takeBackLetters } from "../../../email/commands"
import { ensure, found, RuleBroken } from "../../../errors"
import { record } from "../../../journal/commands"
import { say } from "../../../words"
import { changeGroup } from "../../commands"
import { type Group, getGroup } from "../../queries"
import { asFields } from "../input"
import { mayDecide } from "../policy"

const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

/** What the group said before a proposal was accepted: by the log, as it need not be what it said when they asked. */
async function saidBefore(ctx: Ctx, groupId: string, at: Date): Promise<Record<string, unknown>> {
  const [change] = await ctx.tx
    .select({ from: events.from })
    .from(events)
    .where(and(eq(events.groupId, groupId), eq(events.what, "group.changed"), eq(events.at, at)))
  return (change?.from ?? {}) as Record<string, unknown>
}

async function ensureNoneSince(ctx: Ctx, groupId: string, personId: string) {
  const [since] = await ctx.tx
    .select({ id: proposals.id })
    .from(proposals)
    .where(and(eq(proposals.groupId, groupId), eq(proposals.personId, personId), isNull(proposals.decidedAt)))
  if (since) throw new RuleBroken(say("They have suggested something else since. Decide about that instead."))
}

/**
 * Undoes what was decided about a proposal: the group says again what it said before, the proposal waits again, and the
 * email that tells of it is taken back if it has not gone yet.
 */
export async function reopenProposal(ctx: Ctx, id: string): Promise<{ group: string; told: boolean }> {
  ensure(mayDecide(ctx.actor), say("Only staff who keep the list can undo this."))
  const [row] = await ctx.tx.select().from(proposals).where(eq(proposals.id, id)).for("update")
  const { groupId, personId, changes, decidedAt, accepted } = found(row)
  const group = await getGroup(ctx, groupId)
  if (!decidedAt) throw new RuleBroken(say("This has been undone already."))
  await ensureNoneSince(ctx, groupId, personId)
  const moved = (accepted ?? []).some((field) => !same(group[field as keyof Group], changes[field]?.[1]))
  if (moved)
    throw new RuleBroken(
      say("{group} has been changed again since, so it stays as it is.", { group: group.name }),
    )
  const before = await saidBefore(ctx, groupId, decidedAt)
  const back = Object.fromEntries(
    (accepted ?? []).flatMap((field) => (field in before ? [[field, before[field]]] : [])),
  )
  if (Object.keys(back).length > 0)
    await changeGroup(ctx, groupId, { ...asFields(back), version: group.version })
  await ctx.tx
    .update(proposals)
    .set({ decidedAt: null, decidedBy: null, accepted: null, note: null })
    .where(eq(proposals.id, id))
  await record(ctx, {
    what: "group.proposal_reopened",
    subject: ["group", groupId],
    groupIds: [groupId],
    summary: say("Undid the decision about a suggested change"),
  })
  return {
    group: typeof back.name === "string" ? back.name : group.name,
    told: await takeBackLetters(ctx, { letter: "proposal-decided", at: decidedAt }),
  }
}
