import "server-only"
import { and, eq, isNull } from "drizzle-orm"
import { groups, needFigures, needs, needTellings } from "@/db/schema"
import { type Ctx, personIdOf } from "../../access/ctx"
import { dayThatWas, ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { say, shortened } from "../../words"
import { openNeedRow } from "../commands"
import type { AddFigure, NoteReply, ShowNeed, TellBody } from "../input"
import { mayKeepNeeds } from "../policy"
import { REFUSED } from "../words"

const SHOWN = 160

/** Adds a figure that speaks for a need, with its source and of when it is. */
export async function addFigure(ctx: Ctx, { id, on, ...said }: AddFigure): Promise<{ id: string }> {
  await openNeedRow(ctx, id)
  await ctx.tx.insert(needFigures).values({
    ...{ ...said, lioId: ctx.lio.id, needId: id, on: dayThatWas(ctx, on, "on") },
    addedAt: ctx.now,
    addedBy: personIdOf(ctx.actor) ?? null,
  })
  await record(ctx, {
    what: "need.figure_added",
    subject: ["need", id],
    summary: say("Added a figure: {words}", { words: shortened(said.words, SHOWN) }),
  })
  return { id }
}

/** Takes a figure off that doesn’t hold. */
export async function dropFigure(ctx: Ctx, { id }: { id: string }): Promise<{ id: string }> {
  ensure(mayKeepNeeds(ctx.actor), REFUSED)
  const [figure] = await ctx.tx.select().from(needFigures).where(eq(needFigures.id, id))
  const { needId, words, source } = found(figure)
  await openNeedRow(ctx, needId)
  await ctx.tx.delete(needFigures).where(eq(needFigures.id, id))
  await record(ctx, {
    what: "need.figure_dropped",
    subject: ["need", needId],
    summary: say("Took a figure off: {words}", { words: shortened(words, SHOWN) }),
    from: { words, source },
  })
  return { id: needId }
}

/** Notes that a body was told of a need: in a meeting, by letter or by email. */
export async function tellBody(ctx: Ctx, { id, bodyId, on, words }: TellBody): Promise<{ id: string }> {
  const need = await openNeedRow(ctx, id)
  const [body] = await ctx.tx
    .select({ name: groups.name })
    .from(groups)
    .where(and(eq(groups.id, bodyId), eq(groups.sector, "statutory"), isNull(groups.removedAt)))
  if (!body) throw new RuleBroken(say("Choose who was told"), "bodyId")
  await ctx.tx.insert(needTellings).values({
    ...{ lioId: ctx.lio.id, needId: id, bodyId, words, on: dayThatWas(ctx, on, "on") },
    addedAt: ctx.now,
  })
  await record(ctx, {
    what: "need.told",
    subject: ["need", id],
    summary: say("Told {body} of a need: {need}", { body: body.name, need: need.title }),
  })
  return { id }
}

/** Notes what a body said to it, once. */
export async function noteReply(ctx: Ctx, { id, reply, ...input }: NoteReply): Promise<{ id: string }> {
  ensure(mayKeepNeeds(ctx.actor), REFUSED)
  const [telling] = await ctx.tx.select().from(needTellings).where(eq(needTellings.id, id))
  const { needId, on } = found(telling)
  await openNeedRow(ctx, needId)
  const repliedOn = dayThatWas(ctx, input.repliedOn, "repliedOn")
  if (repliedOn < on) throw new RuleBroken(say("They can’t have replied before they were told."), "repliedOn")
  const [noted] = await ctx.tx
    .update(needTellings)
    .set({ reply, repliedOn })
    .where(and(eq(needTellings.id, id), isNull(needTellings.repliedOn)))
    .returning({ id: needTellings.id })
  if (!noted) throw new RuleBroken(say("Their reply has been noted already."))
  await record(ctx, {
    what: "need.replied",
    subject: ["need", needId],
    summary: say("A reply to a need: {reply}", { reply: shortened(reply, SHOWN) }),
  })
  return { id: needId }
}

/** Shows a need on the public page, with words of its own: never its story, which may name somebody. */
export async function showNeed(ctx: Ctx, { id, publicWords }: ShowNeed): Promise<{ id: string }> {
  const need = await openNeedRow(ctx, id)
  if (need.mergedIntoId) throw new RuleBroken(say("This need is part of another now."))
  await ctx.tx
    .update(needs)
    .set({ publicWords, shownAt: need.shownAt ?? ctx.now })
    .where(eq(needs.id, id))
  await record(ctx, {
    what: "need.shown",
    subject: ["need", id],
    summary: say("Shown on the public page: {need}", { need: need.title }),
    from: { publicWords: need.publicWords },
    to: { publicWords },
  })
  return { id }
}

/** Takes a need off the public page. */
export async function hideNeed(ctx: Ctx, { id }: { id: string }): Promise<{ id: string }> {
  const need = await openNeedRow(ctx, id)
  if (!need.shownAt) return { id }
  await ctx.tx.update(needs).set({ shownAt: null }).where(eq(needs.id, id))
  await record(ctx, {
    what: "need.hidden",
    subject: ["need", id],
    summary: say("Taken off the public page: {need}", { need: need.title }),
  })
  return { id }
}
