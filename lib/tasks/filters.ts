import { and, isNotNull, isNull, type SQL, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { tasks } from "@/db/schema"
import type { Ctx } from "../access/ctx"
import type { List, Listing } from "../access/list-type"
import { groupOptions, staffOptions } from "../lists/choices/queries"
import {
  dayFilter,
  groupFilter,
  someOfChoices,
  tabFilter,
  tickFilter,
  whoseTab,
  wordsFilter,
} from "../lists/filters"
import { valuesIn } from "../lists/input"
import { maySeeTasks } from "./policy"

/** A task of a group that was removed from the list waits, out of sight, for the group to come back. */
export const inSight = sql`not exists (select from groups gone where gone.id = ${tasks.groupId} and gone.removed_at is not null)`

const choicesOf = async (ctx: Ctx, listing: Listing) => ({
  staff: await staffOptions(ctx),
  groups: await groupOptions(ctx, valuesIn(taskList, listing, "group")),
})

/** The list of tasks: mine or the team's, open or done. */
export const taskList: List = {
  name: "tasks",
  everything: "My tasks",
  filters: [
    whoseTab({ label: "Whose tasks", owner: tasks.assigneeId }),
    tabFilter({
      name: "state",
      label: "Open or done",
      words: { open: "Open", done: "Done" },
      tab: { usual: () => "open" },
      where: (_, [state]) =>
        state === "open" ? (and(isNull(tasks.doneAt), inSight) as SQL) : isNotNull(tasks.doneAt),
    }),
    groupFilter({ before: "For", where: (_, ids) => isOneOf(tasks.groupId, ids) }),
    wordsFilter({
      name: "q",
      label: "Words in the task",
      field: { search: true },
      where: (_, [q = ""]) => sql`${tasks.what} ilike ${`%${q.replace(/[\\%_]/g, "\\$&")}%`}`,
    }),
    someOfChoices({
      name: "who",
      label: "Assigned to",
      from: "staff",
      empty: "Anyone",
      missing: "someone who isn’t on your team",
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
