import { sql } from "drizzle-orm"
import { check, index, integer, jsonb, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core"
import { LANGUAGES } from "../vocabulary"
import { belongs, lioId, moment, oneOf, word } from "./columns"
import { consultations } from "./consultations"
import { people } from "./people"

/** A text in another language: `of` is the English it was made from; `earlier` what groups read in its place before. Times in ISO 8601. */
export type TranslatedText = { of: string; says: string; earlier?: { says: string; until: string }[] }
/** The texts of one thing by their part: "title", "help", "o1" … */
export type TranslatedParts = Record<string, TranslatedText>
/** The same of a whole consultation: of itself ("about"), and of each question by its id. */
export type TranslatedTexts = Record<string, TranslatedParts>

/** A consultation in another language than English. */
export const consultationTranslations = pgTable(
  "consultation_translations",
  {
    lioId: lioId(),
    consultationId: uuid("consultation_id").notNull(),
    language: word<keyof typeof LANGUAGES>("language").notNull(),
    texts: jsonb("texts").$type<TranslatedTexts>().notNull().default({}),
    /** Rises with each save. */
    version: integer("version").notNull().default(1),
    /** Since when groups can answer in it: from the opening where it was whole by then. */
    offeredAt: moment("offered_at"),
    savedAt: moment("saved_at").notNull(),
    savedBy: uuid("saved_by"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.consultationId, t.language] }),
    belongs(t.consultationId, t.lioId, consultations, "cascade"),
    belongs(t.savedBy, t.lioId, people),
    oneOf("consultation_translations_language", t.language, LANGUAGES),
    check("consultation_translations_from_one", sql`${t.version} >= 1`),
    index("consultation_translations_saved_by").on(t.lioId, t.savedBy),
  ],
)
