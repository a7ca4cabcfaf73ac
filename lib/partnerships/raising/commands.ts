import "server-only"
import { eq, sql } from "drizzle-orm"
import { raisedQuestions } from "@/db/schema"
import { RAISED_STATES } from "@/db/vocabulary"
import { type Ctx, personOf } from "../../access/ctx"
import { speaksFor } from "../../access/may"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { inSentence, say, shortened } from "../../words"
import { getMeeting } from "../meetings/queries"
import { mayReplyToRaised } from "../policy"
import type { Raise, ReplyToRaised } from "./input"
import { listGroupsToRaise } from "./queries"

/** A group that asks more than this of one meeting asks too much. */
const MOST_OF_A_GROUP = 10

/** A group says what should be raised at a meeting, until it begins. */
export async function raiseQuestion(ctx: Ctx, { meetingId, groupId, words }: Raise) {
  ensure(speaksFor(ctx.actor, groupId), say("You can only ask for a group that you speak for."))
  const meeting = await getMeeting(ctx, meetingId)
  if (meeting.cancelled) throw new RuleBroken(say("This meeting was cancelled."))
  if (meeting.begun) throw new RuleBroken(say("This meeting has begun, so nothing more can be raised at it."))
  const groups = await listGroupsToRaise(ctx, meeting)
  if (!groups.some(({ id }) => id === groupId))
    throw new RuleBroken(
      say("Only groups in the networks that are asked for this board can do this. Join one of them first."),
      "groupId",
    )
  const [{ count } = { count: 0 }] = await ctx.tx.execute<{ count: number }>(sql`
    select count(*)::int as count from raised_questions q where q.meeting_id = ${meetingId} and q.group_id = ${groupId}`)
  if (count >= MOST_OF_A_GROUP)
    throw new RuleBroken(
      say("Your group has raised {count} things for this meeting already. Ring us about more.", { count }),
    )
  const [made] = await ctx.tx
    .insert(raisedQuestions)
    .values({
      ...{ lioId: ctx.lio.id, meetingId, boardId: meeting.boardId, groupId, words, askedAt: ctx.now },
      askedBy: personOf(ctx.actor)?.personId ?? null,
    })
    .returning({ id: raisedQuestions.id })
  await record(ctx, {
    what: "question.raised",
    subject: ["board", meeting.boardId],
    groupIds: [groupId],
    summary: say("Asked for something to be raised at {board}: {words}", {
      ...{ board: meeting.board, words: shortened(words, 200) },
    }),
  })
  return { id: found(made).id, meetingId }
}

/** A group takes back what it wanted to have raised, until the meeting begins. */
export async function takeQuestionBack(ctx: Ctx, { id }: { id: string }) {
  const [row] = await ctx.tx.select().from(raisedQuestions).where(eq(raisedQuestions.id, id)).for("update")
  const { meetingId, boardId, groupId, words, state } = found(row)
  ensure(speaksFor(ctx.actor, groupId), say("You can only do this for a group that you speak for."))
  const meeting = await getMeeting(ctx, meetingId)
  if (meeting.begun || state !== "waiting")
    throw new RuleBroken(say("It’s been dealt with already, so it can’t be taken back."))
  await ctx.tx.delete(raisedQuestions).where(eq(raisedQuestions.id, id))
  await record(ctx, {
    what: "question.taken_back",
    subject: ["board", boardId],
    groupIds: [groupId],
    summary: say("Took back what should be raised at {board}", { board: meeting.board }),
    from: { words },
  })
  return { meetingId }
}

/** Tells a group what became of what it wanted to have raised. It hears of it in its next digest, and sees it on its page at once. */
export async function replyToRaised(ctx: Ctx, { id, state, reply }: ReplyToRaised) {
  const [row] = await ctx.tx.select().from(raisedQuestions).where(eq(raisedQuestions.id, id)).for("update")
  const { meetingId, boardId, groupId, state: before, reply: told } = found(row)
  ensure(
    mayReplyToRaised(ctx.actor, boardId),
    say("Only representatives on this board and staff can reply to groups."),
  )
  await ctx.tx
    .update(raisedQuestions)
    .set({ state, reply, repliedAt: ctx.now, repliedBy: personOf(ctx.actor)?.personId ?? null })
    .where(eq(raisedQuestions.id, id))
  await record(ctx, {
    what: "question.replied",
    subject: ["board", boardId],
    groupIds: [groupId],
    summary: say("Told them what became of what they wanted raised: {state}", {
      state: inSentence(RAISED_STATES[state]),
    }),
    from: { state: before, reply: told },
    to: { state, reply },
  })
  return { meetingId }
}
