import "server-only"
import { eq, sql } from "drizzle-orm"
import { eventFeedback } from "@/db/schema"
import type { AnswerValue } from "@/db/schema/asking"
import { readingAll } from "../../access/audiences"
import type { Ctx } from "../../access/ctx"
import { severalFields } from "../../consultations/answering/several/input"
import { numbersOf, type QuestionNumbers } from "../../consultations/results/numbers"
import { LEAST } from "../../consultations/small-numbers"
import { ensure } from "../../errors"
import { say } from "../../words"
import type { Party } from "../booking/queries"
import { maySeeAllEvents } from "../policy"
import { listFeedbackQuestions } from "./questions/queries"

/** Whether whoever booked may say how it was: it is over, and somebody of the booking came or had a place. */
export const mayJudge = (ctx: Ctx, { endsAt, cancelledAt, dates, places }: Party) =>
  endsAt <= ctx.now &&
  !cancelledAt &&
  dates.every((date) => date.endsAt <= ctx.now || date.cancelledAt) &&
  places.some(({ state, came }) => came ?? state === "yes")

/** The questions to a booking, with what it has said of its event already, as its own form holds it. */
export const getOwnFeedback = (ctx: Ctx, party: Party) =>
  readingAll(ctx, "the link of a booking shows what was said with it", async () => {
    const [questions, [row]] = await Promise.all([
      listFeedbackQuestions(ctx, party.eventId),
      ctx.tx.select().from(eventFeedback).where(eq(eventFeedback.answerId, party.id)),
    ])
    return { questions, said: severalFields(questions, row?.answers ?? {}) }
  })

/** A question's numbers, and what was written to it. */
export type QuestionSaid = QuestionNumbers & { written: string[] }

/**
 * What those who came to a date said of it, or to a course (`dateId` null), without their names, counted as the answers to consultations are. For staff;
 * no questions while fewer than five have answered, for what they wrote would tell who said it.
 */
export async function getFeedback(ctx: Ctx, eventId: string, dateId: string | null) {
  ensure(maySeeAllEvents(ctx.actor), say("Only staff can see feedback."))
  const [questions, [row]] = await Promise.all([
    listFeedbackQuestions(ctx, eventId),
    ctx.tx.execute<{ asked: number; said: Record<string, AnswerValue>[] }>(sql`
      with booked as (
        select a.id, a.email, exists (select from calendar_answers x
          where (x.id = a.id or x.whole_id = a.id) and (x.state = 'yes' or x.came_at is not null)) as had
        from calendar_answers a join calendar_occurrences o on o.id = a.occurrence_id
        where a.answered_by_id is null and o.date_id = ${eventId}
          and ${dateId ? sql`o.id = ${dateId} and a.whole_id is null` : sql`a.whole_id = a.id`})
      select (select count(*)::int from booked where email is not null and had) as asked,
        coalesce((select json_agg(f.answers) from event_feedback f join booked b on b.id = f.answer_id), '[]') as said`),
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
