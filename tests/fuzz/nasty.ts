/** The same numbers for the same seed: a run that found something can be run again. */
export function random(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return { next, pick: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T }
}
export type Random = ReturnType<typeof random>

/** Values that have broken forms and queries somewhere: here, or by public bug reports elsewhere. */
export const NASTY: readonly string[] = [
  ...["", " ", "\0", "a\0b", "%00", "%ff", "\uFEFF", "\u200B", "\u202Eabc", "😀".repeat(50), "é".repeat(300)],
  ...[
    "constructor",
    "toString",
    "__proto__",
    "hasOwnProperty",
    "valueOf",
    "prototype",
    "null",
    "undefined",
    "NaN",
  ],
  ...["0", "-1", "1.5", "1.0001", "1e309", "Infinity", "2147483648", "99999999999999999999", "0x10", "１２"],
  ...[
    "2026-02-30",
    "2026-13-01",
    "0000-00-00",
    "9999-12-31",
    "10000-01-01",
    "-1-1-1",
    "04/06/2026",
    "yesterday",
  ],
  ...[
    "00000000-0000-4000-8000-000000000000",
    "00000000-0000-0000-0000-000000000000",
    "{00000000-0000-4000-8000-000000000000}",
  ],
  ...["00000000000040008000000000000000", "not-a-uuid", "ffffffff-ffff-ffff-ffff-ffffffffffff"],
  ...[
    "' or 1=1 --",
    '"; drop table groups',
    "%",
    "_",
    "\\",
    "a & b | !",
    ":*",
    "(((",
    "<->",
    "$1",
    "{}",
    "[]",
    "[[[",
    '{"a":1}',
  ],
  ...[
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "//evil.example",
    "javascript:alert(1)",
    "a@b@c",
    "＠",
    "x@y",
  ],
  ...[
    "x".repeat(10_000),
    "é".repeat(3_000),
    "a\nb\r\nc",
    "\ud800",
    "on",
    "yes",
    "true",
    "false",
    "all",
    "me",
    "none",
  ],
]

/** A name of a field, bent. */
export const bent = (name: string, { pick }: Random) =>
  pick([
    `${name}[]`,
    `${name}.day`,
    `${name}.x`,
    `${name}[0]`,
    name.replace(/\W.*/, ""),
    "__proto__",
    "constructor",
    `_${name}`,
  ])
