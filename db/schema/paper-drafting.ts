import { sql } from "drizzle-orm"
import { boolean, check, date, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { belongs, id, lioId, moment } from "./columns"
import { paperParts } from "./paper-parts"
import { people } from "./people"
import { asks, representations } from "./representations"

/** What a colleague says of a paper that is being written: a remark, or with `rewording` other words for a paragraph or an ask. */
export const paperRemarks = pgTable(
  "paper_remarks",
  {
    lioId: lioId(),
    id: id(),
    representationId: uuid("representation_id").notNull(),
    askId: uuid("ask_id"),
    partId: uuid("part_id"),
    /** The words it is about, as they stood then. */
    about: text("about"),
    text: text("text"),
    rewording: text("rewording"),
    madeAt: moment("made_at").notNull(),
    madeBy: uuid("made_by"),
    settledAt: moment("settled_at"),
    settledBy: uuid("settled_by"),
    /** Whether a rewording was taken over; null for a remark. */
    accepted: boolean("accepted"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.representationId, t.lioId, representations, "cascade"),
    belongs(t.askId, t.lioId, asks, "cascade"),
    belongs(t.partId, t.lioId, paperParts, "cascade"),
    belongs(t.madeBy, t.lioId, people),
    belongs(t.settledBy, t.lioId, people),
    index("paper_remarks_of").on(t.lioId, t.representationId),
    index("paper_remarks_ask").on(t.lioId, t.askId),
    index("paper_remarks_part").on(t.lioId, t.partId),
    index("paper_remarks_made_by").on(t.lioId, t.madeBy),
    index("paper_remarks_settled_by").on(t.lioId, t.settledBy),
    check("paper_remarks_says", sql`num_nonnulls(${t.text}, ${t.rewording}) > 0`),
    check("paper_remarks_where", sql`num_nonnulls(${t.askId}, ${t.partId}) < 2`),
  ],
)

/** Somebody who may has signed off what a paper says: its words then, told by their digest, and no others. */
export const paperSignOffs = pgTable(
  "paper_sign_offs",
  {
    lioId: lioId(),
    id: id(),
    representationId: uuid("representation_id").notNull(),
    digest: text("digest").notNull(),
    /** The board, or a person by name. */
    who: text("who").notNull(),
    on: date("on_day").notNull(),
    /** Where the minutes say so. */
    minute: text("minute"),
    enteredAt: moment("entered_at").notNull(),
    enteredBy: uuid("entered_by"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.representationId, t.lioId, representations, "cascade"),
    belongs(t.enteredBy, t.lioId, people),
    index("paper_sign_offs_of").on(t.lioId, t.representationId, t.digest),
    index("paper_sign_offs_entered_by").on(t.lioId, t.enteredBy),
  ],
)
