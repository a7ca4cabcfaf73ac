import "server-only"
import { asPublic } from "../../access/doors"
import { networkOf, within } from "../../access/limits/commands"
import { RuleBroken } from "../../errors"
import { say } from "../../words"
import { tellLio } from "../commands"
import type { Tell } from "../input"

const tooMany = () =>
  new RuleBroken(
    say("That is a lot of messages in a short time. Wait a quarter of an hour and send it again."),
  )

/**
 * A visitor tells an LIO about their group: so many a quarter of an hour from one address, and from one place. What a
 * program filled in is taken with thanks and thrown away.
 */
export async function tellFrom(lio: string, input: Tell, from: string) {
  await within(`tell-network:${networkOf(from)}`, 20, tooMany())
  if (input.company) return
  await within(`tell-address:${lio}:${input.email ?? input.phone}`, 3, tooMany())
  await asPublic(lio, (ctx) => tellLio(ctx, input), { patience: "save" })
}
