import { date, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { FIELD_KINDS } from "../vocabulary"
import { belongs, createdAt, id, lioId, lioIdOfOwner, moment, oneOf, word } from "./columns"
import { groups } from "./groups"
import { people } from "./people"

/** A list with its filters, kept under a name. `query` is the address's query string. */
export const savedViews = pgTable(
  "saved_views",
  {
    lioId: lioId(),
    id: id(),
    /** Of which list: groups, sessions, people … */
    list: text("list").notNull().default("groups"),
    name: text("name").notNull(),
    query: text("query").notNull(),
    personId: uuid("person_id"),
    sharedAt: moment("shared_at"),
    /** Shared, and only managers may change it. */
    lockedAt: moment("locked_at"),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.lioId, t.id] }), index("saved_views_person").on(t.lioId, t.personId)],
)

/** A question the LIO keeps of its groups besides the usual ones. Its answers are in `groups.custom` by its id. */
export const customFields = pgTable(
  "custom_fields",
  {
    lioId: lioId(),
    id: id(),
    label: text("label").notNull(),
    hint: text("hint"),
    kind: word<keyof typeof FIELD_KINDS>("kind").notNull(),
    /** What may be chosen, for kinds with a choice. */
    options: jsonb("options").$type<string[]>().notNull().default([]),
    /** What a group's own people may do with it: nothing, see, change. */
    forGroups: word<"nothing" | "see" | "change">("for_groups").notNull().default("nothing"),
    position: integer("position").notNull().default(0),
    retiredAt: moment("retired_at"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    index("custom_fields_position").on(t.lioId, t.position),
    oneOf("custom_fields_kind", t.kind, FIELD_KINDS),
  ],
)

/** How big a group was on a day. The newest stands on the group itself too. */
export const groupSizes = pgTable(
  "group_sizes",
  {
    lioId: lioIdOfOwner(),
    id: id(),
    groupId: uuid("group_id").notNull(),
    asAt: date("as_at").notNull(),
    /** Field of `groups` → value; a field that is not there was not said. */
    sizes: jsonb("sizes").$type<Record<string, string | number | null>>().notNull(),
    savedAt: moment("saved_at").notNull(),
    savedBy: text("saved_by").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.groupId, t.lioId, groups, "cascade"),
    index("group_sizes_group").on(t.lioId, t.groupId, t.asAt),
  ],
)

/** One change made to many groups at once; undone within a day. */
export const bulkChanges = pgTable(
  "bulk_changes",
  {
    lioId: lioId(),
    id: id(),
    /** What was done, in the words of lib/bulk. */
    what: text("what").notNull(),
    change: jsonb("change").$type<Record<string, unknown>>().notNull(),
    summary: text("summary").notNull(),
    personId: uuid("person_id"),
    madeAt: moment("made_at").notNull(),
    undoneAt: moment("undone_at"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    index("bulk_changes_made").on(t.lioId, t.madeAt),
    index("bulk_changes_person").on(t.lioId, t.personId),
  ],
)

/** One group of a bulk change, and what it said before. */
export const bulkChangeGroups = pgTable(
  "bulk_change_groups",
  {
    lioId: lioIdOfOwner(),
    changeId: uuid("change_id").notNull(),
    groupId: uuid("group_id").notNull(),
    before: jsonb("before"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.changeId, t.groupId] }),
    belongs(t.changeId, t.lioId, bulkChanges, "cascade"),
    belongs(t.groupId, t.lioId, groups, "cascade"),
    index("bulk_change_groups_group").on(t.lioId, t.groupId),
  ],
)

/** What somebody of a group wants to change and staff want to see first. */
export const proposals = pgTable(
  "proposals",
  {
    lioId: lioIdOfOwner(),
    id: id(),
    groupId: uuid("group_id").notNull(),
    personId: uuid("person_id").notNull(),
    askedAt: moment("asked_at").notNull(),
    /** Field → [what it said, what it should say]. */
    changes: jsonb("changes").$type<Record<string, [unknown, unknown]>>().notNull(),
    decidedAt: moment("decided_at"),
    decidedBy: text("decided_by"),
    /** The fields that were taken over. */
    accepted: jsonb("accepted").$type<string[]>(),
    note: text("note"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.groupId, t.lioId, groups, "cascade"),
    belongs(t.personId, t.lioId, people),
    index("proposals_waiting").on(t.lioId, t.decidedAt, t.askedAt),
    index("proposals_group").on(t.lioId, t.groupId),
    index("proposals_person").on(t.lioId, t.personId),
  ],
)

/** Columns matched once are matched the same way next time. */
export const importMappings = pgTable(
  "import_mappings",
  {
    lioId: lioId(),
    id: id(),
    name: text("name").notNull(),
    /** The headers, small and sorted, by which it is known again. */
    headersKey: text("headers_key").notNull(),
    mapping: jsonb("mapping").$type<Record<string, string | null>>().notNull(),
    /** What words of the columns were said to mean. */
    meanings: jsonb("meanings").$type<Record<string, Record<string, string>>>().notNull().default({}),
    usedAt: moment("used_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    index("import_mappings_headers").on(t.lioId, t.headersKey),
  ],
)
