import { boolean, integer, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core"

/** The LIOs of this installation: a directory table, readable before a door has said which LIO is meant. */
export const lios = pgTable("lios", {
  id: uuid("id").primaryKey().defaultRandom(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  kind: text("kind").notNull(),
  about: text("about"),
  email: text("email"),
  phone: text("phone"),
  /** Who answers when somebody rings or writes: named at the foot of pages and letters. */
  contactName: text("contact_name"),
  website: text("website"),
  address: text("address"),
  /** When somebody can be reached, a line each. */
  openingTimes: text("opening_times"),
  legalForm: text("legal_form"),
  charityNumber: text("charity_number"),
  companyNumber: text("company_number"),
  /** A colour of its own for links and buttons, as #rrggbb; dark enough to be read on white. */
  colour: text("colour"),
  /** What members may change only after staff have looked: fields of a group. */
  approves: jsonb("approves").$type<string[]>().notNull().default([]),
  /** Whether groups are asked each year if all is still right. */
  asksYearly: boolean("asks_yearly").notNull().default(false),
  /** Whether there is a public directory of the groups that agreed to be in it. */
  hasDirectory: boolean("has_directory").notNull().default(true),
  /** Whether the board, or somebody named, signs off a paper before it is published. */
  papersSignedOff: boolean("papers_signed_off").notNull().default(false),
  /** Whether anybody may read how bodies reply (the scorecard). */
  scorecardPublic: boolean("scorecard_public").notNull().default(false),
  /** One of the story that a demo tells: nobody in it exists, and sign-in links may be shown. */
  demo: boolean("demo").notNull().default(false),
  /** When a manager put the checklist on Today away, before all of it was done. */
  checklistAwayAt: timestamp("checklist_away_at", { withTimezone: true }),
  timezone: text("timezone").notNull().default("Europe/London"),
  /** Day of the week on which the weekly digest goes, 1 = Monday. */
  digestWeekday: integer("digest_weekday").notNull().default(2),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
})
