import "server-only"
import { and, asc, desc, eq, isNull, type SQL, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { groups, people, tasks } from "@/db/schema"
import { type Ctx, personOf, readOnce } from "../access/ctx"
import type { Listing } from "../access/list-type"
import { daysAfter } from "../days"
import { ensure, found } from "../errors"
import { firstValue, readList } from "../lists/input"
import { conditionOf } from "../lists/queries"
import { say } from "../words"
import { inSight, taskList } from "./filters"
import { maySeeTasks } from "./policy"

const MOST = 200

const givers = alias(people, "givers")

const fields = {
  id: tasks.id,
  what: tasks.what,
  dueOn: tasks.dueOn,
  doneAt: tasks.doneAt,
  groupId: tasks.groupId,
  group: groups.name,
  sessionId: tasks.sessionId,
  assigneeId: tasks.assigneeId,
  assignee: people.name,
  repeats: tasks.repeats,
  /** Who handed it over to them. */
  from: givers.name,
  handedAt: tasks.handedAt,
}

function listWhere(ctx: Ctx, where: SQL | undefined, order: SQL[], most: number, skip = 0) {
  return ctx.tx
    .select(fields)
    .from(tasks)
    .leftJoin(groups, eq(groups.id, tasks.groupId))
    .leftJoin(people, eq(people.id, tasks.assigneeId))
    .leftJoin(givers, eq(givers.id, tasks.handedBy))
    .where(and(isNull(tasks.droppedAt), where))
    .orderBy(...order)
    .limit(most)
    .offset(skip)
}

/** How many tasks are on a page of the list. */
export const PAGE_SIZE = 50

/** A page of tasks, overdue first, those without a date last; done ones newest first. `most`: how many instead of a page. */
export async function listTasks(ctx: Ctx, listing: Listing, most = PAGE_SIZE) {
  ensure(maySeeTasks(ctx.actor), say("Only staff see tasks."))
  const order =
    firstValue(listing, "state") === "done"
      ? [desc(tasks.doneAt)]
      : [sql`${tasks.dueOn} asc nulls last`, asc(tasks.createdAt)]
  const where = conditionOf(ctx, taskList.filters, listing)
  return listWhere(ctx, where, [...order, asc(tasks.id)], most, (listing.page - 1) * most)
}
export type Task = Awaited<ReturnType<typeof listTasks>>[number]

const DAYS_NEW = 7

/** The asker's own tasks for today: overdue and due ones, then those that were handed to them this week, then what comes next. */
export async function listForToday(ctx: Ctx, most: number) {
  ensure(maySeeTasks(ctx.actor), say("Only staff see tasks."))
  const due = sql`coalesce(${tasks.dueOn} <= ${ctx.today}::date, false)`
  const fresh = sql`coalesce(${tasks.handedAt} > ${daysAfter(ctx.today, -DAYS_NEW)}::date, false)`
  const where = conditionOf(ctx, taskList.filters, readList(taskList, {}))
  const order = [
    ...[sql`${due} desc`, sql`(not ${due} and ${fresh}) desc`, sql`${tasks.dueOn} asc nulls last`],
    ...[asc(tasks.createdAt), asc(tasks.id)],
  ]
  return listWhere(ctx, where, order, most)
}

/** Tasks that are due and nobody has taken on: what members left for staff, a reported post for example. */
export async function listForAnyone(ctx: Ctx, most: number) {
  ensure(maySeeTasks(ctx.actor), say("Only staff see tasks."))
  const where = and(
    conditionOf(ctx, taskList.filters, readList(taskList, { whose: "team" })),
    isNull(tasks.assigneeId),
    sql`${tasks.dueOn} <= ${ctx.today}::date`,
  )
  return listWhere(ctx, where, [asc(tasks.dueOn), asc(tasks.createdAt), asc(tasks.id)], most)
}

/** How many tasks a listing has, over all its pages. */
export async function countListed(ctx: Ctx, listing: Listing): Promise<number> {
  ensure(maySeeTasks(ctx.actor), say("Only staff see tasks."))
  return ctx.tx.$count(tasks, and(isNull(tasks.droppedAt), conditionOf(ctx, taskList.filters, listing)))
}

/** The tasks that came out of a session, done ones too. */
export async function listTasksOfSession(ctx: Ctx, sessionId: string) {
  ensure(maySeeTasks(ctx.actor), say("Only staff see tasks."))
  return listWhere(ctx, eq(tasks.sessionId, sessionId), [asc(tasks.createdAt)], MOST)
}

/** The tasks of a case, open ones first. */
export async function listTasksOfCase(ctx: Ctx, caseId: string) {
  ensure(maySeeTasks(ctx.actor), say("Only staff see tasks."))
  const order = [
    sql`${tasks.doneAt} desc nulls first`,
    sql`${tasks.dueOn} asc nulls last`,
    asc(tasks.createdAt),
  ]
  return listWhere(ctx, eq(tasks.caseId, caseId), order, MOST)
}

/** How many tasks are open, due by today, and overdue: the asker's own and the team's. */
export const countTasks = readOnce(async (ctx) => {
  ensure(maySeeTasks(ctx.actor), say("Only staff see tasks."))
  const mine = sql`${tasks.assigneeId} = ${personOf(ctx.actor)?.personId ?? null}::uuid`
  const late = sql`${tasks.dueOn} < ${ctx.today}::date`
  const due = sql`${tasks.dueOn} <= ${ctx.today}::date`
  const [row] = await ctx.tx
    .select({
      mine: sql<number>`(count(*) filter (where ${mine}))::int`,
      mineDue: sql<number>`(count(*) filter (where ${mine} and ${due}))::int`,
      mineLate: sql<number>`(count(*) filter (where ${mine} and ${late}))::int`,
      team: sql<number>`count(*)::int`,
      teamDue: sql<number>`(count(*) filter (where ${due}))::int`,
      teamToday: sql<number>`(count(*) filter (where ${tasks.dueOn} = ${ctx.today}::date))::int`,
      teamTomorrow: sql<number>`(count(*) filter (where ${tasks.dueOn} = ${daysAfter(ctx.today, 1)}::date))::int`,
      teamLate: sql<number>`(count(*) filter (where ${late}))::int`,
    })
    .from(tasks)
    .where(and(isNull(tasks.doneAt), isNull(tasks.droppedAt), inSight))
  return found(row)
})

/** One task. */
export async function getTask(ctx: Ctx, id: string): Promise<Task> {
  ensure(maySeeTasks(ctx.actor), say("Only staff see tasks."))
  const [task] = await listWhere(ctx, eq(tasks.id, id), [asc(tasks.createdAt)], 1)
  return found(task)
}
