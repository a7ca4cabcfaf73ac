import { sql } from "drizzle-orm"
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core"
import { findable } from "../findable"
import {
  CONSULTATION_QUESTIONS,
  type FAIRNESS,
  LANGUAGES,
  NAMING,
  PARTS,
  SOURCE_ANSWERS,
} from "../vocabulary"
import { type AnswerValue, asked } from "./asking"
import { audience, belongs, createdAt, id, lioId, moment, oneOf, word } from "./columns"
import { groups } from "./groups"
import { networks } from "./networks"
import { people } from "./people"

/** Something groups are asked. Its state follows from its dates. */
export const consultations = pgTable(
  "consultations",
  {
    lioId: lioId(),
    id: id(),
    title: text("title").notNull(),
    about: text("about"),
    /** The body whose plans it concerns, or none. */
    bodyId: uuid("body_id"),
    /** Whom it asks: the groups of a network, or of a list's query string (a saved view's, frozen at opening). */
    networkId: uuid("network_id"),
    viewQuery: text("view_query"),
    /** Said before starting: about how long, and who sees what. */
    minutes: integer("minutes").notNull().default(10),
    /**
     * `body`: numbers are shown whole, and a quote has its group's name. Otherwise small numbers are held back and quotes
     * have no name; with `nobody` the answers themselves are sealed until it closes, and then kept without their groups.
     */
    naming: word<keyof typeof NAMING>("naming").notNull().default("body"),
    /** What the key of sealed answers is made with and the proof of that key, in base64; gone once it has closed (decision 047). */
    sealSalt: text("seal_salt"),
    /** By what its numbers are split, said before anybody answers. `every`: by everything, for named ones only. */
    partsBy: word<keyof typeof PARTS>("parts_by").notNull().default("none"),
    /** People may answer for themselves, besides the groups; they are counted apart. */
    individuals: boolean("individuals").notNull().default(false),
    periodReason: text("period_reason"),
    /** How it is fair, by principle, in the LIO's words: the checklist that is kept with it. */
    fairness: jsonb("fairness").$type<Partial<Record<keyof typeof FAIRNESS, string>>>().notNull().default({}),
    /** Each change of the closing time while it was open, in order; times in ISO 8601. */
    closingChanges: jsonb("closing_changes")
      .$type<{ at: string; from: string; to: string; reason: string | null }[]>()
      .notNull()
      .default([]),
    /** A body's own consultation that this one follows: where it is to be read, when it closes there, and who answers it. */
    sourceUrl: text("source_url"),
    sourceClosesOn: date("source_closes_on"),
    sourceAnswers: word<keyof typeof SOURCE_ANSWERS>("source_answers"),
    /** The invitation: its subject where that is not the title, and words of the LIO's own before the rest. */
    emailSubject: text("email_subject"),
    emailWords: text("email_words"),
    closesAt: moment("closes_at"),
    openedAt: moment("opened_at"),
    closedAt: moment("closed_at"),
    /** It was stopped before it closed, with a reason that everybody who was asked reads. */
    stoppedAt: moment("stopped_at"),
    stoppedReason: text("stopped_reason"),
    /** The outcome is required to finish: what came of it, or why nothing changed. */
    outcome: text("outcome"),
    finishedAt: moment("finished_at"),
    /** Rises with each change of the draft: two editors never overwrite silently. */
    version: integer("version").notNull().default(1),
    createdAt: createdAt(),
    createdBy: uuid("created_by"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.bodyId, t.lioId, groups),
    belongs(t.networkId, t.lioId, networks),
    belongs(t.createdBy, t.lioId, people),
    index("consultations_closes").on(t.lioId, t.closesAt),
    oneOf("consultations_parts_by", t.partsBy, PARTS),
    oneOf("consultations_naming", t.naming, NAMING),
    oneOf("consultations_source_answers", t.sourceAnswers, SOURCE_ANSWERS),
    index("consultations_body").on(t.lioId, t.bodyId),
    index("consultations_created_by").on(t.lioId, t.createdBy),
    index("consultations_network").on(t.lioId, t.networkId),
  ],
)

