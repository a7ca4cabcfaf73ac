import { and, asc, eq, isNull, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { areas, sessions, sessionTypes, terms } from "@/db/schema"
import { FUNCTIONS, keys, SESSION_KINDS, SESSION_PLACES } from "@/db/vocabulary"
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
import { fewColumns, valuesIn } from "../../lists/input"
import { say } from "../../words"
import { maySeeSessions } from "../policy"

const KIND = new RegExp(`^(${keys(SESSION_KINDS).join("|")}|[0-9a-f-]{36})$`)

const choicesOf = async (ctx: Ctx, listing: Listing) => ({
  kinds: [
    ...keys(SESSION_KINDS).map((value) => ({ value, label: SESSION_KINDS[value] })),
    ...(await ctx.tx
      .select({ value: sessionTypes.id, label: sessionTypes.name })
      .from(sessionTypes)
      .orderBy(asc(sessionTypes.name))),
  ],
  staff: await staffOptions(ctx),
  themes: await ctx.tx
    .select({ value: terms.id, label: terms.name })
    .from(terms)
    .where(and(eq(terms.list, "theme"), isNull(terms.retiredAt)))
    .orderBy(asc(terms.name)),
  areas: await ctx.tx
    .select({ value: areas.id, label: areas.name })
    .from(areas)
    .orderBy(asc(areas.kind), asc(areas.name)),
  groups: await groupOptions(ctx, valuesIn(sessionList, listing, "group")),
})

/** The columns of the list, the one that names a row first. */
export const SESSION_COLUMNS = {
  session: say("Session"),
  groups: say("Groups"),
  note: say("What happened"),
  function: say("Function"),
  by: say("Who"),
  minutes: say("How long"),
}

/** The list of sessions: one's own or the team's, newest first. */
export const sessionList: List = {
  name: "sessions",
  everything: say("My sessions"),
  filters: [
    whoseTab({ label: say("Whose sessions"), owner: sessions.byPersonId }),
    tickedFilter(sessions.id, say("a session")),
    groupFilter({
      before: say("With"),
      where: (_, ids) =>
        sql`exists (select from session_groups sg where sg.session_id = ${sessions.id} and ${isOneOf(sql`sg.group_id`, ids, "uuid")})`,
    }),
    someOfChoices({
      name: "kind",
      label: say("Kind of work"),
      from: "kinds",
      form: KIND,
      empty: say("Any kind"),
      missing: say("a kind of work that isn’t on your list"),
      where: (_, kinds) => isOneOf(sql`coalesce(${sessions.typeId}::text, ${sessions.kind})`, kinds),
    }),
    someOfWords({
      name: "place",
      label: say("Where"),
      words: SESSION_PLACES,
      where: (_, places) => isOneOf(sessions.place, places),
    }),
    someOfWords({
      name: "function",
      label: say("Function"),
      words: FUNCTIONS,
      empty: say("Any of the five"),
      where: (_, functions) => isOneOf(sessions.function, functions),
    }),
    someOfChoices({
      name: "by",
      label: say("Recorded by"),
      from: "staff",
      empty: say("Anyone"),
      missing: say("someone who isn’t on your team"),
      before: say("Recorded by"),
      where: (_, ids) => isOneOf(sessions.byPersonId, ids),
    }),
    someOfChoices({
      name: "theme",
      label: say("Theme of the group"),
      from: "themes",
      empty: say("Any theme"),
      missing: say("a theme that isn’t on your list"),
      where: (_, ids) =>
        sql`exists (select from session_groups sg join group_terms gt on gt.group_id = sg.group_id where sg.session_id = ${sessions.id} and ${isOneOf(sql`gt.term_id`, ids, "uuid")})`,
    }),
    someOfChoices({
      name: "area",
      label: say("Area of the group"),
      from: "areas",
      empty: say("Any area"),
      missing: say("an area that isn’t on your list"),
      where: (_, ids) =>
        sql`exists (select from session_groups sg join group_areas ga on ga.group_id = sg.group_id where sg.session_id = ${sessions.id} and ${isOneOf(sql`ga.area_id`, ids, "uuid")})`,
    }),
    dayFilter({ name: "from", label: say("From"), column: sql`${sessions.on}`, sign: ">=" }),
    dayFilter({ name: "to", label: say("To"), column: sql`${sessions.on}`, sign: "<=" }),
    wordsFilter({
      name: "q",
      label: say("Words in the note"),
      field: { search: true },
      where: (_, [q = ""]) => sql`${sessions.id} in (select id from search_ids('session', ${q}, false))`,
    }),
  ],
  columns: fewColumns(SESSION_COLUMNS),
  choices: choicesOf,
  from: () => sql`${sessions} where ${sessions.undoneAt} is null`,
  maySee: maySeeSessions,
}
