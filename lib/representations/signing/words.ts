import { createHash } from "node:crypto"
import { formatDate, say } from "../../words"
import type { Published } from "../paper"

/**
 * Tells the words of a paper from any others, so that what is published is what was signed off: its text, its asks and
 * which evidence stands where. Numbers that go on counting until the day of publishing are left out.
 */
export function digestOfWords({ title, body, addressee, introduction, parts = [], asks }: Published): string {
  const pins = (all: { id: string }[] = []) => all.map(({ id }) => id).sort()
  const words = [
    ...[title, body, addressee, introduction],
    parts.map((part) => [part.kind, part.text, pins(part.pins)]),
    asks.map((ask) => [ask.text, ask.why, ask.byWhom, ask.withWhat, ask.byWhen, ask.pinned, pins(ask.pins)]),
  ]
  return createHash("sha256").update(JSON.stringify(words)).digest("hex")
}

/** By whom a paper was signed off, as it is printed. */
export const signedOffInWords = ({ who, on, minute }: NonNullable<Published["signedOff"]>) =>
  minute
    ? say("Signed off by {who} on {day} (minutes: {minute}).", { who, day: formatDate(on), minute })
    : say("Signed off by {who} on {day}.", { who, day: formatDate(on) })