export const questions = pgTable(
  "questions",
  {
    lioId: lioId(),
    id: id(),
    consultationId: uuid("consultation_id").notNull(),
    ...asked(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.consultationId, t.lioId, consultations, "cascade"),
    index("questions_consultation").on(t.lioId, t.consultationId, t.position),
    oneOf("questions_kind", t.kind, CONSULTATION_QUESTIONS),
  ],
)

/** Groups that a draft asks one by one, besides its audience. */
export const alsoAsked = pgTable(
  "also_asked",
  {
    lioId: lioId(),
    consultationId: uuid("consultation_id").notNull(),
    groupId: uuid("group_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.consultationId, t.groupId] }),
    belongs(t.consultationId, t.lioId, consultations, "cascade"),
    belongs(t.groupId, t.lioId, groups, "cascade"),
    index("also_asked_group").on(t.lioId, t.groupId),
  ],
)

/** A group was asked. Frozen when the consultation opens; more may be added while it is open. */
export const invitations = pgTable(
  "invitations",
  {
    lioId: lioId(),
    consultationId: uuid("consultation_id").notNull(),
    groupId: uuid("group_id").notNull(),
    invitedAt: moment("invited_at").notNull(),
    /** When a reminder goes that was asked for at night; empty when nothing is planned. */
    reminderDueAt: moment("reminder_due_at"),
    remindedAt: moment("reminded_at"),
    declinedAt: moment("declined_at"),
    /** When somebody of the group first had a question before them. */
    openedAt: moment("opened_at"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.consultationId, t.groupId] }),
    belongs(t.consultationId, t.lioId, consultations, "cascade"),
    belongs(t.groupId, t.lioId, groups, "cascade"),
    index("invitations_group").on(t.lioId, t.groupId),
  ],
)

/** The one live answer of a group. Counted only once signed off. */
export const responses = pgTable(
  "responses",
  {
    lioId: lioId(),
    id: id(),
    consultationId: uuid("consultation_id").notNull(),
    groupId: uuid("group_id").notNull(),
    reference: text("reference").notNull(),
    startedAt: moment("started_at").notNull(),
    startedBy: uuid("started_by"),
    /** Entered by staff from paper or a call. */
    onBehalf: boolean("on_behalf").notNull().default(false),
    /** Its words may be quoted in papers that anybody can read. */
    quotable: boolean("quotable"),
    /** Its words may be quoted where the groups that were asked read the results. */
    quotableToGroups: boolean("quotable_to_groups"),
    /** Somebody of the group told its lead that the draft is ready to be sent. */
    readyAt: moment("ready_at"),
    readyBy: uuid("ready_by"),
    /** The first of two who sign, where the group has two: who, when, and which state of the answers. */
    firstSignedAt: moment("first_signed_at"),
    firstSignedBy: uuid("first_signed_by"),
    firstSignedState: text("first_signed_state"),
    signedOffAt: moment("signed_off_at"),
    signedOffBy: uuid("signed_off_by"),
    /** It was counted when the consultation closed: it stays among the answers whatever becomes of its group. */
    counted: boolean("counted").notNull().default(false),
    /** Counts sign-offs: 0 while a first draft. */
    version: integer("version").notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.consultationId, t.lioId, consultations, "cascade"),
    belongs(t.groupId, t.lioId, groups, "cascade"),
    belongs(t.startedBy, t.lioId, people),
    belongs(t.readyBy, t.lioId, people),
    belongs(t.firstSignedBy, t.lioId, people),
    belongs(t.signedOffBy, t.lioId, people),
    check("responses_quotable", sql`${t.quotable} is not true or ${t.quotableToGroups} is true`),
    uniqueIndex("responses_one_a_group").on(t.lioId, t.consultationId, t.groupId),
    index("responses_group").on(t.lioId, t.groupId),
    index("responses_ready_by").on(t.lioId, t.readyBy),
    index("responses_first_signed_by").on(t.lioId, t.firstSignedBy),
    index("responses_signed_off_by").on(t.lioId, t.signedOffBy),
    index("responses_started_by").on(t.lioId, t.startedBy),
  ],
)

