import { sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { sessions } from "@/db/schema"
import { FUNCTIONS, SESSION_KINDS } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import type { List, Listing } from "../../access/list-type"
import { groupOptions, staffOptions } from "../../lists/choices/queries"
import {
  dayFilter,
  groupFilter,
  someOfChoices,
  someOfWords,
  tickedFilter,
  whoseTab,
  wordsFilter,
} from "../../lists/filters"
import { valuesIn } from "../../lists/input"
import { maySeeSessions } from "../policy"

const choicesOf = async (ctx: Ctx, listing: Listing) => ({
  staff: await staffOptions(ctx),
  groups: await groupOptions(ctx, valuesIn(sessionList, listing, "group")),
})

/** The list of sessions: one's own or the team's, newest first. */
export const sessionList: List = {
  name: "sessions",
  everything: "My sessions",
  filters: [
    whoseTab({ label: "Whose sessions", owner: sessions.byPersonId }),
    tickedFilter(sessions.id, "a session"),
    groupFilter({
      before: "With",
      where: (_, ids) =>
        sql`exists (select from session_groups sg where sg.session_id = ${sessions.id} and ${isOneOf(sql`sg.group_id`, ids, "uuid")})`,
    }),
    someOfWords({
      name: "kind",
      label: "Kind of work",
      words: SESSION_KINDS,
      where: (_, kinds) => isOneOf(sessions.kind, kinds),
    }),
    someOfWords({
      name: "function",
      label: "Counts for",
      words: FUNCTIONS,
      empty: "Any of the five",
      where: (_, functions) => isOneOf(sessions.function, functions),
    }),
    someOfChoices({
      name: "by",
      label: "Recorded by",
      from: "staff",
      empty: "Anyone",
      missing: "someone who isn’t on your team",
      before: "Recorded by",
      where: (_, ids) => isOneOf(sessions.byPersonId, ids),
    }),
    dayFilter({ name: "from", label: "From", column: sql`${sessions.on}`, sign: ">=" }),
    dayFilter({ name: "to", label: "To", column: sql`${sessions.on}`, sign: "<=" }),
    wordsFilter({
      name: "q",
      label: "Words in the note",
      field: { search: true },
      where: (_, [q = ""]) => sql`${sessions.id} in (select id from search_ids('session', ${q}, false))`,
    }),
  ],
  choices: choicesOf,
  from: () => sql`${sessions} where ${sessions.undoneAt} is null`,
  maySee: maySeeSessions,
}
