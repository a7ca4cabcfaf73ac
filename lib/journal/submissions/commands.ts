import "server-only"
import { eq } from "drizzle-orm"
import { submissions } from "@/db/schema"
import type { SubmissionResult } from "@/db/schema/journal"
import { type Ctx, personOf } from "../../access/ctx"
import { RuleBroken } from "../../errors"
import { say } from "../../words"

/** The first result of a form that was sent twice, or null when this is the first time. */
export async function beginSubmission(
  ctx: Ctx,
  key: string,
  action: string,
): Promise<SubmissionResult | null> {
  const personId = personOf(ctx.actor)?.personId ?? null
  const fresh = await ctx.tx
    .insert(submissions)
    .values({ lioId: ctx.lio.id, key, personId, action, result: { to: "" }, createdAt: ctx.now })
    .onConflictDoNothing()
    .returning({ key: submissions.key })
  if (fresh.length > 0) return null
  const [first] = await ctx.tx.select().from(submissions).where(eq(submissions.key, key))
  if (first?.personId !== personId || first.action !== action)
    throw new RuleBroken(say("This form was sent before. Open the page again."))
  return first.result
}

/** Keeps where a form led and what it said there, for whoever sends it again. */
export async function finishSubmission(ctx: Ctx, key: string, result: SubmissionResult) {
  await ctx.tx.update(submissions).set({ result }).where(eq(submissions.key, key))
}
