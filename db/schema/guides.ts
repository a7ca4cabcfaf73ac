import { sql } from "drizzle-orm"
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core"
import { GUIDE_STAGES, type NATIONS } from "../vocabulary"
import { belongs, createdAt, id, lioId, moment, oneOf, word } from "./columns"
import { groups } from "./groups"
import { people } from "./people"
import { sessions } from "./sessions"

type Nation = keyof typeof NATIONS

/** What a guide says, however far it has come. */
const said = () => ({
  title: text("title").notNull(),
  /** What somebody can do once they have read it, in a sentence. */
  summary: text("summary").notNull(),
  /** For which nations it holds. */
  nations: text("nations").array().$type<Nation[]>().notNull(),
  /** In Markdown. */
  body: text("body").notNull(),
  /** The names in the address of guides that go with it. */
  related: text("related").array().notNull().default([]),
})

/** A guide that comes with the installation, in every version that there was: the same for every LIO. */
export const sharedGuides = pgTable(
  "shared_guides",
  {
    slug: text("slug").notNull(),
    version: integer("version").notNull(),
    /** Its place in the list, from 1. */
    position: integer("position").notNull(),
    ...said(),
    /** When its facts were last checked, and when they are to be checked again. */
    checkedOn: date("checked_on").notNull(),
    reviewOn: date("review_on").notNull(),
    publishedAt: moment("published_at").notNull(),
    /** SHA-256 of the file it came from. */
    digest: text("digest").notNull(),
  },
  (t) => [primaryKey({ columns: [t.slug, t.version] })],
)

/** A guide of the LIO's own, or its own in place of the installation's of the same name in the address. */
export const guides = pgTable(
  "guides",
  {
    lioId: lioId(),
    id: id(),
    slug: text("slug").notNull(),
    /** The version that is published; null: none yet. */
    version: integer("version"),
    /** Whose task it is to see that it stays right. */
    ownerId: uuid("owner_id"),
    checkedOn: date("checked_on"),
    reviewOn: date("review_on"),
    /** The review that a task was made for. */
    reviewTaskFor: date("review_task_for"),
    retiredAt: moment("retired_at"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    unique("guides_slug").on(t.lioId, t.slug),
    belongs(t.ownerId, t.lioId, people),
    index("guides_owner").on(t.lioId, t.ownerId),
  ],
)

/** What is being written of a guide: for staff. */
export const guideDrafts = pgTable(
  "guide_drafts",
  {
    lioId: lioId(),
    guideId: uuid("guide_id").notNull(),
    ...said(),
    stage: word<keyof typeof GUIDE_STAGES>("stage").notNull().default("draft"),
    /** Goes up with every change. */
    revision: integer("revision").notNull().default(1),
    editedAt: moment("edited_at").notNull(),
    editedBy: uuid("edited_by"),
    /** Who checked what stands here now. */
    checkedBy: uuid("checked_by"),
    checkedAt: moment("checked_at"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.guideId] }),
    belongs(t.guideId, t.lioId, guides, "cascade"),
    belongs(t.editedBy, t.lioId, people),
    belongs(t.checkedBy, t.lioId, people),
    index("guide_drafts_edited_by").on(t.lioId, t.editedBy),
    index("guide_drafts_checked_by").on(t.lioId, t.checkedBy),
    oneOf("guide_drafts_stage", t.stage, GUIDE_STAGES),
  ],
)

/** A published version, at an address of its own. It never changes. */
export const guideVersions = pgTable(
  "guide_versions",
  {
    lioId: lioId(),
    guideId: uuid("guide_id").notNull(),
    version: integer("version").notNull(),
    ...said(),
    /** What changed, in a sentence. */
    change: text("change").notNull(),
    /** Who wrote and who checked it, by the names they had. */
    writtenBy: text("written_by").notNull(),
    checkedBy: text("checked_by"),
    publishedAt: moment("published_at").notNull(),
    /** SHA-256 of all it says, worked out by the database (db/rules/frozen.ts). */
    digest: text("digest").notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.guideId, t.version] }),
    belongs(t.guideId, t.lioId, guides, "cascade"),
  ],
)

/** A guide of the installation that the LIO does not show. */
export const hiddenGuides = pgTable(
  "hidden_guides",
  { lioId: lioId(), slug: text("slug").notNull(), hiddenAt: moment("hidden_at").notNull() },
  (t) => [primaryKey({ columns: [t.lioId, t.slug] })],
)

/** Whether a guide was useful to somebody who read it, and why. */
export const guideRemarks = pgTable(
  "guide_remarks",
  {
    lioId: lioId(),
    id: id(),
    slug: text("slug").notNull(),
    version: integer("version").notNull(),
    useful: boolean("useful").notNull(),
    why: text("why"),
    saidAt: moment("said_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    index("guide_remarks_slug").on(t.lioId, t.slug, t.saidAt),
  ],
)

/** A guide was sent to a group by email, or given in a session: to each of its groups, or to somebody who has none yet. */
export const sentGuides = pgTable(
  "sent_guides",
  {
    lioId: lioId(),
    id: id(),
    slug: text("slug").notNull(),
    version: integer("version").notNull(),
    groupId: uuid("group_id"),
    sessionId: uuid("session_id"),
    byPersonId: uuid("by_person_id"),
    sentAt: moment("sent_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.groupId, t.lioId, groups, "cascade"),
    belongs(t.sessionId, t.lioId, sessions, "cascade"),
    belongs(t.byPersonId, t.lioId, people),
    index("sent_guides_slug").on(t.lioId, t.slug),
    index("sent_guides_group").on(t.lioId, t.groupId),
    index("sent_guides_session").on(t.lioId, t.sessionId),
    index("sent_guides_by").on(t.lioId, t.byPersonId),
    check("sent_guides_where", sql`num_nonnulls(${t.groupId}, ${t.sessionId}) > 0`),
  ],
)
