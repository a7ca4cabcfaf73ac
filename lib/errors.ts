import { monthsAfter, monthsBefore } from "./days"
import { say, sayCount } from "./words"

/** The four refusals. A door or a command throws one; the page, form or command line turns it into words. */

/** Nobody is signed in, or the link has run out. */
export class SignedOut extends Error {
  override name = "SignedOut"
}

/** There is no such thing here. Also said to people of other LIOs. */
export class NotFound extends Error {
  override name = "NotFound"
}

/** The thing went up in another one: an old address leads on to that. */
export class WentUp extends NotFound {
  override name = "WentUp"
  constructor(
    readonly id: string,
    readonly into: string,
  ) {
    super(say("This has become part of another one."))
  }
}

/** The thing is there, and this person may not do that with it. */
export class NotAllowed extends Error {
  override name = "NotAllowed"
}

/**
 * A rule of the LIO's work says no: the message tells what is wrong and what to do; `field` is where.
 * `theirs` is what somebody else saved meanwhile (field → their words), shown beside what was typed.
 * `choices` are what the words in the field may have meant; the field offers them.
 * `also` is what is wrong in other fields (field → the sentence), so that all of it is said in one round.
 */
export class RuleBroken extends Error {
  override name = "RuleBroken"
  constructor(
    message: string,
    readonly field?: string,
    readonly theirs?: Record<string, string>,
    readonly choices?: { value: string; label: string; hint?: string }[],
    readonly also?: Record<string, string>,
  ) {
    super(message)
  }
}

/** The records cannot be reached, are full, or take too long: not a refusal, and over in a moment. */
export class Unavailable extends Error {
  override name = "Unavailable"
}

/** The thing, or NotFound. */
export function found<T>(thing: T | null | undefined): T {
  if (thing === null || thing === undefined) throw new NotFound(say("There is nothing here."))
  return thing
}

/** Goes on only if the policy says so. */
export function ensure(allowed: boolean, message = say("You may not do that.")): asserts allowed {
  if (!allowed) throw new NotAllowed(message)
}

/** A day that has been, in the LIO's time zone; today when none was said. RuleBroken at `field` when it is still to come. */
export function dayThatWas({ today }: { today: string }, day: string | null, field = "on"): string {
  if (day && day > today)
    throw new RuleBroken(say("This date is still to come. Enter today or an earlier date."), field)
  return day ?? today
}

/** What is wrong in the fields of a form (field → the sentence, or null). RuleBroken with all of it where anything is. */
export function refuse(troubles: Record<string, string | null>) {
  const said = Object.entries(troubles).filter((one): one is [string, string] => one[1] !== null)
  const [first, ...others] = said
  if (first) throw new RuleBroken(first[1], first[0], undefined, undefined, Object.fromEntries(others))
}

/** Says that a day can’t be meant: so many years ahead of today is the most, and so many back where that is said. Null for one that can. */
export function yearTrouble(
  { today }: { today: string },
  day: string | null,
  { ahead, back }: { ahead: number; back?: number },
): string | null {
  if (day && day > monthsAfter(today, ahead * 12))
    return sayCount(ahead, {
      one: "Check the year: this is more than {count} year ahead.",
      other: "Check the year: this is more than {count} years ahead.",
    })
  if (day && back && day < monthsBefore(today, back * 12))
    return sayCount(back, {
      one: "Check the year: this is more than {count} year ago.",
      other: "Check the year: this is more than {count} years ago.",
    })
  return null
}
