import { RuleBroken } from "./errors"
import { say } from "./words"

const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

/** How a thing stood when a form showed it, as the form carries it along. */
export const asSeen = (thing: Record<string, unknown>) => JSON.stringify(thing)

/**
 * Refuses what was typed over something that somebody else saved meanwhile; both are then shown. `seen` is what the form
 * carried (none: nobody looked), `now` the same fields as they are kept, `words` how a field's value is told.
 */
export function checkSeen(
  seen: string | undefined,
  now: Record<string, unknown>,
  values: Record<string, unknown>,
  words: (field: string, value: unknown) => string = (_field, value) => String(value ?? ""),
) {
  if (seen === undefined || seen === asSeen(now)) return
  let then: Record<string, unknown> = {}
  try {
    then = JSON.parse(seen)
  } catch {
    // Not what the form carried: everything that differs is then shown.
  }
  const theirs = Object.keys(now).filter(
    (field) => !same(now[field], then[field]) && !same(now[field], values[field]),
  )
  if (theirs.length === 0) return
  throw new RuleBroken(
    say(
      "Somebody saved changes while you were typing. What they saved is shown beside what you typed. Save again to keep yours.",
    ),
    undefined,
    { ...Object.fromEntries(theirs.map((field) => [field, words(field, now[field])])), seen: asSeen(now) },
  )
}
