import { agreedByAll, commonGround, typicalOfEach } from "@/lib/statements/agreement"
import { analyse, totalsOfCamps } from "@/lib/statements/analysis"
import { LEAST_FOR_CAMPS, type Test } from "@/lib/statements/chance"
import { priorityOf } from "@/lib/statements/routing"
import type { Totals } from "@/lib/statements/votes"
import { type Command, WrongUsage } from "../command"
import { type Compared, compare } from "../polis/published"
import { readConversation } from "../polis/read"
import { tell } from "../polis/tell"

/** A group of opinion as it is printed: who is in it, and what tells it from the others. */
export type Group = {
  members: string[]
  typical: { statement: string; side: string; said: number; seen: number }[]
}

/** What the command prints with `--json`. */
export type Result = {
  participants: number
  /** Who voted on enough statements to be grouped. */
  counted: number
  statements: (Totals & {
    id: string
    text: string
    aside: "moderated out" | "about the voter" | null
    priority: number
    /** How likely each group of opinion is to agree, multiplied; null without groups. */
    agreedByAll: number | null
  })[]
  components: { statements: string[]; first: number[]; second: number[] }
  clusters: { k: number; silhouette: number; p: number; members: string[][]; groups: Group[] } | null
  /** The best grouping, whether or not it is more than chance. */
  untested: { k: number; silhouette: number; members: string[][] } | null
  test: Test | null
  verdict: string
  consensus: { statement: string; side: string; said: number; seen: number; share: number }[]
  published: Compared | null
  notes: string[]
}

function verdictOn(counted: number, test: Test | null): string {
  if (counted < LEAST_FOR_CAMPS)
    return `No groups of opinion are told apart: ${counted} participants voted on enough statements, and it takes ${LEAST_FOR_CAMPS}.`
  if (!test) return "No groups of opinion are told apart: everybody voted alike."
  if (!test.passed)
    return `No distinct groups of opinion can be told apart from chance: ${test.reached} of ${test.shuffles} times, votes dealt out at random looked as clearly grouped.`
  return `Groups of opinion can be told apart: of ${test.shuffles} times that votes were dealt out at random, ${test.reached} looked as clearly grouped.`
}

export const command: Command = {
  name: "analyse statements",
  usage: "FOLDER | FILE …",
  help: "Counts votes on statements and says whether participants fall into groups of opinion.\nReads an export of Polis (votes.csv or participants-votes.csv with comments.csv; votes.json with comments.json and math-pca2.json), or a table with the columns participant, statement and vote (1 agrees, 0 passes, -1 disagrees). Nothing is written. Groups are shown from 50 participants on, and only where chance would not do as well.",
  async run({ rest }): Promise<Result> {
    if (rest.length === 0) throw new WrongUsage("Give a folder or files.")
    const { participants, statements, votes, comments, published, notes } = readConversation(rest)
    const out = new Set(published?.out)
    const asides = statements.map((id) => {
      const comment = comments.get(id)
      if (comment?.about) return "about the voter" as const
      return comment?.out || out.has(id) ? ("moderated out" as const) : null
    })
    const left = (at: number) => asides[at] === null
    const analysis = analyse(votes, (at) => !left(at))
    const { totals, components, extremities, counted, camps, test } = analysis
    const ids = (group: number) =>
      counted.flatMap((row, at) => (camps?.of[at] === group ? [participants[row] ?? ""] : []))
    const untested = camps && {
      k: camps.k,
      silhouette: camps.silhouette,
      members: Array.from({ length: camps.k }, (_, group) => ids(group)),
    }
    const parts = camps && test?.passed ? totalsOfCamps(votes, counted, camps) : null
    const idOf = (at: number) => statements[at] ?? ""
    return {
      participants: participants.length,
      counted: counted.length,
      statements: totals.map((total, at) => ({
        id: idOf(at),
        text: comments.get(idOf(at))?.text ?? "",
        ...total,
        aside: asides[at] ?? null,
        priority: priorityOf(total, extremities[at] ?? 0, asides[at] === "about the voter"),
        agreedByAll: parts && agreedByAll(parts.flatMap((part) => part[at] ?? [])),
      })),
      components: { statements, first: [...components.first], second: [...components.second] },
      clusters:
        untested && parts && test
          ? {
              ...untested,
              p: test.p,
              groups: typicalOfEach(parts, left).map((typical, group) => ({
                members: untested.members[group] ?? [],
                typical: typical.map(({ of, side, said, seen }) => ({
                  ...{ statement: idOf(of), side, said, seen },
                })),
              })),
            }
          : null,
      untested,
      test,
      verdict: verdictOn(counted.length, test),
      consensus: commonGround(totals, left).map(({ of, ...one }) => ({ statement: idOf(of), ...one })),
      published: published && compare(analysis, { participants, statements }, published),
      notes,
    }
  },
  tell: (result) => tell(result as Result),
}
