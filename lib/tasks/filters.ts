import { and, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { groups, tasks } from "@/db/schema"
import type { Ctx } from "../access/ctx"
import type { List, Listing } from "../access/list-type"
import { daysAfter, mondayAfter } from "../days"
import { groupOptions, staffOptions } from "../lists/choices/queries"
import {
  dayFilter,
  groupFilter,
  oneOfWords,
  someOfChoices,
  tabFilter,
  tickedFilter,
  tickFilter,
  whoseTab,
  wordsFilter,
} from "../lists/filters"
import { valuesIn } from "../lists/input"
import { say } from "../words"
import { maySeeTasks } from "./policy"

/** A task of a group that was removed from the list waits, out of sight, for the group to come back. */
export const inSight = sql`not exists (select from groups gone where gone.id = ${tasks.groupId} and gone.removed_at is not null)`

const choicesOf = async (ctx: Ctx, listing: Listing) => ({
  staff: await staffOptions(ctx),
  groups: await groupOptions(ctx, valuesIn(taskList, listing, "group")),
  groupsWithTasks: await ctx.tx
    .selectDistinct({ value: groups.id, label: groups.name })
    .from(tasks)
    .innerJoin(groups, eq(groups.id, tasks.groupId))
    .where(and(isNull(tasks.doneAt), isNull(tasks.droppedAt), inSight))
    .orderBy(groups.name),
})

const DAYS = {
  today: { label: say("Due today"), where: (ctx: Ctx) => sql`${tasks.dueOn} = ${ctx.today}::date` },
  tomorrow: {
    label: say("Due tomorrow"),
    where: (ctx: Ctx) => sql`${tasks.dueOn} = ${daysAfter(ctx.today, 1)}::date`,
  },
  week: {
    label: say("Due this week"),
    where: (ctx: Ctx) =>
      sql`${tasks.dueOn} >= ${ctx.today}::date and ${tasks.dueOn} < ${mondayAfter(ctx.today)}::date`,
  },
  none: { label: say("No date"), where: () => sql`${tasks.dueOn} is null` },
}
type Day = keyof typeof DAYS

/** The list of tasks: mine or the team's, open or done. */
export const taskList: List = {
  name: "tasks",
  everything: say("My tasks"),
  filters: [
    whoseTab({ label: say("Whose tasks"), owner: tasks.assigneeId }),
    tabFilter({
      name: "state",
      label: say("Open or done"),
      words: { open: say("Open"), done: say("Done") },
      tab: { usual: () => "open" },
      where: (_, [state]) =>
        state === "open" ? (and(isNull(tasks.doneAt), inSight) as SQL) : isNotNull(tasks.doneAt),
    }),
    tickedFilter(tasks.id, say("a task")),
    groupFilter({ before: say("For"), where: (_, ids) => isOneOf(tasks.groupId, ids) }),
    wordsFilter({
      name: "q",
      label: say("Words in the task"),
      field: { search: true },
      first: true,
      where: (_, [q = ""]) => sql`${tasks.what} ilike ${`%${q.replace(/[\\%_]/g, "\\$&")}%`}`,
    }),
    someOfChoices({
      name: "who",
      label: say("Assigned to"),
      first: true,
      from: "staff",
      empty: say("Anyone"),
      missing: say("someone who isn’t on your team"),
      before: say("Assigned to"),
      where: (_, ids) => isOneOf(tasks.assigneeId, ids),
    }),
    oneOfWords({
      name: "day",
      label: say("Due"),
      first: true,
      words: Object.fromEntries(Object.entries(DAYS).map(([day, { label }]) => [day, label])),
      empty: say("Any day"),
      where: (ctx, [day]) => DAYS[day as Day].where(ctx),
    }),
    someOfChoices({
      name: "for",
      label: say("For"),
      from: "groupsWithTasks",
      empty: say("Any group"),
      missing: say("a group without open tasks"),
      before: say("For"),
      where: (_, ids) => isOneOf(tasks.groupId, ids),
    }),
    dayFilter({ name: "from", label: say("Due from"), column: sql`${tasks.dueOn}`, sign: ">=" }),
    dayFilter({ name: "to", label: say("Due until"), column: sql`${tasks.dueOn}`, sign: "<=" }),
    tickFilter({
      name: "late",
      label: say("Overdue"),
      where: (ctx) => sql`(${tasks.dueOn} < ${ctx.today}::date and ${tasks.doneAt} is null)`,
    }),
  ],
  choices: choicesOf,
  from: () => sql`${tasks} where ${tasks.droppedAt} is null`,
  maySee: maySeeTasks,
}
