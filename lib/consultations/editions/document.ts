import type { QuestionOptions } from "@/db/schema/asking"
import { LOCALE } from "../../words"
import type { Amounts } from "../amounts/words"
import type { People } from "../individuals/words"
import type { ShownToSome } from "../questions/showing/words"
import type { Ranked } from "../ranking/words"
import type { QuestionNumbers } from "../results/numbers"
import { type Asked, aloneIn } from "../words"
import type { Wording, WordingOfAll } from "./wordings/words"

/** One part of those who were asked, with how many of it answered. */
export type ResponsePart = { part: string; asked: number; answered: number }

/** A question as it was asked, with its numbers. `code`: what its columns are called in files, "q3". */
export type EditionQuestion = {
  code: string
  number: number
  kind: QuestionNumbers["kind"]
  title: string
  help: string | null
  /** The heading and the words of a section that began with it, where one did. */
  section?: { heading: string; words?: string }
  required: boolean
  /** Only some groups were asked: those that gave one of these answers to an earlier question, and how many they were. */
  onlyIf?: ShownToSome & { question: string }
  /** The points of a scale, also of several things on one; null for other kinds. */
  scale: { steps: number; low: string | null; high: string | null } | null
  /** How many could be chosen of "choose any", where that was limited. */
  limits?: Pick<QuestionOptions, "atLeast" | "atMost">
  /** Of "choose any": the options that went with no other. */
  alone?: string[]
  /** Of options that were put in order: how often each stood at which place. `options` counts the first place. */
  ranked?: Omit<Ranked, "value">[]
  /** How a number was asked for, and what numbers show together where they are shown whole; absent for other kinds. */
  amount?: Pick<QuestionOptions, "unit" | "least" | "most" | "decimals"> & { shown: Amounts | null }
  /** Groups that answered it, and those that left it out. */
  answered: number
  skipped: number
  /** Too few answered for its numbers to be shown. */
  held: boolean
  finding: string
  /** `code`: "q3_a". */
  options: { code: string; label: string; groups: number }[]
  unsure: number
  /** By parts of the groups; `counts` in the order of the options, "not sure" last. */
  parts: { by: string; rows: { part: string; answered: number; counts: number[] }[] }[]
  /** Several things on one scale, each counted as a scale of its own; absent for other kinds. `code`: "q3_r1". */
  things?: EditionQuestion[]
  /** Statements to vote on, each counted as a question of its own, and what they show together; null for other kinds. */
  /** How it was put in other languages; absent where it was put in English alone. */
  also?: Wording[]
  statements: {
    each: (EditionQuestion & { proposedByAGroup: boolean })[]
    commonGround: { statement: string; side: "agree" | "disagree"; groups: number; of: number }[]
    opinions: string | null
  } | null
}

/**
 * An edition as anybody may read it: what was asked, of whom and how, what was counted and by which rules, worded as on the
 * day. Page, PDF, Word, CSV and JSON are made of this and of nothing else. Times in ISO 8601, groups in whole numbers.
 */
export type EditionDocument = {
  format: "evidence-edition/1"
  language: string
  edition: number
  /** What is corrected against the edition before. */
  change: string | null
  frozenAt: string
  lio: { name: string; slug: string }
  consultation: {
    id: string
    title: string
    about: string | null
    body: string | null
    openedAt: string
    closedAt: string
    periodReason: string | null
    named: boolean
    /** A body's own consultation that this one followed. */
    source: { answers: string; url: string | null; closesOn: string | null } | null
    /** What was put right in the questions while it was open, each time a version more; absent where nothing was. */
    questionChanges?: {
      version: number
      question: string
      changedAt: string
      words: string[]
      reason: string
      answeredBefore: number
    }[]
    /** In which other languages it was asked, too; absent where it was in English alone. */
    also?: WordingOfAll[]
    /** How it was fair: each principle, and what the LIO says of it. */
    fairness: { principle: string; met: string }[]
  }
  /** Whom it asked and how, in sentences, and how many of them were reminded. */
  asked: { groups: number; audience: string; reminded: number }
  answered: { groups: number; nothing: number; onBehalf: number }
  finding: string
  response: { by: string; parts: ResponsePart[] }[]
  /** What people said for themselves, in no number of groups; absent where they weren't asked. */
  people?: People
  questions: EditionQuestion[]
  method: string[]
}

/** What is known beside the numbers themselves. */
export type EditionFacts = Omit<EditionDocument, "format" | "language" | "questions">

