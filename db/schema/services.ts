import { customType, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core"
import { FUNCTIONS } from "../vocabulary"
import { createdAt, id, lioId, moment, oneOf, word } from "./columns"

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" })

/** Something the LIO does for groups: its service catalogue. */
export const services = pgTable(
  "services",
  {
    lioId: lioId(),
    id: id(),
    name: text("name").notNull(),
    about: text("about"),
    /** Whom it is for. */
    forWhom: text("for_whom"),
    /** What it cannot do. */
    cannot: text("cannot"),
    /** How to ask for it. */
    how: text("how"),
    /** What it costs, in words; null: nothing. */
    cost: text("cost"),
    counts: word<keyof typeof FUNCTIONS>("counts"),
    position: integer("position").notNull().default(0),
    publishedAt: moment("published_at"),
    retiredAt: moment("retired_at"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    index("services_position").on(t.lioId, t.position),
    oneOf("services_counts", t.counts, FUNCTIONS),
  ],
)

/** The LIO's logo, small enough for a page's head. */
export const logos = pgTable(
  "logos",
  {
    lioId: lioId(),
    kind: word<"logo">("kind").notNull().default("logo"),
    type: text("type").notNull(),
    bytes: bytes("bytes").notNull(),
    savedAt: moment("saved_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.lioId, t.kind] })],
)
