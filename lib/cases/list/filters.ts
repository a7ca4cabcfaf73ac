import { type SQL, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { CASE_OUTCOMES } from "@/db/vocabulary"
import { type Ctx, personIdOf } from "../../access/ctx"
import type { List, Listing } from "../../access/list-type"
import { groupOptions, staffOptions } from "../../lists/choices/queries"
import {
  dayFilter,
  groupFilter,
  someOfChoices,
  someOfWords,
  tabFilter,
  tickFilter,
  wordsFilter,
} from "../../lists/filters"
import { fewColumns, valuesIn } from "../../lists/input"
import { say } from "../../words"
import { maySeeCases } from "../policy"

const choicesOf = async (ctx: Ctx, listing: Listing) => ({
  staff: await staffOptions(ctx),
  groups: await groupOptions(ctx, valuesIn(caseList, listing, "group")),
})

const worksOn = (ids: SQL) => sql`exists (select from case_people cp where cp.case_id = c.id and ${ids})`

/** The columns of the list, the one that names a row first. */
export const CASE_COLUMNS = {
  title: say("Case"),
  groups: say("Groups"),
  people: say("Who works on it"),
  opened: say("Opened"),
  sessions: say("Sessions"),
  hours: say("Hours"),
  outcome: say("How it ended"),
}

const IN_STATE: Record<string, SQL> = {
  open: sql`c.closed_on is null`,
  closed: sql`c.closed_on is not null`,
  all: sql`true`,
}

/** The list of cases: one's own or the team's; a case is `c` in its conditions. */
export const caseList: List = {
  name: "cases",
  everything: say("My open cases"),
  filters: [
    tabFilter({
      name: "whose",
      label: say("Whose cases"),
      words: { mine: say("Mine"), team: say("The team’s") },
      tab: { usual: (valuesOf) => (valuesOf("group").length > 0 ? "team" : "mine") },
      where: (ctx, [whose]) =>
        whose === "mine" ? worksOn(sql`cp.person_id = ${personIdOf(ctx.actor)}::uuid`) : sql`true`,
    }),
    tabFilter({
      name: "state",
      label: say("Open or closed"),
      words: { open: say("Open"), closed: say("Closed"), all: say("Both") },
      tab: { usual: () => "open" },
      where: (_, [state = "open"]) => IN_STATE[state] ?? sql`false`,
    }),
    groupFilter({
      before: say("With"),
      where: (_, ids) =>
        sql`exists (select from case_groups cg where cg.case_id = c.id and ${isOneOf(sql`cg.group_id`, ids, "uuid")})`,
    }),
    wordsFilter({
      name: "q",
      label: say("Words in the case"),
      field: { search: true },
      first: true,
      where: (_, [q = ""]) => sql`c.id in (select id from search_ids('case', ${q}, true))`,
    }),
    someOfChoices({
      name: "who",
      label: say("Who works on it"),
      first: true,
      from: "staff",
      empty: say("Anyone"),
      missing: say("someone who isn’t on your team"),
      before: say("Worked on by"),
      where: (_, ids) => worksOn(isOneOf(sql`cp.person_id`, ids, "uuid")),
    }),
    someOfWords({
      name: "outcome",
      label: say("How it ended"),
      words: CASE_OUTCOMES,
      where: (_, outcomes) => isOneOf(sql`c.outcome`, outcomes),
    }),
    dayFilter({ name: "from", label: say("Opened from"), column: sql`c.opened_on`, sign: ">=" }),
    dayFilter({ name: "to", label: say("Opened until"), column: sql`c.opened_on`, sign: "<=" }),
    dayFilter({ name: "closed", label: say("Closed from"), column: sql`c.closed_on`, sign: ">=" }),
    dayFilter({ name: "closed-to", label: say("Closed until"), column: sql`c.closed_on`, sign: "<=" }),
    tickFilter({
      name: "quiet",
      label: say("No session for 60 days"),
      where: (ctx) =>
        sql`(c.opened_on < ${ctx.today}::date - 60 and not exists (select from sessions s where s.case_id = c.id and s.undone_at is null and s."on" >= ${ctx.today}::date - 60))`,
    }),
  ],
  columns: fewColumns(CASE_COLUMNS),
  choices: choicesOf,
  from: () => sql`cases c`,
  maySee: maySeeCases,
}
