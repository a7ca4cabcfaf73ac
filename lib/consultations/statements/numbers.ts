import type { AnswerValue } from "@/db/schema/asking"
import { keys, STATEMENT_VOTES } from "@/db/vocabulary"
import { agreedByAll, typicalOfEach } from "../../statements/agreement"
import { analyse, totalsOfCamps } from "../../statements/analysis"
import { LEAST_FOR_CAMPS } from "../../statements/chance"
import { noVotes, type Vote, type Votes } from "../../statements/votes"
import { say, sayCount } from "../../words"
import type { Question } from "../queries"
import { LEAST } from "../small-numbers"
import { statementsOf } from "./words"

const VOTES = { agree: 1, disagree: -1, pass: 0 } as const satisfies Record<string, Vote>
/** So many of a hundred on one side, in every part, make common ground. */
const MOST_OF_EACH = 60

type Side = "agree" | "disagree"
type Said = { groupId: string; answers: Record<string, AnswerValue> }

/** A statement’s numbers as any question has them: agree, disagree and pass are its options, in this order. */
type Numbers = {
  id: string
  title: string
  held: boolean
  answered: number
  options: { value: string; count: number }[]
  parts: { rows: { size: number; counts: number[] }[] }[]
}
/** What at least 60 in 100 say, in every part. `least`: in hundredths, where they are fewest. */
export type CommonGround = {
  id: string
  title: string
  side: Side
  said: number
  seen: number
  least: number
}
/** The statements of a question, each with its numbers, and what is common ground: in every part, or among all. */
export type StatementNumbers<N> = {
  each: (N & { proposed: boolean })[]
  common: CommonGround[]
  inEveryPart: boolean
}
/** Whether groups of opinion can be told apart, in a sentence, and those that can. */
export type Opinions = {
  words: string
  groups: { size: number; typical: { title: string; side: Side; said: number; seen: number }[] }[]
}

/** What groups said to the statements of a question, as a matrix: a row for each group. */
export function matrixOf(
  question: Pick<Question, "kind" | "setting">,
  said: readonly (AnswerValue["votes"] | null)[],
): Votes {
  const statements = statementsOf(question)
  const votes = noVotes(said.length, statements.length)
  for (const [row, one] of said.entries())
    for (const [column, { id }] of statements.entries()) {
      const vote = one?.[id]
      if (vote) votes.cells[row * statements.length + column] = VOTES[vote]
    }
  return votes
}

const CHOICES = keys(STATEMENT_VOTES).map((id) => ({ id, label: STATEMENT_VOTES[id] }))

/**
 * A question of statements, counted: each statement is a question of its own with three answers, so what holds of small
 * numbers anywhere holds here. `count` is how questions are counted. What is common ground follows from those numbers alone.
 */
export function statementNumbers<N extends Numbers>(
  question: Question,
  signedOff: readonly Said[],
  count: (asked: Question[], said: Said[]) => N[],
): StatementNumbers<N> {
  const statements = statementsOf(question)
  const asked = statements.map(
    ({ id, label }): Question => ({
      ...question,
      id,
      title: label,
      kind: "single",
      setting: { options: CHOICES },
    }),
  )
  const said = signedOff.map(({ groupId, answers }) => ({
    groupId,
    answers: Object.fromEntries(
      Object.entries(answers[question.id]?.votes ?? {}).map(([id, choice]): [string, AnswerValue] => [
        id,
        { choice },
      ]),
    ),
  }))
  const each = count(asked, said).map((one, at) => ({ ...one, proposed: statements[at]?.proposed ?? false }))
  const inEveryPart = each.some(isDivided)
  const common = each
    .filter(mayBeCommon)
    .flatMap((one) =>
      (["agree", "disagree"] as const).flatMap((side) => commonOn(one, side, inEveryPart) ?? []),
    )
    .sort((one, other) => other.agreement - one.agreement)
    .map(({ agreement: _, ...one }) => one)
  return { each, common, inEveryPart }
}

/** Enough groups voted on it to say where they agree. */
const mayBeCommon = ({ held, answered }: { held: boolean; answered: number }) => !held && answered >= LEAST
const isLarge = ({ size }: { size: number }) => size >= LEAST
/** The parts in which enough groups voted on a statement, of every division of the groups. */
const largeParts = ({ parts }: Numbers) => parts.flatMap(({ rows }) => rows.filter(isLarge))
/**
 * Whether two kinds of group can be held against each other: two large parts of one division. Large parts of two divisions
 * may be the same groups, once by size and once by area.
 */
