import "server-only"
import { representationChasers } from "@/db/schema"
import { type Ctx, personOf } from "../../access/ctx"
import { post } from "../../email/commands"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { say } from "../../words"
import { mayRepresent } from "../policy"
import { getRepresentation } from "../queries"
import type { Chase } from "./input"
import { chaserOf } from "./queries"

/**
 * Emails whoever should reply what still waits, politely: a reply that hasn’t come, or a promise whose day is past. Once a
 * day at most, and never by itself. `try` sends it to oneself instead.
 */
export async function chaseReply(ctx: Ctx, input: Chase) {
  ensure(mayRepresent(ctx.actor), say("Only workers and managers can remind a body."))
  const whole = await getRepresentation(ctx, input.id)
  if (!whole.sentOn) throw new RuleBroken(say("It has not been sent yet."))
  const toEmail = found(input.toEmail)
  const props = await chaserOf(ctx, whole, input)
  if (props.promises.length === 0 && (props.waiting.length === 0 || whole.closedAt))
    throw new RuleBroken(
      say("There’s nothing to remind them about: no reply is outstanding and no promise is overdue."),
    )
  const me = personOf(ctx.actor)
  const letter = "representation-chaser" as const
  if (input.button === "try") {
    await post(ctx, { letter, stream: "service", to: { personId: found(me).personId }, props })
    return { id: input.id, tried: found(me).email, to: null }
  }
  const [sent] = await ctx.tx
    .insert(representationChasers)
    .values({
      ...{ lioId: ctx.lio.id, representationId: input.id, on: ctx.today, toEmail, toName: input.toName },
      ...{ words: input.words, sentAt: ctx.now, sentBy: me?.personId ?? null },
    })
    .onConflictDoNothing()
    .returning({ id: representationChasers.id })
  if (!sent) throw new RuleBroken(say("They’ve already been reminded today. Try again tomorrow."))
  await post(ctx, {
    letter,
    stream: "service",
    to: { email: toEmail, ...(input.toName ? { name: input.toName } : {}) },
    props,
  })
  await record(ctx, {
    what: "representation.chased",
    subject: ["representation", input.id],
    groupIds: [whole.bodyId],
    summary: say("Emailed {to} a reminder about “{title}”", {
      title: whole.title,
      to: input.toName ?? toEmail,
    }),
  })
  return { id: input.id, tried: null, to: input.toName ?? toEmail }
}
