import { date, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core"
import { belongs, lioId, moment } from "./columns"
import { people } from "./people"

/** Somebody's day was looked at for their daily letter: once a day, whether there was anything to say or not. */
export const dailyLetters = pgTable(
  "daily_letters",
  {
    lioId: lioId(),
    personId: uuid("person_id").notNull(),
    day: date("day").notNull(),
    madeAt: moment("made_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.personId, t.day] }),
    belongs(t.personId, t.lioId, people, "cascade"),
    index("daily_letters_made").on(t.lioId, t.madeAt),
  ],
)
