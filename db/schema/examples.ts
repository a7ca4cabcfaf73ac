import { pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { lioId } from "./columns"

/** What came in as example data and goes again with it: the table and the row. A row that the LIO has built on is its own. */
export const examples = pgTable(
  "examples",
  { lioId: lioId(), kind: text("kind").notNull(), rowId: uuid("row_id").notNull() },
  (t) => [primaryKey({ columns: [t.lioId, t.kind, t.rowId] })],
)
