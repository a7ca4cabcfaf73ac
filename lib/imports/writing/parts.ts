/** So many rows go into one statement, and while it runs the next are judged. */
export const AT_ONCE = 5_000

/** A long list in parts of so many. */
export const inParts = <T>(all: T[], most = AT_ONCE): T[][] =>
  Array.from({ length: Math.ceil(all.length / most) }, (_, at) => all.slice(at * most, (at + 1) * most))
