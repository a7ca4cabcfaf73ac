/**
 * Holding back numbers that could pick a group out.
 *
 * A table shows, for each segment (groups of one size, one area, one theme …), how many of its groups answered and how
 * many picked each option. A number under 5 is held back; a segment with under 5 groups is held back whole. That is not
 * enough: a number that is held back must not follow from the ones that are shown. So further numbers are held back
 * until none does, looking at all tables of the question together and at its totals, which are always shown:
 * - exactly, by linear algebra: a held-back number follows when it is a combination of shown ones. Who is in which
 *   segment is taken as known to everybody, so two segments of the same groups are the same number;
 * - by bounds: numbers are not negative and not larger than their segment, so a rest of 0 gives its parts away.
 */

/** Numbers below this are held back. */
export const LEAST = 5

/** Groups that answered the question, by their place in `picks`. Partition: every one is in just one such segment. */
export type Segment = { dimension: string; key: string; members: number[] }
/** What each group picked, by option. Exclusive: each picked just one. */
export type Picked = { options: string[]; picks: string[][]; exclusive: boolean }
/** One segment as it may be shown; null is held back. */
export type ShownSegment = { dimension: string; key: string; size: number | null; counts: (number | null)[] }

/** Column of a segment's size; its options are 0, 1, … */
const SIZE = -1
type Cell = { segment: number; column: number; value: number; hidden: boolean }

/** Prime, small enough that products of two residues are exact. */
const P = 94_906_249

function inverse(of: number): number {
  let [a, b, x, y] = [of, P, 1, 0]
  while (b > 0) {
    const quotient = Math.floor(a / b)
    ;[a, b] = [b, a - quotient * b]
    ;[x, y] = [y, x - quotient * y]
  }
  return ((x % P) + P) % P
}

/** Rows of a linear space modulo P, each with a leading 1. Exact, where floating point would have to guess. */
class Space {
  private readonly rows: { lead: number; row: number[] }[] = []

  /** What is left of a row after taking out all that the space knows. */
  private rest(vector: readonly number[]): number[] {
    const left = [...vector]
    for (const { lead, row } of this.rows) {
      const factor = left[lead] ?? 0
      if (factor === 0) continue
      for (let at = lead; at < left.length; at++) {
        left[at] = ((((left[at] ?? 0) - factor * (row[at] ?? 0)) % P) + P) % P
      }
    }
    return left
  }

  /** Adds a row; returns where it leads, or -1 when the space knew it. */
  add(vector: readonly number[]): number {
    const left = this.rest(vector)
    const lead = left.findIndex((value) => value !== 0)
    if (lead < 0) return -1
    const factor = inverse(left[lead] ?? 1)
    const row = left.map((value) => (value * factor) % P)
    const at = this.rows.findIndex((other) => other.lead > lead)
    this.rows.splice(at < 0 ? this.rows.length : at, 0, { lead, row })
    return lead
  }

  knows(vector: readonly number[]): boolean {
    return this.rest(vector).every((value) => value === 0)
  }
}

/** Groups whose membership tells the segments apart: a few stand for all, as far as sums go. */
function representatives(segments: Segment[], total: number): number[] {
  const space = new Space()
  const leads = [
    Array.from({ length: total }, () => 1),
    ...segments.map((segment) => indicator(segment, total)),
  ]
    .map((vector) => space.add(vector))
    .filter((lead) => lead >= 0)
  return leads
}

function indicator({ members }: Segment, total: number): number[] {
  const vector = Array.from({ length: total }, () => 0)
  for (const member of members) vector[member] = 1
  return vector
}

/** The tables of one question, with what must be held back left out. Totals by option stay shown. */
export function holdBack(segments: Segment[], question: Picked): ShownSegment[] {
  const table = new Table(segments, question)
  table.protect()
  return segments.map(({ dimension, key }, at) => ({
    dimension,
    key,
    size: table.shown(at, SIZE),
    counts: question.options.map((_, column) => table.shown(at, column)),
  }))
}

