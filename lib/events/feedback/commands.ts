import "server-only"
import { eventFeedback } from "@/db/schema"
import type { AnswerValue } from "@/db/schema/asking"
import { readingAll } from "../../access/audiences"
import type { Ctx } from "../../access/ctx"
import { holdsLink } from "../../access/may"
import { needAnswer, parseAnswer } from "../../consultations/answering/input"
import type { Question } from "../../consultations/queries"
import { isAnswered } from "../../consultations/words"
import { ensure, found, RuleBroken } from "../../errors"
import { say } from "../../words"
import { listPartiesOf } from "../booking/queries"
import type { Typed } from "./input"
import { mayJudge } from "./queries"
import { listFeedbackQuestions } from "./questions/queries"

/** What was said to one question. A refusal names the question's own field. */
function answerTo(question: Question, { answer, says }: Typed = {}): AnswerValue {
  try {
    const value = parseAnswer(question, answer, { says: says || null })
    needAnswer(question, value)
    return value
  } catch (refusal) {
    if (!(refusal instanceof RuleBroken)) throw refusal
    throw new RuleBroken(refusal.message, `${refusal.field ?? "answer"}-${question.id}`)
  }
}

/**
 * Says how an event was, with the link of a booking; said again, it is what was said last. It isn't in the history, for its
 * time there would tell who said it.
 */
export async function judgeEvent(ctx: Ctx, { id, said }: { id: string; said: Record<string, Typed> }) {
  ensure(holdsLink(ctx.actor, "booking", id))
  const party = found((await listPartiesOf(ctx, [id]))[0])
  if (!mayJudge(ctx, party))
    throw new RuleBroken(say("You can tell us how it was once it’s over, if you had a place."))
  const questions = await listFeedbackQuestions(ctx, party.eventId)
  const answers = Object.fromEntries(
    questions
      .map((question) => [question.id, answerTo(question, said[question.id])] as const)
      .filter(([, value]) => isAnswered(value)),
  )
  if (Object.keys(answers).length === 0) throw new RuleBroken(say("Answer at least one of the questions."))
  const row = { answers, saidAt: ctx.now }
  await readingAll(ctx, "feedback is for staff to read", () =>
    ctx.tx
      .insert(eventFeedback)
      .values({ lioId: ctx.lio.id, answerId: id, ...row })
      .onConflictDoUpdate({ target: [eventFeedback.lioId, eventFeedback.answerId], set: row }),
  )
}
