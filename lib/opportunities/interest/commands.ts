import "server-only"
import { and, eq, isNull } from "drizzle-orm"
import { expressionsOfInterest, opportunities } from "@/db/schema"
import { readingAll } from "../../access/audiences"
import { type Ctx, personIdOf } from "../../access/ctx"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { say } from "../../words"
import { sayBiddingConsent } from "../partners/commands"
import { mayExpressFor } from "../policy"
import { getOpportunity } from "../queries"
import type { Express, Withdraw } from "./input"

const guard = (ctx: Ctx, groupId: string) =>
  ensure(mayExpressFor(ctx.actor, groupId), say("Only a lead of the group can say that it’s interested."))

type Said = { opportunityId: string; title: string }

/** An opportunity for which it isn't too late. */
export async function stillToBeHad(ctx: Ctx, id: string) {
  const its = await getOpportunity(ctx, id)
  const over = its.closesAt !== null && its.closesAt <= ctx.now
  if (over || (its.stands !== "open" && its.stands !== "planned"))
    throw new RuleBroken(say("“{title}” isn’t open any more.", { title: its.title }))
  return its
}

/** Says that a group would bid, or says it otherwise. Whoever may see it is a matter of the row: nobody is shown it before. */
export async function expressInterest(ctx: Ctx, input: Express): Promise<Said> {
  const { opportunityId, groupId, how, offer, seenBy, willing } = input
  guard(ctx, groupId)
  const { title } = await stillToBeHad(ctx, opportunityId)
  const audience = seenBy === "interested" ? `interested:${opportunityId}` : `group:${groupId}`
  const said = { how, offer, seenBy, audience, withdrawnAt: null }
  const saidBy = personIdOf(ctx.actor)
  const isNew = await readingAll(ctx, "writes what only its new readers may read", async () => {
    const its = and(
      eq(expressionsOfInterest.opportunityId, opportunityId),
      eq(expressionsOfInterest.groupId, groupId),
    )
    const [before] = await ctx.tx
      .select({ withdrawnAt: expressionsOfInterest.withdrawnAt })
      .from(expressionsOfInterest)
      .where(its)
      .for("update")
    const again =
      before && !before.withdrawnAt ? { changedAt: ctx.now } : { saidAt: ctx.now, saidBy, changedAt: null }
    await ctx.tx
      .insert(expressionsOfInterest)
      .values({ ...said, lioId: ctx.lio.id, opportunityId, groupId, saidAt: ctx.now, saidBy })
      .onConflictDoUpdate({
        target: [
          expressionsOfInterest.lioId,
          expressionsOfInterest.opportunityId,
          expressionsOfInterest.groupId,
        ],
        set: { ...said, ...again },
      })
    return !before || before.withdrawnAt !== null
  })
  await record(ctx, {
    what: isNew ? "interest.expressed" : "interest.changed",
    subject: ["opportunity", opportunityId],
    groupIds: [groupId],
    summary: isNew
      ? say("Is interested in “{title}”", { title })
      : say("Changed what it said of its interest in “{title}”", { title }),
    to: { how, seenBy },
  })
  if (willing) await sayBiddingConsent(ctx, { groupId, willing, saidBy: null, saidHow: null })
  return { opportunityId, title }
}

/** A group is no longer interested: from then on only the group itself and staff see that it was. */
export async function withdrawInterest(ctx: Ctx, { opportunityId, groupId }: Withdraw): Promise<Said> {
  guard(ctx, groupId)
  const [gone] = await readingAll(
    ctx,
    "writes what fewer may read from now on, also of what is hidden since",
    () =>
      ctx.tx
        .update(expressionsOfInterest)
        .set({ withdrawnAt: ctx.now, audience: `group:${groupId}` })
        .from(opportunities)
        .where(
          and(
            eq(opportunities.id, expressionsOfInterest.opportunityId),
            eq(expressionsOfInterest.opportunityId, opportunityId),
            eq(expressionsOfInterest.groupId, groupId),
            isNull(expressionsOfInterest.withdrawnAt),
          ),
        )
        .returning({ title: opportunities.title }),
  )
  const { title } = found(gone)
  await record(ctx, {
    what: "interest.withdrawn",
    subject: ["opportunity", opportunityId],
    groupIds: [groupId],
    summary: say("Is no longer interested in “{title}”", { title }),
  })
  return { opportunityId, title }
}