const smallest = (cells: Cell[]) =>
  cells.reduce<Cell | null>((least, one) => (least && least.value <= one.value ? least : one), null)

class Table {
  private readonly cells: Cell[] = []
  private readonly total: number
  private readonly totals: number[]
  private readonly at: number[]
  private readonly partitions: Set<string>

  constructor(
    private readonly segments: Segment[],
    private readonly question: Picked,
  ) {
    this.total = question.picks.length
    this.totals = question.options.map(
      (option) => question.picks.filter((picks) => picks.includes(option)).length,
    )
    this.at = representatives(segments, this.total)
    this.partitions = new Set(
      segments.map(({ dimension }) => dimension).filter((one) => this.isPartition(one)),
    )
    for (const [segment, { members }] of segments.entries()) {
      const small = members.length < LEAST
      this.cells.push({ segment, column: SIZE, value: members.length, hidden: small })
      for (const [column, option] of question.options.entries()) {
        const value = members.filter((member) => question.picks[member]?.includes(option)).length
        this.cells.push({ segment, column, value, hidden: small || (value < LEAST && !this.isPlain(column)) })
      }
    }
  }

  /** An option that nobody or everybody picked: its number in every segment follows from the total, whatever is held back. */
  private isPlain(column: number) {
    return this.totals[column] === 0 || this.totals[column] === this.total
  }

  private isPartition(dimension: string) {
    const members = this.segments.filter((one) => one.dimension === dimension).flatMap((one) => one.members)
    return members.length === this.total && new Set(members).size === this.total
  }

  shown(segment: number, column: number): number | null {
    const cell = this.cells[segment * (this.question.options.length + 1) + column + 1]
    return cell && !cell.hidden ? cell.value : null
  }

  /** A cell as a sum over (representative group, option); sizes are sums over all options when each picks one. */
  private vector(segment: number | null, column: number): number[] {
    const members = segment === null ? null : new Set(this.segments[segment]?.members)
    const columns = this.question.options.length
    const blocks = this.question.exclusive ? columns : columns + 1
    const vector = Array.from({ length: this.at.length * blocks }, () => 0)
    for (const [place, group] of this.at.entries()) {
      if (members && !members.has(group)) continue
      if (column !== SIZE) vector[place * blocks + column] = 1
      else if (!this.question.exclusive) vector[place * blocks + columns] = 1
      else for (let one = 0; one < columns; one++) vector[place * blocks + one] = 1
    }
    return vector
  }

  /** Hides more until nothing that is hidden follows from what is shown. */
  protect() {
    for (;;) {
      const exposed = this.cells.filter((cell) => cell.hidden && !this.isPlainCell(cell))
      const known = exposed.length > 0 ? this.follows(exposed) : []
      if (known.length === 0) return
      const first = new Map(known.toReversed().map((cell) => [this.segments[cell.segment]?.dimension, cell]))
      const changed = [...first.values()].map((cell) => this.hideBeside(cell)).some(Boolean)
      if (!changed) return
    }
  }

  /** Holds back one more number that a held-back one was computed from. False when there is none left. */
  private hideBeside(cell: Cell): boolean {
    const own = this.segments[cell.segment]?.dimension
    const shown = this.cells.filter((one) => !one.hidden)
    if (this.shown(cell.segment, SIZE) === null) {
      const sizes = shown.filter((one) => one.column === SIZE)
      const next =
        smallest(sizes.filter((one) => this.segments[one.segment]?.dimension === own)) ?? smallest(sizes)
      if (next) this.hideRow(next.segment)
      return next !== null
    }
    const open = shown.filter(
      (one) =>
        one.column !== SIZE && !this.isPlain(one.column) && this.segments[one.segment]?.dimension === own,
    )
    const most = Math.max(0, ...open.map((one) => this.countLonely(one)))
    const next =
      most > 0
        ? smallest(open.filter((one) => this.countLonely(one) === most))
        : smallest(open.filter((one) => one.segment === cell.segment || one.column === cell.column))
    if (next) next.hidden = true
    else this.hideRow(cell.segment)
    return true
  }

