import { date, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { findable } from "../findable"
import { ASK_REPLIES } from "../vocabulary"
import { belongs, createdAt, id, lioId, moment, oneOf, word } from "./columns"
import { consultations } from "./consultations"
import { groups } from "./groups"
import { passages } from "./passages"
import { people } from "./people"

/** What the groups' answers become: asks of a statutory body, with the evidence pinned to each. */
export const representations = pgTable(
  "representations",
  {
    lioId: lioId(),
    id: id(),
    title: text("title").notNull(),
    bodyId: uuid("body_id").notNull(),
    /** The officer or committee it goes to. */
    addressee: text("addressee"),
    consultationId: uuid("consultation_id"),
    introduction: text("introduction"),
    createdAt: createdAt(),
    createdBy: uuid("created_by"),
    sentOn: date("sent_on"),
    /** The published version that was sent. */
    sentVersion: integer("sent_version"),
    replyDueOn: date("reply_due_on"),
    acknowledgedOn: date("acknowledged_on"),
    repliedOn: date("replied_on"),
    /** In a sentence: what the body decided, or why nothing changed. */
    outcome: text("outcome"),
    closedAt: moment("closed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.bodyId, t.lioId, groups),
    belongs(t.consultationId, t.lioId, consultations),
    belongs(t.createdBy, t.lioId, people),
    index("representations_body").on(t.lioId, t.bodyId),
    index("representations_consultation").on(t.lioId, t.consultationId),
    index("representations_created_by").on(t.lioId, t.createdBy),
  ],
)

export const asks = pgTable(
  "asks",
  {
    lioId: lioId(),
    id: id(),
    representationId: uuid("representation_id").notNull(),
    position: integer("position").notNull(),
    text: text("text").notNull(),
    why: text("why"),
    /** Who should do it, with what, and by when, as far as it is said. */
    byWhom: text("by_whom"),
    withWhat: text("with_what"),
    byWhen: text("by_when"),
    acknowledgedOn: date("acknowledged_on"),
    /** The last reply that was filed (ask_replies), which is the one that counts. */
    reply: word<keyof typeof ASK_REPLIES>("reply"),
    replyText: text("reply_text"),
    repliedOn: date("replied_on"),
    /** What then really happened: the last that was filed (ask_outcomes). */
    outcome: text("outcome"),
    outcomeOn: date("outcome_on"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.representationId, t.lioId, representations, "cascade"),
    index("asks_representation").on(t.lioId, t.representationId, t.position),
    oneOf("asks_reply", t.reply, ASK_REPLIES),
  ],
)

/** A passage is evidence for an ask. */
export const askPassages = pgTable(
  "ask_passages",
  { lioId: lioId(), askId: uuid("ask_id").notNull(), passageId: uuid("passage_id").notNull() },
  (t) => [
    primaryKey({ columns: [t.lioId, t.askId, t.passageId] }),
    belongs(t.askId, t.lioId, asks, "cascade"),
    belongs(t.passageId, t.lioId, passages),
    index("ask_passages_passage").on(t.lioId, t.passageId),
  ],
)

/** A frozen version, at an address of its own that can be cited and never changes. */
export const representationVersions = pgTable(
  "representation_versions",
  {
    lioId: lioId(),
    representationId: uuid("representation_id").notNull(),
    version: integer("version").notNull(),
    content: jsonb("content").notNull(),
    publishedAt: moment("published_at").notNull(),
    publishedBy: uuid("published_by"),
    /** SHA-256 of all it says, worked out by the database (db/rules/frozen.ts). */
    digest: text("digest").notNull().default(""),
    withdrawnAt: moment("withdrawn_at"),
    withdrawnBy: uuid("withdrawn_by"),
    withdrawnReason: text("withdrawn_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.representationId, t.version] }),
    belongs(t.withdrawnBy, t.lioId, people),
    belongs(t.representationId, t.lioId, representations, "cascade"),
    belongs(t.publishedBy, t.lioId, people),
    index("representation_versions_published_by").on(t.lioId, t.publishedBy),
    index("representation_versions_withdrawn_by").on(t.lioId, t.withdrawnBy),
  ],
)

/** A quote that is shown no more in a version, since its group took back its consent; a trigger keeps them (db/rules/redactions.ts). */
export const quoteRedactions = pgTable(
  "quote_redactions",
  {
    lioId: lioId(),
    representationId: uuid("representation_id").notNull(),
    version: integer("version").notNull(),
    passageId: uuid("passage_id").notNull(),
    redactedAt: moment("redacted_at").notNull(),
    /** The group agreed again. */
    restoredAt: moment("restored_at"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.representationId, t.version, t.passageId] }),
    belongs(t.representationId, t.lioId, representations, "cascade"),
    belongs(t.passageId, t.lioId, passages, "cascade"),
    index("quote_redactions_passage").on(t.lioId, t.passageId),
  ],
)

/** A contributing group was told what came of it. `letters`: to how many people; 0 when nobody could be written to. */
export const loopLetters = pgTable(
  "loop_letters",
  {
    lioId: lioId(),
    representationId: uuid("representation_id").notNull(),
    groupId: uuid("group_id").notNull(),
    toldAt: moment("told_at").notNull(),
    letters: integer("letters").notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.representationId, t.groupId] }),
    belongs(t.representationId, t.lioId, representations, "cascade"),
    belongs(t.groupId, t.lioId, groups, "cascade"),
    index("loop_letters_group").on(t.lioId, t.groupId),
  ],
)

/** How representations are found by words. */
export const findableRepresentations = findable({
  table: "representations",
  kind: "representation",
  title: "title",
  folded: "title",
  words: "concat_ws(' ', title, introduction)",
  audience: "'staff'",
  gone: "false",
  looksAt: ["title", "introduction"],
})
