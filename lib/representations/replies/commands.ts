import "server-only"
import { and, eq, isNull, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { askOutcomes, askReplies, asks, files, needs, outcomeNeeds, type representations } from "@/db/schema"
import { FILED_REPLIES, PROMISE_ENDINGS } from "@/db/vocabulary"
import { type Ctx, personOf } from "../../access/ctx"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { say, shortened } from "../../words"
import { askOf } from "../asks/commands"
import { mayRepresent } from "../policy"
import { type AskOutcome, missingIn, type ReplySaid } from "./input"
import { listPromises } from "./queries"

type Representation = typeof representations.$inferSelect

/** The day of a reply: today unless it is said; never before it was sent, nor to come. None where there was no reply. */
function dayOfReply(ctx: Ctx, { sentOn }: Representation, { reply, repliedOn }: ReplySaid): string | null {
  if (!sentOn) throw new RuleBroken(say("Mark it as sent before you enter a reply."))
  const on = reply === "no_reply" ? null : (repliedOn ?? ctx.today)
  if (on && on < sentOn) throw new RuleBroken(say("A reply cannot come before it was sent."), "repliedOn")
  if (on && on > ctx.today) throw new RuleBroken(say("Enter today or an earlier date."), "repliedOn")
  return on
}

/** The letter in which a reply came is one of the files of its representation. */
async function ensureFile(ctx: Ctx, { id }: Representation, fileId: string | null | undefined) {
  if (!fileId) return
  const [file] = await ctx.tx
    .select({ id: files.id })
    .from(files)
    .where(and(eq(files.id, fileId), eq(files.onId, id), isNull(files.removedAt)))
  if (!file) throw new RuleBroken(say("Choose one of the files of this representation"), "fileId")
}

/**
 * Files what the body said to one ask, beside what it said before; the last one counts. That it has the ask is no decision.
 * When every ask has its reply, so has the representation.
 */
export async function recordReply(ctx: Ctx, input: ReplySaid) {
  const { ask, representation } = await askOf(ctx, input.id)
  const repliedOn = dayOfReply(ctx, representation, input)
  const missing = missingIn(input)
  if (missing) throw new RuleBroken(missing.words, missing.field)
  await ensureFile(ctx, representation, input.fileId)
  const [made] = await ctx.tx
    .insert(askReplies)
    .values({
      lioId: ctx.lio.id,
      askId: ask.id,
      reply: input.reply,
      words: input.replyText,
      reason: input.reason ?? null,
      repliedOn,
      sender: input.sender ?? null,
      promisedBy: input.promisedBy ?? null,
      promisedFor: input.promisedFor ?? null,
      fileId: input.fileId ?? null,
      enteredAt: ctx.now,
      enteredBy: personOf(ctx.actor)?.personId ?? null,
    })
    .returning({ id: askReplies.id })
  await (input.reply === "acknowledged"
    ? noteAcknowledged(ctx, ask.id, repliedOn ?? ctx.today)
    : decide(ctx, ask, { ...input, reply: input.reply, repliedOn }))
  await record(ctx, {
    what: "ask.replied",
    subject: ["ask", input.id],
    groupIds: [representation.bodyId],
    summary: `${FILED_REPLIES[input.reply]}: ${shortened(ask.text, 110)}`,
    from: { reply: ask.reply, replyText: ask.replyText },
    to: { reply: input.reply, replyText: input.replyText },
  })
  return { representationId: ask.representationId, replyId: found(made).id }
}

/** Notes that the body has an ask, and with the first of them that it has the paper. */
async function noteAcknowledged(ctx: Ctx, askId: string, on: string) {
  await ctx.tx
    .update(asks)
    .set({ acknowledgedOn: sql`least(${asks.acknowledgedOn}, ${on}::date)` })
    .where(eq(asks.id, askId))
  await ctx.tx.execute(sql`
    update representations set acknowledged_on = ${on}::date
    where id = (select representation_id from asks where id = ${askId}) and acknowledged_on is null`)
}

type Decided = Pick<ReplySaid, "replyText" | "reason" | "repliedOn"> & {
  reply: NonNullable<(typeof asks.$inferSelect)["reply"]>
}

async function decide(ctx: Ctx, ask: typeof asks.$inferSelect, said: Decided) {
  const { reply, replyText, repliedOn, reason } = said
  await ctx.tx
    .update(asks)
    .set({ reply, replyText: [replyText, reason].filter(Boolean).join("\n") || null, repliedOn })
    .where(eq(asks.id, ask.id))
  await ctx.tx.execute(sql`
    update representations set replied_on = (select max(replied_on) from asks where representation_id = ${ask.representationId})
    where id = ${ask.representationId} and not exists (select from asks where representation_id = ${ask.representationId} and reply is null)`)
}

/** The needs that an outcome met; each must be there. */
async function needsOf(ctx: Ctx, { needIds = [], needId }: AskOutcome): Promise<string[]> {
  const all = [...new Set([...needIds, ...(needId ? [needId] : [])])]
  if (all.length === 0) return []
  const rows = await ctx.tx.select({ id: needs.id }).from(needs).where(isOneOf(needs.id, all))
  if (rows.length !== all.length)
    throw new RuleBroken(say("One of these needs isn’t there any more."), "needIds")
  return all
}

/** Enters what then really happened, and how a promise ended: also long after the representation was closed. What was entered before stays in its history. */
export async function recordAskOutcome(ctx: Ctx, input: AskOutcome) {
  ensure(mayRepresent(ctx.actor), say("Only workers and managers can enter what happened."))
  const [row] = await ctx.tx.select().from(asks).where(eq(asks.id, input.id)).for("update")
  const ask = found(row)
  const outcomeOn = input.outcomeOn ?? ctx.today
  if (outcomeOn > ctx.today) throw new RuleBroken(say("Enter today or an earlier date."), "outcomeOn")
  const { promiseId = null, ending = null } = input
  if (promiseId && !(await listPromises(ctx, { askId: ask.id })).some(({ id }) => id === promiseId))
    throw new RuleBroken(say("A colleague has already said how this promise ended."), "ending")
  const met = await needsOf(ctx, input)
  const [made] = await ctx.tx
    .insert(askOutcomes)
    .values({
      ...{ lioId: ctx.lio.id, askId: ask.id, promiseId, ending, outcome: input.outcome, outcomeOn },
      ...{ enteredAt: ctx.now, enteredBy: personOf(ctx.actor)?.personId ?? null },
    })
    .returning({ id: askOutcomes.id })
  const { id: outcomeId } = found(made)
  if (met.length > 0)
    await ctx.tx.insert(outcomeNeeds).values(met.map((needId) => ({ lioId: ctx.lio.id, outcomeId, needId })))
  await ctx.tx.update(asks).set({ outcome: input.outcome, outcomeOn }).where(eq(asks.id, input.id))
  await record(ctx, {
    what: "ask.outcome",
    subject: ["ask", input.id],
    summary: ending
      ? say("Promise: {ending}. {outcome}", {
          ending: PROMISE_ENDINGS[ending],
          outcome: shortened(input.outcome, 90),
        })
      : say("What happened: {outcome}", { outcome: shortened(input.outcome, 110) }),
    from: { outcome: ask.outcome },
  })
  return { representationId: ask.representationId }
}
