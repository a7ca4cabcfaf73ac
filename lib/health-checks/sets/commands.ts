import "server-only"
import { randomUUID } from "node:crypto"
import { eq, or, sql } from "drizzle-orm"
import { questionSets } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { say } from "../../words"
import { mayKeepSets } from "../policy"
import type { SaveSet } from "./input"
import { getSet } from "./queries"

/**
 * Saves a set of questions, or adds one. Checks that were asked keep their questions. Refused when somebody else saved it
 * after the page was opened.
 */
export async function saveSet(ctx: Ctx, { key, seen, name, questions }: SaveSet) {
  ensure(mayKeepSets(ctx.actor), say("Only managers can change the sets of questions."))
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`question sets ${ctx.lio.id}`}))`)
  const before = key ? await getSet(ctx, key) : null
  if (before && before.seen !== seen)
    throw new RuleBroken(
      say("Somebody changed this set while you were typing. Save again to put yours in its place."),
      "name",
      { name: before.name, seen: before.seen },
    )
  const id = randomUUID()
  if (before?.seen) {
    const which = or(eq(questionSets.starter, key), sql`${questionSets.id}::text = ${key}`)
    await ctx.tx.update(questionSets).set({ name, questions, changedAt: ctx.now }).where(which)
  } else
    await ctx.tx
      .insert(questionSets)
      .values({ lioId: ctx.lio.id, id, starter: before?.key, name, questions, createdAt: ctx.now })
  await record(ctx, {
    what: "question_set.saved",
    subject: ["question-set", null],
    summary: say("Saved the set of questions “{name}”", { name }),
    from: before && { name: before.name, questions: before.questions },
    to: { name, questions },
  })
  return { key: key || id, name }
}
