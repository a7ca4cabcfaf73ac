import "server-only"
import { and, eq, isNull, sql } from "drizzle-orm"
import { asks, proposedReplies, replyLinks, representations } from "@/db/schema"
import { readingAll } from "../../access/audiences"
import { type Ctx, personOf } from "../../access/ctx"
import { within } from "../../access/limits/commands"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { stillHere } from "../../lists/choices/queries"
import { leaveForStaff, settleForStaff } from "../../tasks/commands"
import { whereIs } from "../../tasks/words"
import { dayOf, say, shortened } from "../../words"
import { openRepresentation } from "../commands"
import { mayRepresent } from "../policy"
import { noteAcknowledged, recordReply } from "../replies/commands"
import { missingIn } from "../replies/input"
import { dropFilesOfReply, keepFilesOfReply } from "./files/commands"
import type { Accept, AnsweredByLink, Refuse } from "./input"
import { ensureTakesReplies, type LinkedPaper } from "./queries"

/** So often in a quarter of an hour may something be entered by one link, which may have been passed on. */
const MOST = 60
const TOO_OFTEN = new RuleBroken(
  say("That’s a lot of replies in a short time. Wait a quarter of an hour and try again."),
)

/** How the task ends that staff find: where they check it. */
const whereToCheck = (representationId: string) => whereIs(`representations/${representationId}`)

type Entered = Omit<AnsweredByLink, "askId"> & { askId: string | null }

/** Keeps what somebody at the body entered until staff decide; entered again before that, it is put right. */
async function propose(ctx: Ctx, paper: LinkedPaper, said: Entered) {
  ensureTakesReplies(ctx, paper)
  await within(`reply-link:${paper.linkId}`, MOST, TOO_OFTEN)
  const { askId, reply, replyText: words, reason, promisedBy, promisedFor, sender } = said
  const fields = { reply, words, reason, promisedBy, promisedFor, sender, proposedAt: ctx.now }
  await readingAll(ctx, "what waits of this link, and whose paper it is", async () => {
    const [waiting] = await ctx.tx
      .select({ id: proposedReplies.id })
      .from(proposedReplies)
      .where(and(eq(proposedReplies.linkId, paper.linkId), isNull(proposedReplies.decidedAt)))
      .limit(1)
    const same = and(
      eq(proposedReplies.linkId, paper.linkId),
      isNull(proposedReplies.decidedAt),
      askId ? eq(proposedReplies.askId, askId) : isNull(proposedReplies.askId),
    )
    const changed = await ctx.tx
      .update(proposedReplies)
      .set(fields)
      .where(same)
      .returning({ id: proposedReplies.id })
    if (changed.length === 0)
      await ctx.tx
        .insert(proposedReplies)
        .values({ lioId: ctx.lio.id, linkId: paper.linkId, askId, ...fields })
    const [of] = await ctx.tx
      .select({
        title: representations.title,
        bodyId: representations.bodyId,
        owner: stillHere(sql`${representations.createdBy}`),
      })
      .from(representations)
      .where(eq(representations.id, paper.representationId))
    const { title, bodyId, owner } = found(of)
    await record(ctx, {
      what: "ask.proposed",
      subject: ["representation", paper.representationId],
      groupIds: [bodyId],
      summary: say("{sender} replied by link, to be checked: “{title}”", { sender, title }),
    })
    // One task for all that waits, however many asks they answer.
    if (!waiting)
      await leaveForStaff(ctx, [
        {
          what: say("Check the reply from {sender} to “{title}” {where}", {
            sender,
            title: shortened(title, 80),
            where: whereToCheck(paper.representationId),
          }),
          groupId: bodyId,
          assigneeId: owner,
        },
      ])
  })
}

/** Somebody at the body says by their link that it has the paper. Staff look at it before it counts. */
export const acknowledgeByLink = (ctx: Ctx, paper: LinkedPaper, sender: string) =>
  propose(ctx, paper, {
    ...{ askId: null, reply: "acknowledged", replyText: null, reason: null },
    ...{ promisedBy: null, promisedFor: null, sender },
  })

/** Somebody at the body answers one ask of its paper by their link. Staff look at it before it counts. */
export async function answerByLink(ctx: Ctx, paper: LinkedPaper, said: AnsweredByLink) {
  const missing = missingIn(said)
  if (missing) throw new RuleBroken(missing.words, missing.field)
  const [ask] = await readingAll(ctx, "an ask of the paper of this link", () =>
    ctx.tx
      .select({ id: asks.id })
      .from(asks)
      .where(and(eq(asks.id, said.askId), eq(asks.representationId, paper.representationId))),
  )
  await propose(ctx, paper, { ...said, askId: found(ask).id })
}

