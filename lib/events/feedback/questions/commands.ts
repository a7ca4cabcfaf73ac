import "server-only"
import { eq, sql } from "drizzle-orm"
import { bookableEvents, feedbackQuestions } from "@/db/schema"
import type { Ctx } from "../../../access/ctx"
import type { Question } from "../../../consultations/queries"
import { ensure, found, RuleBroken } from "../../../errors"
import { record } from "../../../journal/commands"
import { movedIn } from "../../../order/input"
import { placesOf } from "../../../order/rows"
import { say } from "../../../words"
import { mayKeepEvents } from "../../policy"
import { getEvent } from "../../queries"
import {
  type AddFeedbackQuestion,
  type ChangeFeedbackQuestion,
  type MoveFeedbackQuestion,
  type TakeFeedbackQuestions,
  usualQuestions,
} from "./input"
import { hasFeedback, listFeedbackQuestions } from "./queries"

/** Nobody answers more than this about an afternoon. */
const MOST_QUESTIONS = 20

/** Questions of one event change one after the other, and only until somebody has answered them. */
async function holdQuestions(ctx: Ctx, eventId: string) {
  ensure(mayKeepEvents(ctx.actor), say("Only workers and managers can change what people are asked."))
  await ctx.tx
    .select({ id: bookableEvents.id })
    .from(bookableEvents)
    .where(eq(bookableEvents.id, eventId))
    .for("update")
  const event = await getEvent(ctx, eventId)
  if (await hasFeedback(ctx, eventId))
    throw new RuleBroken(say("People have answered these questions, so they stay as they are."))
  return { event, before: await listFeedbackQuestions(ctx, eventId) }
}

type Said = Omit<typeof feedbackQuestions.$inferInsert, "lioId" | "id" | "eventId" | "position">

async function putLast(ctx: Ctx, eventId: string, last: number, said: Said[]) {
  if (said.length === 0) return
  await ctx.tx
    .insert(feedbackQuestions)
    .values(said.map((fields, at) => ({ ...fields, lioId: ctx.lio.id, eventId, position: last + at + 1 })))
}

const noteChanged = (ctx: Ctx, { id, title }: { id: string; title: string }, from: unknown, to: unknown) =>
  record(ctx, {
    what: "event.questions_changed",
    subject: ["event", id],
    summary: say("Changed what people are asked after the event: {title}", { title }),
    from: { questions: from },
    to: { questions: to },
  })

/** Asks the usual questions of an event that was just added. Who may is settled before. */
export const askTheUsual = (ctx: Ctx, eventId: string) => putLast(ctx, eventId, 0, usualQuestions())

/** Puts a question last. */
export async function addFeedbackQuestion(ctx: Ctx, { eventId, ...fields }: AddFeedbackQuestion) {
  const { event, before } = await holdQuestions(ctx, eventId)
  if (before.length >= MOST_QUESTIONS)
    throw new RuleBroken(
      say("{most} questions are the most. Few people answer more than five.", { most: MOST_QUESTIONS }),
    )
  await putLast(ctx, eventId, before.at(-1)?.position ?? 0, [fields])
  await noteChanged(ctx, event, null, [fields.title])
  return { eventId, number: before.length + 1 }
}

const among = (questions: Question[], id: string) => found(questions.find((question) => question.id === id))

/** Changes a question. */
export async function changeFeedbackQuestion(ctx: Ctx, { id, eventId, ...fields }: ChangeFeedbackQuestion) {
  const { event, before } = await holdQuestions(ctx, eventId)
  const was = among(before, id)
  await ctx.tx.update(feedbackQuestions).set(fields).where(eq(feedbackQuestions.id, id))
  await noteChanged(ctx, event, [was.title], [fields.title])
  return { eventId }
}

/** Moves a question one place up or down, or to a place; beyond the ends of the list nothing happens. */
export async function moveFeedbackQuestion(ctx: Ctx, { eventId, ...move }: MoveFeedbackQuestion) {
  const { event, before } = await holdQuestions(ctx, eventId)
  const was = among(before, move.id)
  const ids = before.map((question) => question.id)
  const order = movedIn(ids, move)
  if (order) {
    await ctx.tx.execute(sql`
      update feedback_questions q set position = o.place
      from ${placesOf(order)} where q.id = o.id and q.position <> o.place`)
    await noteChanged(ctx, event, [was.title], [was.title])
  }
  return { eventId, number: (order ?? ids).indexOf(move.id) + 1 }
}

/** Removes a question. Without any, nobody is asked how the event was. */
export async function removeFeedbackQuestion(ctx: Ctx, { id, eventId }: { id: string; eventId: string }) {
  const { event, before } = await holdQuestions(ctx, eventId)
  const was = among(before, id)
  await ctx.tx.delete(feedbackQuestions).where(eq(feedbackQuestions.id, id))
  await noteChanged(ctx, event, [was.title], null)
  return { eventId, title: was.title }
}

/** Puts the questions of another event, or the usual ones, in the place of those that stand. */
export async function takeFeedbackQuestions(ctx: Ctx, { eventId, from }: TakeFeedbackQuestions) {
  const { event, before } = await holdQuestions(ctx, eventId)
  if (from !== "usual") await getEvent(ctx, from)
  const taken: Said[] =
    from === "usual"
      ? usualQuestions()
      : (await listFeedbackQuestions(ctx, from)).map(({ id: _id, position: _position, ...fields }) => fields)
  if (taken.length === 0)
    throw new RuleBroken(say("That event doesn’t ask anything. Choose another."), "from")
  await ctx.tx.delete(feedbackQuestions).where(eq(feedbackQuestions.eventId, eventId))
  await putLast(ctx, eventId, 0, taken)
  const titles = (questions: { title: string }[]) => questions.map(({ title }) => title)
  await noteChanged(ctx, event, titles(before), titles(taken as Question[]))
  return { eventId, count: taken.length }
}
