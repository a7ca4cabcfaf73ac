import "server-only"
import { eq, sql } from "drizzle-orm"
import { eventFeedback } from "@/db/schema"
import type { AnswerValue } from "@/db/schema/consultations"
import { readingAll } from "../../access/audiences"
import type { Ctx } from "../../access/ctx"
import { answerField } from "../../consultations/answering/input"
import { numbersOf, type QuestionNumbers } from "../../consultations/results/numbers"
import { LEAST } from "../../consultations/small-numbers"
import { ensure } from "../../errors"
import { say } from "../../words"
import type { Party } from "../booking/queries"
import { maySeeAllEvents } from "../policy"
import { listFeedbackQuestions } from "./questions/queries"

/** Whether whoever booked may say how it was: it is over, and somebody of the booking came or had a place. */
export const mayJudge = (ctx: Ctx, { endsAt, cancelledAt, places }: Party) =>
  endsAt <= ctx.now && !cancelledAt && places.some(({ state, came }) => came ?? state === "yes")

/** The questions to a booking, with what it has said of its event already, as its own form holds it. */
export const getOwnFeedback = (ctx: Ctx, party: Party) =>
  readingAll(ctx, "the link of a booking shows what was said with it", async () => {
    const [questions, [row]] = await Promise.all([
      listFeedbackQuestions(ctx, party.eventId),
      ctx.tx.select().from(eventFeedback).where(eq(eventFeedback.answerId, party.id)),
    ])
    const said = Object.entries(row?.answers ?? {}).flatMap(([id, value]) => [
      [`answer-${id}`, answerField(value)],
      [`says-${id}`, value.says],
    ])
    return { questions, said: Object.fromEntries(said) as Record<string, string | string[] | undefined> }
  })

/** A question's numbers, and what was written to it. */
export type QuestionSaid = QuestionNumbers & { written: string[] }

/**
 * What those who came to a date said of it, without their names, counted as the answers to consultations are. For staff;
 * no questions while fewer than five have answered, for what they wrote would tell who said it.
 */
export async function getFeedback(ctx: Ctx, { eventId, id }: { eventId: string; id: string }) {
  ensure(maySeeAllEvents(ctx.actor), say("Only staff can see feedback."))
  const [questions, [row]] = await Promise.all([
    listFeedbackQuestions(ctx, eventId),
    ctx.tx.execute<{ asked: number; said: Record<string, AnswerValue>[] }>(sql`
      select (select count(*)::int from calendar_answers a where a.occurrence_id = ${id} and a.answered_by_id is null and a.email is not null
          and (a.state = 'yes' or a.came_at is not null)) as asked,
        coalesce(json_agg(f.answers order by md5(f.answers::text)), '[]') as said
      from event_feedback f join calendar_answers a on a.id = f.answer_id where a.occurrence_id = ${id}`),
  ])
  const { asked = 0, said = [] } = row ?? {}
  const heard = said.map((answers, at) => ({ groupId: String(at), answers }))
  const numbers = said.length < LEAST ? [] : numbersOf(questions, heard, new Map(), "none", "people")
  const writtenTo = (questionId: string) => [
    ...new Set(
      said.flatMap((answers) => answers[questionId]?.text ?? answers[questionId]?.says ?? []).toSorted(),
    ),
  ]
  return {
    asked,
    answered: said.length,
    least: LEAST,
    asks: questions.length > 0,
    questions: numbers.map((one): QuestionSaid => ({ ...one, written: writtenTo(one.id) })),
  }
}
