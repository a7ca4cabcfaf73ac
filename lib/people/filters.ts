import { isNotNull, isNull, or, type SQL, sql } from "drizzle-orm"
import { people } from "@/db/schema"
import { ROLES } from "@/db/vocabulary"
import type { List } from "../access/list-type"
import { isHeld } from "../access/may"
import { someOfWords, tickedFilter, tickFilter, wordsFilter } from "../lists/filters"
import { fewColumns } from "../lists/input"
import { say } from "../words"
import { maySeePeople } from "./policy"

const MISSING: Record<string, SQL> = { email: isNull(people.email), phone: isNull(people.phone) }

/** The columns of the list, the one that names a row first. */
export const PEOPLE_COLUMNS = {
  name: say("Name"),
  groups: say("Groups"),
  email: say("Email"),
  phone: say("Phone"),
}

/** The list of people: those known now, or those who have left. */
export const peopleList: List = {
  name: "people",
  everything: say("Everyone"),
  filters: [
    wordsFilter({
      name: "q",
      label: say("Name or email"),
      field: { search: true, hint: say("You can enter part of it.") },
      first: true,
      where: (_, [q = ""], { loosely }) =>
        sql`${people.id} in (select id from search_ids('person', ${q}, ${loosely}))`,
    }),
    tickedFilter(people.id, say("a person")),
    someOfWords({
      name: "role",
      label: say("Role in a group"),
      words: ROLES,
      where: (ctx, roles) =>
        sql`${people.id} in (select r.person_id from roles r join groups g on g.id = r.group_id and g.removed_at is null
          where r.role = any (${sql.param(roles)}::text[]) and ${isHeld(ctx)})`,
    }),
    someOfWords({
      name: "missing",
      label: say("How to reach them"),
      words: { email: say("No email"), phone: say("No phone") },
      empty: say("Any"),
      where: (_, missing) => or(...missing.map((part) => MISSING[part])) as SQL,
    }),
    tickFilter({
      name: "left",
      label: say("Only those who have left"),
      inWords: () => say("Have left"),
      where: () => isNotNull(people.leftAt),
      byDefault: () => isNull(people.leftAt),
    }),
  ],
  columns: fewColumns(PEOPLE_COLUMNS),
  choices: async () => ({}),
  from: () => sql`${people} where ${people.mergedIntoId} is null`,
  maySee: maySeePeople,
}
