/** The three-letter pieces of a name, as PostgreSQL's pg_trgm cuts them: each once, as a number, in order. */
export type Pieces = Float64Array

/** Cuts a name into its pieces. */
export function piecesOf(key: string): Pieces {
  const all: number[] = []
  for (const word of key.split(" ")) {
    let [first, second] = [32, 32]
    for (let at = 0; at <= word.length; at++) {
      const third = at < word.length ? word.charCodeAt(at) : 32
      all.push((first * 65_536 + second) * 65_536 + third)
      first = second
      second = third
    }
  }
  const sorted = Float64Array.from(all).sort()
  return sorted.filter((piece, at) => piece !== sorted[at - 1])
}

/** How like two names are, from 0 to 1: pieces they share out of all their pieces. */
export function likeness(a: Pieces, b: Pieces): number {
  let [atA, atB, shared] = [0, 0, 0]
  while (atA < a.length && atB < b.length) {
    const difference = (a[atA] as number) - (b[atB] as number)
    if (difference === 0) shared++
    if (difference <= 0) atA++
    if (difference >= 0) atB++
  }
  return shared / (a.length + b.length - shared)
}
