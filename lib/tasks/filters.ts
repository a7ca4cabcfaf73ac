import { and, asc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { groups, people, tasks } from "@/db/schema"
import { type Ctx, personOf } from "../access/ctx"
import type { List, Listing } from "../access/list-type"
import { dayFilter, someOfChoices, tabFilter, tickFilter, wordsFilter } from "../lists/filters"
import { valuesIn } from "../lists/input"
import { maySeeTasks } from "./policy"

/** A next step of a group that was removed from the list waits, out of sight, for the group to come back. */
export const inSight = sql`not exists (select from groups gone where gone.id = ${tasks.groupId} and gone.removed_at is not null)`

async function choicesOf(ctx: Ctx, listing: Listing) {
  const [assignees, named] = await Promise.all([
    ctx.tx
      .selectDistinct({ value: people.id, label: people.name })
      .from(tasks)
      .innerJoin(people, eq(people.id, tasks.assigneeId))
      .orderBy(asc(people.name)),
    ctx.tx
      .select({ value: groups.id, label: groups.name })
      .from(groups)
      .where(isOneOf(groups.id, valuesIn(taskList, listing, "group"))),
  ])
  return { assignees, groups: named }
}

/** The list of next steps: mine or the team's, open or done. */
export const taskList: List = {
  name: "tasks",
  everything: "My next steps",
  filters: [
    tabFilter({
      name: "whose",
      label: "Whose next steps",
      words: { mine: "Mine", team: "The team’s" },
      tab: { usual: (valuesOf) => (valuesOf("group").length > 0 ? "team" : "mine") },
      where: (ctx, [whose]) =>
        whose === "mine" ? eq(tasks.assigneeId, personOf(ctx.actor)?.personId ?? sql`null`) : sql`true`,
    }),
    tabFilter({
      name: "state",
      label: "Open or done",
      words: { open: "Open", done: "Done" },
      tab: { usual: () => "open" },
      where: (_, [state]) =>
        state === "open" ? (and(isNull(tasks.doneAt), inSight) as SQL) : isNotNull(tasks.doneAt),
    }),
    someOfChoices({
      name: "group",
      label: "Group",
      from: "groups",
      missing: "a group that is not here",
      before: "For",
      linked: true,
      where: (_, ids) => isOneOf(tasks.groupId, ids),
    }),
    wordsFilter({
      name: "q",
      label: "Words in it",
      field: { search: true },
      where: (_, [q = ""]) => sql`${tasks.what} ilike ${`%${q.replace(/[\\%_]/g, "\\$&")}%`}`,
    }),
    someOfChoices({
      name: "who",
      label: "Assigned to",
      from: "assignees",
      empty: "Anybody",
      missing: "somebody who is not here",
      before: "Assigned to",
      where: (_, ids) => isOneOf(tasks.assigneeId, ids),
    }),
    dayFilter({ name: "from", label: "Due from", column: sql`${tasks.dueOn}`, sign: ">=" }),
    dayFilter({ name: "to", label: "Due until", column: sql`${tasks.dueOn}`, sign: "<=" }),
    tickFilter({
      name: "late",
      label: "Overdue",
      where: (ctx) => sql`(${tasks.dueOn} < ${ctx.today}::date and ${tasks.doneAt} is null)`,
    }),
  ],
  choices: choicesOf,
  from: () => sql`${tasks} where ${tasks.droppedAt} is null`,
  maySee: maySeeTasks,
}
