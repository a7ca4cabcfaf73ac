import "server-only"
import { and, eq, isNull, sql } from "drizzle-orm"
import { consortiumDecisions, consortiumPosts, consortiumTasks } from "@/db/schema"
import { type Ctx, personIdOf } from "../../../access/ctx"
import { dayThatWas, found, RuleBroken } from "../../../errors"
import { record } from "../../../journal/commands"
import { say, shortened } from "../../../words"
import { audienceOf, openRoom } from "../queries"
import type { AddTask, Decide, OneTask, Say } from "./input"

type Done = { id: string }
const inside = (ctx: Ctx, id: string) => ({
  lioId: ctx.lio.id,
  consortiumId: id,
  audience: audienceOf(id),
})

/** Writes down what a consortium has decided. */
export async function noteDecision(ctx: Ctx, { id, words, on }: Decide): Promise<Done> {
  await openRoom(ctx, id, { open: true })
  const by = { notedAt: ctx.now, notedBy: personIdOf(ctx.actor) }
  await ctx.tx
    .insert(consortiumDecisions)
    .values({ ...inside(ctx, id), ...by, words, decidedOn: dayThatWas(ctx, on) })
  await record(ctx, {
    what: "consortium.decided",
    subject: ["consortium", id],
    audience: audienceOf(id),
    summary: say("Decided: {words}", { words: shortened(words, 200) }),
  })
  return { id }
}

/** Gives somebody in the room something to do. */
export async function addConsortiumTask(ctx: Ctx, { id, what, personId, dueOn }: AddTask): Promise<Done> {
  await openRoom(ctx, id, { open: true })
  const [who] = await ctx.tx.execute(sql`
    select from consortium_people where consortium_id = ${id}::uuid and person_id = ${personId}::uuid and left_at is null`)
  if (!who) throw new RuleBroken(say("Choose somebody who is in this room."), "personId")
  const by = { addedAt: ctx.now, addedBy: personIdOf(ctx.actor) }
  await ctx.tx.insert(consortiumTasks).values({ ...inside(ctx, id), ...by, what, personId, dueOn })
  await record(ctx, {
    what: "consortium.task_added",
    subject: ["consortium", id],
    audience: audienceOf(id),
    summary: say("To do: {what}", { what: shortened(what, 200) }),
    about: { personIds: [personId] },
  })
  return { id }
}

/** It is done. Anybody in the room may say so. */
export async function finishConsortiumTask(ctx: Ctx, { id, taskId }: OneTask): Promise<Done> {
  await openRoom(ctx, id, { open: true })
  const [done] = await ctx.tx
    .update(consortiumTasks)
    .set({ doneAt: ctx.now, doneBy: personIdOf(ctx.actor) })
    .where(
      and(
        eq(consortiumTasks.id, taskId),
        eq(consortiumTasks.consortiumId, id),
        isNull(consortiumTasks.doneAt),
      ),
    )
    .returning({ what: consortiumTasks.what })
  const { what } = found(done)
  await record(ctx, {
    what: "consortium.task_done",
    subject: ["consortium", id],
    audience: audienceOf(id),
    summary: say("Done: {what}", { what: shortened(what, 200) }),
  })
  return { id }
}

/** Asks something in the room, or answers. */
export async function sayInRoom(ctx: Ctx, { id, answersId, words }: Say): Promise<Done> {
  await openRoom(ctx, id, { open: true })
  if (answersId) {
    const [question] = await ctx.tx
      .select({ id: consortiumPosts.id })
      .from(consortiumPosts)
      .where(
        and(
          eq(consortiumPosts.id, answersId),
          eq(consortiumPosts.consortiumId, id),
          isNull(consortiumPosts.answersId),
        ),
      )
    found(question)
  }
  const by = { saidAt: ctx.now, saidBy: personIdOf(ctx.actor) }
  await ctx.tx.insert(consortiumPosts).values({ ...inside(ctx, id), ...by, answersId, words })
  await record(ctx, {
    what: "consortium.said",
    subject: ["consortium", id],
    audience: audienceOf(id),
    summary: answersId ? say("Answered a question") : say("Asked a question"),
  })
  return { id }
}