type AskedQuestion = {
  id: string
  help: string | null
  required: boolean
  setting: QuestionOptions
}

const letter = (at: number) => String.fromCharCode("a".charCodeAt(0) + at)

/** The document of an edition, from its numbers and the questions as they were asked. */
export function editionDocument(
  facts: EditionFacts,
  asked: AskedQuestion[],
  numbers: QuestionNumbers[],
  also: ReadonlyMap<string, Wording[]> = new Map(),
): EditionDocument {
  const settings = new Map(asked.map((question) => [question.id, question]))
  return {
    format: "evidence-edition/1",
    language: LOCALE,
    ...facts,
    questions: numbers.map((question) => ({
      ...questionOf(question, settings.get(question.id), `q${question.number}`),
      ...(also.has(question.id) ? { also: also.get(question.id) } : {}),
    })),
  }
}

function questionOf(
  question: QuestionNumbers,
  asked: AskedQuestion | undefined,
  code: string,
): EditionQuestion {
  const { help = null, required = false, setting = {} } = asked ?? {}
  const { number, kind, title, answered, skipped, held, finding, unsure, statements, opinions } = question
  return {
    ...{ code, number, kind, title, help, required, answered, skipped, held, finding, unsure },
    scale:
      kind === "scale" || kind === "matrix"
        ? { steps: setting.steps ?? 5, low: setting.low ?? null, high: setting.high ?? null }
        : null,
    ...(setting.atLeast !== undefined || setting.atMost !== undefined
      ? { limits: { atLeast: setting.atLeast, atMost: setting.atMost } }
      : {}),
    ...(question.shown ? { onlyIf: { ...question.shown, question: `q${question.shown.number}` } } : {}),
    ...(kind === "multiple" ? aloneOf({ kind, setting }) : {}),
    ...(setting.section ? { section: setting.section } : {}),
    ...(question.ranked ? { ranked: question.ranked.map(({ value: _, ...one }) => one) } : {}),
    ...(kind === "number" ? { amount: amountOf(setting, question.amounts) } : {}),
    options: question.options.map(({ label, count }, at) => ({
      code: `${code}_${letter(at)}`,
      label,
      groups: count,
    })),
    parts: question.parts.flatMap(({ label, rows }) =>
      rows.length > 0
        ? [{ by: label, rows: rows.map(({ key, size, counts }) => ({ part: key, answered: size, counts })) }]
        : [],
    ),
    ...(question.things ? { things: thingsIn(question.things, asked, code) } : {}),
    statements: statements
      ? {
          each: statements.each.map((one, at) => ({
            ...questionOf(one, undefined, `${code}_s${at + 1}`),
            proposedByAGroup: one.proposed,
          })),
          commonGround: statements.common.map(({ title, side, said, seen }) => ({
            statement: title,
            side,
            groups: said,
            of: seen,
          })),
          opinions: opinions?.words ?? null,
        }
      : null,
  }
}

function aloneOf(asked: Asked) {
  const alone = aloneIn(asked).map(({ label }) => label)
  return alone.length > 0 ? { alone } : {}
}

const thingsIn = (things: QuestionNumbers[], asked: AskedQuestion | undefined, code: string) =>
  things.map((one, at) =>
    questionOf(one, asked && { ...asked, help: null, setting: scaleOf(asked.setting) }, `${code}_r${at + 1}`),
  )
const scaleOf = ({ low, high, steps }: QuestionOptions) => ({ low, high, steps })

/** A question with all that is counted in it as if it were one: statements, and several things, by their whole names. */
export const allCounted = (question: EditionQuestion): EditionQuestion[] => [
  question,
  ...(question.statements?.each ?? []),
  ...(question.things ?? []).map((thing) => ({
    ...thing,
    number: question.number,
    title: `${question.title}: ${thing.title}`,
  })),
]

const amountOf = ({ unit, least, most, decimals }: QuestionOptions, shown: Amounts | undefined) => ({
  ...{ unit, least, most, decimals },
  shown: shown ?? null,
})

/** Whether “not sure” could be answered: statements are agreed with, disagreed with or passed. */
export const takesUnsure = (question: EditionQuestion) => !("proposedByAGroup" in question)

/** JSON written in one way only: keys in order, no spaces. The same as `canonical` of the database and `jq -cS`. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`
  if (value === null || typeof value !== "object") return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, held]) => held !== undefined)
  return `{${entries
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`)
    .join(",")}}`
}
