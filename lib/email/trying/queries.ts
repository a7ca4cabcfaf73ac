import "server-only"
import { and, desc, eq } from "drizzle-orm"
import { letters } from "@/db/schema"
import { type Ctx, personOf } from "../../access/ctx"
import { ensure, found } from "../../errors"
import { say } from "../../words"
import { mayTryEmail } from "../outbox/policy"
import { sentFrom, wayOut } from "../way/words"

/** What became of a test email: `kept` in the folder, `again`: the mail server wouldn't take it, and it is tried again. */
export type Trial = {
  state: "waiting" | "again" | "sent" | "kept" | "refused" | "uncertain" | "held"
  toEmail: string
  at: Date
  why: string | null
  nextTryAt: Date | null
}

const stateOf = (letter: typeof letters.$inferSelect): Trial["state"] => {
  if (letter.sentAt) return letter.providerId === null ? "kept" : "sent"
  if (letter.skipped) return "held"
  if (letter.failedAt) return "refused"
  if (letter.uncertainAt) return "uncertain"
  return letter.lastError ? "again" : "waiting"
}

/** How emails leave here, from which address, and what became of the asker's last test email. */
export async function getEmailSettings(ctx: Ctx) {
  ensure(mayTryEmail(ctx.actor), say("Only a manager can see how emails are sent."))
  const { personId, email } = found(personOf(ctx.actor))
  const [last] = await ctx.tx
    .select()
    .from(letters)
    .where(and(eq(letters.letter, "test-email"), eq(letters.personId, personId)))
    .orderBy(desc(letters.createdAt), desc(letters.id))
    .limit(1)
  const trial: Trial | null = last
    ? {
        state: stateOf(last),
        toEmail: last.toEmail,
        at: last.createdAt,
        why: last.skipped ?? last.lastError,
        nextTryAt: last.nextTryAt,
      }
    : null
  return { way: wayOut(), from: sentFrom(ctx.lio), email, trial }
}
