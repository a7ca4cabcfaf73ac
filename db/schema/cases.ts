import { sql } from "drizzle-orm"
import { check, date, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { findable } from "../findable"
import { CASE_OUTCOMES } from "../vocabulary"
import { audience, belongs, createdAt, id, lioId, moment, oneOf, word } from "./columns"
import { groups } from "./groups"
import { people } from "./people"

/** Support that several sessions belong to. Its audience is `staff`, or `case:ID`: the people who work on it alone. */
export const cases = pgTable(
  "cases",
  {
    lioId: lioId(),
    id: id(),
    title: text("title").notNull(),
    /** What the group wants out of it. */
    aim: text("aim"),
    audience: audience(),
    openedOn: date("opened_on").notNull(),
    openedBy: uuid("opened_by").notNull(),
    closedOn: date("closed_on"),
    outcome: word<keyof typeof CASE_OUTCOMES>("outcome"),
    /** How it ended, in a few words. */
    ending: text("ending"),
    createdAt: createdAt(),
    /** When what it says was last changed. */
    changedAt: moment("changed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.openedBy, t.lioId, people),
    index("cases_audience").on(t.lioId, t.audience, t.openedOn),
    index("cases_opened_by").on(t.lioId, t.openedBy),
    oneOf("cases_outcome", t.outcome, CASE_OUTCOMES),
    check("cases_closed", sql`(${t.closedOn} is null) = (${t.outcome} is null)`),
    check("cases_audience_is_own", sql`${t.audience} in ('staff', 'case:' || ${t.id})`),
  ],
)

/** The groups that a case is with. */
export const caseGroups = pgTable(
  "case_groups",
  { lioId: lioId(), caseId: uuid("case_id").notNull(), groupId: uuid("group_id").notNull() },
  (t) => [
    primaryKey({ columns: [t.lioId, t.caseId, t.groupId] }),
    belongs(t.caseId, t.lioId, cases, "cascade"),
    belongs(t.groupId, t.lioId, groups, "cascade"),
    index("case_groups_group").on(t.lioId, t.groupId),
  ],
)

/** The staff who work on a case: they alone read its confidential notes. */
export const casePeople = pgTable(
  "case_people",
  {
    lioId: lioId(),
    caseId: uuid("case_id").notNull(),
    personId: uuid("person_id").notNull(),
    addedAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.caseId, t.personId] }),
    belongs(t.caseId, t.lioId, cases, "cascade"),
    belongs(t.personId, t.lioId, people),
    index("case_people_person").on(t.lioId, t.personId),
  ],
)

/** How cases are found by words. */
export const findableCases = findable({
  table: "cases",
  kind: "case",
  title: "title",
  folded: "title",
  words: "concat_ws(' ', title, aim, ending)",
  audience: "audience",
  gone: "false",
  looksAt: ["title", "aim", "ending", "audience"],
})
