import "server-only"
import { asPublic } from "../../../access/doors"
import { networkOf, within } from "../../../access/limits/commands"
import { sayForYourself, TOO_MANY_ANSWERS } from "../commands"
import type { SayForYourself } from "../input"

/**
 * A visitor answers for themselves: so many a quarter of an hour from one place, and to one address. What a program filled
 * in is taken with thanks and thrown away.
 */
export async function sayFrom(lio: string, input: SayForYourself, from: string) {
  await within(`individual-network:${networkOf(from)}`, 40, TOO_MANY_ANSWERS)
  if (input.company) return
  await asPublic(lio, (ctx) => sayForYourself(ctx, input), { patience: "save" })
}
