import { foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { belongs, id, lioId, moment } from "./columns"
import { people } from "./people"
import { representations } from "./representations"

/** Another LIO of the installation that was asked to stand behind a paper. `partner`: its short name. */
export const paperPartners = pgTable(
  "paper_partners",
  {
    lioId: lioId(),
    representationId: uuid("representation_id").notNull(),
    partner: text("partner").notNull(),
    askedAt: moment("asked_at").notNull(),
    askedBy: uuid("asked_by"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.representationId, t.partner] }),
    belongs(t.representationId, t.lioId, representations, "cascade"),
    belongs(t.askedBy, t.lioId, people),
    index("paper_partners_asked_by").on(t.lioId, t.askedBy),
  ],
)

/** What an LIO answered when another asked it to stand behind one version of a paper of theirs. */
export const paperConsents = pgTable(
  "paper_consents",
  {
    lioId: lioId(),
    id: id(),
    /** The short name of the LIO whose paper it is; no key crosses the wall. */
    leader: text("leader").notNull(),
    paperId: uuid("paper_id").notNull(),
    version: integer("version").notNull(),
    agreedAt: moment("agreed_at"),
    declinedAt: moment("declined_at"),
    answeredBy: uuid("answered_by"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.answeredBy, t.lioId, people),
    uniqueIndex("paper_consents_once").on(t.lioId, t.leader, t.paperId, t.version),
    index("paper_consents_answered_by").on(t.lioId, t.answeredBy),
  ],
)

/** What passes between the LIOs of a joint paper, and no more: which published version it is, who was asked, and the answer. Triggers keep it (db/rules/joint-papers.ts). */
export const jointPapers = pgTable(
  "joint_papers",
  {
    lioId: lioId(),
    representationId: uuid("representation_id").notNull(),
    version: integer("version").notNull(),
    partner: text("partner").notNull(),
    title: text("title").notNull(),
    body: text("body").notNull(),
    askedAt: moment("asked_at").notNull(),
    agreedAt: moment("agreed_at"),
    declinedAt: moment("declined_at"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.representationId, t.version, t.partner] }),
    foreignKey({
      columns: [t.lioId, t.representationId],
      foreignColumns: [representations.lioId, representations.id],
    }).onDelete("cascade"),
  ],
)
