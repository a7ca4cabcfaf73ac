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
  uuid,
} from "drizzle-orm/pg-core"
import { findable } from "../findable"
import { ENQUIRY_SOURCES } from "../vocabulary"
import { belongs, createdAt, id, lioId, moment, oneOf, word } from "./columns"
import { groups } from "./groups"
import { people } from "./people"

/** Somebody with a group or an idea who came to the LIO: from its public page, by telephone, or another way. Not a group yet. */
export const enquiries = pgTable(
  "enquiries",
  {
    lioId: lioId(),
    id: id(),
    source: word<keyof typeof ENQUIRY_SOURCES>("source").notNull().default("page"),
    name: text("name").notNull(),
    email: text("email"),
    phone: text("phone"),
    /** Their group, or what they want to start. */
    about: text("about").notNull(),
    /** What help they are looking for. */
    wanted: text("wanted"),
    /** Where: a postcode or the name of a place. */
    place: text("place"),
    askedAt: moment("asked_at").notNull(),
    /** When it was begun on the way to a group, and the last time that something was done on it. */
    begunAt: moment("begun_at"),
    touchedAt: moment("touched_at"),
    helperId: uuid("helper_id"),
    /** The group that it became, and the day. */
    groupId: uuid("group_id"),
    becameOn: date("became_on"),
    doneAt: moment("done_at"),
    /** Who dealt with it. */
    doneBy: text("done_by"),
    /** Why they went no further. */
    endedBecause: text("ended_because"),
    /** A task was made of it. */
    tasked: boolean("tasked").notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.helperId, t.lioId, people),
    belongs(t.groupId, t.lioId, groups),
    index("enquiries_done").on(t.lioId, t.doneAt, t.askedAt),
    index("enquiries_helper").on(t.lioId, t.helperId),
    index("enquiries_group").on(t.lioId, t.groupId),
    oneOf("enquiries_source", t.source, ENQUIRY_SOURCES),
    check("enquiries_became", sql`(${t.groupId} is null) = (${t.becameOn} is null)`),
  ],
)

/** A step on an enquiry’s way to a group. */
export const enquirySteps = pgTable(
  "enquiry_steps",
  {
    lioId: lioId(),
    id: id(),
    enquiryId: uuid("enquiry_id").notNull(),
    position: integer("position").notNull(),
    title: text("title").notNull(),
    about: text("about"),
    /** A guide that helps with it, by its name in the address. */
    guide: text("guide"),
    helperId: uuid("helper_id"),
    dueOn: date("due_on"),
    note: text("note"),
    doneOn: date("done_on"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.enquiryId, t.lioId, enquiries, "cascade"),
    belongs(t.helperId, t.lioId, people),
    index("enquiry_steps_enquiry").on(t.lioId, t.enquiryId, t.position),
    index("enquiry_steps_helper").on(t.lioId, t.helperId),
  ],
)

/** A step as a pathway has it. */
export type PathwayStep = { title: string; about: string | null; guide: string | null }

/** The usual steps from an idea to a group, as an LIO has them. */
export const pathways = pgTable(
  "pathways",
  {
    lioId: lioId(),
    id: id(),
    name: text("name").notNull(),
    steps: jsonb("steps").$type<PathwayStep[]>().notNull(),
    createdAt: createdAt(),
    changedAt: moment("changed_at"),
    retiredAt: moment("retired_at"),
    /** Since when the other LIOs of the installation may take it. */
    sharedAt: moment("shared_at"),
  },
  (t) => [primaryKey({ columns: [t.lioId, t.id] })],
)

/** The pathways that LIOs share with the others of the installation. A trigger keeps it; every LIO may read it. */
export const sharedPathways = pgTable(
  "shared_pathways",
  {
    lioId: lioId(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    steps: jsonb("steps").$type<PathwayStep[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.lioId, t.id] })],
)

/** How enquiries are found by words. */
export const findableEnquiries = findable({
  table: "enquiries",
  kind: "enquiry",
  title: "name",
  folded: "name",
  words: "concat_ws(' ', name, about, wanted, place)",
  numbers: ["phone"],
  audience: "'staff'",
  gone: "false",
  looksAt: ["name", "about", "wanted", "place", "phone"],
})
