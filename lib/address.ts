import { RuleBroken } from "./errors"
import { say } from "./words"

/** An email address as it is compared: NFKC, lower case, one @. RuleBroken when it cannot be one. */
export function sameAddress(text: string, field = "email"): string {
  const address = text.normalize("NFKC").trim().toLowerCase()
  if (!isAddress(address)) {
    throw new RuleBroken(say("Enter an email address in the form name@example.org"), field)
  }
  return address
}

/** Whether it looks like one deliverable address: exactly one @, something on both sides, a dot in the domain. */
export function isAddress(address: string) {
  return address.length <= 254 && /^[^\s@,;<>"()]+@[^\s@,;<>"()]+\.[^\s@,;<>"().]+$/.test(address)
}
