import "server-only"
import { and, eq, isNull } from "drizzle-orm"
import { answerComments, answeringNow, invitations, signingRules } from "@/db/schema"
import { type Ctx, personOf } from "../../access/ctx"
import { speaksFor } from "../../access/may"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { say } from "../../words"
import { holdOpen } from "../answering/commands"
import { openResponse } from "../answering/queries"
import { knowsWhose, maySignOffFor } from "../policy"
import type { RemoveComment, SayComment, SigningRule } from "./input"
import { countSigners } from "./queries"

const REFUSED = say("Only people in the group can do this.")

type Place = { consultationId: string; groupId: string; questionId: string }

/** Notes that somebody of a group has a question before them: that it was opened, and who is where. */
export async function noteThere(ctx: Ctx, { consultationId, groupId, questionId }: Place) {
  if (!speaksFor(ctx.actor, groupId)) return
  await ctx.tx
    .update(invitations)
    .set({ openedAt: ctx.now })
    .where(
      and(
        eq(invitations.consultationId, consultationId),
        eq(invitations.groupId, groupId),
        isNull(invitations.openedAt),
      ),
    )
  const personId = personOf(ctx.actor)?.personId
  if (!personId) return
  await ctx.tx
    .insert(answeringNow)
    .values({ lioId: ctx.lio.id, consultationId, groupId, personId, questionId, seenAt: ctx.now })
    .onConflictDoUpdate({
      target: [answeringNow.lioId, answeringNow.consultationId, answeringNow.groupId, answeringNow.personId],
      set: { questionId, seenAt: ctx.now },
    })
}

/** Says something to one's colleagues about a question; staff never see it, and it's no part of the answer. */
export async function sayComment(ctx: Ctx, { id, group, questionId, words }: SayComment) {
  ensure(speaksFor(ctx.actor, group), REFUSED)
  if (!knowsWhose(await holdOpen(ctx, id)))
    throw new RuleBroken(
      say("Answers here are anonymous, so comments between colleagues aren’t kept."),
      "words",
    )
  const { questions } = await openResponse(ctx, id, group)
  const at = questions.findIndex((question) => question.id === questionId)
  found(at >= 0 || null)
  const me = found(personOf(ctx.actor))
  await ctx.tx.insert(answerComments).values({
    ...{ lioId: ctx.lio.id, consultationId: id, groupId: group, questionId, words },
    personId: me.personId,
    saidAt: ctx.now,
  })
  return { id, group, question: at + 1 }
}

/** Takes a comment of one's own back. */
export async function removeComment(ctx: Ctx, { id, group, commentId }: RemoveComment) {
  ensure(speaksFor(ctx.actor, group), REFUSED)
  const { questions } = await openResponse(ctx, id, group)
  const me = found(personOf(ctx.actor))
  const [gone] = await ctx.tx
    .delete(answerComments)
    .where(
      and(
        eq(answerComments.id, commentId),
        eq(answerComments.groupId, group),
        eq(answerComments.personId, me.personId),
      ),
    )
    .returning({ questionId: answerComments.questionId })
  const { questionId } = found(gone)
  return { id, group, question: questions.findIndex((question) => question.id === questionId) + 1 }
}

/** A lead says whether two people of the group sign its answers from now on. */
export async function setSigningRule(ctx: Ctx, { id, group, two }: SigningRule) {
  ensure(maySignOffFor(ctx.actor, group), say("Only the lead of the group can change this."))
  if (two && (await countSigners(ctx, group)) < 2)
    throw new RuleBroken(
      say("Your group has only one lead. If you want two people to sign, ask {lio} to add another lead.", {
        lio: ctx.lio.name,
      }),
      "two",
    )
  const set = { two, setAt: ctx.now, setBy: personOf(ctx.actor)?.personId ?? null }
  await ctx.tx
    .insert(signingRules)
    .values({ lioId: ctx.lio.id, groupId: group, ...set })
    .onConflictDoUpdate({ target: [signingRules.lioId, signingRules.groupId], set })
  await record(ctx, {
    what: "response.signing_rule",
    subject: ["group", group],
    groupIds: [group],
    summary: two
      ? say("From now on, two people sign the group’s answers")
      : say("From now on, one person signs the group’s answers"),
  })
  return { id, group, two }
}
