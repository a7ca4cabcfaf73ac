import { sql } from "drizzle-orm"
import { check, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { belongs, id, lioId, moment } from "./columns"
import { questions } from "./consultations"
import { groups } from "./groups"
import { people } from "./people"

/**
 * A statement that a group wants to put to the others. Nobody else sees it until staff have looked at it: then it is shown,
 * or turned down with a reason.
 */
export const proposedStatements = pgTable(
  "proposed_statements",
  {
    lioId: lioId(),
    id: id(),
    questionId: uuid("question_id").notNull(),
    groupId: uuid("group_id").notNull(),
    body: text("body").notNull(),
    proposedAt: moment("proposed_at").notNull(),
    proposedBy: uuid("proposed_by"),
    judgedAt: moment("judged_at"),
    judgedBy: uuid("judged_by"),
    /** Why it isn't shown. */
    reason: text("reason"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.questionId, t.lioId, questions, "cascade"),
    belongs(t.groupId, t.lioId, groups, "cascade"),
    belongs(t.proposedBy, t.lioId, people),
    belongs(t.judgedBy, t.lioId, people),
    check("proposed_statements_judged", sql`${t.reason} is null or ${t.judgedAt} is not null`),
    index("proposed_statements_question").on(t.lioId, t.questionId),
    index("proposed_statements_group").on(t.lioId, t.groupId),
    index("proposed_statements_proposed_by").on(t.lioId, t.proposedBy),
    index("proposed_statements_judged_by").on(t.lioId, t.judgedBy),
  ],
)
