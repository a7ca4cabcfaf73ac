import { boolean, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { belongs, id, lioId, moment } from "./columns"
import { consultations, questions } from "./consultations"
import { groups } from "./groups"
import { people } from "./people"

/** At which question somebody of a group was last, so that colleagues see who is there. For the group alone. */
export const answeringNow = pgTable(
  "answering_now",
  {
    lioId: lioId(),
    consultationId: uuid("consultation_id").notNull(),
    groupId: uuid("group_id").notNull(),
    personId: uuid("person_id").notNull(),
    questionId: uuid("question_id").notNull(),
    seenAt: moment("seen_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.consultationId, t.groupId, t.personId] }),
    belongs(t.consultationId, t.lioId, consultations, "cascade"),
    belongs(t.groupId, t.lioId, groups, "cascade"),
    belongs(t.personId, t.lioId, people, "cascade"),
    belongs(t.questionId, t.lioId, questions, "cascade"),
    index("answering_now_group").on(t.lioId, t.groupId),
    index("answering_now_person").on(t.lioId, t.personId),
    index("answering_now_question").on(t.lioId, t.questionId),
  ],
)

/** What colleagues of a group say to each other about a question while they answer it. For the group alone, never for staff. */
export const answerComments = pgTable(
  "answer_comments",
  {
    lioId: lioId(),
    id: id(),
    consultationId: uuid("consultation_id").notNull(),
    groupId: uuid("group_id").notNull(),
    questionId: uuid("question_id").notNull(),
    personId: uuid("person_id").notNull(),
    words: text("words").notNull(),
    saidAt: moment("said_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.consultationId, t.lioId, consultations, "cascade"),
    belongs(t.groupId, t.lioId, groups, "cascade"),
    belongs(t.questionId, t.lioId, questions, "cascade"),
    belongs(t.personId, t.lioId, people, "cascade"),
    index("answer_comments_consultation").on(t.lioId, t.consultationId, t.groupId, t.questionId),
    index("answer_comments_group").on(t.lioId, t.groupId),
    index("answer_comments_person").on(t.lioId, t.personId),
    index("answer_comments_question").on(t.lioId, t.questionId),
  ],
)

/** Whether two people of a group sign its answers off. */
export const signingRules = pgTable(
  "signing_rules",
  {
    lioId: lioId(),
    groupId: uuid("group_id").notNull(),
    two: boolean("two").notNull(),
    setAt: moment("set_at").notNull(),
    setBy: uuid("set_by"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.groupId] }),
    belongs(t.groupId, t.lioId, groups, "cascade"),
    belongs(t.setBy, t.lioId, people),
    index("signing_rules_set_by").on(t.lioId, t.setBy),
  ],
)
