import { index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { belongs, id, lioId, lioIdOfOwner, moment } from "./columns"
import { groups } from "./groups"

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
