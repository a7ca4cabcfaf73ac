import "server-only"
import { and, desc, eq, type SQL, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { letters, suppressions } from "@/db/schema"
import { type Ctx, personOf } from "../../access/ctx"
import { ensure, found } from "../../errors"
import { say } from "../../words"
import type { LetterName } from "../letters"
import type { LetterState } from "./input"
import { maySeeOutbox } from "./policy"

const PER_PAGE = 50

const STATE: Record<LetterState, SQL> = {
  waiting: sql`sent_at is null and skipped is null and failed_at is null and uncertain_at is null`,
  uncertain: sql`uncertain_at is not null`,
  failed: sql`failed_at is not null`,
  skipped: sql`skipped is not null`,
  sent: sql`sent_at is not null`,
}

/** How many letters are in each state, and when the next try is if some wait after a failure. */
export async function countLetters(ctx: Ctx) {
  ensure(maySeeOutbox(ctx.actor))
  const [row] = await ctx.tx.execute<
    Record<LetterState, number> & { nextTry: string | null; trouble: string | null }
  >(sql`
    select count(*) filter (where ${STATE.waiting})::int as waiting, count(*) filter (where ${STATE.uncertain})::int as uncertain,
      count(*) filter (where ${STATE.failed})::int as failed, count(*) filter (where ${STATE.skipped})::int as skipped,
      count(*) filter (where ${STATE.sent})::int as sent,
      min(next_try_at) filter (where ${STATE.waiting}) as "nextTry",
      (array_agg(last_error order by next_try_at) filter (where ${STATE.waiting} and last_error is not null))[1] as trouble
    from letters where created_at > ${ctx.now.toISOString()}::timestamptz - interval '90 days'`)
  const {
    nextTry = null,
    trouble = null,
    ...counts
  } = row ?? { waiting: 0, uncertain: 0, failed: 0, skipped: 0, sent: 0 }
  return { counts, trouble, nextTry: nextTry ? new Date(nextTry) : null }
}

/** The letters in one state, newest first: to whom, what about, and what went wrong. Never what sign-in letters said. */
export async function listLetters(ctx: Ctx, { state, page }: { state: LetterState; page: number }) {
  ensure(maySeeOutbox(ctx.actor))
  return ctx.tx
    .select({
      id: letters.id,
      letter: letters.letter,
      subject: letters.subject,
      toName: letters.toName,
      toEmail: letters.toEmail,
      createdAt: letters.createdAt,
      sentAt: letters.sentAt,
      nextTryAt: letters.nextTryAt,
      attempts: letters.attempts,
      why: sql<string | null>`coalesce(${letters.skipped}, ${letters.lastError})`,
      repeated: sql<boolean>`${letters.repeatedAt} is not null`,
      canGoAgain: sql<boolean>`${letters.letter} <> 'sign-in' and (${letters.html} is not null or ${letters.props} is not null)`,
    })
    .from(letters)
    .where(STATE[state])
    .orderBy(desc(letters.createdAt), desc(letters.id))
    .limit(PER_PAGE)
    .offset((page - 1) * PER_PAGE)
}

/** The kinds of email that staff may have sent to themselves first. */
const TRIED = [
  "consultation-invitation",
  "consultation-reminder",
  "consultation-outcome",
  "representation-chaser",
  "representation-outcome",
  "representation-sent",
] satisfies LetterName[]

/** The asker's own newest test email of the last hour; its words are null until the worker has written it. Null: there is none. */
export async function getTestEmail(ctx: Ctx) {
  ensure(maySeeOutbox(ctx.actor), say("Only staff can send themselves a test email."))
  const { personId } = found(personOf(ctx.actor))
  const [newest] = await ctx.tx
    .select({
      subject: letters.subject,
      text: letters.text,
      toEmail: letters.toEmail,
      createdAt: letters.createdAt,
    })
    .from(letters)
    .where(
      and(
        eq(letters.personId, personId),
        eq(letters.stream, "service"),
        isOneOf(letters.letter, TRIED),
        sql`${letters.createdAt} > ${ctx.now.toISOString()}::timestamptz - interval '1 hour'`,
      ),
    )
    .orderBy(desc(letters.createdAt), desc(letters.id))
    .limit(1)
  return newest ?? null
}

/** Addresses that are not written to, and why. */
export async function listSuppressions(ctx: Ctx) {
  ensure(maySeeOutbox(ctx.actor))
  return ctx.tx.select().from(suppressions).orderBy(desc(suppressions.since)).limit(500)
}
