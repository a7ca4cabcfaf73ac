import { date, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { findable } from "../findable"
import { belongs, createdAt, id, lioId, moment } from "./columns"
import { groups } from "./groups"
import { people } from "./people"

/** What staff note of a group, for staff only. */
export const notes = pgTable(
  "notes",
  {
    lioId: lioId(),
    id: id(),
    groupId: uuid("group_id").notNull(),
    /** The day it is about. */
    on: date("on_day").notNull(),
    text: text("text").notNull(),
    byPersonId: uuid("by_person_id"),
    createdAt: createdAt(),
    removedAt: moment("removed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.groupId, t.lioId, groups, "cascade"),
    belongs(t.byPersonId, t.lioId, people),
    index("notes_group").on(t.lioId, t.groupId, t.on),
    index("notes_by").on(t.lioId, t.byPersonId),
  ],
)

/** How notes are found by words. */
export const findableNotes = findable({
  table: "notes",
  kind: "note",
  title: "left(text, 120)",
  folded: "left(text, 2000)",
  words: "text",
  audience: "'staff'",
  gone: "removed_at is not null",
  looksAt: ["text", "removed_at"],
})
