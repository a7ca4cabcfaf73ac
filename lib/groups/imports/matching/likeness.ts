/** The three-letter pieces of a name, as PostgreSQL's pg_trgm cuts them: each once, as a number, in order; and in 64 bits which there are. */
export type Pieces = { cut: Float64Array; low: number; high: number }

/** Cuts a name into its pieces. */
export function piecesOf(key: string): Pieces {
  const all: number[] = []
  let [low, high] = [0, 0]
  for (const word of key.split(" ")) {
    let [first, second] = [32, 32]
    for (let at = 0; at <= word.length; at++) {
      const third = at < word.length ? word.charCodeAt(at) : 32
      all.push((first * 65_536 + second) * 65_536 + third)
      const bit = Math.imul(first * 961 + second * 31 + third, 0x9e3779b1) >>> 26
      if (bit < 32) low |= 1 << bit
      else high |= 1 << (bit - 32)
      first = second
      second = third
    }
  }
  const sorted = Float64Array.from(all).sort()
  return { cut: sorted.filter((piece, at) => piece !== sorted[at - 1]), low, high }
}

function ones(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

const share = (shared: number, a: Pieces, b: Pieces) => shared / (a.cut.length + b.cut.length - shared)

/** The most that `likeness` can be, found without looking at the pieces: a bit that one has and the other not is a piece not shared. */
export function likenessAtMost(a: Pieces, b: Pieces): number {
  const onlyA = ones(a.low & ~b.low) + ones(a.high & ~b.high)
  const onlyB = ones(b.low & ~a.low) + ones(b.high & ~a.high)
  return share(Math.min(a.cut.length - onlyA, b.cut.length - onlyB), a, b)
}

/** How like two names are, from 0 to 1: pieces they share out of all their pieces. */
export function likeness(a: Pieces, b: Pieces): number {
  let [atA, atB, shared] = [0, 0, 0]
  while (atA < a.cut.length && atB < b.cut.length) {
    const difference = (a.cut[atA] as number) - (b.cut[atB] as number)
    if (difference === 0) shared++
    if (difference <= 0) atA++
    if (difference >= 0) atB++
  }
  return share(shared, a, b)
}
