import { sql } from "drizzle-orm"
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import type { AnswerValue } from "./asking"
import { belongs, id, lioId, moment } from "./columns"
import { consultations, questions } from "./consultations"
import { people } from "./people"

/**
 * What groups said whose answers are named to nobody: apart from who answered, each question by itself, with no time and in
 * no order. Written once, as the consultation closes.
 */
export const unnamedAnswers = pgTable(
  "unnamed_answers",
  {
    lioId: lioId(),
    id: id(),
    consultationId: uuid("consultation_id").notNull(),
    questionId: uuid("question_id").notNull(),
    value: jsonb("value").$type<AnswerValue>().notNull(),
    quotable: boolean("quotable").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.consultationId, t.lioId, consultations, "cascade"),
    belongs(t.questionId, t.lioId, questions, "cascade"),
    index("unnamed_answers_consultation").on(t.lioId, t.consultationId),
    index("unnamed_answers_question").on(t.lioId, t.questionId),
  ],
)

/**
 * The editions of a consultation’s numbers: the first as they stood when it closed, later ones with what was corrected.
 * Everything that tells them afterwards reads the latest. Never changed.
 */
export const consultationResults = pgTable(
  "consultation_results",
  {
    lioId: lioId(),
    consultationId: uuid("consultation_id").notNull(),
    edition: integer("edition").notNull().default(1),
    asked: integer("asked").notNull(),
    answered: integer("answered").notNull(),
    /** Of those answered, how many staff typed in from paper or a call. */
    onBehalf: integer("on_behalf").notNull(),
    /** Told us that they have nothing to say. */
    nothing: integer("nothing").notNull(),
    /** Who stood where, with the facts of that day, and the tables of each question. */
    content: jsonb("content").notNull(),
    /** All that anybody may read of it, worded as it was asked (`EditionDocument`); none in those from before it was kept. */
    document: jsonb("document"),
    /** What is corrected against the edition before; none in the first. */
    change: text("change"),
    madeBy: uuid("made_by"),
    frozenAt: moment("frozen_at").notNull(),
    /** SHA-256 of the document as canonical JSON, or of the numbers where it has none. */
    digest: text("digest").notNull().default(""),
    publishedAt: moment("published_at"),
    publishedBy: uuid("published_by"),
    withdrawnAt: moment("withdrawn_at"),
    withdrawnBy: uuid("withdrawn_by"),
    withdrawnReason: text("withdrawn_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.consultationId, t.edition] }),
    belongs(t.consultationId, t.lioId, consultations, "cascade"),
    belongs(t.madeBy, t.lioId, people),
    belongs(t.publishedBy, t.lioId, people),
    belongs(t.withdrawnBy, t.lioId, people),
    check("consultation_results_from_one", sql`${t.edition} >= 1`),
    index("consultation_results_made_by").on(t.lioId, t.madeBy),
    index("consultation_results_published_by").on(t.lioId, t.publishedBy),
    index("consultation_results_withdrawn_by").on(t.lioId, t.withdrawnBy),
  ],
)
