import { sql } from "drizzle-orm"
import { check, date, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { findable } from "../findable"
import { FUNCTIONS, REPEATS, SESSION_KINDS, SESSION_PLACES } from "../vocabulary"
import { cases } from "./cases"
import { audience, belongs, createdAt, id, lioId, moment, oneOf, word } from "./columns"
import { enquiries } from "./enquiries"
import { groups } from "./groups"
import { people } from "./people"

/** A kind of work of the LIO's own, beside the usual ones: of which usual kind it is, and what it counts for. */
export const sessionTypes = pgTable(
  "session_types",
  {
    lioId: lioId(),
    id: id(),
    name: text("name").notNull(),
    kind: word<keyof typeof SESSION_KINDS>("kind").notNull(),
    function: word<keyof typeof FUNCTIONS>("function").notNull(),
    createdAt: createdAt(),
    /** Offered no more. Sessions that have it keep it. */
    retiredAt: moment("retired_at"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    oneOf("session_types_kind", t.kind, SESSION_KINDS),
    oneOf("session_types_function", t.function, FUNCTIONS),
  ],
)

/** A usual kind of work that the LIO doesn't offer. */
export const sessionKindsLeftOut = pgTable(
  "session_kinds_left_out",
  { lioId: lioId(), kind: word<keyof typeof SESSION_KINDS>("kind").notNull() },
  (t) => [
    primaryKey({ columns: [t.lioId, t.kind] }),
    oneOf("session_kinds_left_out_kind", t.kind, SESSION_KINDS),
  ],
)

/** A piece of work with one or more groups. */
export const sessions = pgTable(
  "sessions",
  {
    lioId: lioId(),
    id: id(),
    on: date("on").notNull(),
    minutes: integer("minutes").notNull().default(30),
    kind: word<keyof typeof SESSION_KINDS>("kind").notNull().default("advice"),
    /** The LIO's own kind of work; none: it is called what the usual kind is called. */
    typeId: uuid("type_id"),
    function: word<keyof typeof FUNCTIONS>("function").notNull().default("support"),
    /** Where it was; null: nobody said. */
    place: word<keyof typeof SESSION_PLACES>("place"),
    note: text("note").notNull(),
    /** The case that it is part of. */
    caseId: uuid("case_id"),
    byPersonId: uuid("by_person_id").notNull(),
    createdAt: createdAt(),
    editedAt: moment("edited_at"),
    undoneAt: moment("undone_at"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.byPersonId, t.lioId, people),
    belongs(t.caseId, t.lioId, cases),
    belongs(t.typeId, t.lioId, sessionTypes),
    index("sessions_case").on(t.lioId, t.caseId),
    index("sessions_type").on(t.lioId, t.typeId),
    index("sessions_on").on(t.lioId, t.on, t.id),
    index("sessions_by").on(t.lioId, t.byPersonId, t.on),
    oneOf("sessions_kind", t.kind, SESSION_KINDS),
    oneOf("sessions_function", t.function, FUNCTIONS),
    oneOf("sessions_place", t.place, SESSION_PLACES),
    check("sessions_minutes", sql`${t.minutes} between 0 and 1440`),
  ],
)

export const sessionGroups = pgTable(
  "session_groups",
  { lioId: lioId(), sessionId: uuid("session_id").notNull(), groupId: uuid("group_id").notNull() },
  (t) => [
    primaryKey({ columns: [t.lioId, t.sessionId, t.groupId] }),
    belongs(t.sessionId, t.lioId, sessions, "cascade"),
    belongs(t.groupId, t.lioId, groups),
    index("session_groups_group").on(t.lioId, t.groupId, t.sessionId),
  ],
)

/** Enquiries that a session was about: people with an idea and no group yet. */
export const sessionEnquiries = pgTable(
  "session_enquiries",
  { lioId: lioId(), sessionId: uuid("session_id").notNull(), enquiryId: uuid("enquiry_id").notNull() },
  (t) => [
    primaryKey({ columns: [t.lioId, t.sessionId, t.enquiryId] }),
    belongs(t.sessionId, t.lioId, sessions, "cascade"),
    belongs(t.enquiryId, t.lioId, enquiries, "cascade"),
    index("session_enquiries_enquiry").on(t.lioId, t.enquiryId),
  ],
)

export const sessionPeople = pgTable(
  "session_people",
  { lioId: lioId(), sessionId: uuid("session_id").notNull(), personId: uuid("person_id").notNull() },
  (t) => [
    primaryKey({ columns: [t.lioId, t.sessionId, t.personId] }),
    belongs(t.sessionId, t.lioId, sessions, "cascade"),
    belongs(t.personId, t.lioId, people, "cascade"),
    index("session_people_person").on(t.lioId, t.personId),
  ],
)

/** A next step: what, who, when. */
export const tasks = pgTable(
  "tasks",
  {
    lioId: lioId(),
    id: id(),
    what: text("what").notNull(),
    groupId: uuid("group_id"),
    sessionId: uuid("session_id"),
    caseId: uuid("case_id"),
    /** Who may read it: the people of a confidential case, or all staff. */
    audience: audience(),
    assigneeId: uuid("assignee_id"),
    dueOn: date("due_on"),
    repeats: word<keyof typeof REPEATS>("repeats"),
    /** The due day that the repeats are counted from: the 31st stays the 31st after a February, and snoozing moves none. */
    repeatsFrom: date("repeats_from"),
    /** The task that it repeats. */
    followsId: uuid("follows_id"),
    /** The colleague who handed it over to whoever does it now. */
    handedBy: uuid("handed_by"),
    handedAt: moment("handed_at"),
    createdAt: createdAt(),
    createdBy: uuid("created_by"),
    doneAt: moment("done_at"),
    doneBy: uuid("done_by"),
    droppedAt: moment("dropped_at"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.groupId, t.lioId, groups, "cascade"),
    belongs(t.sessionId, t.lioId, sessions, "cascade"),
    belongs(t.caseId, t.lioId, cases, "cascade"),
    belongs(t.assigneeId, t.lioId, people),
    belongs(t.createdBy, t.lioId, people),
    belongs(t.doneBy, t.lioId, people),
    belongs(t.handedBy, t.lioId, people),
    foreignKey({ columns: [t.lioId, t.followsId], foreignColumns: [t.lioId, t.id] }).onDelete("cascade"),
    oneOf("tasks_repeats", t.repeats, REPEATS),
    check("tasks_repeats_from", sql`(${t.repeats} is null) = (${t.repeatsFrom} is null)`),
    index("tasks_assignee").on(t.lioId, t.assigneeId, t.doneAt, t.dueOn),
    index("tasks_group").on(t.lioId, t.groupId),
    index("tasks_session").on(t.lioId, t.sessionId),
    index("tasks_case").on(t.lioId, t.caseId),
    index("tasks_created_by").on(t.lioId, t.createdBy),
    index("tasks_done_by").on(t.lioId, t.doneBy),
    index("tasks_handed_by").on(t.lioId, t.handedBy),
    index("tasks_follows").on(t.lioId, t.followsId),
  ],
)

/** How sessions are found by words. */
export const findableSessions = findable({
  table: "sessions",
  kind: "session",
  title: "left(note, 120)",
  folded: "left(note, 2000)",
  words: "note",
  audience: "'staff'",
  gone: "undone_at is not null",
  looksAt: ["note", "undone_at"],
})
