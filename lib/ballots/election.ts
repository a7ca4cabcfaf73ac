/** Papers that say the same: candidates in the order of preference, by their place in the list, and how many there are. */
export type Papers = { preferences: number[]; count: number }

/** What is counted: who stood, who withdrew, how many seats there are, and the papers. */
export type Election = {
  title: string
  candidates: string[]
  /** The places in the list of those who withdrew: preferences for them are passed over. */
  withdrawn: ReadonlySet<number>
  seats: number
  papers: Papers[]
}

/** One stage of a count, told in whole votes or, where surpluses were transferred, in votes to five decimal places. */
export type Stage = {
  number: number
  what: "first" | "surplus" | "exclusion" | "votes"
  /** Whose surplus was transferred, or who was excluded. */
  of: string | null
  /** What each candidate got at this stage, and what the one it is about gave. */
  transfers: Record<string, number>
  /** What each candidate has at its end; excluded ones have none. */
  votes: Record<string, number>
  /** Votes that are with no candidate any more, fractions that were ignored included. */
  nonTransferable: number
  elected: string[]
  /** Where candidates were level: among whom, who it fell on, and whether by an earlier stage or by lot. */
  tie: { among: string[]; chosen: string; by: "stage" | "lot" } | null
}

/** How an election came out. */
export type Count = {
  title: string
  rule: Rule
  seats: number
  /** Papers with a preference for somebody who stands, and those without. */
  valid: number
  invalid: number
  /** What elects by itself; null where the most votes do. */
  quota: number | null
  /** In the order in which they were elected. */
  elected: string[]
  rounds: Stage[]
}

/** How votes are counted. */
export const RULES = ["scottish-stv", "irv", "plurality", "approval"] as const
export type Rule = (typeof RULES)[number]

/** The papers with only those who stand on them, alike ones together; and how many had nobody. */
export function validPapers({ papers, withdrawn }: Election): {
  papers: Papers[]
  valid: number
  invalid: number
} {
  const alike = new Map<string, Papers>()
  let invalid = 0
  for (const { preferences, count } of papers) {
    const standing = preferences.filter((candidate) => !withdrawn.has(candidate))
    if (standing.length === 0) {
      invalid += count
      continue
    }
    const key = standing.join(" ")
    const before = alike.get(key)
    if (before) before.count += count
    else alike.set(key, { preferences: standing, count })
  }
  const kept = [...alike.values()]
  return { papers: kept, valid: kept.reduce((sum, { count }) => sum + count, 0), invalid }
}

/** The places in the list of those who stand. */
export const standingIn = ({ candidates, withdrawn }: Election) =>
  candidates.map((_, at) => at).filter((at) => !withdrawn.has(at))
