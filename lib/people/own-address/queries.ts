import "server-only"
import { type Ctx, personOf } from "../../access/ctx"
import { ensure, found } from "../../errors"
import { hasNoMail, isConfirmed } from "../../sign-in/queries"
import { say } from "../../words"
import { mayConfirmAddress } from "../policy"

/** A manager's own address, whether it was confirmed, and whether an email can reach it. */
export async function getOwnAddress(ctx: Ctx) {
  ensure(mayConfirmAddress(ctx.actor), say("This page is for managers."))
  const { email, personId } = found(personOf(ctx.actor))
  return { email, personId, confirmed: await isConfirmed(email), mail: !hasNoMail() }
}
