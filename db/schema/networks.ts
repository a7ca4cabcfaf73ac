import { sql } from "drizzle-orm"
import { boolean, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { findable } from "../findable"
import { WATCH_LEVELS } from "../vocabulary"
import { audience, belongs, createdAt, id, lioId, moment, oneOf, word } from "./columns"
import { groups } from "./groups"
import { people } from "./people"

/** A forum of groups with its topics. */
export const networks = pgTable(
  "networks",
  {
    lioId: lioId(),
    id: id(),
    name: text("name").notNull(),
    about: text("about"),
    /** Groups ask and staff let them in, instead of joining at once. */
    byRequest: boolean("by_request").notNull().default(false),
    createdAt: createdAt(),
    closedAt: moment("closed_at"),
    /** Counts the changes: who saves with an older one is shown both. */
    version: integer("version").notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.lioId, t.id] }), index("networks_name").on(t.lioId, t.name)],
)

/** A group in a network: asked, joined, left. */
export const networkGroups = pgTable(
  "network_groups",
  {
    lioId: lioId(),
    networkId: uuid("network_id").notNull(),
    groupId: uuid("group_id").notNull(),
    askedAt: moment("asked_at"),
    askedBy: uuid("asked_by"),
    joinedAt: moment("joined_at"),
    leftAt: moment("left_at"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.networkId, t.groupId] }),
    belongs(t.networkId, t.lioId, networks, "cascade"),
    belongs(t.groupId, t.lioId, groups, "cascade"),
    belongs(t.askedBy, t.lioId, people),
    index("network_groups_group").on(t.lioId, t.groupId),
    index("network_groups_asked_by").on(t.lioId, t.askedBy),
  ],
)

/** How much one person hears of one network. Without a row: `new`. */
export const networkWatches = pgTable(
  "network_watches",
  {
    lioId: lioId(),
    networkId: uuid("network_id").notNull(),
    personId: uuid("person_id").notNull(),
    level: word<keyof typeof WATCH_LEVELS>("level").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.networkId, t.personId] }),
    belongs(t.networkId, t.lioId, networks, "cascade"),
    belongs(t.personId, t.lioId, people, "cascade"),
    oneOf("network_watches_level", t.level, WATCH_LEVELS),
    index("network_watches_person").on(t.lioId, t.personId),
  ],
)

export const topics = pgTable(
  "topics",
  {
    lioId: lioId(),
    id: id(),
    networkId: uuid("network_id").notNull(),
    title: text("title").notNull(),
    /** Who began it, and for which group (none: for the LIO). */
    personId: uuid("person_id").notNull(),
    groupId: uuid("group_id"),
    createdAt: createdAt(),
    lastPostAt: moment("last_post_at").notNull(),
    posts: integer("posts").notNull().default(1),
    pinnedAt: moment("pinned_at"),
    closedAt: moment("closed_at"),
    summary: text("summary"),
    decision: text("decision"),
    /** When the decision was put there or last changed: people hear of it as of something new. */
    decidedAt: moment("decided_at"),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.networkId, t.lioId, networks, "cascade"),
    belongs(t.personId, t.lioId, people),
    belongs(t.groupId, t.lioId, groups),
    index("topics_network").on(
      t.lioId,
      t.networkId,
      sql`(${t.pinnedAt} is not null) desc`,
      sql`${t.lastPostAt} desc`,
    ),
    index("topics_group").on(t.lioId, t.groupId),
    index("topics_person").on(t.lioId, t.personId),
  ],
)

/** A post: the first of a topic and each reply. */
export const posts = pgTable(
  "posts",
  {
    lioId: lioId(),
    id: id(),
    audience: audience(),
    topicId: uuid("topic_id").notNull(),
    personId: uuid("person_id").notNull(),
    groupId: uuid("group_id"),
    /** Markdown as it was typed. */
    body: text("body").notNull(),
    /** The body as safe HTML, made by lib/markdown.ts when it was saved: reading a topic costs no rendering. */
    html: text("html").notNull(),
    /** Which post it answers, if it says so. */
    replyTo: uuid("reply_to"),
    createdAt: createdAt(),
    editedAt: moment("edited_at"),
    hiddenAt: moment("hidden_at"),
    hiddenReason: text("hidden_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.topicId, t.lioId, topics, "cascade"),
    belongs(t.personId, t.lioId, people),
    belongs(t.groupId, t.lioId, groups),
    index("posts_topic").on(t.lioId, t.topicId, t.createdAt, t.id),
    index("posts_group").on(t.lioId, t.groupId),
    index("posts_person").on(t.lioId, t.personId),
    index("posts_reply_to").on(t.lioId, t.replyTo),
  ],
)

/** A post names a person or a group with @. */
export const mentions = pgTable(
  "mentions",
  {
    lioId: lioId(),
    id: id(),
    postId: uuid("post_id").notNull(),
    personId: uuid("person_id"),
    groupId: uuid("group_id"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.postId, t.lioId, posts, "cascade"),
    belongs(t.personId, t.lioId, people, "cascade"),
    belongs(t.groupId, t.lioId, groups, "cascade"),
    index("mentions_person").on(t.lioId, t.personId),
    index("mentions_post").on(t.lioId, t.postId),
    index("mentions_group").on(t.lioId, t.groupId),
  ],
)

/** Up to when a person has read a topic, and how much they want to hear of it. */
export const topicReads = pgTable(
  "topic_reads",
  {
    lioId: lioId(),
    topicId: uuid("topic_id").notNull(),
    personId: uuid("person_id").notNull(),
    readAt: moment("read_at"),
    level: word<keyof typeof WATCH_LEVELS>("level"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.topicId, t.personId] }),
    belongs(t.topicId, t.lioId, topics, "cascade"),
    belongs(t.personId, t.lioId, people, "cascade"),
    oneOf("topic_reads_level", t.level, WATCH_LEVELS),
    index("topic_reads_person").on(t.lioId, t.personId),
  ],
)

/** How topics are found by words. */
export const findableTopics = findable({
  table: "topics",
  kind: "topic",
  title: "title",
  folded: "title",
  words: "concat_ws(' ', title, summary, decision)",
  audience: "'network:' || network_id",
  gone: "false",
  looksAt: ["title", "summary", "decision"],
})

/** How networks are found by words. */
export const findableNetworks = findable({
  table: "networks",
  kind: "network",
  title: "name",
  folded: "name",
  words: "concat_ws(' ', name, about)",
  audience: "'network:' || id",
  gone: "false",
  looksAt: ["name", "about"],
})
