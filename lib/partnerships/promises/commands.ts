import "server-only"
import { and, eq, isNull, sql } from "drizzle-orm"
import { boardPromiseNeeds, boardPromises } from "@/db/schema"
import { PROMISE_ENDINGS } from "@/db/vocabulary"
import { type Ctx, personOf } from "../../access/ctx"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { recordReply } from "../../representations/replies/commands"
import { settleForStaff } from "../../tasks/commands"
import { whereIs } from "../../tasks/words"
import { inSentence, say, shortened } from "../../words"
import { KEEPS_BOARDS, mayKeepBoards } from "../policy"
import { getBoard } from "../queries"
import { wherePromised } from "../words"
import type { AddPromise, EndPromise } from "./input"
import { getPromise } from "./queries"

/** Files the promise as the reply to an ask, so that there is one place that says how it ended. Gives the reply's id. */
async function answerAsk(
  ctx: Ctx,
  askId: string,
  { words, promisedBy, dueOn, promisedOn, bodyId }: AddPromise,
) {
  if (!promisedBy)
    throw new RuleBroken(say("Enter who promised it: a person, a team or a committee"), "promisedBy")
  if (!dueOn) throw new RuleBroken(say("Enter the date it’s promised for"), "dueOn")
  const [ask] = await ctx.tx.execute<{ bodyId: string }>(sql`
    select r.body_id as "bodyId" from asks a join representations r on r.id = a.representation_id where a.id = ${askId}`)
  if (found(ask).bodyId !== bodyId) throw new RuleBroken(say("This ask went to another body."), "askId")
  const { replyId } = await recordReply(ctx, {
    ...{ id: askId, reply: "promised", replyText: words, repliedOn: promisedOn },
    ...{ promisedBy, promisedFor: dueOn },
  })
  return replyId
}

/** Writes down something that a body promised at a board; where it answers an ask, that ask has its reply. */
export async function addPromise(ctx: Ctx, input: AddPromise) {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  const { askId, needIds, ...said } = input
  const board = await getBoard(ctx, said.boardId)
  const promisedOn = said.promisedOn ?? ctx.today
  if (promisedOn > ctx.today) throw new RuleBroken(say("Enter today or an earlier date."), "promisedOn")
  if (said.dueOn && said.dueOn < promisedOn)
    throw new RuleBroken(say("It can’t be due before it was promised."), "dueOn")
  if (!board.bodies.some(({ id }) => id === said.bodyId))
    throw new RuleBroken(say("Choose a body that is on this board."), "bodyId")
  const replyId = askId ? await answerAsk(ctx, askId, { ...input, promisedOn }) : null
  const [made] = await ctx.tx
    .insert(boardPromises)
    .values({
      ...{ ...said, promisedOn, replyId, lioId: ctx.lio.id, addedAt: ctx.now },
      addedBy: personOf(ctx.actor)?.personId ?? null,
    })
    .returning({ id: boardPromises.id })
  const { id } = found(made)
  const needs = [...new Set(needIds)].map((needId) => ({ lioId: ctx.lio.id, promiseId: id, needId }))
  if (needs.length > 0) await ctx.tx.insert(boardPromiseNeeds).values(needs)
  if (said.meetingId) await settleForStaff(ctx, wherePromised(said.meetingId))
  await record(ctx, {
    what: "promise.made",
    subject: ["board", said.boardId],
    groupIds: [said.bodyId],
    summary: say("Promised at {board}: {words}", { board: board.name, words: shortened(said.words, 200) }),
  })
  return { id, boardId: said.boardId, meetingId: said.meetingId }
}

/** Says how a promise ended, once. One that answers an ask ends where that ask does. */
export async function endPromise(ctx: Ctx, { id, ending, outcome, endedOn }: EndPromise) {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  await ctx.tx.execute(sql`select from board_promises where id = ${id} for update`)
  const promise = await getPromise(ctx, id)
  if (promise.askId)
    throw new RuleBroken(say("This promise answers an ask. Say how it ended on the page of that ask."))
  const on = endedOn ?? ctx.today
  if (on > ctx.today) throw new RuleBroken(say("Enter today or an earlier date."), "endedOn")
  if (on < promise.promisedOn) throw new RuleBroken(say("This is before it was promised."), "endedOn")
  const [ended] = await ctx.tx
    .update(boardPromises)
    .set({ ending, outcome, endedOn: on })
    .where(and(eq(boardPromises.id, id), isNull(boardPromises.ending)))
    .returning({ id: boardPromises.id })
  if (!ended) throw new RuleBroken(say("Somebody has said already how this promise ended."))
  await settleForStaff(ctx, whereIs(promise.path))
  await record(ctx, {
    what: "promise.ended",
    subject: ["board", promise.boardId],
    groupIds: [promise.bodyId],
    summary: say("What became of “{promise}”: {ending}", {
      promise: shortened(promise.words, 120),
      ending: inSentence(PROMISE_ENDINGS[ending]),
    }),
    to: { ending, outcome, on },
  })
  return { id, boardId: promise.boardId }
}
