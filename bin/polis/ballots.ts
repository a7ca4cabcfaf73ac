import { RuleBroken } from "@/lib/errors"
import { noVotes, type Vote, type Votes } from "@/lib/statements/votes"

/** Votes as they are read, one by one, whatever they are read from. */
export type Ballots = ReturnType<typeof ballots>

/** More than this fills the memory of a small server. */
const MOST_CELLS = 40_000_000

const WORDS: Record<string, Vote> = {
  "1": 1,
  "+1": 1,
  "1.0": 1,
  agree: 1,
  "0": 0,
  "0.0": 0,
  pass: 0,
  "-1": -1,
  "-1.0": -1,
  "−1": -1,
  disagree: -1,
}

/** A vote as it is written; null where nothing is. RuleBroken for anything else. */
export function voteOf(written: unknown, where: () => string): Vote | null {
  const word = String(written ?? "")
    .trim()
    .toLowerCase()
  if (word === "" || word === "null" || word === "na" || word === "nan") return null
  const vote = WORDS[word]
  if (vote === undefined)
    throw new RuleBroken(
      `${where()}: “${word.slice(0, 40)}” isn’t a vote. A vote is 1 (agrees), 0 (passes) or -1 (disagrees).`,
    )
  return vote
}

/** Numbers by size, everything else by letters. */
const inOrder = (one: string, other: string) =>
  one.localeCompare(other, "en", { numeric: true }) || (one < other ? -1 : 1)

/** Ids as numbers, in the order in which they come. */
function numbered() {
  const places = new Map<string, number>()
  return {
    ids: () => [...places.keys()],
    of(id: string) {
      const known = places.get(id)
      if (known !== undefined) return known
      // A copy of its own: a piece of a long text keeps all of it.
      places.set(Buffer.from(id).toString(), places.size)
      return places.size - 1
    },
  }
}

/** An empty pile of votes. Of two by the same participant on the same statement the later counts. */
export function ballots() {
  const [participants, statements] = [numbered(), numbered()]
  let size = 1024
  let [who, what, times] = [new Int32Array(size), new Int32Array(size), new Float64Array(size)]
  let votes = new Int8Array(size)
  let count = 0
  const grow = () => {
    size *= 2
    const longer = <T extends Int32Array | Float64Array | Int8Array>(old: T, fresh: T) => {
      fresh.set(old)
      return fresh
    }
    who = longer(who, new Int32Array(size))
    what = longer(what, new Int32Array(size))
    times = longer(times, new Float64Array(size))
    votes = longer(votes, new Int8Array(size))
  }
  return {
    /** `at`: when it was cast, where that is known. */
    add(participant: string, statement: string, vote: Vote, at = 0) {
      if (count === size) grow()
      who[count] = participants.of(participant)
      what[count] = statements.of(statement)
      times[count] = at
      votes[count++] = vote
    },
    count: () => count,
    /** The matrix, in the order of the ids, with the statements of `more` even where nobody voted on them. */
    matrix(more: readonly string[] = []): {
      participants: string[]
      statements: string[]
      votes: Votes
      repeated: number
    } {
      const people = participants.ids()
      const rowOf = placesIn(people)
      const known = statements.ids()
      const columns = [...known, ...more.filter((id) => !known.includes(id))]
      const columnOf = placesIn(columns)
      if (people.length * columns.length > MOST_CELLS)
        throw new RuleBroken(
          `${people.length} participants and ${columns.length} statements are more than can be worked out at once.`,
        )
      const matrix = noVotes(people.length, columns.length)
      const cast = times.some((time) => time > 0) ? new Float64Array(matrix.cells.length).fill(-1) : null
      const voted = new Uint8Array(matrix.cells.length)
      let repeated = 0
      for (let at = 0; at < count; at++) {
        const cell =
          (rowOf[who[at] as number] as number) * columns.length + (columnOf[what[at] as number] as number)
        if (voted[cell]) repeated++
        voted[cell] = 1
        if (cast && (times[at] as number) < (cast[cell] as number)) continue
        if (cast) cast[cell] = times[at] as number
        matrix.cells[cell] = votes[at] as number
      }
      return {
        participants: people.sort(inOrder),
        statements: columns.sort(inOrder),
        votes: matrix,
        repeated,
      }
    },
  }
}

/** Where each of some ids stands once they are in order. */
function placesIn(ids: readonly string[]): Int32Array {
  const places = new Int32Array(ids.length)
  const order = [...ids.keys()].sort((one, other) => inOrder(ids[one] ?? "", ids[other] ?? ""))
  for (const [place, from] of order.entries()) places[from] = place
  return places
}
