import "server-only"
import { eq } from "drizzle-orm"
import { bids, funders, tasks } from "@/db/schema"
import { type Ctx, personOf } from "../../../access/ctx"
import { found } from "../../../errors"
import { addTask, dropTask, restoreTask } from "../../../tasks/commands"
import { changeTask } from "../../../tasks/moving/commands"
import { say } from "../../../words"

/** What of a bid its task follows. */
type Followed = Pick<
  typeof bids.$inferSelect,
  | "id"
  | "groupId"
  | "funderId"
  | "title"
  | "deadlineOn"
  | "sentOn"
  | "decidedOn"
  | "withdrawnOn"
  | "undoneAt"
  | "taskId"
>

const wants = (bid: Followed) =>
  bid.deadlineOn !== null && !bid.sentOn && !bid.decidedOn && !bid.withdrawnOn && !bid.undoneAt

/**
 * Keeps the task of a deadline in step with its bid: added with the deadline, moved with it, off the list once the bid is
 * sent. One that somebody has ticked off or taken off stays so until the deadline changes.
 */
export async function followDeadline(ctx: Ctx, before: Followed | null, bid: Followed): Promise<void> {
  const wanted = wants(bid)
  const [task] = bid.taskId ? await ctx.tx.select().from(tasks).where(eq(tasks.id, bid.taskId)) : []
  if (!task && !wanted) return
  if (task?.doneAt) return
  if (task && !wanted) {
    if (!task.droppedAt) await dropTask(ctx, task)
    return
  }
  const [funder] = await ctx.tx
    .select({ name: funders.name })
    .from(funders)
    .where(eq(funders.id, bid.funderId))
  const what = say("Send the bid to {funder}: {title} ({where})", {
    ...{ funder: found(funder).name, title: bid.title },
    where: `/funding/${bid.id}`,
  })
  const said = { what, dueOn: bid.deadlineOn }
  if (!task) {
    const assigneeId = personOf(ctx.actor)?.personId ?? null
    const made = await addTask(ctx, { ...said, assigneeId, groupId: bid.groupId })
    await ctx.tx.update(bids).set({ taskId: made.id }).where(eq(bids.id, bid.id))
    return
  }
  if (task.droppedAt) {
    if (before && wants(before) && before.deadlineOn === bid.deadlineOn) return
    await restoreTask(ctx, task)
  }
  if (task.what !== said.what || task.dueOn !== said.dueOn)
    await changeTask(ctx, { id: task.id, ...said, assigneeId: task.assigneeId, repeats: task.repeats })
}
