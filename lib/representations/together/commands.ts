import "server-only"
import { and, eq, isNull } from "drizzle-orm"
import { asks, paperParts, paperRemarks, representations } from "@/db/schema"
import { type Ctx, personOf } from "../../access/ctx"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { say, shortened } from "../../words"
import { askOf, changeAsk } from "../asks/commands"
import { mayRemark, mayRepresent } from "../policy"
import { ensureOpen } from "../queries"
import { changePart, partOf } from "../text/commands"
import type { RemarkSaid, Settle } from "./input"

/** The words that a remark is about, of this very paper. */
async function wordsAt(ctx: Ctx, { representationId, askId, partId }: RemarkSaid): Promise<string | null> {
  if (askId) {
    const [ask] = await ctx.tx
      .select({ text: asks.text })
      .from(asks)
      .where(and(eq(asks.id, askId), eq(asks.representationId, representationId)))
    return found(ask).text
  }
  if (!partId) return null
  const [part] = await ctx.tx
    .select({ text: paperParts.text })
    .from(paperParts)
    .where(and(eq(paperParts.id, partId), eq(paperParts.representationId, representationId)))
  return found(part).text
}

/** Says something of a paper that is being written, or puts other words for a paragraph or an ask to whoever writes it. Trustees may, too. */
export async function remark(ctx: Ctx, input: RemarkSaid) {
  ensure(mayRemark(ctx.actor), say("Only staff can comment here."))
  const { representationId, text } = input
  const [paper] = await ctx.tx.select().from(representations).where(eq(representations.id, representationId))
  const { title } = found(paper)
  ensureOpen(found(paper))
  const about = await wordsAt(ctx, input)
  // What stands in the field as the page is opened is no suggestion.
  const rewording = input.rewording === about ? null : input.rewording
  if (!rewording && !text) throw new RuleBroken(say("Enter a comment or a suggested wording"), "text")
  if (rewording && about === null)
    throw new RuleBroken(say("Choose the paragraph or ask you want to reword."), "rewording")
  await ctx.tx.insert(paperRemarks).values({
    ...{ ...input, rewording },
    ...{ lioId: ctx.lio.id, about, madeAt: ctx.now, madeBy: personOf(ctx.actor)?.personId ?? null },
  })
  await record(ctx, {
    what: "paper.remarked",
    subject: ["representation", representationId],
    summary: rewording
      ? say("Suggested a different wording in “{title}”: {text}", { title, text: shortened(rewording, 100) })
      : say("Commented on “{title}”: {text}", { title, text: shortened(text ?? "", 100) }),
  })
  return { representationId }
}

/** Takes a rewording over, unless its words were changed since; or declines it; or ticks a remark off. */
export async function settleRemark(ctx: Ctx, { id, button }: Settle) {
  ensure(mayRepresent(ctx.actor), say("Only workers and managers can decide on this."))
  const [row] = await ctx.tx.select().from(paperRemarks).where(eq(paperRemarks.id, id)).for("update")
  const { representationId, askId, partId, about, rewording, settledAt } = found(row)
  if (settledAt) throw new RuleBroken(say("A colleague has already dealt with this."))
  if (button === "accept") await takeOver(ctx, { askId, partId, about, rewording })
  await ctx.tx
    .update(paperRemarks)
    .set({
      ...{ settledAt: ctx.now, settledBy: personOf(ctx.actor)?.personId ?? null },
      accepted: rewording ? button === "accept" : null,
    })
    .where(and(eq(paperRemarks.id, id), isNull(paperRemarks.settledAt)))
  await record(ctx, {
    what: "paper.remark_settled",
    subject: ["representation", representationId],
    summary:
      button === "accept"
        ? say("Used a suggested wording: {text}", { text: shortened(rewording ?? "", 100) })
        : button === "decline"
          ? say("Declined a suggested wording: {text}", { text: shortened(rewording ?? "", 100) })
          : say("Marked a comment as done: {text}", { text: shortened(row?.text ?? "", 100) }),
  })
  return { representationId }
}

type Suggested = Pick<typeof paperRemarks.$inferSelect, "askId" | "partId" | "about" | "rewording">
const OVERTAKEN = say(
  "These words have changed since this was suggested. Change them yourself, then decline this.",
)

async function takeOver(ctx: Ctx, { askId, partId, about, rewording }: Suggested) {
  if (!rewording) throw new RuleBroken(say("There’s no suggested wording here."))
  if (askId) {
    const { ask } = await askOf(ctx, askId)
    if (ask.text !== about) throw new RuleBroken(OVERTAKEN)
    const { why, byWhom, withWhat, byWhen } = ask
    await changeAsk(ctx, { id: askId, text: rewording, ...{ why, byWhom, withWhat, byWhen } })
    return
  }
  const { part } = await partOf(ctx, found(partId))
  if (part.text !== about) throw new RuleBroken(OVERTAKEN)
  await changePart(ctx, { id: part.id, text: rewording })
}