  /** In how many of its lines (row, column) just one number is held back, which this one would keep company. */
  private countLonely(of: Cell): number {
    const dimension = this.segments[of.segment]?.dimension
    const lines = [
      this.question.exclusive
        ? (one: Cell) => one.segment === of.segment && one.column !== SIZE
        : () => false,
      (one: Cell) => one.column === of.column && this.segments[one.segment]?.dimension === dimension,
    ]
    return lines.filter((line) => this.cells.filter((one) => one.hidden && line(one)).length === 1).length
  }

  private hideRow(segment: number) {
    for (const cell of this.cells) if (cell.segment === segment) cell.hidden = true
  }

  private isPlainCell(cell: Cell) {
    return cell.column !== SIZE && this.totals[cell.column] === 0
  }

  private follows(hidden: Cell[]): Cell[] {
    const space = new Space()
    for (const column of [SIZE, ...this.question.options.keys()]) space.add(this.vector(null, column))
    for (const cell of this.cells) if (!cell.hidden) space.add(this.vector(cell.segment, cell.column))
    const byBounds = this.bounds()
    return hidden.filter((cell) => byBounds.has(cell) || space.knows(this.vector(cell.segment, cell.column)))
  }

  /** Sums that are known: rows of a segment, and columns of a kind of segment that has every group just once. */
  private sums(): { cells: Cell[]; sum: number }[] {
    const sums: { cells: Cell[]; sum: number }[] = []
    if (this.question.exclusive) {
      for (const [segment] of this.segments.entries()) {
        const size = this.shown(segment, SIZE)
        const row = this.cells.filter((cell) => cell.segment === segment && cell.column !== SIZE)
        if (size !== null) sums.push({ cells: row, sum: size })
      }
    }
    for (const dimension of this.partitions) {
      for (const column of [SIZE, ...this.question.options.keys()]) {
        const cells = this.cells.filter(
          (cell) => cell.column === column && this.segments[cell.segment]?.dimension === dimension,
        )
        sums.push({ cells, sum: column === SIZE ? this.total : (this.totals[column] ?? 0) })
      }
    }
    return sums
  }

  /** Hidden cells whose least and greatest possible value are the same. */
  private bounds(): Set<Cell> {
    const low = new Map<Cell, number>()
    const high = new Map<Cell, number>()
    for (const cell of this.cells) {
      const size = this.shown(cell.segment, SIZE) ?? this.total
      const column = cell.column === SIZE ? this.total : (this.totals[cell.column] ?? 0)
      low.set(
        cell,
        cell.hidden ? Math.max(0, column - (this.total - (this.shown(cell.segment, SIZE) ?? 0))) : cell.value,
      )
      high.set(cell, cell.hidden ? Math.min(size, column) : cell.value)
    }
    const sums = this.sums()
    for (let round = 0, changed = true; changed && round < 20; round++) {
      changed = false
      for (const { cells, sum } of sums) {
        const lows = cells.reduce((total, cell) => total + (low.get(cell) ?? 0), 0)
        const highs = cells.reduce((total, cell) => total + (high.get(cell) ?? 0), 0)
        for (const cell of cells.filter((one) => one.hidden)) {
          const [least = 0, most = 0] = [low.get(cell), high.get(cell)]
          const least2 = Math.max(least, sum - (highs - most))
          const most2 = Math.min(most, sum - (lows - least))
          if (least2 > least) low.set(cell, least2)
          if (most2 < most) high.set(cell, most2)
          changed ||= least2 > least || most2 < most
        }
      }
    }
    return new Set(this.cells.filter((cell) => cell.hidden && low.get(cell) === high.get(cell)))
  }
}
