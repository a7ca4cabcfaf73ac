import "server-only"
import { and, eq, sql } from "drizzle-orm"
import { drafts, submissions } from "@/db/schema"
import { type Ctx, personOf } from "../access/ctx"
import { ensure, RuleBroken } from "../errors"
import { say } from "../words"
import type { KeepDraft } from "./input"

const MOST_LETTERS = 60_000

/** Keeps what was typed into a form so far. A form that was sent meanwhile (its key is known) leaves no draft. */
export async function keepDraft(ctx: Ctx, draft: KeepDraft) {
  const person = personOf(ctx.actor)
  ensure(person !== null, say("Sign in to keep a draft."))
  if (JSON.stringify(draft.values).length > MOST_LETTERS)
    throw new RuleBroken(say("This is too long to keep."))
  if (draft.key) {
    const [sent] = await ctx.tx
      .select({ key: submissions.key })
      .from(submissions)
      .where(eq(submissions.key, draft.key))
    if (sent) return { kept: false }
  }
  await ctx.tx
    .insert(drafts)
    .values({
      lioId: ctx.lio.id,
      personId: person.personId,
      form: draft.form,
      values: draft.values,
      savedAt: ctx.now,
    })
    .onConflictDoUpdate({
      target: [drafts.lioId, drafts.personId, drafts.form],
      set: { values: sql`excluded.values`, savedAt: ctx.now },
    })
  return { kept: true }
}

/** Throws a draft of one's own away: it was sent, or is not wanted. */
export async function dropDraft(ctx: Ctx, form: string) {
  const person = personOf(ctx.actor)
  if (!person) return
  await ctx.tx.delete(drafts).where(and(eq(drafts.personId, person.personId), eq(drafts.form, form)))
}
