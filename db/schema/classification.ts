import { integer, pgTable, text } from "drizzle-orm/pg-core"
import { moment } from "./columns"

/** Open data: the categories of UK-CAT, and the rules by which words give them away. One of their own for all LIOs. */
export const categories = pgTable("categories", {
  /** Like AR303. */
  code: text("code").primaryKey(),
  name: text("name").notNull(),
  /** The name of the top category that it belongs to. */
  category: text("category").notNull(),
  subcategory: text("subcategory"),
  /** 1: a top category; 2: within one; 3: a tag. */
  level: integer("level").notNull(),
  /** A regular expression for words that mean it, and one for words that mean something else after all. */
  pattern: text("pattern"),
  unless: text("unless"),
  importedAt: moment("imported_at").notNull(),
})
