import type { PARTS } from "@/db/vocabulary"
import { inWords } from "../../words"
import { type Amounts, amountsInWords, amountsOf } from "../amounts/words"
import { answersToThings, thingsAsked, thingsFinding, thingsOf } from "../matrix/words"
import type { Question, SignedOff } from "../queries"
import { hangsOn, type ShownToSome, shownTo } from "../questions/showing/words"
import { type Ranked, rankedOf } from "../ranking/words"
import { DIMENSIONS, type Dimension, type Facts, segmentsOf } from "../segments/queries"
import { LEAST, partsTogether } from "../small-numbers"
import {
  type Opinions,
  type StatementNumbers,
  statementNumbers,
  statementsFinding,
} from "../statements/numbers"
import { statementsOf } from "../statements/words"
import { isAnswered, optionsOf, picksOf, UNSURE } from "../words"
import { type Answerers, findingOf, isOnlyHeard } from "./words"

/** One option with how many groups picked it. */
type Counted = { value: string; label: string; count: number }
/** The groups of one part that answered, and how many of them picked each option, "not sure" last. */
type Row = { key: string; size: number; counts: number[] }
/** A question's numbers by one kind of part. No rows: there is one part only, `few` because too few answered. */
export type ByPart = { dimension: Dimension; label: string; rows: Row[]; few: boolean }

/** The numbers of one question. */
export type QuestionNumbers = {
  id: string
  number: number
  kind: Question["kind"]
  title: string
  finding: string
  /** Groups that answered it, "not sure" included, and those that left it out. */
  answered: number
  skipped: number
  /** Where only some groups were asked it: which, and how many. */
  shown?: ShownToSome
  /** Fewer than five answered a question whose answers are not named: nothing of it is shown. */
  held: boolean
  options: Counted[]
  unsure: number
  parts: ByPart[]
  /** Of numbers, where they are shown whole: the middle, the ends and the sum. */
  amounts?: Amounts
  /** Of options that were put in order: how often each stood where. */
  ranked?: Ranked[]
  /** Of several things on one scale: each with its numbers, as a scale of its own. */
  things?: QuestionNumbers[]
  /** Of votes on statements: each with its numbers, what most share, and whether there are groups of opinion. */
  statements?: StatementNumbers<QuestionNumbers>
  opinions?: Opinions
}

type Said = Pick<SignedOff, "groupId" | "answers">
type Split = keyof typeof PARTS
type Given = { groupId: string; value: SignedOff["answers"][string] }

/** Whether numbers are shown whole, however small: groups were told so before they answered. */
const isShownWhole = (partsBy: Split) => partsBy === "every"

/** All numbers of a consultation, or of what `by` were asked else, as whoever may read its results sees them. */
export function numbersOf(
  questions: Question[],
  signedOff: Said[],
  facts: Map<string, Facts>,
  partsBy: Split,
  by?: Answerers,
): QuestionNumbers[] {
  const shown = shownOf(questions, signedOff)
  return questions.map((question, at) => {
    const given = signedOff.flatMap(({ groupId, answers }) => {
      const value = answers[question.id]
      return isAnswered(value) ? [{ groupId, value }] : []
    })
    const askedOf = shown.get(question.id) ?? signedOff
    const on = hangsOn(question, questions)
    const heard = (answered: number) => ({
      answered,
      skipped: askedOf.length - answered,
      ...(on ? { shown: { ...on, groups: askedOf.length } } : {}),
    })
    const { kind } = question
    if (kind === "statements") {
      const answered = given.filter(({ value }) => picksAny(question, value)).length
      const held = !isShownWhole(partsBy) && answered < LEAST
      return votesOn(question, at, askedOf, { ...heard(answered), held }, (asked, said) =>
        numbersOf(asked, said, facts, partsBy, by),
      )
    }
    if (kind === "matrix") {
      const answered = given.filter(({ value }) => ratesAny(question, value)).length
      const held = !isShownWhole(partsBy) && answered < LEAST
      return ratingsOn(question, at, askedOf, { ...heard(answered), held }, (asked, said) =>
        numbersOf(asked, said, facts, partsBy, by),
      )
    }
    const held = !isShownWhole(partsBy) && !isOnlyHeard(kind) && given.length < LEAST
    const count = (value: string) =>
      given.filter((one) => picksOf(question, one.value).includes(value)).length
    const options = held
      ? []
      : optionsOf(question).map((option) => ({ ...option, count: count(option.value) }))
    const unsure = held ? 0 : given.filter(({ value }) => value.unsure).length
    const numbers = { kind, ...heard(given.length), held, options, unsure }
    const amounts = isShownWhole(partsBy) ? amountsOf(amountsIn(given)) : null
    return {
      ...numbers,
      id: question.id,
      number: at + 1,
      title: question.title,
      finding: amounts
        ? amountsInWords(question.setting, amounts)
        : findingOf({ ...numbers, steps: question.setting.steps ?? 5 }, by),
      ...(amounts ? { amounts } : {}),
      ...(kind === "ranking" && !held ? { ranked: rankedOf(question.setting, valuesOf(given)) } : {}),
      parts: held || optionsOf(question).length === 0 ? [] : partsOf(question, given, facts, partsBy),
    }
  })
}

