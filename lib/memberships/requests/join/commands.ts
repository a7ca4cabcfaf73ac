import "server-only"
import { asPublic } from "../../../access/doors"
import { networkOf, within } from "../../../access/limits/commands"
import { RuleBroken } from "../../../errors"
import { say } from "../../../words"
import { askToJoin } from "../commands"
import type { Join } from "../input"

const tooMany = () =>
  new RuleBroken(
    say("That is a lot of requests in a short time. Wait a quarter of an hour and send it again."),
  )

/** A visitor asks for their group to join: so many requests a quarter of an hour from one address, and from one place. */
export async function askToJoinFrom(lio: string, input: Join, from: string) {
  await within(`join-address:${input.email}`, 3, tooMany())
  await within(`join-network:${networkOf(from)}`, 20, tooMany())
  return asPublic(lio, (ctx) => askToJoin(ctx, input), { patience: "save" })
}
