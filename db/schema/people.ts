import { sql } from "drizzle-orm"
import {
  boolean,
  check,
  date,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core"
import { findable } from "../findable"
import { CHANNELS, LEVELS, ROLES } from "../vocabulary"
import { belongs, createdAt, id, lioId, moment, oneOf, word } from "./columns"
import { groups } from "./groups"

/** A human known to one LIO. An address belongs to one person; a shared mailbox belongs to the group. */
export const people = pgTable(
  "people",
  {
    lioId: lioId(),
    id: id(),
    name: text("name").notNull(),
    email: text("email"),
    phone: text("phone"),
    about: text("about"),
    /** How they like to be reached; null: nobody asked. */
    channel: word<keyof typeof CHANNELS>("channel"),
    createdAt: createdAt(),
    leftAt: moment("left_at"),
    /** The person that they turned out to be: all that was theirs is there. */
    mergedIntoId: uuid("merged_into_id"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    uniqueIndex("people_email").on(t.lioId, t.email),
    index("people_name").on(t.lioId, t.name),
    oneOf("people_channel", t.channel, CHANNELS),
    check("people_email_lower", sql`${t.email} = lower(${t.email})`),
    index("people_merged_into").on(t.lioId, t.mergedIntoId),
  ],
)

/** A person who works for (or, as a viewer, is a trustee of) the LIO itself. */
export const staff = pgTable(
  "staff",
  {
    lioId: lioId(),
    personId: uuid("person_id").notNull(),
    level: word<keyof typeof LEVELS>("level").notNull(),
    startedAt: moment("started_at").notNull().defaultNow(),
    endedAt: moment("ended_at"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.personId] }),
    belongs(t.personId, t.lioId, people, "cascade"),
    oneOf("staff_level", t.level, LEVELS),
  ],
)

/** What a person is in a group, from when to when. `speaks` says whether they may speak for it in Trellis. */
export const roles = pgTable(
  "roles",
  {
    lioId: lioId(),
    id: id(),
    personId: uuid("person_id").notNull(),
    groupId: uuid("group_id").notNull(),
    role: word<keyof typeof ROLES>("role").notNull(),
    title: text("title"),
    speaks: word<"lead" | "member">("speaks"),
    startedOn: date("started_on"),
    endedOn: date("ended_on"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.personId, t.lioId, people, "cascade"),
    belongs(t.groupId, t.lioId, groups, "cascade"),
    index("roles_person").on(t.lioId, t.personId),
    index("roles_group").on(t.lioId, t.groupId),
    index("roles_speaking").on(t.lioId, t.groupId, t.personId).where(sql`speaks is not null`),
    oneOf("roles_role", t.role, ROLES),
    check("roles_speaks", sql`${t.speaks} in ('lead', 'member')`),
  ],
)

/** A lead's wish that somebody be one of the group's people, until they say yes or no themselves by the link of an email. */
export const roleInvitations = pgTable(
  "role_invitations",
  {
    lioId: lioId(),
    id: id(),
    groupId: uuid("group_id").notNull(),
    /** As the lead typed them. */
    name: text("name").notNull(),
    email: text("email").notNull(),
    phone: text("phone"),
    role: word<keyof typeof ROLES>("role").notNull(),
    title: text("title"),
    speaks: word<"lead" | "member">("speaks"),
    startedOn: date("started_on"),
    main: boolean("main").notNull().default(false),
    byPersonId: uuid("by_person_id"),
    byName: text("by_name").notNull(),
    createdAt: createdAt(),
    answeredAt: moment("answered_at"),
    /** What they answered; null while nobody has, and when it was withdrawn. */
    accepted: boolean("accepted"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.groupId, t.lioId, groups, "cascade"),
    belongs(t.byPersonId, t.lioId, people),
    index("role_invitations_group").on(t.lioId, t.groupId),
    index("role_invitations_by").on(t.lioId, t.byPersonId),
    oneOf("role_invitations_role", t.role, ROLES),
    check("role_invitations_speaks", sql`${t.speaks} in ('lead', 'member')`),
  ],
)

/** How people are found by words. */
export const findablePeople = findable({
  table: "people",
  kind: "person",
  title: "name",
  folded: "concat_ws(' ', name, email)",
  words: "concat_ws(' ', name, email, about)",
  numbers: ["phone"],
  audience: "'staff'",
  gone: "false",
  looksAt: ["name", "email", "about"],
})
