import "server-only"
import { randomUUID } from "node:crypto"
import { eq, or, sql } from "drizzle-orm"
import { questionSets } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { say } from "../../words"
import { mayKeepSets } from "../policy"
import type { OfferSet, SaveSet } from "./input"
import { getSet, type KeptSet } from "./queries"

const guard = (ctx: Ctx) =>
  ensure(mayKeepSets(ctx.actor), say("Only managers can change the sets of questions."))

/** Writes a set, for the first time or again; one that came with Trellis becomes the LIO’s own. Gives the id of a new one. */
async function write(ctx: Ctx, before: KeptSet | null, set: Partial<typeof questionSets.$inferInsert>) {
  const id = randomUUID()
  if (before?.seen) {
    const which = or(eq(questionSets.starter, before.key), sql`${questionSets.id}::text = ${before.key}`)
    await ctx.tx.update(questionSets).set(set).where(which)
    return before.key
  }
  const { name = "", questions = [] } = before ?? {}
  await ctx.tx
    .insert(questionSets)
    .values({ name, questions, ...set, lioId: ctx.lio.id, id, starter: before?.key, createdAt: ctx.now })
  return before?.key ?? id
}

/**
 * Saves a set of questions, or adds one. Checks that were asked keep their questions. Refused when somebody else saved it
 * after the page was opened.
 */
export async function saveSet(ctx: Ctx, { key, seen, name, questions }: SaveSet) {
  guard(ctx)
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`question sets ${ctx.lio.id}`}))`)
  const before = key ? await getSet(ctx, key) : null
  if (before && before.seen !== seen)
    throw new RuleBroken(
      say("Somebody changed this set while you were typing. Save again to put yours in its place."),
      "name",
      { name: before.name, seen: before.seen },
    )
  const id = await write(ctx, before, { name, questions, changedAt: ctx.now })
  await record(ctx, {
    what: "question_set.saved",
    subject: ["question-set", null],
    summary: say("Saved the set of questions “{name}”", { name }),
    from: before && { name: before.name, questions: before.questions },
    to: { name, questions },
  })
  return { key: id, name }
}

/** Offers a set no more, or again. Checks that were asked with it go on. */
export async function offerSet(ctx: Ctx, { key, offered }: OfferSet) {
  guard(ctx)
  const before = await getSet(ctx, key)
  const again = offered === "yes"
  if (before.offered === again)
    throw new RuleBroken(
      again ? say("This set is offered already.") : say("This set has been taken off the list already."),
    )
  await write(ctx, before, { retiredAt: again ? null : ctx.now })
  await record(ctx, {
    what: "question_set.saved",
    subject: ["question-set", null],
    summary: again
      ? say("Offered the set of questions “{name}” again", { name: before.name })
      : say("Took the set of questions “{name}” off the list", { name: before.name }),
  })
  return { name: before.name, again }
}
