import { date, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { belongs, id, lioIdOfOwner, moment } from "./columns"
import { groups } from "./groups"

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
