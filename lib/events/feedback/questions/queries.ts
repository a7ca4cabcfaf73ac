import "server-only"
import { asc, eq, sql } from "drizzle-orm"
import { feedbackQuestions } from "@/db/schema"
import { readingAll } from "../../../access/audiences"
import type { Ctx } from "../../../access/ctx"
import type { Question } from "../../../consultations/queries"

const columns = {
  id: feedbackQuestions.id,
  position: feedbackQuestions.position,
  kind: feedbackQuestions.kind,
  title: feedbackQuestions.title,
  help: feedbackQuestions.help,
  setting: feedbackQuestions.setting,
  required: feedbackQuestions.required,
}

/** What those who came to an event are asked, in order. Who may see it is settled before: staff, or the link of a booking. */
export const listFeedbackQuestions = (ctx: Ctx, eventId: string): Promise<Question[]> =>
  readingAll(ctx, "the link of a booking shows what it is asked", () =>
    ctx.tx
      .select(columns)
      .from(feedbackQuestions)
      .where(eq(feedbackQuestions.eventId, eventId))
      .orderBy(asc(feedbackQuestions.position), asc(feedbackQuestions.id)),
  )

/** Whether anybody has said yet how an event was: from then on its questions stay as they are. */
export async function hasFeedback(ctx: Ctx, eventId: string): Promise<boolean> {
  const [row] = await ctx.tx.execute<{ any: boolean }>(sql`
    select exists (select from event_feedback f join calendar_answers a on a.id = f.answer_id
      join calendar_occurrences o on o.id = a.occurrence_id where o.date_id = ${eventId}) as any`)
  return row?.any ?? false
}

/** The newest other events whose questions can be used again, to choose from. */
export async function listWithQuestions(
  ctx: Ctx,
  eventId: string,
): Promise<{ value: string; label: string }[]> {
  const rows = await ctx.tx.execute<{ value: string; label: string }>(sql`
    select d.id as value, d.title as label from calendar_dates d join bookable_events e on e.id = d.id
    where d.id <> ${eventId} and exists (select from feedback_questions q where q.event_id = d.id)
    order by e.created_at desc, d.id limit 30`)
  return [...rows]
}
