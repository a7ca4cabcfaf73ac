import { customType, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { audience } from "./columns"

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" })

/**
 * What can be found by words. The app's role has no grant on it at all: it is filled by triggers and read through
 * SECURITY DEFINER functions that filter by the door's LIO, because under row-level security Postgres may not use
 * a text index for operators that could leak (docs/decisions/004).
 */
export const searchEntries = pgTable(
  "search_entries",
  {
    lioId: uuid("lio_id").notNull(),
    kind: text("kind").notNull(),
    id: uuid("id").notNull(),
    title: text("title").notNull(),
    /** Lower case, no accents: what `contains` and likeness look at. */
    folded: text("folded").notNull(),
    words: tsvector("words").notNull(),
    /** Its telephone numbers as they are dialled, a space before and after each: for staff only. */
    numbers: text("numbers"),
    /** Who may find it. */
    audience: audience(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.kind, t.id] }),
    index("search_entries_folded").using("gin", t.lioId, t.kind, t.folded.op("gin_trgm_ops")),
    index("search_entries_words").using("gin", t.lioId, t.kind, t.words),
    index("search_entries_numbers").using("gin", t.lioId, t.kind, t.numbers.op("gin_trgm_ops")),
  ],
)