/** The groups that a question was put to, by what each of them says, for the questions that only some were asked. */
function shownOf(questions: Question[], signedOff: Said[]): Map<string, Said[]> {
  const only = questions.filter(({ setting }) => setting.onlyIf)
  if (only.length === 0) return new Map()
  const asked = signedOff.map((said) => ({
    said,
    ids: new Set(shownTo(questions, (id) => said.answers[id]).map(({ id }) => id)),
  }))
  return new Map(only.map(({ id }) => [id, asked.flatMap(({ said, ids }) => (ids.has(id) ? [said] : []))]))
}

const valuesOf = (given: Given[]) => given.map(({ value }) => value)
const amountsIn = (given: Given[]) =>
  given.flatMap(({ value }) => (value.number === undefined ? [] : [value.number]))

/** Whether a group voted on any statement that still stands. */
const picksAny = (question: Question, { votes }: Given["value"]) =>
  statementsOf(question).some(({ id }) => votes?.[id])

/** The numbers of a question that is statements to vote on: they are counted one by one, as questions are. */
function votesOn(
  question: Question,
  at: number,
  signedOff: Said[],
  heard: Pick<QuestionNumbers, "answered" | "skipped" | "shown" | "held">,
  count: (asked: Question[], said: Said[]) => QuestionNumbers[],
): QuestionNumbers {
  const statements = statementNumbers(question, signedOff, count)
  return {
    ...{ id: question.id, number: at + 1, kind: question.kind, title: question.title },
    ...heard,
    finding: statementsFinding(heard, statements),
    ...{ options: [], unsure: 0, parts: [], statements },
  }
}

/** Whether a group put any thing that is asked about on the scale. */
const ratesAny = (question: Question, { ratings }: Given["value"]) =>
  thingsOf(question).some(({ id }) => ratings?.[id])

/** The numbers of several things on one scale: each is counted as a scale is, so what holds of small numbers there holds here. */
function ratingsOn(
  question: Question,
  at: number,
  signedOff: Said[],
  heard: Pick<QuestionNumbers, "answered" | "skipped" | "shown" | "held">,
  count: (asked: Question[], said: Said[]) => QuestionNumbers[],
): QuestionNumbers {
  const things = count(
    thingsAsked(question),
    signedOff.map((said) => ({ ...said, answers: answersToThings(said.answers[question.id]) })),
  )
  return {
    ...{ id: question.id, number: at + 1, kind: question.kind, title: question.title },
    ...heard,
    finding: thingsFinding({ ...heard, steps: question.setting.steps ?? 5 }, things),
    ...{ options: [], unsure: 0, parts: [], things },
  }
}

function partsOf(question: Question, given: Given[], facts: Map<string, Facts>, partsBy: Split): ByPart[] {
  if (partsBy === "none") return []
  const dimensions = partsBy === "every" ? (Object.keys(DIMENSIONS) as Dimension[]) : [partsBy]
  return dimensions.map((dimension) => {
    const names = segmentsOf(facts.values(), dimension)
    const within = names.map((name) =>
      given.filter(({ groupId }) => facts.get(groupId)?.[dimension].includes(name)),
    )
    const sizes = within.map((members) => members.length)
    const together = isShownWhole(partsBy)
      ? sizes.flatMap((size, at) => (size > 0 ? [[at]] : []))
      : partsTogether(sizes, dimension === "size")
    const rows = together.map((parts) =>
      rowOf(
        question,
        parts.map((at) => names[at] ?? ""),
        parts.flatMap((at) => within[at] ?? []),
      ),
    )
    const few = rows.length < 2 && sizes.filter((size) => size > 0).length > 1
    return { dimension, label: DIMENSIONS[dimension], rows: rows.length > 1 ? rows : [], few }
  })
}

function rowOf(question: Question, names: string[], members: Given[]): Row {
  const picked = (value: string) =>
    members.filter((one) => picksOf(question, one.value).includes(value)).length
  return {
    key: inWords(names),
    size: members.length,
    counts: [
      ...optionsOf(question).map(({ value }) => picked(value)),
      members.filter(({ value }) => value.unsure).length,
    ],
  }
}

/** The heads of a part's counts: the options, and "not sure". */
export const headsOf = (question: Pick<QuestionNumbers, "options">) => [
  ...question.options.map(({ label }) => label),
  UNSURE,
]