/** What the draft says now to one question. `revision` rises with each save: two editors never overwrite silently. */
export const answers = pgTable(
  "answers",
  {
    lioId: lioId(),
    audience: audience(),
    responseId: uuid("response_id").notNull(),
    questionId: uuid("question_id").notNull(),
    value: jsonb("value").$type<AnswerValue>().notNull(),
    revision: integer("revision").notNull().default(1),
    savedAt: moment("saved_at").notNull(),
    savedBy: uuid("saved_by"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.responseId, t.questionId] }),
    belongs(t.responseId, t.lioId, responses, "cascade"),
    belongs(t.questionId, t.lioId, questions, "cascade"),
    belongs(t.savedBy, t.lioId, people),
    index("answers_question").on(t.lioId, t.questionId),
    index("answers_saved_by").on(t.lioId, t.savedBy),
  ],
)

/** What an answer said before somebody changed it: earlier words are kept. */
export const answerRevisions = pgTable(
  "answer_revisions",
  {
    lioId: lioId(),
    audience: audience(),
    responseId: uuid("response_id").notNull(),
    questionId: uuid("question_id").notNull(),
    revision: integer("revision").notNull(),
    value: jsonb("value").$type<AnswerValue>().notNull(),
    savedAt: moment("saved_at").notNull(),
    savedBy: uuid("saved_by"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.responseId, t.questionId, t.revision] }),
    belongs(t.responseId, t.lioId, responses, "cascade"),
    belongs(t.questionId, t.lioId, questions, "cascade"),
    belongs(t.savedBy, t.lioId, people),
    index("answer_revisions_question").on(t.lioId, t.questionId),
    index("answer_revisions_saved_by").on(t.lioId, t.savedBy),
  ],
)

/** What a group signed off, each time it did. Results and passages read the latest one, never the draft. Never changed. */
export const responseVersions = pgTable(
  "response_versions",
  {
    lioId: lioId(),
    audience: audience(),
    responseId: uuid("response_id").notNull(),
    version: integer("version").notNull(),
    answers: jsonb("answers").$type<Record<string, AnswerValue>>().notNull(),
    signedOffAt: moment("signed_off_at").notNull(),
    signedOffBy: uuid("signed_off_by"),
    signedOffName: text("signed_off_name").notNull(),
    /** Typed in by staff from paper or a call. */
    onBehalf: boolean("on_behalf").notNull().default(false),
    /** In which language the questions were read, where that wasn’t English. Never of answers that are named to nobody. */
    language: word<keyof typeof LANGUAGES>("language"),
    /** SHA-256 of all it says, worked out by the database (db/rules/frozen.ts). */
    digest: text("digest").notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.responseId, t.version] }),
    oneOf("response_versions_language", t.language, LANGUAGES),
    belongs(t.responseId, t.lioId, responses, "cascade"),
    belongs(t.signedOffBy, t.lioId, people),
    check("response_versions_from_one", sql`${t.version} >= 1`),
    index("response_versions_signed_off_by").on(t.lioId, t.signedOffBy),
  ],
)

/** How consultations are found by words. */
export const findableConsultations = findable({
  table: "consultations",
  kind: "consultation",
  title: "title",
  folded: "title",
  words: "concat_ws(' ', title, about)",
  audience: "case when opened_at is null then 'staff' else 'consultation:' || id end",
  gone: "false",
  looksAt: ["title", "about", "opened_at"],
})