/** What was entered by a link and waits, with its paper, while that can be worked on. */
async function waitingOne(ctx: Ctx, id: string) {
  ensure(mayRepresent(ctx.actor), say("Only workers and managers can decide on this."))
  const [row] = await ctx.tx
    .select({ proposal: proposedReplies, representationId: replyLinks.representationId })
    .from(proposedReplies)
    .innerJoin(replyLinks, eq(replyLinks.id, proposedReplies.linkId))
    .where(eq(proposedReplies.id, id))
    .for("update", { of: proposedReplies })
  const { proposal, representationId } = found(row)
  if (proposal.decidedAt) throw new RuleBroken(say("A colleague has already dealt with this."))
  return { proposal, representation: await openRepresentation(ctx, representationId) }
}

/** Files what the body entered to an ask with what came with it, as it is or as staff have put it right. From then on it counts. */
export async function acceptProposal(ctx: Ctx, { id, ...said }: Accept) {
  const { proposal, representation } = await waitingOne(ctx, id)
  await keepFilesOfReply(ctx, id, representation.id)
  const { replyId } = await recordReply(ctx, {
    ...said,
    id: found(proposal.askId),
    sender: proposal.sender,
    repliedOn: dayOf(proposal.proposedAt, ctx.lio.timezone),
  })
  return settle(ctx, { id, representationId: representation.id }, { replyId })
}

/** Notes that the body has the paper, and each ask of it, as it said by its link. */
export async function acceptAcknowledgement(ctx: Ctx, { id }: { id: string }) {
  const { proposal, representation } = await waitingOne(ctx, id)
  if (proposal.askId) throw new RuleBroken(say("Open the reply and accept it there."))
  const on = dayOf(proposal.proposedAt, ctx.lio.timezone)
  await ctx.tx.execute(sql`
    insert into ask_replies (lio_id, ask_id, reply, replied_on, sender, entered_at, entered_by)
    select a.lio_id, a.id, 'acknowledged', ${on}::date, ${proposal.sender}, ${ctx.now.toISOString()}::timestamptz,
      ${personOf(ctx.actor)?.personId ?? null}::uuid
    from ${asks} a where a.representation_id = ${representation.id}`)
  await noteAcknowledged(ctx, { representationId: representation.id, on })
  await record(ctx, {
    what: "representation.acknowledged",
    subject: ["representation", representation.id],
    groupIds: [representation.bodyId],
    summary: say("{sender} confirmed by link that they have “{title}”", {
      sender: proposal.sender,
      title: representation.title,
    }),
  })
  return settle(ctx, { id, representationId: representation.id })
}

/** Doesn’t file what was entered; whoever holds the link reads why. */
export async function refuseProposal(ctx: Ctx, { id, reason }: Refuse) {
  const { proposal, representation } = await waitingOne(ctx, id)
  await record(ctx, {
    what: "ask.refused",
    subject: ["representation", representation.id],
    groupIds: [representation.bodyId],
    summary: say("Didn’t record the reply by link from {sender}: {reason}", {
      sender: proposal.sender,
      reason,
    }),
  })
  await dropFilesOfReply(ctx, id)
  return settle(ctx, { id, representationId: representation.id }, { refusedReason: reason })
}

/** Notes that staff have decided; with the last that waits of its paper, the task to check is done. */
async function settle(
  ctx: Ctx,
  { id, representationId }: { id: string; representationId: string },
  so: { replyId?: string; refusedReason?: string } = {},
) {
  await ctx.tx
    .update(proposedReplies)
    .set({ ...so, decidedAt: ctx.now, decidedBy: personOf(ctx.actor)?.personId ?? null })
    .where(eq(proposedReplies.id, id))
  const [left] = await ctx.tx
    .select({ id: proposedReplies.id })
    .from(proposedReplies)
    .innerJoin(replyLinks, eq(replyLinks.id, proposedReplies.linkId))
    .where(and(eq(replyLinks.representationId, representationId), isNull(proposedReplies.decidedAt)))
    .limit(1)
  if (!left) await settleForStaff(ctx, whereToCheck(representationId))
  return { representationId }
}
