import "server-only"
import { and, eq, isNotNull, ne, or, sql } from "drizzle-orm"
import { letters, suppressions } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure, RuleBroken } from "../../errors"
import { enqueue } from "../../jobs/commands"
import { record } from "../../journal/commands"
import { say } from "../../words"
import { mayMendOutbox } from "./policy"

/** Sends a letter again that failed, or of which nobody knows whether it arrived. Once: a second press finds it waiting. */
export async function sendAgain(ctx: Ctx, { id }: { id: string }) {
  ensure(mayMendOutbox(ctx.actor))
  const [again] = await ctx.tx
    .update(letters)
    .set({
      failedAt: null,
      uncertainAt: null,
      repeatedAt: sql`case when uncertain_at is null then repeated_at else ${ctx.now.toISOString()}::timestamptz end`,
      batchId: null,
      goesWith: null,
      triedAt: null,
      claimedUntil: null,
      nextTryAt: null,
      attempts: 0,
      createdAt: ctx.now,
    })
    .where(
      and(
        eq(letters.id, id),
        ne(letters.letter, "sign-in"),
        or(isNotNull(letters.failedAt), isNotNull(letters.uncertainAt)),
        or(isNotNull(letters.html), isNotNull(letters.props)),
      ),
    )
    .returning({ email: letters.toEmail, subject: letters.subject })
  if (!again) throw new RuleBroken(say("This email can’t be sent again, or is already on its way."))
  await record(ctx, {
    what: "letter.sent-again",
    subject: ["letter", id],
    summary: say("Sent again to {email}: {subject}", {
      email: again.email,
      subject: again.subject ?? say("an email"),
    }),
    about: { email: again.email },
  })
  await enqueue(ctx, "send-letters", {}, { key: `send-letters:${ctx.lio.id}` })
  return again
}

/** Writes to an address again, for instance after its person has corrected it. */
export async function liftSuppression(ctx: Ctx, { email }: { email: string }) {
  ensure(mayMendOutbox(ctx.actor))
  const [lifted] = await ctx.tx
    .delete(suppressions)
    .where(eq(suppressions.email, email))
    .returning({ reason: suppressions.reason })
  if (!lifted) throw new RuleBroken(say("This address is written to already."))
  await record(ctx, {
    what: "address.lifted",
    subject: ["address", null],
    summary: say("Emails go to {email} again", { email }),
    from: lifted,
    about: { email },
  })
  return { email }
}
