import { sql } from "drizzle-orm"
import { check, index, jsonb, pgTable, primaryKey, real, text, uuid } from "drizzle-orm/pg-core"
import { belongs, id, lioId, lioIdOfOwner, moment } from "./columns"
import { groups } from "./groups"
import { people } from "./people"

/** Two groups that may be one. `oneId` is the smaller of the two ids. */
export const duplicatePairs = pgTable(
  "duplicate_pairs",
  {
    lioId: lioIdOfOwner(),
    oneId: uuid("one_id").notNull(),
    otherId: uuid("other_id").notNull(),
    /** 0 to 1: how sure it is. */
    score: real("score").notNull(),
    /** What speaks for it: the same number, address, email domain, a name that is alike. */
    reasons: jsonb("reasons").$type<{ kind: string; value?: string }[]>().notNull(),
    foundAt: moment("found_at").notNull(),
    /** When somebody said that they are two. */
    apartAt: moment("apart_at"),
    apartBy: text("apart_by"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.oneId, t.otherId] }),
    belongs(t.oneId, t.lioId, groups, "cascade"),
    belongs(t.otherId, t.lioId, groups, "cascade"),
    index("duplicate_pairs_other").on(t.lioId, t.otherId),
    index("duplicate_pairs_score").on(t.lioId, t.score),
    check("duplicate_pairs_order", sql`${t.oneId} < ${t.otherId}`),
  ],
)

/** One group went up in another. What it takes to bring both back, however much was done since. */
export const merges = pgTable(
  "merges",
  {
    lioId: lioId(),
    id: id(),
    keptId: uuid("kept_id").notNull(),
    goneId: uuid("gone_id").notNull(),
    at: moment("at").notNull(),
    by: text("by").notNull(),
    /** Field → [what the kept one said before, what it says since]. */
    fields: jsonb("fields").$type<Record<string, [unknown, unknown]>>().notNull(),
    /** Table → keys of the rows that went over. */
    moved: jsonb("moved").$type<Record<string, unknown[]>>().notNull(),
    /** Table → whole rows that the kept one had already, and that went. */
    dropped: jsonb("dropped").$type<Record<string, Record<string, unknown>[]>>().notNull(),
    /** Memberships that no longer count, because the other group was a member at the same time. */
    ended: jsonb("ended").$type<string[]>().notNull().default([]),
    undoneAt: moment("undone_at"),
    undoneBy: text("undone_by"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.keptId, t.lioId, groups, "cascade"),
    belongs(t.goneId, t.lioId, groups, "cascade"),
    index("merges_kept").on(t.lioId, t.keptId, t.at),
    index("merges_gone").on(t.lioId, t.goneId),
  ],
)

/** One person turned out to be another. What it takes to bring both back. */
export const personMerges = pgTable(
  "person_merges",
  {
    lioId: lioId(),
    id: id(),
    keptId: uuid("kept_id").notNull(),
    goneId: uuid("gone_id").notNull(),
    at: moment("at").notNull(),
    by: text("by").notNull(),
    /** Field → [what the kept one said before, what it says since]. */
    fields: jsonb("fields").$type<Record<string, [string | null, string | null]>>().notNull(),
    /** What the one that went had and may not have twice. */
    gone: jsonb("gone").$type<{ email: string | null; leftAt: string | null }>().notNull(),
    /** Table → keys of the rows that went over. */
    moved: jsonb("moved").$type<Record<string, unknown[]>>().notNull(),
    /** Table → whole rows that the kept one had already, and that went. */
    dropped: jsonb("dropped").$type<Record<string, Record<string, unknown>[]>>().notNull(),
    undoneAt: moment("undone_at"),
    undoneBy: text("undone_by"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.keptId, t.lioId, people, "cascade"),
    belongs(t.goneId, t.lioId, people, "cascade"),
    index("person_merges_kept").on(t.lioId, t.keptId, t.at),
    index("person_merges_gone").on(t.lioId, t.goneId),
  ],
)

/** Two people of one name whom somebody said to be two; the smaller id first. */
export const peopleApart = pgTable(
  "people_apart",
  {
    lioId: lioId(),
    oneId: uuid("one_id").notNull(),
    otherId: uuid("other_id").notNull(),
    at: moment("at").notNull(),
    by: text("by").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.oneId, t.otherId] }),
    belongs(t.oneId, t.lioId, people, "cascade"),
    belongs(t.otherId, t.lioId, people, "cascade"),
    index("people_apart_other").on(t.lioId, t.otherId),
  ],
)
