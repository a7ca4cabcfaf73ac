import { index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import type { AnswerValue } from "./asking"
import { belongs, id, lioId, moment } from "./columns"
import { consultations } from "./consultations"

/**
 * What somebody says to a consultation for themselves and not for a group. It counts once they have confirmed it with the
 * link in their email, apart from what groups say. Their address goes when the consultation closes.
 */
export const individualAnswers = pgTable(
  "individual_answers",
  {
    lioId: lioId(),
    id: id(),
    consultationId: uuid("consultation_id").notNull(),
    email: text("email"),
    /** What was typed last, by question, whether confirmed or not. */
    typed: jsonb("typed").$type<Record<string, AnswerValue>>().notNull(),
    /** What counts; null until it is confirmed. */
    answers: jsonb("answers").$type<Record<string, AnswerValue>>(),
    typedAt: moment("typed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.consultationId, t.lioId, consultations, "cascade"),
    uniqueIndex("individual_answers_once").on(t.lioId, t.consultationId, t.email),
    index("individual_answers_of").on(t.lioId, t.consultationId),
  ],
)
