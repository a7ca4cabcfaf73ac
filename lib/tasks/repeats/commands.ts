import "server-only"
import { and, eq, isNull } from "drizzle-orm"
import { staff, tasks } from "@/db/schema"
import type { REPEATS } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { daysAfter, daysBetween, monthsAfter } from "../../days"
import { ensure, found } from "../../errors"
import { record } from "../../journal/commands"
import { say } from "../../words"
import { mayKeepTasks } from "../policy"
import { partsOf } from "../words"

type Repeat = keyof typeof REPEATS
type Row = typeof tasks.$inferSelect

const DAYS: Partial<Record<Repeat, number>> = { week: 7, fortnight: 14 }
const MONTHS: Partial<Record<Repeat, number>> = { month: 1, quarter: 3, year: 12 }

/** The first day after `after` on which a task comes that repeats from a day: one from the 31st comes on the last of a shorter month. */
export function dayAfter(after: string, repeats: Repeat, from: string): string {
  const days = DAYS[repeats]
  if (days) return daysAfter(from, (Math.max(0, Math.floor(daysBetween(from, after) / days)) + 1) * days)
  const months = found(MONTHS[repeats])
  const [year = 0, month = 0] = after.split("-").map(Number)
  const [fromYear = 0, fromMonth = 0] = from.split("-").map(Number)
  const passed = Math.max(0, Math.floor(((year - fromYear) * 12 + month - fromMonth) / months))
  const day = monthsAfter(from, passed * months)
  return day > after ? day : monthsAfter(from, (passed + 1) * months)
}

/** Adds the next of a task that repeats, as it is done. The day is counted from its due day; days that have passed are left out. */
export async function addNext(ctx: Ctx, task: Row) {
  ensure(mayKeepTasks(ctx.actor))
  const { repeats, repeatsFrom } = task
  if (!repeats || !repeatsFrom) return null
  const [follows] = await ctx.tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.followsId, task.id), isNull(tasks.droppedAt)))
  if (follows) return null
  const [works] = await ctx.tx
    .select({ id: staff.personId })
    .from(staff)
    .where(and(eq(staff.personId, task.assigneeId ?? ctx.lio.id), isNull(staff.endedAt)))
  const last = task.dueOn && task.dueOn > ctx.today ? task.dueOn : ctx.today
  const next = {
    what: task.what,
    groupId: task.groupId,
    caseId: task.caseId,
    audience: task.audience,
    assigneeId: works?.id ?? null,
    dueOn: dayAfter(last, repeats, repeatsFrom),
    ...{ repeats, repeatsFrom, followsId: task.id },
  }
  const [made] = await ctx.tx
    .insert(tasks)
    .values({ ...next, lioId: ctx.lio.id, createdAt: ctx.now, createdBy: task.createdBy })
    .returning({ id: tasks.id, dueOn: tasks.dueOn })
  const added = found(made)
  await record(ctx, {
    what: "task.added",
    subject: ["task", added.id],
    groupIds: task.groupId ? [task.groupId] : undefined,
    audience: task.audience,
    summary: say("Comes again: {what}", { what: partsOf(task.what).words }),
    to: { what: next.what, assigneeId: next.assigneeId, dueOn: next.dueOn },
    about: { personIds: [next.assigneeId] },
  })
  return added
}

/** Takes the next one back, unless it is done already, as the task that it repeats is opened again. */
export async function takeNextBack(ctx: Ctx, id: string) {
  ensure(mayKeepTasks(ctx.actor))
  await ctx.tx
    .update(tasks)
    .set({ droppedAt: ctx.now })
    .where(and(eq(tasks.followsId, id), isNull(tasks.doneAt), isNull(tasks.droppedAt)))
}
