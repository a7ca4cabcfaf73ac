import "server-only"
import { tasks } from "@/db/schema"
import { type Ctx, personOf } from "../../access/ctx"
import { ensure } from "../../errors"
import { recordEach } from "../../journal/commands"
import { tickedGroups } from "../../lists/choices/queries"
import { say } from "../../words"
import { colleague } from "../commands"
import { mayKeepTasks } from "../policy"
import type { AddTasks } from "./input"

/** Adds the same task for each of several groups, all or none. */
export async function addTasks(ctx: Ctx, input: AddTasks): Promise<{ what: string; number: number }> {
  ensure(mayKeepTasks(ctx.actor), say("Only workers and managers can change tasks."))
  const { groupIds, ...task } = input
  const who = await colleague(ctx, task.assigneeId, "assigneeId")
  const ids = await tickedGroups(ctx, groupIds)
  const made = await ctx.tx
    .insert(tasks)
    .values(
      ids.map((groupId) => ({
        ...task,
        repeatsFrom: task.repeats ? task.dueOn : null,
        lioId: ctx.lio.id,
        groupId,
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
