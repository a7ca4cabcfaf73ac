import { sql } from "drizzle-orm"
import { check, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { audience, belongs, createdAt, id, lioId, lioIdOfOwner, moment } from "./columns"
import { groups } from "./groups"
import { people } from "./people"

/** What happened, who did it, and to what: the audit log and every group's timeline. Append-only for the app. */
export const events = pgTable(
  "events",
  {
    lioId: lioId(),
    id: id(),
    at: moment("at").notNull(),
    /** In the past tense: need.opened */
    what: text("what").notNull(),
    summary: text("summary").notNull(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: uuid("subject_id"),
    groupId: uuid("group_id"),
    actorId: uuid("actor_id"),
    actorName: text("actor_name").notNull(),
    /** Who may read it (db/rules/audiences.ts). */
    audience: audience(),
    /** page, import, command, job or email */
    via: text("via").notNull(),
    from: jsonb("from"),
    to: jsonb("to"),
    /** When a person's details in it gave way to a mark (db/rules/erasing.ts). */
    erasedAt: moment("erased_at"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.groupId, t.lioId, groups, "cascade"),
    index("events_group").on(t.lioId, t.groupId, t.at, t.id),
    index("events_subject").on(t.lioId, t.subjectKind, t.subjectId, t.at),
    index("events_at").on(t.lioId, t.at),
  ],
)

/** Of whom an event tells beside its subject and whoever acted: so their details in it are found by key. */
export const eventPeople = pgTable(
  "event_people",
  {
    lioId: lioIdOfOwner(),
    id: id(),
    eventId: uuid("event_id").notNull(),
    personId: uuid("person_id"),
    /** The address of somebody who is no person of the LIO yet. */
    email: text("email"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.eventId, t.lioId, events, "cascade"),
    index("event_people_event").on(t.lioId, t.eventId),
    index("event_people_person").on(t.lioId, t.personId),
    index("event_people_email").on(t.lioId, t.email),
    check("event_people_one", sql`num_nonnulls(${t.personId}, ${t.email}) = 1`),
  ],
)

/** Each form that was sent, by its key: a double click writes once and shows the first result. */
export const submissions = pgTable(
  "submissions",
  {
    lioId: lioId(),
    key: uuid("key").notNull(),
    personId: uuid("person_id"),
    action: text("action").notNull(),
    /** Where the form led, and the banner shown there. */
    result: jsonb("result").$type<SubmissionResult>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.key] }),
    index("submissions_created").on(t.lioId, t.createdAt),
    index("submissions_person").on(t.lioId, t.personId),
  ],
)

export type SubmissionResult = {
  to: string
  /** It was only tried: the form stays as it is typed, with the banner over its fields. */
  stays?: true
  banner?: {
    text: string
    kind?: "done" | "note" | "problem"
    links?: { label: string; href: string }[]
    /** What a button beside the words takes back (the room that did it knows how: `undo.ts`), and the page to go back to. */
    undo?: { what: string; id: string; back?: string }
  }
}

/** Text typed into a form that was closed before it was sent. */
export const drafts = pgTable(
  "drafts",
  {
    lioId: lioId(),
    personId: uuid("person_id").notNull(),
    /** Which form: session.new, topic.new:<network> … */
    form: text("form").notNull(),
    values: jsonb("values").$type<Record<string, string | string[]>>().notNull(),
    savedAt: moment("saved_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.personId, t.form] }),
    belongs(t.personId, t.lioId, people, "cascade"),
  ],
)
