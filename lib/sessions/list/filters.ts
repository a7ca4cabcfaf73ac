import { asc, eq, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { groups, people, sessions } from "@/db/schema"
import { FUNCTIONS, SESSION_KINDS } from "@/db/vocabulary"
import { type Ctx, personOf } from "../../access/ctx"
import type { List, Listing } from "../../access/list-type"
import { dayFilter, someOfChoices, someOfWords, tabFilter, wordsFilter } from "../../lists/filters"
import { valuesIn } from "../../lists/input"
import { maySeeSessions } from "../policy"

const WHOSE = { mine: "Mine", team: "The team’s" }

async function choicesOf(ctx: Ctx, listing: Listing) {
  const [staff, named] = await Promise.all([
    ctx.tx
      .selectDistinct({ value: people.id, label: people.name })
      .from(sessions)
      .innerJoin(people, eq(people.id, sessions.byPersonId))
      .orderBy(asc(people.name)),
    ctx.tx
      .select({ value: groups.id, label: groups.name })
      .from(groups)
      .where(isOneOf(groups.id, valuesIn(sessionList, listing, "group"))),
  ])
  return { staff, groups: named }
}

/** The list of sessions: one's own or the team's, newest first. */
export const sessionList: List = {
  name: "sessions",
  everything: "My sessions",
  filters: [
    tabFilter({
      name: "whose",
      label: "Whose sessions",
      words: WHOSE,
      tab: { usual: (valuesOf) => (valuesOf("group").length > 0 ? "team" : "mine") },
      where: (ctx, [whose]) =>
        whose === "mine" ? eq(sessions.byPersonId, personOf(ctx.actor)?.personId ?? sql`null`) : sql`true`,
    }),
    someOfChoices({
      name: "group",
      label: "Group",
      from: "groups",
      missing: "a group that is not here",
      before: "With",
      linked: true,
      where: (_, ids) =>
        sql`exists (select from session_groups sg where sg.session_id = ${sessions.id} and sg.group_id = any (${sql.param(ids)}::uuid[]))`,
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
      empty: "Anybody",
      missing: "somebody who is not here",
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
