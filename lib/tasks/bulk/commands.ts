import "server-only"
import { and, isNull } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { groups, tasks } from "@/db/schema"
import { type Ctx, personOf } from "../../access/ctx"
import { ensure, RuleBroken } from "../../errors"
import { recordEach } from "../../journal/commands"
import { say } from "../../words"
import { colleague } from "../commands"
import { mayKeepTasks } from "../policy"
import { type AddTasks, MOST_AT_ONCE } from "./input"

/** Adds the same task for each of several groups, all or none. */
export async function addTasks(ctx: Ctx, input: AddTasks): Promise<{ what: string; number: number }> {
  ensure(mayKeepTasks(ctx.actor), say("Only workers and managers can change tasks."))
  const { groupIds, ...task } = input
  const who = await colleague(ctx, task.assigneeId, "assigneeId")
  const ids = [...new Set(groupIds)]
  if (ids.length === 0 || ids.length > MOST_AT_ONCE)
    throw new RuleBroken(say("Choose between one and {mostAtOnce} groups.", { mostAtOnce: MOST_AT_ONCE }))
  const there = await ctx.tx
    .select({ id: groups.id })
    .from(groups)
    .where(and(isOneOf(groups.id, ids), isNull(groups.removedAt)))
  if (there.length < ids.length)
    throw new RuleBroken(
      say("One of the groups isn’t on your list any more. Go back to the list and choose again."),
    )
  const made = await ctx.tx
    .insert(tasks)
    .values(
      there.map(({ id }) => ({
        ...task,
        repeatsFrom: task.repeats ? task.dueOn : null,
        lioId: ctx.lio.id,
        groupId: id,
        createdAt: ctx.now,
        createdBy: personOf(ctx.actor)?.personId,
      })),
    )
    .returning({ id: tasks.id, groupId: tasks.groupId })
  await recordEach(
    ctx,
    made.map(({ id, groupId }) => ({
      what: "task.added" as const,
      subject: ["task", id] as [string, string],
      groupIds: groupId ? [groupId] : undefined,
      summary: who
        ? say("Task for {name}: {task}", { name: who.name, task: task.what })
        : say("Task: {task}", { task: task.what }),
      to: { what: task.what, assignee: who?.name ?? null, dueOn: task.dueOn },
      about: { personIds: [task.assigneeId] },
    })),
  )
  return { what: task.what, number: made.length }
}
