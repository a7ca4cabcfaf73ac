import { type SQL, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import type { Ctx } from "../../access/ctx"
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
import { maySeeChecks } from "../policy"

/** The columns of the list, the one that names a row first. */
export const CHECK_COLUMNS = {
  group: say("Group"),
  state: say("How far it is"),
  asked: say("Asked"),
  by: say("Asked by"),
  handedIn: say("Handed in"),
  shared: say("Shared"),
  next: say("Next check"),
}

const IN_STATE: Record<string, SQL> = {
  open: sql`c.handed_in_at is null`,
  done: sql`c.handed_in_at is not null`,
  all: sql`true`,
}

/** Whether its group shares a check `c` with staff. */
const IS_SHARED = sql`(c.consented_at is not null and c.withdrawn_at is null)`

const ASKED_ON = sql`(c.asked_at at time zone (select l.timezone from lios l where l.id = c.lio_id))::date`

/** The list of health checks: nothing of what they say. A check is `c` and its group `g` in its conditions. */
export const checkList: List = {
  name: "health-checks",
  everything: say("All health checks"),
  filters: [
    tabFilter({
      name: "show",
      label: say("Open or handed in"),
      words: { all: say("All"), open: say("Not finished"), done: say("Handed in") },
      tab: { usual: () => "all" },
      where: (_, [state = "all"]) => IN_STATE[state] ?? sql`false`,
    }),
    groupFilter({ before: say("Of"), where: (_, ids) => isOneOf(sql`c.group_id`, ids, "uuid") }),
    wordsFilter({
      name: "q",
      label: say("Name of the group"),
      field: { search: true },
      first: true,
      where: (_, [q = ""]) => sql`strpos(lower(g.name), lower(${q})) > 0`,
    }),
    someOfWords({
      name: "shared",
      label: say("Shared with staff"),
      words: { yes: say("Shared with staff"), no: say("Kept by the group") },
      first: true,
      empty: say("Either"),
      where: (_, chosen) => isOneOf(sql`case when ${IS_SHARED} then 'yes' else 'no' end`, chosen),
    }),
    someOfChoices({
      name: "by",
      label: say("Asked by"),
      first: true,
      from: "staff",
      empty: say("Anyone"),
      missing: say("someone who isn’t on your team"),
      before: say("Asked by"),
      where: (_, ids) => isOneOf(sql`c.asked_by_id`, ids, "uuid"),
    }),
    tickFilter({
      name: "again",
      label: say("Asked again"),
      where: () => sql`c.earlier_id is not null`,
    }),
    tickFilter({
      name: "due",
      label: say("Next check due"),
      where: ({ today }) =>
        sql`c.recheck_on <= ${today}::date and not exists (select from health_checks l where l.earlier_id = c.id)`,
    }),
    dayFilter({ name: "from", label: say("Asked from"), column: ASKED_ON, sign: ">=" }),
    dayFilter({ name: "to", label: say("Asked up to"), column: ASKED_ON, sign: "<=" }),
  ],
  columns: fewColumns(CHECK_COLUMNS),
  choices: async (ctx: Ctx, listing: Listing) => ({
    staff: await staffOptions(ctx),
    groups: await groupOptions(ctx, valuesIn(checkList, listing, "group")),
  }),
  from: () => sql`health_checks c join groups g on g.id = c.group_id where true`,
  maySee: maySeeChecks,
}
