import "server-only"
import { and, eq, isNotNull, isNull, or, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { cases, groups, people, staff, tasks } from "@/db/schema"
import { type Ctx, personOf } from "../access/ctx"
import { ensure, found, RuleBroken } from "../errors"
import { record } from "../journal/commands"
import { isColleague } from "../lists/choices/queries"
import { say } from "../words"
import type { AddTask } from "./input"
import { mayKeepTasks } from "./policy"
import { addNext, takeNextBack } from "./repeats/commands"
import { partsOf } from "./words"

/** What whoever may not keep tasks is told. */
export const REFUSED = say("Only workers and managers can change tasks.")
/** The timeline that a task stands on. */
export const onTimeline = (groupId: string | null) => (groupId ? [groupId] : undefined)

/** Somebody who works here now and may be given something to do that is for this audience, or a rule broken. */
export async function colleague(ctx: Ctx, personId: string | null, field: string, audience = "staff") {
  if (!personId) return null
  const [row] = await ctx.tx
    .select({
      id: people.id,
      name: people.name,
      reads: sql<boolean>`(${audience} = 'staff' or exists (select from case_people cp
        where cp.person_id = ${staff.personId} and 'case:' || cp.case_id = ${audience}))`,
    })
    .from(staff)
    .innerJoin(people, eq(people.id, staff.personId))
    .where(and(eq(staff.personId, personId), isColleague))
  if (!row) throw new RuleBroken(say("Choose somebody who works here"), field)
  if (!row.reads)
    throw new RuleBroken(
      say(
        "{name} doesn’t work on this confidential case. Add them to the case first, or choose somebody else.",
        {
          name: row.name,
        },
      ),
      field,
    )
  return row
}

/** Who may read the tasks of a case: whoever may read the case. */
async function audienceOfCase(ctx: Ctx, caseId: string | null | undefined): Promise<string> {
  if (!caseId) return "staff"
  const [row] = await ctx.tx.select({ audience: cases.audience }).from(cases).where(eq(cases.id, caseId))
  return found(row).audience
}

/** Adds a task. `fields` says how the form that it came from calls who does it. */
export async function addTask(ctx: Ctx, input: AddTask, fields = { assigneeId: "assigneeId" }) {
  ensure(mayKeepTasks(ctx.actor), REFUSED)
  const audience = await audienceOfCase(ctx, input.caseId)
  const who = await colleague(ctx, input.assigneeId, fields.assigneeId, audience)
  if (input.groupId) {
    const [group] = await ctx.tx
      .select({ id: groups.id })
      .from(groups)
      .where(and(eq(groups.id, input.groupId), isNull(groups.removedAt)))
    if (!group) throw new RuleBroken(say("This group is not here any more. Choose again."), "groupId")
  }
  const [made] = await ctx.tx
    .insert(tasks)
    .values({
      lioId: ctx.lio.id,
      ...input,
      audience,
      repeatsFrom: input.repeats ? input.dueOn : null,
      createdAt: ctx.now,
      createdBy: personOf(ctx.actor)?.personId,
    })
    .returning({ id: tasks.id, what: tasks.what })
  const task = found(made)
  await record(ctx, {
    what: "task.added",
    subject: ["task", task.id],
    groupIds: onTimeline(input.groupId),
    audience,
    summary: who
      ? say("Task for {name}: {task}", { name: who.name, task: partsOf(task.what).words })
      : say("Task: {task}", { task: partsOf(task.what).words }),
    to: { what: input.what, assignee: who?.name ?? null, dueOn: input.dueOn },
    about: { personIds: [input.assigneeId] },
  })
  return task
}

/** Ticks a task off; one that repeats comes again. Said twice it is refused: somebody did it already. */
export async function finishTask(ctx: Ctx, { id }: { id: string }) {
  ensure(mayKeepTasks(ctx.actor), REFUSED)
  const [done] = await ctx.tx
    .update(tasks)
    .set({ doneAt: ctx.now, doneBy: personOf(ctx.actor)?.personId })
    .where(and(eq(tasks.id, id), isNull(tasks.doneAt), isNull(tasks.droppedAt)))
    .returning()
  const task = done ?? (await refuseUnlessThere(ctx, id, say("This task has already been done.")))
  await record(ctx, {
    what: "task.done",
    subject: ["task", id],
    groupIds: onTimeline(task.groupId),
    audience: task.audience,
    summary: say("Done: {what}", { what: partsOf(task.what).words }),
  })
  return { ...task, next: await addNext(ctx, task) }
}

/** Opens a task again that was ticked off by mistake; the next one that came of it is taken back. */
export async function reopenTask(ctx: Ctx, { id }: { id: string }) {
  ensure(mayKeepTasks(ctx.actor), REFUSED)
  const [open] = await ctx.tx
    .update(tasks)
    .set({ doneAt: null, doneBy: null })
    .where(and(eq(tasks.id, id), isNotNull(tasks.doneAt), isNull(tasks.droppedAt)))
    .returning()
  const task = open ?? (await refuseUnlessThere(ctx, id, say("This task is already open.")))
  await takeNextBack(ctx, id)
  await record(ctx, {
    what: "task.reopened",
    subject: ["task", id],
    groupIds: onTimeline(task.groupId),
    audience: task.audience,
    summary: say("Not done yet: {what}", { what: partsOf(task.what).words }),
  })
  return task
}

async function refuseUnlessThere(ctx: Ctx, id: string, why: string): Promise<never> {
  const [there] = await ctx.tx.select({ id: tasks.id }).from(tasks).where(eq(tasks.id, id))
  found(there)
  throw new RuleBroken(why)
}

/** Takes a task off the list for good: it is not needed any more. */
export async function dropTask(ctx: Ctx, { id }: { id: string }) {
  ensure(mayKeepTasks(ctx.actor), REFUSED)
  const [dropped] = await ctx.tx
    .update(tasks)
    .set({ droppedAt: ctx.now })
    .where(and(eq(tasks.id, id), isNull(tasks.droppedAt)))
    .returning()
  const task =
    dropped ?? (await refuseUnlessThere(ctx, id, say("This task has already been taken off the list.")))
  await record(ctx, {
    what: "task.dropped",
    subject: ["task", id],
    groupIds: onTimeline(task.groupId),
    audience: task.audience,
    summary: say("Not needed any more: {what}", { what: partsOf(task.what).words }),
  })
  return task
}

/** Puts a task back on the list that was taken off it. */
export async function restoreTask(ctx: Ctx, { id }: { id: string }) {
  ensure(mayKeepTasks(ctx.actor), REFUSED)
  const [restored] = await ctx.tx
    .update(tasks)
    .set({ droppedAt: null })
    .where(and(eq(tasks.id, id), isNotNull(tasks.droppedAt)))
    .returning()
  const task = restored ?? (await refuseUnlessThere(ctx, id, say("This task is already on the list.")))
  await record(ctx, {
    what: "task.restored",
    subject: ["task", id],
    groupIds: onTimeline(task.groupId),
    audience: task.audience,
    summary: say("Back on the list: {what}", { what: partsOf(task.what).words }),
  })
  return task
}

/** Takes the open tasks of a session off the list, as the session is taken back. */
export async function dropTasksOf(ctx: Ctx, sessionId: string) {
  ensure(mayKeepTasks(ctx.actor), REFUSED)
  await ctx.tx
    .update(tasks)
    .set({ droppedAt: ctx.now })
    .where(and(eq(tasks.sessionId, sessionId), isNull(tasks.doneAt), isNull(tasks.droppedAt)))
}

/** Puts back the tasks that went with a session that was taken back at that moment. */
export async function restoreTasksOf(ctx: Ctx, sessionId: string, droppedAt: Date) {
  ensure(mayKeepTasks(ctx.actor), REFUSED)
  await ctx.tx
    .update(tasks)
    .set({ droppedAt: null })
    .where(and(eq(tasks.sessionId, sessionId), eq(tasks.droppedAt, droppedAt)))
}

/** Something that is left for staff: for one of them, or for whoever takes it; or for the people of a confidential case alone. */
type Left = { what: string; groupId?: string | null; assigneeId?: string | null; audience?: string }

/** Leaves things for staff to look at, today: anybody known here may, by a link as well, a reported post for example. */
export async function leaveForStaff(ctx: Ctx, left: Left[]) {
  ensure(personOf(ctx.actor) !== null || ["system", "link", "guest"].includes(ctx.actor.kind))
  if (left.length === 0) return
  await ctx.tx
    .insert(tasks)
    .values(left.map((one) => ({ ...one, lioId: ctx.lio.id, dueOn: ctx.today, createdAt: ctx.now })))
}

/** Ticks off what was left for staff, about groups where it was, when they did it by another way; `endings`: how its words end. */
export async function settleForStaff(ctx: Ctx, endings: string | readonly string[], groupIds?: string[]) {
  ensure(mayKeepTasks(ctx.actor) || ctx.actor.kind === "system", REFUSED)
  await ctx.tx
    .update(tasks)
    .set({ doneAt: ctx.now, doneBy: personOf(ctx.actor)?.personId })
    .where(
      and(
        groupIds && isOneOf(tasks.groupId, groupIds),
        or(sql`false`, ...[endings].flat().map((one) => sql`right(${tasks.what}, ${one.length}) = ${one}`)),
        isNull(tasks.doneAt),
        isNull(tasks.droppedAt),
      ),
    )
}
