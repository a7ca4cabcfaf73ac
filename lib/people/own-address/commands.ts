import "server-only"
import type { Ctx } from "../../access/ctx"
import { sameAddress } from "../../address"
import { ensure, RuleBroken } from "../../errors"
import { correctAccount, sendToConfirm } from "../../sign-in/commands"
import { say } from "../../words"
import { changePerson } from "../commands"
import { personSeen } from "../input"
import { mayConfirmAddress } from "../policy"
import { getPerson } from "../queries"
import { getOwnAddress } from "./queries"

async function unconfirmed(ctx: Ctx) {
  ensure(mayConfirmAddress(ctx.actor), say("Only a manager can do this."))
  const own = await getOwnAddress(ctx)
  if (own.confirmed) throw new RuleBroken(say("Your address is confirmed already."))
  return own
}

const send = (ctx: Ctx, email: string) => sendToConfirm(ctx, email, `/${ctx.lio.slug}/settings/address`)

/** Writes to a manager's own address once more, so that they can confirm it. */
export async function askToConfirm(ctx: Ctx): Promise<{ email: string }> {
  const { email, mail } = await unconfirmed(ctx)
  if (!mail) throw new RuleBroken(say("No email leaves this computer yet. Use the command below."))
  await send(ctx, email)
  return { email }
}

/** Puts a slip in one's own address right while nobody has confirmed it, and stays signed in. Where there is email, the new one is written to. */
export async function correctAddress(
  ctx: Ctx,
  input: { email: string },
): Promise<{ email: string; sent: boolean }> {
  const own = await unconfirmed(ctx)
  const email = sameAddress(input.email)
  if (email === own.email) throw new RuleBroken(say("This is your address already."), "email")
  const person = await getPerson(ctx, own.personId)
  await changePerson(ctx, { ...personSeen(person), id: own.personId, email })
  if (own.mail) await send(ctx, email)
  await correctAccount(own.email, email)
  return { email, sent: own.mail }
}
