import { sql } from "drizzle-orm"
import { check, date, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { findable } from "../findable"
import { RESOURCE_KINDS, RESOURCE_READERS } from "../vocabulary"
import { audience, belongs, createdAt, id, lioId, lioIdOfOwner, moment, oneOf, word } from "./columns"
import { groups, terms } from "./groups"
import { people } from "./people"
import { sessions } from "./sessions"

/** Something of the LIO's library that groups are given: a file, a page elsewhere, or both. Its files stand in `files`. */
export const resources = pgTable(
  "resources",
  {
    lioId: lioId(),
    id: id(),
    title: text("title").notNull(),
    kind: word<keyof typeof RESOURCE_KINDS>("kind").notNull(),
    summary: text("summary"),
    link: text("link"),
    /** Whose task it is to see that it stays right. */
    ownerId: uuid("owner_id"),
    checkedOn: date("checked_on"),
    reviewOn: date("review_on").notNull(),
    /** The review that a task was made for. */
    reviewTaskFor: date("review_task_for"),
    /** Who can open it while it is in use. */
    openTo: word<keyof typeof RESOURCE_READERS>("open_to").notNull(),
    /** Who may read it now: once it is retired, staff. */
    audience: audience(),
    addedAt: createdAt(),
    addedBy: uuid("added_by"),
    changedAt: moment("changed_at"),
    retiredAt: moment("retired_at"),
    /** When the link was last tried, and how often in a row it has failed since. */
    linkTriedAt: moment("link_tried_at"),
    linkFailures: integer("link_failures").notNull().default(0),
    /** The words of its files, and of which contents they were read; null: none yet. */
    words: text("words"),
    wordsOf: text("words_of"),
    /** Contents that couldn’t be read, each by its digest, a space, and why. */
    unreadFiles: text("unread_files").array().notNull().default([]),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.ownerId, t.lioId, people),
    belongs(t.addedBy, t.lioId, people),
    index("resources_title").on(t.lioId, t.audience, t.title),
    index("resources_owner").on(t.lioId, t.ownerId),
    index("resources_added_by").on(t.lioId, t.addedBy),
    oneOf("resources_kind", t.kind, RESOURCE_KINDS),
    oneOf("resources_open_to", t.openTo, RESOURCE_READERS),
  ],
)

/** What a resource is about: words of the LIO's list of themes. */
export const resourceTerms = pgTable(
  "resource_terms",
  {
    lioId: lioIdOfOwner(),
    resourceId: uuid("resource_id").notNull(),
    termId: uuid("term_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.resourceId, t.termId] }),
    belongs(t.resourceId, t.lioId, resources, "cascade"),
    belongs(t.termId, t.lioId, terms, "cascade"),
    index("resource_terms_term").on(t.lioId, t.termId),
  ],
)

/** A resource was emailed to a group, or given in a session: to each of its groups, or to somebody who has none yet. */
export const sentResources = pgTable(
  "sent_resources",
  {
    lioId: lioId(),
    id: id(),
    resourceId: uuid("resource_id").notNull(),
    groupId: uuid("group_id"),
    sessionId: uuid("session_id"),
    byPersonId: uuid("by_person_id"),
    sentAt: moment("sent_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.resourceId, t.lioId, resources, "cascade"),
    belongs(t.groupId, t.lioId, groups, "cascade"),
    belongs(t.sessionId, t.lioId, sessions, "cascade"),
    belongs(t.byPersonId, t.lioId, people),
    index("sent_resources_resource").on(t.lioId, t.resourceId),
    index("sent_resources_group").on(t.lioId, t.groupId),
    index("sent_resources_session").on(t.lioId, t.sessionId),
    index("sent_resources_by").on(t.lioId, t.byPersonId),
    check("sent_resources_where", sql`num_nonnulls(${t.groupId}, ${t.sessionId}) > 0`),
  ],
)

/** How resources are found by words. */
export const findableResources = findable({
  table: "resources",
  kind: "resource",
  title: "title",
  folded: "title",
  words: "concat_ws(' ', title, summary, kind, words)",
  audience: "audience",
  gone: "retired_at is not null",
  looksAt: ["title", "summary", "kind", "words", "audience", "retired_at"],
})
