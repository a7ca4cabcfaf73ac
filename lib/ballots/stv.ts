import { type Count, type Election, type Stage, standingIn, validPapers } from "./election"
import type { lotsFor } from "./lots"

/** A vote in hundred-thousandths: transfer values have five decimal places, and whatever is smaller is ignored. */
const WHOLE = 100_000n
const told = (votes: bigint) => Number(votes) / Number(WHOLE)

/** Papers that lie with a candidate: what each is worth, how many, and which of their preferences they stand at. */
type Pile = { preferences: number[]; at: number; value: bigint; count: number }
type Tie = Stage["tie"]

/** A count as it goes on: who is in it yet, what lies with whom, and what each had at the end of each stage. */
class Counting {
  readonly piles = new Map<number, Pile[]>()
  readonly votes = new Map<number, bigint>()
  /** What each had at the end of each stage so far. */
  readonly history: Map<number, bigint>[] = []
  readonly continuing: Set<number>
  readonly elected: number[] = []
  readonly stages: Stage[] = []

  constructor(
    readonly election: Election,
    readonly valid: number,
    readonly lots: ReturnType<typeof lotsFor>,
  ) {
    this.continuing = new Set(standingIn(election))
    for (const at of this.continuing) {
      this.piles.set(at, [])
      this.votes.set(at, 0n)
    }
  }

  name = (at: number) => this.election.candidates[at] ?? ""
  of = (at: number) => this.votes.get(at) ?? 0n
  get vacancies() {
    return this.election.seats - this.elected.length
  }

  /** Gives papers to the next of those still in the count; the value of those without one is with nobody. */
  give(pile: Pile): bigint {
    const at = pile.preferences.findIndex((one, place) => place >= pile.at && this.continuing.has(one))
    const worth = pile.value * BigInt(pile.count)
    if (at < 0) return 0n
    const to = pile.preferences[at] ?? 0
    this.piles.get(to)?.push({ ...pile, at: at + 1 })
    this.votes.set(to, this.of(to) + worth)
    return worth
  }

  /** Who of these is highest, or lowest: by the votes now, then by the most recent stage at which they weren't level, then by lot. */
  outOf(among: number[], wanted: "highest" | "lowest"): { chosen: number; tie: Tie } {
    const extreme = (of: number[], votes: Map<number, bigint>) => {
      const sorted = of.map((at) => votes.get(at) ?? 0n).sort((one, other) => (one < other ? -1 : 1))
      const best = wanted === "highest" ? sorted.at(-1) : sorted[0]
      return of.filter((at) => (votes.get(at) ?? 0n) === best)
    }
    const level = extreme(among, this.votes)
    if (level.length === 1) return { chosen: level[0] ?? 0, tie: null }
    const names = level.map(this.name)
    let left = level
    for (let stage = this.history.length - 2; stage >= 0 && left.length > 1; stage--)
      left = extreme(left, this.history[stage] ?? new Map())
    const [only] = left
    const settled = left.length < 2
    const chosen = settled ? (only ?? 0) : this.lots(left)
    const by = settled ? "stage" : "lot"
    return { chosen, tie: { among: names, chosen: this.name(chosen), by } }
  }

  /** Deems elected whoever has the quota, the most votes first, and then the last ones where there are as many as seats. */
  elect(quota: bigint | null): number[] {
    const deem = (left: number[]) => {
      // In the order of their votes; level ones as a tie is decided, so that the order of the names has no part in it.
      const who: number[] = []
      while (who.length < left.length)
        who.push(
          this.outOf(
            left.filter((at) => !who.includes(at)),
            "highest",
          ).chosen,
        )
      for (const at of who) this.continuing.delete(at)
      this.elected.push(...who)
      return who
    }
    const reached = deem([...this.continuing].filter((at) => quota !== null && this.of(at) >= quota))
    if (this.continuing.size > this.vacancies) return reached
    return [...reached, ...deem([...this.continuing])]
  }

  /** Writes the stage down as it ends. */
  end(what: Stage["what"], of: number | null, before: Map<number, bigint>, tie: Tie, quota: bigint | null) {
    this.history.push(new Map(this.votes))
    const elected = this.elect(quota)
    const changed = [...this.votes].filter(([at, votes]) => votes !== (before.get(at) ?? 0n))
    const all = [...this.votes.values()].reduce((sum, votes) => sum + votes, 0n)
    this.stages.push({
      number: this.stages.length + 1,
      what,
      of: of === null ? null : this.name(of),
      transfers: Object.fromEntries(
        changed.map(([at, votes]) => [this.name(at), told(votes - (before.get(at) ?? 0n))]),
      ),
      votes: Object.fromEntries([...this.votes].map(([at, votes]) => [this.name(at), told(votes)])),
      nonTransferable: told(BigInt(this.valid) * WHOLE - all),
      elected: elected.map(this.name),
      tie,
    })
  }
}