const isDivided = ({ parts }: Numbers) => parts.some(({ rows }) => rows.filter(isLarge).length > 1)

/**
 * What most say to a statement, on one side; null where they don’t. `inEveryPart`: in every large part of every division, of
 * which one at least has two large parts, so that “every kind of group” says that different groups agree.
 */
function commonOn(one: Numbers, side: Side, inEveryPart: boolean) {
  const at = side === "agree" ? 0 : 1
  const { answered } = one
  const said = one.options[at]?.count ?? 0
  const parts = largeParts(one)
  if (inEveryPart && !isDivided(one)) return null
  const all = inEveryPart
    ? parts.map(({ size, counts }) => ({ agree: counts[at] ?? 0, seen: size }))
    : [{ agree: said, seen: answered }]
  if (all.some(({ agree, seen }) => agree * 100 < MOST_OF_EACH * seen)) return null
  return {
    ...{ id: one.id, title: one.title, side, said, seen: answered },
    least: Math.min(...all.map(({ agree, seen }) => Math.floor((agree * 100) / seen))),
    agreement: agreedByAll(all) ** (1 / all.length),
  }
}

/** What the votes on statements show, in a sentence. */
export function statementsFinding(
  { answered, held }: { answered: number; held: boolean },
  { each, common, inEveryPart }: StatementNumbers<Numbers>,
): string {
  if (answered === 0) return say("No group answered this question")
  if (held)
    return say("Fewer than {least} groups answered this question, so its numbers aren’t shown", {
      least: LEAST,
    })
  if (!each.some(mayBeCommon))
    return say("Fewer than {least} groups voted on each statement, so we don’t say where they agree", {
      least: LEAST,
    })
  const of = { all: each.length, most: MOST_OF_EACH }
  if (common.length === 0)
    return inEveryPart
      ? say(
          "On none of the {all} statements did at least {most}% of every kind of group vote the same way",
          of,
        )
      : say("On none of the {all} statements did at least {most}% of the groups vote the same way", of)
  return inEveryPart
    ? sayCount(
        common.length,
        {
          one: "On {count} of {all} statements, at least {most}% of every kind of group voted the same way",
          other: "On {count} of {all} statements, at least {most}% of every kind of group voted the same way",
        },
        of,
      )
    : sayCount(
        common.length,
        {
          one: "On {count} of {all} statements, at least {most}% of the groups voted the same way",
          other: "On {count} of {all} statements, at least {most}% of the groups voted the same way",
        },
        of,
      )
}

/**
 * Groups of opinion among the groups that answered, or the sentence why there are none to show. They are a second way to
 * divide those that answered, so where small numbers are held back they aren't looked for.
 */
export function opinionsOf(question: Question, signedOff: readonly Said[], shownWhole: boolean): Opinions {
  if (!shownWhole)
    return {
      words: say(
        "We don’t look for opinion groups here: dividing the groups a second way could reveal what one of them said.",
      ),
      groups: [],
    }
  const votes = matrixOf(
    question,
    signedOff.map(({ answers }) => answers[question.id]?.votes),
  )
  const { camps, counted, test } = analyse(votes)
  if (counted.length < LEAST_FOR_CAMPS)
    return {
      words: sayCount(
        counted.length,
        {
          one: "We only look for opinion groups when at least {least} groups vote, and {count} did.",
          other: "We only look for opinion groups when at least {least} groups vote, and {count} did.",
        },
        { least: LEAST_FOR_CAMPS },
      ),
      groups: [],
    }
  if (!camps || !test?.passed)
    return {
      words: say("There are no clear opinion groups: any pattern could be down to chance."),
      groups: [],
    }
  const statements = statementsOf(question)
  const groups = typicalOfEach(totalsOfCamps(votes, counted, camps)).map((typical, at) => ({
    size: camps.of.reduce((size, group) => size + (group === at ? 1 : 0), 0),
    typical: typical.map(({ of, side, said, seen }) => ({
      title: statements[of]?.label ?? "",
      side,
      said,
      seen,
    })),
  }))
  return {
    words: sayCount(groups.length, {
      one: "There is {count} opinion group, more distinct than chance would explain.",
      other: "There are {count} opinion groups, more distinct than chance would explain.",
    }),
    groups,
  }
}
