import { boolean, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core"
import { id, lioId, moment } from "./columns"

/** Somebody who told the LIO about their group or idea from its public page. */
export const enquiries = pgTable(
  "enquiries",
  {
    lioId: lioId(),
    id: id(),
    name: text("name").notNull(),
    email: text("email"),
    phone: text("phone"),
    /** Their group, or what they want to start. */
    about: text("about").notNull(),
    /** What help they are looking for. */
    wanted: text("wanted"),
    /** Where: a postcode or the name of a place. */
    place: text("place"),
    askedAt: moment("asked_at").notNull(),
    doneAt: moment("done_at"),
    /** Who dealt with it. */
    doneBy: text("done_by"),
    /** A task was made of it. */
    tasked: boolean("tasked").notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.lioId, t.id] }), index("enquiries_done").on(t.lioId, t.doneAt, t.askedAt)],
)
