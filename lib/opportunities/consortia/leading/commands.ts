import "server-only"
import { consortiumDecisions, consortiumGroups } from "@/db/schema"
import { type Ctx, personIdOf } from "../../../access/ctx"
import { RuleBroken } from "../../../errors"
import { record } from "../../../journal/commands"
import { say } from "../../../words"
import { rowOf, takeOut, writeToLeads } from "../groups/commands"
import type { OfConsortium } from "../input"
import { audienceOf, type Consortium, guided, leadOf } from "../queries"
import type { Remove } from "./input"

/** Tells the leads of a group that it isn’t wanted any more: why, where it was in. */
function tellWithout(ctx: Ctx, its: Consortium, groupId: string, reason: string | null) {
  const props = { by: leadOf(its).group, title: its.title, reason, url: `/${ctx.lio.slug}/consortia` }
  return writeToLeads(ctx, groupId, (to) => ({ ...to, letter: "consortium-without", props }))
}

/** Withdraws an invitation that wasn’t answered. The leads of the group get an email. */
export async function withdrawInvitation(
  ctx: Ctx,
  { id, groupId }: OfConsortium,
): Promise<{ id: string; group: string }> {
  const its = await guided(ctx, id)
  const there = its.groups.find((one) => one.groupId === groupId && one.stands === "asked")
  if (!there) throw new RuleBroken(say("There is no invitation to withdraw any more."))
  await ctx.tx.delete(consortiumGroups).where(rowOf({ id, groupId }))
  await tellWithout(ctx, its, groupId, null)
  await record(ctx, {
    what: "consortium.withdrawn",
    subject: ["consortium", id],
    groupIds: [groupId],
    summary: say("Isn’t asked any more to bid together with others for “{title}”", { title: its.title }),
  })
  return { id, group: there.group }
}

/**
 * Removes a group: its people are out of the room at once, what they wrote stays. Its leads are emailed why; in the room it
 * stands among the decisions.
 */
export async function removeFromConsortium(
  ctx: Ctx,
  { id, groupId, why }: Remove,
): Promise<{ id: string; group: string }> {
  const its = await guided(ctx, id)
  const there = its.groups.find((one) => one.groupId === groupId && one.stands === "in")
  if (!there) throw new RuleBroken(say("Choose a group of this consortium."), "groupId")
  if (there.leads) throw new RuleBroken(say("This group leads. Let another group lead first."), "groupId")
  await takeOut(ctx, { id, groupId }, true)
  await ctx.tx.insert(consortiumDecisions).values({
    ...{ lioId: ctx.lio.id, consortiumId: id, audience: audienceOf(id) },
    ...{ decidedOn: ctx.today, notedAt: ctx.now, notedBy: personIdOf(ctx.actor) },
    words: say("{group} was removed. {why}", { group: there.group, why }),
  })
  await tellWithout(ctx, its, groupId, why)
  await record(ctx, {
    what: "consortium.removed",
    subject: ["consortium", id],
    groupIds: [groupId],
    summary: say("{group} was removed from those who bid together for “{title}”", {
      group: there.group,
      title: its.title,
    }),
  })
  return { id, group: there.group }
}
