import "server-only"
import { type Ctx, personOf } from "../../access/ctx"
import { within } from "../../access/limits/commands"
import { ensure, found, RuleBroken } from "../../errors"
import { say } from "../../words"
import { post } from "../commands"
import { mayTryEmail } from "../outbox/policy"

const TOO_MANY = new RuleBroken(
  say("That’s a lot of test emails in a short time. Wait a quarter of an hour and try again."),
)

/** Sends a manager an email that says nothing but that emails arrive. */
export async function sendTestEmail(ctx: Ctx): Promise<{ email: string }> {
  ensure(mayTryEmail(ctx.actor), say("Only a manager can try out the email settings."))
  const { personId, email, name } = found(personOf(ctx.actor))
  await within(`test-email:${ctx.lio.id}`, 10, TOO_MANY)
  await post(ctx, { letter: "test-email", stream: "service", to: { personId }, props: { by: name } })
  return { email }
}
