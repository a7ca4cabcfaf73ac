import "server-only"
import { and, eq, isNull } from "drizzle-orm"
import { tasks } from "@/db/schema"
import { type Ctx, personOf } from "../../access/ctx"
import { daysAfter, mondayAfter } from "../../days"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { getChange, stands } from "../../journal/queries"
import { say } from "../../words"
import { colleague, finishTask, onTimeline, REFUSED, reopenTask } from "../commands"
import type { ChangeTask, Press, Snooze } from "../input"
import { mayKeepTasks } from "../policy"
import { partsOf } from "../words"

type Row = typeof tasks.$inferSelect
/** What can be changed of a task, and changed back. */
type Moved = Partial<
  Pick<Row, "what" | "assigneeId" | "dueOn" | "repeats" | "repeatsFrom" | "handedBy" | "handedAt">
>
const MOVES = ["task.changed", "task.snoozed", "task.handed"] as const
type Move = { what: (typeof MOVES)[number]; to: Moved; summary: string }

async function openTask(ctx: Ctx, id: string): Promise<Row> {
  const [row] = await ctx.tx
    .select()
    .from(tasks)
    .where(and(eq(tasks.id, id), isNull(tasks.droppedAt)))
    .for("update")
  return found(row)
}

function ensureOpen(task: Row) {
  if (task.doneAt) throw new RuleBroken(say("This task has already been done."))
}

/** Writes a change of a task with what it was before, so that it can be undone: `move` is what the undoing needs. */
async function move(ctx: Ctx, before: Row, { what, to, summary }: Move) {
  await ctx.tx.update(tasks).set(to).where(eq(tasks.id, before.id))
  const kept = Object.keys(to).map((field) => [field, before[field as keyof Row]])
  const id = await record(ctx, {
    what,
    subject: ["task", before.id],
    groupIds: onTimeline(before.groupId),
    audience: before.audience,
    summary,
    from: Object.fromEntries(kept),
    to,
    about: { personIds: [before.assigneeId, to.assigneeId] },
  })
  return { id: before.id, what: to.what ?? before.what, dueOn: to.dueOn ?? before.dueOn, move: id }
}

/** Who handed a task over: whoever gives it to somebody else. */
function handing(ctx: Ctx, to: string | null) {
  const me = personOf(ctx.actor)?.personId ?? null
  const handed = to !== null && to !== me
  return { assigneeId: to, handedBy: handed ? me : null, handedAt: handed ? ctx.now : null }
}

/** Changes what a task says, who does it, when, and whether it comes again. */
export async function changeTask(ctx: Ctx, { id, ...said }: ChangeTask) {
  ensure(mayKeepTasks(ctx.actor), REFUSED)
  const before = await openTask(ctx, id)
  const given = said.assigneeId !== before.assigneeId
  if (given) await colleague(ctx, said.assigneeId, "assigneeId", before.audience)
  const again = said.repeats === before.repeats && said.dueOn === before.dueOn
  const repeatsFrom = !said.repeats ? null : again ? before.repeatsFrom : said.dueOn
  return move(ctx, before, {
    what: "task.changed",
    to: { ...said, repeatsFrom, ...(given ? handing(ctx, said.assigneeId) : {}) },
    summary: say("Changed a task: {what}", { what: partsOf(said.what).words }),
  })
}

/** Puts a task off until a day to come. Days on which it comes again stay as they are. */
export async function snoozeTask(ctx: Ctx, { id, until }: Snooze) {
  ensure(mayKeepTasks(ctx.actor), REFUSED)
  if (!until || until <= ctx.today) throw new RuleBroken(say("Enter a day after today"), "until")
  const before = await openTask(ctx, id)
  ensureOpen(before)
  return move(ctx, before, {
    what: "task.snoozed",
    to: { dueOn: until },
    summary: say("Put off a task: {what}", { what: partsOf(before.what).words }),
  })
}

/** Hands a task over to a colleague, who sees from whom it comes. */
export async function handOverTask(ctx: Ctx, { id, to }: { id: string; to: string }) {
  ensure(mayKeepTasks(ctx.actor), REFUSED)
  const before = await openTask(ctx, id)
  ensureOpen(before)
  const who = found(await colleague(ctx, to, "to", before.audience))
  const moved = await move(ctx, before, {
    what: "task.handed",
    to: handing(ctx, to),
    summary: say("Handed over to {who}: {what}", { who: who.name, what: before.what }),
  })
  return { ...moved, to: who.name }
}

/** Undoes a change of a task, unless it was changed again since. `id` is the change's. */
export async function moveBack(ctx: Ctx, id: string) {
  ensure(mayKeepTasks(ctx.actor), REFUSED)
  const change = await getChange(ctx, id, [...MOVES])
  const { id: taskId, from, to } = change as { id: string; from: Moved; to: Moved }
  const now = await openTask(ctx, taskId)
  ensureOpen(now)
  if (!stands(now, to))
    throw new RuleBroken(say("This task has been changed again since, so it stays as it is."))
  const handedAt = from.handedAt && new Date(from.handedAt)
  await ctx.tx
    .update(tasks)
    .set({ ...from, ...("handedAt" in from ? { handedAt } : {}) })
    .where(eq(tasks.id, taskId))
  await record(ctx, {
    what: "task.moved_back",
    subject: ["task", taskId],
    groupIds: onTimeline(now.groupId),
    audience: now.audience,
    summary: say("As it was before: {what}", { what: from.what ?? now.what }),
    from: to,
    to: from,
    about: { personIds: [from.assigneeId, to.assigneeId] },
  })
  return { id: taskId, what: from.what ?? now.what }
}

/** Does what a button beside a task in a list says. */
export async function pressTask(ctx: Ctx, { press }: { press: Press["press"] }) {
  const { act, id } = press
  if (act === "done") return { act, ...(await finishTask(ctx, { id })) }
  if (act === "reopen") return { act, ...(await reopenTask(ctx, { id })) }
  if (act === "hand") return { act, ...(await handOverTask(ctx, press)) }
  const until = act === "tomorrow" ? daysAfter(ctx.today, 1) : mondayAfter(ctx.today)
  return { act, ...(await snoozeTask(ctx, { id, until })) }
}
