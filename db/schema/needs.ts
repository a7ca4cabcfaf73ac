import { sql } from "drizzle-orm"
import { check, date, foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { findable } from "../findable"
import { EVIDENCE_STRENGTHS, NEED_ENDINGS, NEED_STATUSES } from "../vocabulary"
import { belongs, createdAt, id, lioId, moment, oneOf, word } from "./columns"
import { responses } from "./consultations"
import { enquiries } from "./enquiries"
import { fundingSearches } from "./funding"
import { areas, groups, terms } from "./groups"
import { healthCheckQuestions, healthCheckSteps } from "./health-checks"
import { topics } from "./networks"
import { passages } from "./passages"
import { people } from "./people"
import { asks } from "./representations"
import { sessions } from "./sessions"

/** An unmet need of the district. */
export const needs = pgTable(
  "needs",
  {
    lioId: lioId(),
    id: id(),
    title: text("title").notNull(),
    about: text("about"),
    /** Who is affected. */
    affected: text("affected"),
    strength: word<keyof typeof EVIDENCE_STRENGTHS>("strength"),
    /** Why the evidence is as strong as that. */
    strengthWhy: text("strength_why"),
    /** What is being done about it. */
    response: text("response"),
    openedAt: createdAt(),
    openedBy: uuid("opened_by"),
    closedAt: moment("closed_at"),
    closedReason: text("closed_reason"),
    ending: word<keyof typeof NEED_ENDINGS>("ending"),
    /** The need that says the same. */
    mergedIntoId: uuid("merged_into_id"),
    /** What the public page says of it; it stands there from then on. */
    publicWords: text("public_words"),
    shownAt: moment("shown_at"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.openedBy, t.lioId, people),
    index("needs_opened").on(t.lioId, t.openedAt),
    index("needs_opened_by").on(t.lioId, t.openedBy),
    foreignKey({ columns: [t.lioId, t.mergedIntoId], foreignColumns: [t.lioId, t.id] }),
    index("needs_merged_into").on(t.lioId, t.mergedIntoId),
    oneOf("needs_strength", t.strength, EVIDENCE_STRENGTHS),
    oneOf("needs_ending", t.ending, NEED_ENDINGS),
    check("needs_merged", sql`(${t.ending} = 'merged') = (${t.mergedIntoId} is not null)`),
  ],
)

/** Where a need was heard: in a session, in a group's answer, in a passage, in a topic, in an enquiry, in an answer or a plan of a health check, or in what a group looks for money for. One of them. */
export const needEvidence = pgTable(
  "need_evidence",
  {
    lioId: lioId(),
    id: id(),
    needId: uuid("need_id").notNull(),
    sessionId: uuid("session_id"),
    responseId: uuid("response_id"),
    passageId: uuid("passage_id"),
    topicId: uuid("topic_id"),
    enquiryId: uuid("enquiry_id"),
    healthQuestionId: uuid("health_question_id"),
    healthStepId: uuid("health_step_id"),
    searchId: uuid("search_id"),
    addedAt: createdAt(),
    addedBy: uuid("added_by"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.needId, t.lioId, needs, "cascade"),
    belongs(t.sessionId, t.lioId, sessions, "cascade"),
    belongs(t.responseId, t.lioId, responses, "cascade"),
    belongs(t.passageId, t.lioId, passages, "cascade"),
    belongs(t.topicId, t.lioId, topics, "cascade"),
    belongs(t.enquiryId, t.lioId, enquiries, "cascade"),
    belongs(t.healthQuestionId, t.lioId, healthCheckQuestions, "cascade"),
    belongs(t.healthStepId, t.lioId, healthCheckSteps, "cascade"),
    belongs(t.searchId, t.lioId, fundingSearches, "cascade"),
    belongs(t.addedBy, t.lioId, people),
    index("need_evidence_need").on(t.lioId, t.needId),
    index("need_evidence_session").on(t.lioId, t.sessionId),
    index("need_evidence_response").on(t.lioId, t.responseId),
    index("need_evidence_passage").on(t.lioId, t.passageId),
    index("need_evidence_topic").on(t.lioId, t.topicId),
    index("need_evidence_enquiry").on(t.lioId, t.enquiryId),
    index("need_evidence_health_question").on(t.lioId, t.healthQuestionId),
    index("need_evidence_health_step").on(t.lioId, t.healthStepId),
    index("need_evidence_search").on(t.lioId, t.searchId),
    check(
      "need_evidence_one",
      sql`num_nonnulls(${t.sessionId}, ${t.responseId}, ${t.passageId}, ${t.topicId}, ${t.enquiryId}, ${t.healthQuestionId}, ${t.healthStepId}, ${t.searchId}) = 1`,
    ),
    index("need_evidence_added_by").on(t.lioId, t.addedBy),
  ],
)

/** A figure that speaks for a need, with where it comes from and of when it is. */
export const needFigures = pgTable(
  "need_figures",
  {
    lioId: lioId(),
    id: id(),
    needId: uuid("need_id").notNull(),
    words: text("words").notNull(),
    source: text("source").notNull(),
    website: text("website"),
    on: date("on_day").notNull(),
    addedAt: createdAt(),
    addedBy: uuid("added_by"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.needId, t.lioId, needs, "cascade"),
    belongs(t.addedBy, t.lioId, people),
    index("need_figures_need").on(t.lioId, t.needId),
    index("need_figures_added_by").on(t.lioId, t.addedBy),
  ],
)

/** An area in which something is needed; a need with none is one of the whole district. */
export const needAreas = pgTable(
  "need_areas",
  { lioId: lioId(), needId: uuid("need_id").notNull(), areaId: uuid("area_id").notNull() },
  (t) => [
    primaryKey({ columns: [t.lioId, t.needId, t.areaId] }),
    belongs(t.needId, t.lioId, needs, "cascade"),
    belongs(t.areaId, t.lioId, areas),
    index("need_areas_area").on(t.lioId, t.areaId),
  ],
)

/** A theme that a need is about. */
export const needThemes = pgTable(
  "need_themes",
  { lioId: lioId(), needId: uuid("need_id").notNull(), termId: uuid("term_id").notNull() },
  (t) => [
    primaryKey({ columns: [t.lioId, t.needId, t.termId] }),
    belongs(t.needId, t.lioId, needs, "cascade"),
    belongs(t.termId, t.lioId, terms),
    index("need_themes_term").on(t.lioId, t.termId),
  ],
)

/** A dated step that was taken about a need: what, by whom, and where it stands since. */
export const needSteps = pgTable(
  "need_steps",
  {
    lioId: lioId(),
    id: id(),
    needId: uuid("need_id").notNull(),
    on: date("on_day").notNull(),
    status: word<keyof typeof NEED_STATUSES>("status").notNull(),
    words: text("words").notNull(),
    /** Who takes it, as people say it: a group, a body, a colleague. */
    who: text("who"),
    addedAt: createdAt(),
    addedBy: uuid("added_by"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.needId, t.lioId, needs, "cascade"),
    belongs(t.addedBy, t.lioId, people),
    oneOf("need_steps_status", t.status, NEED_STATUSES),
    index("need_steps_need").on(t.lioId, t.needId, t.on),
    index("need_steps_added_by").on(t.lioId, t.addedBy),
  ],
)

/** A body was told of a need outside any representation: in a meeting, by letter or by email; and what it said. */
export const needTellings = pgTable(
  "need_tellings",
  {
    lioId: lioId(),
    id: id(),
    needId: uuid("need_id").notNull(),
    bodyId: uuid("body_id").notNull(),
    on: date("on_day").notNull(),
    words: text("words").notNull(),
    reply: text("reply"),
    repliedOn: date("replied_on"),
    addedAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.needId, t.lioId, needs, "cascade"),
    belongs(t.bodyId, t.lioId, groups),
    index("need_tellings_need").on(t.lioId, t.needId, t.on),
    index("need_tellings_body").on(t.lioId, t.bodyId),
    check("need_tellings_replied", sql`(${t.reply} is null) = (${t.repliedOn} is null)`),
  ],
)

