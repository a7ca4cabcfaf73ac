import { index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { belongs, id, lioIdOfOwner, moment } from "./columns"
import { groups } from "./groups"
import { people } from "./people"

/** What somebody of a group wants to change and staff want to see first. */
export const proposals = pgTable(
  "proposals",
  {
    lioId: lioIdOfOwner(),
    id: id(),
    groupId: uuid("group_id").notNull(),
    personId: uuid("person_id").notNull(),
    askedAt: moment("asked_at").notNull(),
    /** Field → [what it said, what it should say]. */
    changes: jsonb("changes").$type<Record<string, [unknown, unknown]>>().notNull(),
    decidedAt: moment("decided_at"),
    decidedBy: text("decided_by"),
    /** The fields that were taken over. */
    accepted: jsonb("accepted").$type<string[]>(),
    note: text("note"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.groupId, t.lioId, groups, "cascade"),
    belongs(t.personId, t.lioId, people),
    index("proposals_waiting").on(t.lioId, t.decidedAt, t.askedAt),
    index("proposals_group").on(t.lioId, t.groupId),
    index("proposals_person").on(t.lioId, t.personId),
  ],
)
