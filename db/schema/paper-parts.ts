import { sql } from "drizzle-orm"
import { check, date, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { PAPER_PARTS, PIN_KINDS, SESSION_KINDS } from "../vocabulary"
import { belongs, createdAt, id, lioId, oneOf, word } from "./columns"
import { questions } from "./consultations"
import { needs } from "./needs"
import { topics } from "./networks"
import { passages } from "./passages"
import { people } from "./people"
import { asks, representations } from "./representations"

/** A heading or a paragraph of a paper, before its asks. Its id is its anchor in every version. */
export const paperParts = pgTable(
  "paper_parts",
  {
    lioId: lioId(),
    id: id(),
    representationId: uuid("representation_id").notNull(),
    position: integer("position").notNull(),
    kind: word<keyof typeof PAPER_PARTS>("kind").notNull(),
    text: text("text").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.representationId, t.lioId, representations, "cascade"),
    index("paper_parts_of").on(t.lioId, t.representationId, t.position),
    oneOf("paper_parts_kind", t.kind, PAPER_PARTS),
  ],
)

/** What stands behind a paragraph or an ask; passages behind an ask are kept in ask_passages alone. */
export const paperPins = pgTable(
  "paper_pins",
  {
    lioId: lioId(),
    id: id(),
    representationId: uuid("representation_id").notNull(),
    askId: uuid("ask_id"),
    partId: uuid("part_id"),
    /** The sentence of a paragraph that it stands behind; null: all of it. */
    sentence: text("sentence"),
    kind: word<keyof typeof PIN_KINDS>("kind").notNull(),
    passageId: uuid("passage_id"),
    questionId: uuid("question_id"),
    needId: uuid("need_id"),
    topicId: uuid("topic_id"),
    /** Sessions are counted from one day to another, of one kind of work or all. */
    sessionKind: word<keyof typeof SESSION_KINDS>("session_kind"),
    fromDay: date("from_day"),
    untilDay: date("until_day"),
    /** An official figure: what it counts, how much, who says so, of when, and where that stands. */
    title: text("title"),
    figure: text("figure"),
    source: text("source"),
    on: date("on_day"),
    website: text("website"),
    createdAt: createdAt(),
    createdBy: uuid("created_by"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.representationId, t.lioId, representations, "cascade"),
    belongs(t.askId, t.lioId, asks, "cascade"),
    belongs(t.partId, t.lioId, paperParts, "cascade"),
    belongs(t.passageId, t.lioId, passages),
    belongs(t.questionId, t.lioId, questions),
    belongs(t.needId, t.lioId, needs),
    belongs(t.topicId, t.lioId, topics, "cascade"),
    belongs(t.createdBy, t.lioId, people),
    index("paper_pins_of").on(t.lioId, t.representationId),
    index("paper_pins_ask").on(t.lioId, t.askId),
    index("paper_pins_part").on(t.lioId, t.partId),
    index("paper_pins_passage").on(t.lioId, t.passageId),
    index("paper_pins_question").on(t.lioId, t.questionId),
    index("paper_pins_need").on(t.lioId, t.needId),
    index("paper_pins_topic").on(t.lioId, t.topicId),
    index("paper_pins_created_by").on(t.lioId, t.createdBy),
    oneOf("paper_pins_kind", t.kind, PIN_KINDS),
    oneOf("paper_pins_session_kind", t.sessionKind, SESSION_KINDS),
    check("paper_pins_where", sql`num_nonnulls(${t.askId}, ${t.partId}) = 1`),
    check("paper_pins_passage_at_part", sql`${t.passageId} is null or ${t.partId} is not null`),
  ],
)
