import "server-only"
import { and, asc, eq, gt, sql } from "drizzle-orm"
import { askPassages, asks, passages, responses } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensureNotStopped } from "../../consultations/stopping/queries"
import { found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { type Move, movedIn } from "../../order/input"
import { placesOf } from "../../order/rows"
import { checkSeen } from "../../seen"
import { say, shortened } from "../../words"
import { openRepresentation } from "../commands"
import { type AskChanged, type AskSaid, type Pin, wordsOfAsk } from "../input"

/** An ask, and its representation while that can be worked on: held until this is done, and its asks with it. */
export async function askOf(ctx: Ctx, id: string) {
  const read = async () => found((await ctx.tx.select().from(asks).where(eq(asks.id, id)))[0])
  const representation = await openRepresentation(ctx, (await read()).representationId)
  return { ask: await read(), representation }
}

/** Refuses once it was sent: what was asked stays. */
function ensureUnsent(representation: { sentOn: string | null }) {
  if (representation.sentOn) throw new RuleBroken(say("It has been sent. What was asked stays as it was."))
}

/** Adds an ask at the end. */
export async function addAsk(ctx: Ctx, input: AskSaid) {
  const representation = await openRepresentation(ctx, input.representationId)
  ensureUnsent(representation)
  const [made] = await ctx.tx
    .insert(asks)
    .values({
      ...input,
      lioId: ctx.lio.id,
      position: sql`(select coalesce(max(position), 0) + 1 from asks where representation_id = ${input.representationId})`,
    })
    .returning({ id: asks.id, position: asks.position })
  const { id } = found(made)
  await record(ctx, {
    what: "ask.added",
    subject: ["ask", id],
    summary: say("Added an ask to “{representation}”: {text}", {
      representation: representation.title,
      text: shortened(input.text, 100),
    }),
    to: { text: input.text, why: input.why },
  })
  return { id, representationId: input.representationId, number: found(made).position }
}

/** Says an ask better, until it is sent. */
export async function changeAsk(ctx: Ctx, input: AskChanged) {
  const { ask, representation } = await askOf(ctx, input.id)
  ensureUnsent(representation)
  const { id, text, why, byWhom = null, withWhat = null, byWhen = null, seen } = input
  const fields = { text, why, byWhom, withWhat, byWhen }
  const before = wordsOfAsk(ask)
  if (JSON.stringify(fields) === JSON.stringify(before)) return { representationId: ask.representationId }
  checkSeen(seen, before, fields)
  await ctx.tx.update(asks).set(fields).where(eq(asks.id, id))
  await record(ctx, {
    what: "ask.changed",
    subject: ["ask", id],
    summary: say("Changed an ask of “{representation}”: {fields}", {
      representation: representation.title,
      fields: shortened(fields.text, 100),
    }),
    from: before,
    to: fields,
  })
  return { representationId: ask.representationId }
}

/** Moves an ask one place up or down, or to a place, until it is sent; beyond the ends of the list nothing happens. */
export async function moveAsk(ctx: Ctx, move: Move) {
  const { ask, representation } = await askOf(ctx, move.id)
  ensureUnsent(representation)
  const { representationId } = ask
  const rows = await ctx.tx
    .select({ id: asks.id })
    .from(asks)
    .where(eq(asks.representationId, representationId))
    .orderBy(asc(asks.position), asc(asks.id))
  const before = rows.map((row) => row.id)
  const order = movedIn(before, move)
  const at = before.indexOf(move.id)
  const to = (order ?? before).indexOf(move.id)
  if (order) {
    await ctx.tx.execute(sql`
      update asks a set position = o.place
      from ${placesOf(order)} where a.id = o.id and a.position <> o.place`)
    await record(ctx, {
      what: "ask.moved",
      subject: ["ask", move.id],
      summary: say("Moved an ask of “{representation}” from place {at} to {to}", {
        representation: representation.title,
        at: at + 1,
        to: to + 1,
      }),
      from: { position: at + 1 },
      to: { position: to + 1 },
    })
  }
  return { id: move.id, representationId, number: to + 1 }
}

/** Takes an ask out, until it is sent; those after it move up. */
export async function dropAsk(ctx: Ctx, { id }: { id: string }) {
  const { ask, representation } = await askOf(ctx, id)
  ensureUnsent(representation)
  await ctx.tx.delete(asks).where(eq(asks.id, id))
  await ctx.tx
    .update(asks)
    .set({ position: sql`${asks.position} - 1` })
    .where(and(eq(asks.representationId, ask.representationId), gt(asks.position, ask.position)))
  await record(ctx, {
    what: "ask.dropped",
    subject: ["ask", id],
    summary: say("Took an ask out of “{representation}”: {ask}", {
      representation: representation.title,
      ask: shortened(ask.text, 100),
    }),
    from: { text: ask.text, why: ask.why },
  })
  return { representationId: ask.representationId }
}

/** A passage for a paper: its words were said in the consultation on which the paper rests. */
export async function passageFor(ctx: Ctx, paper: { consultationId: string | null }, passageId: string) {
  const [passage] = await ctx.tx
    .select({ groupId: passages.groupId, consultationId: responses.consultationId })
    .from(passages)
    .innerJoin(responses, eq(responses.id, passages.responseId))
    .where(eq(passages.id, passageId))
  const { groupId, consultationId } = found(passage)
  await ensureNotStopped(ctx, { passageId })
  if (consultationId !== paper.consultationId)
    throw new RuleBroken(say("Choose a passage from the consultation that this paper rests on"), "passageId")
  return { groupId }
}

/** Pins a passage to an ask as evidence. Twice is once. */
export async function pinPassage(ctx: Ctx, { askId, passageId }: Pin) {
  const { ask, representation } = await askOf(ctx, askId)
  const { groupId } = await passageFor(ctx, representation, passageId)
  const fresh = await ctx.tx
    .insert(askPassages)
    .values({ lioId: ctx.lio.id, askId, passageId })
    .onConflictDoNothing()
    .returning({ askId: askPassages.askId })
  if (fresh.length > 0) {
    await record(ctx, {
      what: "passage.pinned",
      subject: ["ask", askId],
      groupIds: [groupId],
      summary: say("Their words became evidence for an ask: {ask}", { ask: shortened(ask.text, 100) }),
    })
  }
  return { representationId: ask.representationId }
}

/** Takes a passage off an ask. */
export async function unpinPassage(ctx: Ctx, { askId, passageId }: Pin) {
  const { ask } = await askOf(ctx, askId)
  const gone = await ctx.tx
    .delete(askPassages)
    .where(and(eq(askPassages.askId, askId), eq(askPassages.passageId, passageId)))
    .returning({ passageId: askPassages.passageId })
  if (gone.length > 0) {
    const [passage] = await ctx.tx.select().from(passages).where(eq(passages.id, passageId))
    await record(ctx, {
      what: "passage.unpinned",
      subject: ["ask", askId],
      groupIds: [found(passage).groupId],
      summary: say("Their words are no longer evidence for an ask: {ask}", { ask: shortened(ask.text, 100) }),
      from: { passageId },
    })
  }
  return { representationId: ask.representationId }
}
