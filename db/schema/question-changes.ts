import { sql } from "drizzle-orm"
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core"
import { belongs, id, lioId, moment } from "./columns"
import { consultations, questions } from "./consultations"
import { people } from "./people"

/** What a question says: what of it may change while it is open. */
export type QuestionWords = { title: string; help: string | null; options: string[] }

/** A question was put right while groups could answer it: each time one version more of the questions. Never changed. */
export const questionChanges = pgTable(
  "question_changes",
  {
    lioId: lioId(),
    id: id(),
    consultationId: uuid("consultation_id").notNull(),
    questionId: uuid("question_id").notNull(),
    /** Of all the questions together: 1 is as they opened. */
    version: integer("version").notNull(),
    was: jsonb("was").$type<QuestionWords>().notNull(),
    now: jsonb("now").$type<QuestionWords>().notNull(),
    reason: text("reason").notNull(),
    /** How many groups had sent their answers. */
    answered: integer("answered").notNull(),
    changedAt: moment("changed_at").notNull(),
    changedBy: uuid("changed_by"),
    /** When those groups were emailed; empty until they are. */
    toldAt: moment("told_at"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.consultationId, t.lioId, consultations, "cascade"),
    belongs(t.questionId, t.lioId, questions, "cascade"),
    belongs(t.changedBy, t.lioId, people),
    check("question_changes_from_two", sql`${t.version} >= 2`),
    uniqueIndex("question_changes_version").on(t.lioId, t.consultationId, t.version),
    index("question_changes_question").on(t.lioId, t.questionId),
    index("question_changes_changed_by").on(t.lioId, t.changedBy),
  ],
)
