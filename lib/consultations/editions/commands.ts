import "server-only"
import { and, desc, eq, isNotNull, isNull, sql } from "drizzle-orm"
import { consultationResults, unnamedAnswers } from "@/db/schema"
import { type Ctx, personOf } from "../../access/ctx"
import { ensure, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { say } from "../../words"
import { partFromPeople } from "../individuals/parting/commands"
import { mayKeepConsultations } from "../policy"
import { type Consultation, getConsultation, type SignedOff } from "../queries"
import { type Frozen, readFrozen } from "../results/queries"
import { consentIn, shuffled } from "../sealed"
import { LEAST } from "../small-numbers"
import { settleModeration } from "../statements/moderating/commands"
import type { CorrectEdition, OneEdition, WithdrawEdition } from "./input"
import { documentFrom, workOutEdition } from "./making"

const REFUSED = say("Only workers and managers can do this.")

/** Keeps the numbers of a consultation as they stand at its closing, as its first edition: once, and for good. */
export async function freezeResults(ctx: Ctx, id: string): Promise<void> {
  if (await readFrozen(ctx, id)) return
  const consultation = await getConsultation(ctx, id)
  const { heard, opened, ...made } = await workOutEdition(ctx, consultation, { edition: 1, change: null })
  const [kept] = await ctx.tx
    .insert(consultationResults)
    .values({ lioId: ctx.lio.id, consultationId: id, edition: 1, ...heard, ...made, frozenAt: ctx.now })
    .onConflictDoNothing()
    .returning({ edition: consultationResults.edition })
  if (kept)
    await ctx.tx.execute(sql`
      update responses set counted = true where id in (select a.response_id from counted_answers a where a.consultation_id = ${id}::uuid)`)
  if (kept) await settleModeration(ctx, id)
  if (kept) await partFromPeople(ctx, id)
  if (kept && opened) await partFromGroups(ctx, id, opened, made.content)
}

/**
 * Keeps the words of answers that are named to nobody, apart from who gave them and in an order that nothing follows from,
 * and lets go of everything else. Words of a question that fewer than five answered are not kept either.
 */
async function partFromGroups(ctx: Ctx, id: string, opened: SignedOff[], { questions }: Frozen) {
  const enough = new Set(questions.flatMap((one) => (one.answered >= LEAST ? [one.id] : [])))
  const words = opened.flatMap(({ answers }) =>
    Object.entries(answers).flatMap(([questionId, value]) =>
      enough.has(questionId) && (value.text || value.says)
        ? [
            {
              lioId: ctx.lio.id,
              consultationId: id,
              questionId,
              value,
              quotable: consentIn(answers) !== "no",
            },
          ]
        : [],
    ),
  )
  if (words.length > 0) await ctx.tx.insert(unnamedAnswers).values(shuffled(words))
  await ctx.tx.execute(sql`select part_answers(${id}::uuid)`)
}

/** The latest edition of a consultation; two of them are never made at once. */
async function holdLatest(ctx: Ctx, id: string) {
  ensure(mayKeepConsultations(ctx.actor), REFUSED)
  const consultation = await getConsultation(ctx, id)
  const [latest] = await ctx.tx
    .select()
    .from(consultationResults)
    .where(eq(consultationResults.consultationId, id))
    .orderBy(desc(consultationResults.edition))
    .limit(1)
  if (!latest) throw new RuleBroken(say("There won’t be an edition until the consultation has closed."))
  return { consultation, latest }
}

/** Another edition of the numbers that were kept, whatever became of the groups and their answers since. */
async function keptEdition(
  ctx: Ctx,
  consultation: Consultation,
  latest: typeof consultationResults.$inferSelect,
  which: { edition: number; change: string },
) {
  const { asked, answered, nothing, onBehalf } = latest
  const heard = { asked, answered, nothing, onBehalf }
  const content = latest.content as Frozen
  const document = latest.document
    ? { ...(latest.document as object), ...which, frozenAt: ctx.now.toISOString() }
    : await documentFrom(ctx, consultation, { heard, content, ...which })
  return { heard, content, document }
}

/**
 * Makes another edition, which says what it corrects. Where answers are named its numbers are counted again, from the
 * groups’ facts and answers as they stand now. Where they are not they stay: two tables of the same groups could be
 * subtracted from each other.
 */
export async function correctEdition(ctx: Ctx, { id, change }: CorrectEdition) {
  const { consultation, latest } = await holdLatest(ctx, id)
  const edition = latest.edition + 1
  const { heard, content, document } = consultation.named
    ? await workOutEdition(ctx, consultation, { edition, change })
    : await keptEdition(ctx, consultation, latest, { edition, change })
  const [made] = await ctx.tx
    .insert(consultationResults)
    .values({
      ...heard,
      lioId: ctx.lio.id,
      consultationId: id,
      edition,
      content,
      document,
      change,
      madeBy: personOf(ctx.actor)?.personId ?? null,
      frozenAt: ctx.now,
    })
    .onConflictDoNothing()
    .returning({ edition: consultationResults.edition })
  if (!made) throw new RuleBroken(say("A colleague has just made this edition. Read theirs first."))
  await record(ctx, {
    what: "consultation.corrected",
    subject: ["consultation", id],
    summary: say("Made edition {edition} of the results of “{title}”: {change}", {
      edition,
      title: consultation.title,
      change,
    }),
  })
  return { id, edition }
}

/** Publishes an edition at an address of its own, for good. */
export async function publishEdition(ctx: Ctx, { id, edition }: OneEdition) {
  ensure(mayKeepConsultations(ctx.actor), REFUSED)
  const { title } = await getConsultation(ctx, id)
  const [published] = await ctx.tx
    .update(consultationResults)
    .set({ publishedAt: ctx.now, publishedBy: personOf(ctx.actor)?.personId ?? null })
    .where(
      and(
        eq(consultationResults.consultationId, id),
        eq(consultationResults.edition, edition),
        isNull(consultationResults.publishedAt),
        isNotNull(consultationResults.document),
      ),
    )
    .returning({ edition: consultationResults.edition })
  if (!published)
    throw new RuleBroken(
      say(
        "This edition can’t be published. It’s already published, or it was made before results could be. Make a new one.",
      ),
    )
  await record(ctx, {
    what: "consultation.published",
    subject: ["consultation", id],
    summary: say("Published edition {edition} of the results of “{title}”", { edition, title }),
  })
  return { id, edition }
}

/** Withdraws a published edition: its address then says so, and why, for good. */
export async function withdrawEdition(ctx: Ctx, { id, edition, reason }: WithdrawEdition) {
  ensure(mayKeepConsultations(ctx.actor), REFUSED)
  const { title } = await getConsultation(ctx, id)
  const [withdrawn] = await ctx.tx
    .update(consultationResults)
    .set({
      withdrawnAt: ctx.now,
      withdrawnBy: personOf(ctx.actor)?.personId ?? null,
      withdrawnReason: reason,
    })
    .where(
      and(
        eq(consultationResults.consultationId, id),
        eq(consultationResults.edition, edition),
        isNotNull(consultationResults.publishedAt),
        isNull(consultationResults.withdrawnAt),
      ),
    )
    .returning({ edition: consultationResults.edition })
  if (!withdrawn)
    throw new RuleBroken(say("This edition has already been withdrawn, or was never published."))
  await record(ctx, {
    what: "consultation.withdrawn",
    subject: ["consultation", id],
    summary: say("Withdrew edition {edition} of the results of “{title}”: {reason}", {
      edition,
      title,
      reason,
    }),
  })
  return { id, edition }
}