/** A need was put to a body in an ask. */
export const needAsks = pgTable(
  "need_asks",
  { lioId: lioId(), needId: uuid("need_id").notNull(), askId: uuid("ask_id").notNull() },
  (t) => [
    primaryKey({ columns: [t.lioId, t.needId, t.askId] }),
    belongs(t.needId, t.lioId, needs, "cascade"),
    belongs(t.askId, t.lioId, asks, "cascade"),
    index("need_asks_ask").on(t.lioId, t.askId),
  ],
)

/** A group answers a need. */
export const needGroups = pgTable(
  "need_groups",
  { lioId: lioId(), needId: uuid("need_id").notNull(), groupId: uuid("group_id").notNull() },
  (t) => [
    primaryKey({ columns: [t.lioId, t.needId, t.groupId] }),
    belongs(t.needId, t.lioId, needs, "cascade"),
    belongs(t.groupId, t.lioId, groups, "cascade"),
    index("need_groups_group").on(t.lioId, t.groupId),
  ],
)

/** How needs are found by words. */
export const findableNeeds = findable({
  table: "needs",
  kind: "need",
  title: "title",
  folded: "title",
  words: "concat_ws(' ', title, about)",
  audience: "'staff'",
  gone: "false",
  looksAt: ["title", "about"],
})
