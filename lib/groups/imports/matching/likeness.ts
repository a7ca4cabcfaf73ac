/** The three-letter pieces of a name, as PostgreSQL's pg_trgm cuts them. */
function pieces(key: string): Set<string> {
  const all = new Set<string>()
  for (const word of key.split(" ")) {
    const padded = `  ${word} `
    for (let at = 0; at + 3 <= padded.length; at++) all.add(padded.slice(at, at + 3))
  }
  return all
}

/** How like two names are, from 0 to 1: pieces they share out of all their pieces. */
export function likeness(one: string, other: string): number {
  if (one === other) return 1
  const a = pieces(one)
  const b = pieces(other)
  let shared = 0
  for (const piece of a) if (b.has(piece)) shared++
  return shared / (a.size + b.size - shared)
}
