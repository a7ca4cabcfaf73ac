import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { createdAt, id, lioId, moment } from "./columns"

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
