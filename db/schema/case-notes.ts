import { sql } from "drizzle-orm"
import { check, date, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { findable } from "../findable"
import { cases } from "./cases"
import { belongs, createdAt, id, lioId, moment } from "./columns"
import { people } from "./people"
import { sessions } from "./sessions"

/** A confidential note: for the people who work on its case, whoever else may see the case. */
export const caseNotes = pgTable(
  "case_notes",
  {
    lioId: lioId(),
    id: id(),
    caseId: uuid("case_id").notNull(),
    /** The session in which it was written. */
    sessionId: uuid("session_id"),
    audience: text("audience").notNull(),
    on: date("on_day").notNull(),
    text: text("text").notNull(),
    byPersonId: uuid("by_person_id").notNull(),
    createdAt: createdAt(),
    removedAt: moment("removed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.caseId, t.lioId, cases, "cascade"),
    belongs(t.sessionId, t.lioId, sessions, "cascade"),
    belongs(t.byPersonId, t.lioId, people),
    index("case_notes_case").on(t.lioId, t.caseId, t.on),
    index("case_notes_session").on(t.lioId, t.sessionId),
    index("case_notes_by").on(t.lioId, t.byPersonId),
    check("case_notes_audience", sql`${t.audience} = 'case:' || ${t.caseId}`),
  ],
)

/** How confidential notes are found by words: by the people of their case. */
export const findableCaseNotes = findable({
  table: "case_notes",
  kind: "case-note",
  title: "left(text, 120)",
  folded: "left(text, 2000)",
  words: "text",
  audience: "audience",
  gone: "removed_at is not null",
  looksAt: ["text", "removed_at"],
})
