import { sql } from "drizzle-orm"
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core"
import { HEALTH_ANSWERS } from "../vocabulary"
import { belongs, createdAt, id, lioId, moment, oneOf, word } from "./columns"
import { groups, terms } from "./groups"
import { people } from "./people"
import { resources } from "./resources"

/** What is opened where an answer is weak: a guide by its name in the address, a resource, the next events of a theme, and whether a session can be asked for. */
export type Help = {
  guide: string | null
  resourceId: string | null
  themeId: string | null
  offersSession: boolean
}
/** A question as a set has it: what is asked, what helps to answer it, and what helps then. */
export type SetQuestion = { question: string; hint: string | null } & Help

/** A set of questions of the LIO's own. `starter`: the set of the installation in whose place it stands. */
export const questionSets = pgTable(
  "question_sets",
  {
    lioId: lioId(),
    id: id(),
    starter: text("starter"),
    name: text("name").notNull(),
    questions: jsonb("questions").$type<SetQuestion[]>().notNull(),
    createdAt: createdAt(),
    changedAt: moment("changed_at"),
    retiredAt: moment("retired_at"),
  },
  (t) => [primaryKey({ columns: [t.lioId, t.id] })],
)

/** A health check of one group, or its re-check. It belongs to the group: staff read its answers while it agrees. */
export const healthChecks = pgTable(
  "health_checks",
  {
    lioId: lioId(),
    id: id(),
    groupId: uuid("group_id").notNull(),
    /** The check that this one repeats. */
    earlierId: uuid("earlier_id"),
    askedAt: moment("asked_at").notNull(),
    askedById: uuid("asked_by_id"),
    startedAt: moment("started_at"),
    handedInAt: moment("handed_in_at"),
    handedInById: uuid("handed_in_by_id"),
    /** When the group last agreed that staff read it, and since when it doesn’t any more. */
    consentedAt: moment("consented_at"),
    withdrawnAt: moment("withdrawn_at"),
    /** Who said either, where it is somebody we know. */
    consentById: uuid("consent_by_id"),
    /** The day on which it is to be done again. */
    recheckOn: date("recheck_on"),
    /** When the group was reminded, once, that it isn’t finished. */
    remindedAt: moment("reminded_at"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.groupId, t.lioId, groups),
    foreignKey({ columns: [t.lioId, t.earlierId], foreignColumns: [t.lioId, t.id] }),
    belongs(t.askedById, t.lioId, people),
    belongs(t.handedInById, t.lioId, people),
    belongs(t.consentById, t.lioId, people),
    index("health_checks_group").on(t.lioId, t.groupId, t.askedAt),
    index("health_checks_earlier").on(t.lioId, t.earlierId),
    index("health_checks_asked_by").on(t.lioId, t.askedById),
    index("health_checks_handed_in_by").on(t.lioId, t.handedInById),
    index("health_checks_consent_by").on(t.lioId, t.consentById),
    check("health_checks_withdrawn", sql`${t.withdrawnAt} is null or ${t.consentedAt} is not null`),
  ],
)

/** A question of a check as it was asked, with its answer. What is changed in its set later changes nothing here. */
export const healthCheckQuestions = pgTable(
  "health_check_questions",
  {
    lioId: lioId(),
    id: id(),
    checkId: uuid("check_id").notNull(),
    position: integer("position").notNull(),
    /** The set that it is of: by its name in the installation, or its id. */
    setKey: text("set_key").notNull(),
    setName: text("set_name").notNull(),
    question: text("question").notNull(),
    hint: text("hint"),
    guide: text("guide"),
    resourceId: uuid("resource_id"),
    themeId: uuid("theme_id"),
    offersSession: boolean("offers_session").notNull().default(false),
    /** When the group asked for a session about it, and who did. */
    sessionAskedAt: moment("session_asked_at"),
    sessionAskedById: uuid("session_asked_by_id"),
    answer: word<keyof typeof HEALTH_ANSWERS>("answer"),
    answeredAt: moment("answered_at"),
    answeredById: uuid("answered_by_id"),
    /** Counts the answers given, so that nobody overwrites what somebody else has just said. */
    version: integer("version").notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.checkId, t.lioId, healthChecks, "cascade"),
    belongs(t.answeredById, t.lioId, people),
    belongs(t.sessionAskedById, t.lioId, people),
    belongs(t.resourceId, t.lioId, resources),
    belongs(t.themeId, t.lioId, terms),
    index("health_check_questions_session_by").on(t.lioId, t.sessionAskedById),
    index("health_check_questions_resource").on(t.lioId, t.resourceId),
    index("health_check_questions_theme").on(t.lioId, t.themeId),
    index("health_check_questions_check").on(t.lioId, t.checkId, t.position),
    index("health_check_questions_answered_by").on(t.lioId, t.answeredById),
    oneOf("health_check_questions_answer", t.answer, HEALTH_ANSWERS),
  ],
)

/** Each answer that was given to a question, the one that stands as well: who answered what, and when. */
export const healthCheckAnswers = pgTable(
  "health_check_answers",
  {
    lioId: lioId(),
    id: id(),
    checkId: uuid("check_id").notNull(),
    questionId: uuid("question_id").notNull(),
    answer: word<keyof typeof HEALTH_ANSWERS>("answer").notNull(),
    at: moment("at").notNull(),
    byPersonId: uuid("by_person_id"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.checkId, t.lioId, healthChecks, "cascade"),
    belongs(t.questionId, t.lioId, healthCheckQuestions, "cascade"),
    belongs(t.byPersonId, t.lioId, people),
    index("health_check_answers_check").on(t.lioId, t.checkId),
    index("health_check_answers_question").on(t.lioId, t.questionId, t.at),
    index("health_check_answers_by").on(t.lioId, t.byPersonId),
    oneOf("health_check_answers_answer", t.answer, HEALTH_ANSWERS),
  ],
)

/** Something that a group means to do after its check. */
export const healthCheckSteps = pgTable(
  "health_check_steps",
  {
    lioId: lioId(),
    id: id(),
    checkId: uuid("check_id").notNull(),
    questionId: uuid("question_id"),
    what: text("what").notNull(),
    /** Who does it, in the group’s own words. */
    who: text("who"),
    dueOn: date("due_on"),
    doneOn: date("done_on"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.checkId, t.lioId, healthChecks, "cascade"),
    belongs(t.questionId, t.lioId, healthCheckQuestions),
    index("health_check_steps_check").on(t.lioId, t.checkId),
    index("health_check_steps_question").on(t.lioId, t.questionId),
  ],
)
