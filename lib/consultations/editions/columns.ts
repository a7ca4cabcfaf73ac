import { CONSULTATION_QUESTIONS } from "@/db/vocabulary"
import { say } from "../../words"
import type { Amounts } from "../amounts/words"
import { onlyFor } from "../questions/showing/words"
import type { Ranked } from "../ranking/words"
import { isOnlyHeard } from "../results/words"
import { UNSURE } from "../words"
import { allCounted, type EditionDocument, type EditionQuestion, takesUnsure } from "./document"

/** A column of the file of numbers: its name, of which question and option, and what stands in it. */
type Column = { name: string; question: string; option: string; meaning: string; of: (row: Row) => string }
/** A row: by what the groups are parted, and which part it is. */
type Row = { by: string; part: string }

const ALL = (): Row => ({ by: say("All"), part: say("All groups") })

/** The numbers of one question in a row of the file: null where that part isn’t one of this question’s. */
function within(question: EditionQuestion, { by, part }: Row) {
  if (by === ALL().by)
    return {
      answered: question.answered,
      counts: [...question.options.map(({ groups }) => groups), question.unsure],
    }
  const row = question.parts.find((one) => one.by === by)?.rows.find((one) => one.part === part)
  return row ? { answered: row.answered, counts: row.counts } : null
}

function columnsOf(question: EditionQuestion): Column[] {
  const { code, number, title, kind, held, options } = question
  const asked = `${number}. ${title}`
  const held_ = held ? say("held back") : null
  const answered: Column = {
    name: `${code}_answered`,
    question: asked,
    option: "",
    meaning: say("Groups that answered the question ({kind})", { kind: CONSULTATION_QUESTIONS[kind] }),
    of: (row) => String(within(question, row)?.answered ?? ""),
  }
  const heard = question.onlyIf ? [askedColumn(question, question.onlyIf), answered] : [answered]
  if (isOnlyHeard(kind) || kind === "statements" || kind === "matrix") return heard
  const { amount } = question
  const counted = [
    ...options.map(({ code, label }) => ({ code, label })),
    ...(takesUnsure(question) ? [{ code: `${code}_unsure`, label: UNSURE }] : []),
  ]
  return [
    ...heard,
    ...counted.map(({ code, label }, at) => ({
      name: code,
      question: asked,
      option: label,
      meaning: amount
        ? say("Groups whose number is in this band")
        : question.ranked
          ? say("Groups that put it first")
          : say("Groups that chose it"),
      of: (row: Row) => held_ ?? String(within(question, row)?.counts[at] ?? ""),
    })),
    ...(question.ranked ? rankedColumns(question, question.ranked) : []),
    ...(amount?.shown ? amountColumns(question, amount.shown) : []),
  ]
}

/** How many groups were asked a question that only some were. */
const askedColumn = (
  { code, number, title }: EditionQuestion,
  onlyIf: NonNullable<EditionQuestion["onlyIf"]>,
): Column => ({
  name: `${code}_asked`,
  question: `${number}. ${title}`,
  option: "",
  meaning: say("Groups that were asked the question. {only}", { only: onlyFor(onlyIf) }),
  of: ({ by }) => (by === ALL().by ? String(onlyIf.groups) : ""),
})

/** How often each option stood at the other places, and its mean place, for all groups. */
function rankedColumns({ code, number, title, options }: EditionQuestion, ranked: Omit<Ranked, "value">[]) {
  return ranked.flatMap(({ label, places, mean }, of): Column[] => {
    const column = (name: string, meaning: string, held: number | null): Column => ({
      name: `${options[of]?.code ?? code}_${name}`,
      question: `${number}. ${title}`,
      option: label,
      meaning,
      of: ({ by }) => (by === ALL().by ? String(held ?? "") : ""),
    })
    return [
      ...places
        .map((count, at) =>
          column(`p${at + 1}`, say("Groups that put it in place {place}", { place: at + 1 }), count),
        )
        .slice(1),
      column("mean", say("Its average place, among the groups that placed it"), mean),
    ]
  })
}

/** What numbers show together, for all groups. */
function amountColumns({ code, number, title }: EditionQuestion, shown: Amounts): Column[] {
  const column = (name: keyof Amounts, meaning: string): Column => ({
    name: `${code}_${name}`,
    question: `${number}. ${title}`,
    option: "",
    meaning,
    of: ({ by }) => (by === ALL().by ? String(shown[name]) : ""),
  })
  return [
    column("given", say("Groups that gave a number")),
    column("median", say("The median of their numbers")),
    column("least", say("The lowest of their numbers")),
    column("most", say("The highest of their numbers")),
    column("total", say("All their numbers added together")),
  ]
}

const columnsOfAll = ({ questions }: EditionDocument) => questions.flatMap(allCounted).flatMap(columnsOf)

/** Every part of the groups for which some question has numbers, all groups first. */
function rowsOf({ questions }: EditionDocument): Row[] {
  const parts = questions
    .flatMap(allCounted)
    .flatMap((question) => question.parts.flatMap(({ by, rows }) => rows.map(({ part }) => ({ by, part }))))
  const once = new Map(parts.map((row) => [`${row.by}\n${row.part}`, row]))
  return [ALL(), ...once.values()]
}

/** An edition’s numbers as a table: a row for each part of the groups, a column for each option of each question. */
export function numberLines(document: EditionDocument): string[][] {
  const columns = columnsOfAll(document)
  return [
    ["by", "part", ...columns.map(({ name }) => name)],
    ...rowsOf(document).map((row) => [row.by, row.part, ...columns.map((column) => column.of(row))]),
  ]
}

/** The words of a question and of each of its options in another language, by the English. */
function wordsIn({ number, title, also = [] }: EditionQuestion, language: string): [string, string][] {
  const wording = also.find((one) => one.language === language)
  if (!wording) return []
  const options = wording.options ?? []
  return [
    [`${number}. ${title}`, `${number}. ${wording.title}`],
    ...options.flatMap(({ label, says }): [string, string][] => [
      [label, says],
      [`${number}. ${label}`, `${number}. ${says}`],
      [`${number}. ${title}: ${label}`, `${number}. ${wording.title}: ${says}`],
    ]),
  ]
}

/** What questions and options were called in another language: two columns more. */
function inLanguage({ questions }: EditionDocument, language: string) {
  const byQuestion = questions.map((question) => new Map(wordsIn(question, language)))
  return (question: string, option: string) => {
    const its = byQuestion.find((words) => words.has(question))
    return [its?.get(question) ?? "", its?.get(option) ?? ""]
  }
}

/** The data dictionary: what each column of that table holds, in all languages in which it was asked. */
export function columnLines(document: EditionDocument): string[][] {
  const languages = new Set(
    document.questions.flatMap(({ also = [] }) => also.map(({ language }) => language)),
  )
  const others = [...languages].map((language) => ({
    heads: [`question_${language}`, `option_${language}`],
    words: inLanguage(document, language),
  }))
  const also = (question: string, option: string) => others.flatMap(({ words }) => words(question, option))
  return [
    ["column", "question", "option", "meaning", ...others.flatMap(({ heads }) => heads)],
    ["by", "", "", say("How the groups are divided in this row"), ...also("", "")],
    [
      "part",
      "",
      "",
      say("Which part this row is for. A cell is empty where the question isn’t split by that part"),
      ...also("", ""),
    ],
    ...columnsOfAll(document).map(({ name, question, option, meaning }) => [
      ...[name, question, option, meaning],
      ...also(question, option),
    ]),
  ]
}
