import { sql } from "drizzle-orm"
import { check, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { findable } from "../findable"
import { belongs, createdAt, id, lioId, moment } from "./columns"
import { responses } from "./consultations"
import { areas, groups, terms } from "./groups"
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
    areaId: uuid("area_id"),
    themeId: uuid("theme_id"),
    /** What is being done about it. */
    response: text("response"),
    openedAt: createdAt(),
    openedBy: uuid("opened_by"),
    closedAt: moment("closed_at"),
    closedReason: text("closed_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.areaId, t.lioId, areas),
    belongs(t.themeId, t.lioId, terms),
    belongs(t.openedBy, t.lioId, people),
    index("needs_opened").on(t.lioId, t.openedAt),
    index("needs_area").on(t.lioId, t.areaId),
    index("needs_opened_by").on(t.lioId, t.openedBy),
    index("needs_theme").on(t.lioId, t.themeId),
  ],
)

/** Where a need was heard: in a session, in a group's answer, in a passage, in a topic. One of the four. */
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
    belongs(t.addedBy, t.lioId, people),
    index("need_evidence_need").on(t.lioId, t.needId),
    index("need_evidence_session").on(t.lioId, t.sessionId),
    index("need_evidence_response").on(t.lioId, t.responseId),
    index("need_evidence_passage").on(t.lioId, t.passageId),
    index("need_evidence_topic").on(t.lioId, t.topicId),
    check(
      "need_evidence_one",
      sql`num_nonnulls(${t.sessionId}, ${t.responseId}, ${t.passageId}, ${t.topicId}) = 1`,
    ),
    index("need_evidence_added_by").on(t.lioId, t.addedBy),
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
