import { date, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core"
import { SOURCE_KINDS, SPECIALISMS } from "../vocabulary"
import { createdAt, id, lioId, moment, oneOf, word } from "./columns"

/** Somebody else who helps groups here, as the LIO lists them for whoever looks for help. */
export const supportSources = pgTable(
  "support_sources",
  {
    lioId: lioId(),
    id: id(),
    name: text("name").notNull(),
    kind: word<keyof typeof SOURCE_KINDS>("kind").notNull(),
    /** Whom it is there for; null: any group. */
    specialism: word<keyof typeof SPECIALISMS>("specialism"),
    /** GSS codes of the districts and wards it works in; none: wherever the LIO does. */
    areaCodes: text("area_codes").array().notNull().default([]),
    can: text("can"),
    cannot: text("cannot"),
    phone: text("phone"),
    email: text("email"),
    website: text("website"),
    openingTimes: text("opening_times"),
    /** When somebody last made sure that all this is right. */
    checkedOn: date("checked_on"),
    publishedAt: moment("published_at"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    index("support_sources_name").on(t.lioId, t.name),
    oneOf("support_sources_kind", t.kind, SOURCE_KINDS),
    oneOf("support_sources_specialism", t.specialism, SPECIALISMS),
  ],
)
