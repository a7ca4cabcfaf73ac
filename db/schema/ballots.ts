import { customType, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { belongs, id, lioIdOfOwner, moment } from "./columns"
import { elections } from "./elections"

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" })

/** The ballot box of an election while it is open: locked, of one size from first to last, and written anew with each vote. */
export const ballotBoxes = pgTable(
  "ballot_boxes",
  {
    lioId: lioIdOfOwner(),
    electionId: uuid("election_id").notNull(),
    salt: text("salt").notNull(),
    locked: bytea("locked").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.electionId] }),
    belongs(t.electionId, t.lioId, elections, "cascade"),
  ],
)

/** A ballot as it was counted: places in the list of candidates, in order of preference. Blank: none. Whose it was, nothing says. */
export const countedBallots = pgTable(
  "counted_ballots",
  {
    lioId: lioIdOfOwner(),
    id: id(),
    electionId: uuid("election_id").notNull(),
    preferences: integer("preferences").array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.electionId, t.lioId, elections, "cascade"),
    index("counted_ballots_election").on(t.lioId, t.electionId),
  ],
)

/** The mark of a receipt whose ballot was counted, so that its holder can ask. Which ballot that was, nothing says. */
export const countedReceipts = pgTable(
  "counted_receipts",
  { lioId: lioIdOfOwner(), electionId: uuid("election_id").notNull(), mark: text("mark").notNull() },
  (t) => [
    primaryKey({ columns: [t.lioId, t.electionId, t.mark] }),
    belongs(t.electionId, t.lioId, elections, "cascade"),
  ],
)

/** How an election came out. `candidates` in the order in which ballots number them; `content` is the count stage by stage. */
export const electionResults = pgTable(
  "election_results",
  {
    lioId: lioIdOfOwner(),
    electionId: uuid("election_id").notNull(),
    onRoll: integer("on_roll").notNull(),
    voted: integer("voted").notNull(),
    onPaper: integer("on_paper").notNull(),
    candidates: jsonb("candidates").$type<{ id: string; name: string; group: string }[]>().notNull(),
    content: jsonb("content").$type<object>().notNull(),
    countedAt: moment("counted_at").notNull(),
    digest: text("digest").notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.electionId] }),
    belongs(t.electionId, t.lioId, elections, "cascade"),
  ],
)
