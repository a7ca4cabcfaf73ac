import { RuleBroken } from "../errors"
import { say } from "../words"
import { type Count, type Election, type Rule, type Stage, standingIn, validPapers } from "./election"
import { lotsFor } from "./lots"
import { countRunOff, countScottish } from "./stv"

/** The most votes win: by first preferences, or by everybody who is on a paper. */
function countMost(
  election: Election,
  rule: "plurality" | "approval",
  lots: ReturnType<typeof lotsFor>,
): Count {
  const { papers, valid, invalid } = validPapers(election)
  const standing = standingIn(election)
  const votes = new Map(standing.map((at) => [at, 0]))
  for (const { preferences, count } of papers)
    for (const at of rule === "plurality" ? preferences.slice(0, 1) : preferences)
      votes.set(at, (votes.get(at) ?? 0) + count)
  const of = (at: number) => votes.get(at) ?? 0
  const name = (at: number) => election.candidates[at] ?? ""
  const elected: number[] = []
  let tie: Stage["tie"] = null
  while (elected.length < election.seats && elected.length < standing.length) {
    const left = standing.filter((at) => !elected.includes(at))
    const most = Math.max(...left.map(of))
    const level = left.filter((at) => of(at) === most)
    // Level ones are only a tie where not all of them get a seat; the order of the names decides nothing either way.
    const chosen = lots(level)
    if (level.length > election.seats - elected.length)
      tie ??= { among: level.map(name), chosen: name(chosen), by: "lot" }
    elected.push(chosen)
  }
  const told = Object.fromEntries(standing.map((at) => [name(at), of(at)]))
  return {
    ...{ title: election.title, rule, seats: election.seats, valid, invalid, quota: null },
    elected: elected.map(name),
    rounds: [
      {
        ...{ number: 1, what: "votes", of: null, transfers: told, votes: told, nonTransferable: 0, tie },
        elected: elected.map(name),
      },
    ],
  }
}

/**
 * Counts an election by a rule. `drawn`: names in the order in which lots were drawn, for ties that nothing else breaks.
 * RuleBroken where the rule doesn’t fit.
 */
export function count(election: Election, rule: Rule, drawn: readonly string[] = []): Count {
  const lots = lotsFor(election, drawn)
  if (standingIn(election).length === 0) throw new RuleBroken(say("Nobody stands: everybody has withdrawn."))
  if (rule === "irv" && election.seats > 1)
    throw new RuleBroken(
      say("Instant run-off fills one seat, and there are {seats}. Count it by scottish-stv.", {
        seats: election.seats,
      }),
    )
  if (rule === "irv") return countRunOff(election, lots)
  if (rule === "scottish-stv") return countScottish(election, lots)
  return countMost(election, rule, lots)
}
