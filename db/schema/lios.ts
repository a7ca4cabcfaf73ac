import { integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core"

/** The LIOs of this installation: a directory table, readable before a door has said which LIO is meant. */
export const lios = pgTable("lios", {
  id: uuid("id").primaryKey().defaultRandom(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  kind: text("kind").notNull(),
  about: text("about"),
  email: text("email"),
  phone: text("phone"),
  website: text("website"),
  address: text("address"),
  timezone: text("timezone").notNull().default("Europe/London"),
  /** Day of the week on which the weekly digest goes, 1 = Monday. */
  digestWeekday: integer("digest_weekday").notNull().default(2),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
})