/** Excludes the lowest and hands their papers on at what they are worth; not where the last seats are filled by it. */
function exclude(counting: Counting, quota: bigint | null) {
  const before = new Map(counting.votes)
  const { chosen, tie } = counting.outOf([...counting.continuing], "lowest")
  counting.continuing.delete(chosen)
  const piles = counting.piles.get(chosen) ?? []
  if (counting.continuing.size > counting.vacancies) {
    counting.piles.set(chosen, [])
    counting.votes.set(chosen, 0n)
    for (const pile of piles) counting.give(pile)
  }
  counting.end("exclusion", chosen, before, tie, quota)
}

/** Hands on the largest surplus: every paper of that candidate, at so much of its value as the surplus is of all they have. */
function transfer(counting: Counting, quota: bigint, waiting: number[]) {
  const before = new Map(counting.votes)
  const { chosen, tie } = counting.outOf(waiting, "highest")
  const all = counting.of(chosen)
  const surplus = all - quota
  const piles = counting.piles.get(chosen) ?? []
  counting.piles.set(chosen, [])
  counting.votes.set(chosen, quota)
  for (const pile of piles) counting.give({ ...pile, value: (surplus * pile.value) / all })
  counting.end("surplus", chosen, before, tie, quota)
}

/** Lays each paper with its first preference. */
function begin(election: Election, lots: ReturnType<typeof lotsFor>) {
  const { papers, valid, invalid } = validPapers(election)
  const counting = new Counting(election, valid, lots)
  for (const { preferences, count } of papers) counting.give({ preferences, at: 0, value: WHOLE, count })
  return { counting, valid, invalid }
}

/**
 * The single transferable vote by the rules of Scottish local government elections (SSI 2007/42, schedule 1, rules 45 to 52):
 * the Weighted Inclusive Gregory Method with transfer values to five decimal places, surpluses one at a time and the largest
 * first, ties by the most recent stage at which candidates weren't level and then by lot, no transfer once the last seats are
 * filled. Votes are counted in whole hundred-thousandths, so nothing is rounded but what the rules ignore.
 */
export function countScottish(election: Election, lots: ReturnType<typeof lotsFor>): Count {
  const { counting, valid, invalid } = begin(election, lots)
  const whole = Math.floor(valid / (election.seats + 1)) + 1
  const quota = BigInt(whole) * WHOLE
  counting.end("first", null, new Map(), null, quota)
  while (counting.vacancies > 0 && counting.continuing.size > 0) {
    const waiting = counting.elected.filter((at) => counting.of(at) > quota)
    if (waiting.length > 0) transfer(counting, quota, waiting)
    else exclude(counting, quota)
  }
  return {
    ...{ title: election.title, rule: "scottish-stv", seats: election.seats, valid, invalid, quota: whole },
    elected: counting.elected.map(counting.name),
    rounds: counting.stages,
  }
}

/**
 * Instant run-off for one seat: whoever has more than half of the papers that are still with somebody is elected; until then
 * the lowest is excluded and their papers go to the next preference. Ties as above.
 */
export function countRunOff(election: Election, lots: ReturnType<typeof lotsFor>): Count {
  const { counting, valid, invalid } = begin(election, lots)
  const half = () => {
    const left = [...counting.continuing].reduce((sum, at) => sum + counting.of(at), 0n)
    return left === 0n ? null : left / 2n + 1n
  }
  counting.end("first", null, new Map(), null, half())
  while (counting.vacancies > 0 && counting.continuing.size > 0) {
    const before = new Map(counting.votes)
    const { chosen, tie } = counting.outOf([...counting.continuing], "lowest")
    counting.continuing.delete(chosen)
    const piles = counting.piles.get(chosen) ?? []
    counting.piles.set(chosen, [])
    counting.votes.set(chosen, 0n)
    for (const pile of piles) counting.give(pile)
    counting.end("exclusion", chosen, before, tie, half())
  }
  return {
    ...{ title: election.title, rule: "irv", seats: election.seats, valid, invalid, quota: null },
    elected: counting.elected.map(counting.name),
    rounds: counting.stages,
  }
}
