import "server-only"
import { asPublic } from "../../../access/doors"
import { networkOf, within } from "../../../access/limits/commands"
import { RuleBroken } from "../../../errors"
import { say } from "../../../words"
import { bookPlaces } from "../commands"
import type { Book } from "../input"

const tooMany = () =>
  new RuleBroken(say("That’s a lot of bookings in a short time. Wait a quarter of an hour and try again."))

/**
 * A visitor books places: so many a quarter of an hour from one address, and from one place. What a program filled in is
 * taken with thanks and thrown away.
 */
export async function bookFrom(lio: string, input: Book, from: string): Promise<"booked" | "waiting"> {
  await within(`book-network:${networkOf(from)}`, 40, tooMany())
  if (input.company) return "booked"
  await within(`book-address:${lio}:${input.email}`, 10, tooMany())
  const booked = await asPublic(lio, (ctx) => bookPlaces(ctx, input), { patience: "save" })
  return booked.waiting > 0 ? "waiting" : "booked"
}
