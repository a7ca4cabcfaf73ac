import "server-only"
import { biddingConsents } from "@/db/schema"
import { type Ctx, nameOf } from "../../access/ctx"
import { leads, mayEdit } from "../../access/may"
import { ensure, RuleBroken } from "../../errors"
import { getGroup } from "../../groups/queries"
import { record } from "../../journal/commands"
import { say } from "../../words"
import type { BiddingConsentSaid } from "./input"
import { getBiddingConsent } from "./queries"

type Said = {
  groupId: string
  willing: boolean
  saidBy: string | null
  saidHow: BiddingConsentSaid["saidHow"]
}

/**
 * Says whether a group may be found by others that look for somebody to bid with: a lead on its own page, or staff, who say who
 * told them and how. What stands already is not said again.
 */
export async function sayBiddingConsent(
  ctx: Ctx,
  input: BiddingConsentSaid,
): Promise<{ groupId: string; willing: boolean }> {
  const { groupId } = input
  const own = leads(ctx.actor, groupId)
  ensure(own || mayEdit(ctx.actor), say("Only a lead of the group or staff can say so."))
  await getGroup(ctx, groupId)
  const willing = input.willing === "yes"
  const before = await getBiddingConsent(ctx, groupId)
  if (before?.willing === willing && (own || !input.saidHow)) return { groupId, willing }
  if (!own && !input.saidHow) throw new RuleBroken(say("Choose how they told you"), "saidHow")
  const said: Said = own
    ? { groupId, willing, saidBy: nameOf(ctx.actor), saidHow: "page" }
    : { groupId, willing, saidBy: input.saidBy, saidHow: input.saidHow }
  const values = { ...said, lioId: ctx.lio.id, saidOn: ctx.today, saidHow: said.saidHow ?? "page" }
  await ctx.tx
    .insert(biddingConsents)
    .values(values)
    .onConflictDoUpdate({ target: [biddingConsents.lioId, biddingConsents.groupId], set: values })
  await record(ctx, {
    what: "bidding.consent_said",
    subject: ["group", groupId],
    groupIds: [groupId],
    summary: willing
      ? say("May be found by groups that look for somebody to bid with")
      : say("May not be found by groups that look for somebody to bid with"),
    from: before && { willing: before.willing },
    to: { willing },
  })
  return { groupId, willing }
}
