import { type Answers, answerName, type Field as Question, questionOf } from "../../fields/input"
import { say } from "../../words"
import { dateRead, numberSaid, poundsRead, type Today } from "./amounts"
import { faultOf, type Read, textOf, ticked, yesOrNo } from "./cells"
import { meaningKey, type ReadingContext } from "./context"
import { FIELDS, fieldOf, type Mapping, type Meaning, plainHeader } from "./fields"
import type { Reading } from "./reading"

const SHORT = 300
const LONG = 5_000
/** What is known to be none, not unknown. */
const NONE = /^(none|nil|none of (these|them|the above))$/i
/** What a column is taken to be when its header is the LIO’s own question, else what its header means to everybody. */
export function meaningFor(header: string, questions: Question[]): Meaning | null {
  const plain = plainHeader(header)
  const question = questions.find(({ label }) => plain && plainHeader(label) === plain)
  return question ? ownColumn(question) : fieldOf(header)
}

/** The question as a column means it. */
export const ownColumn = ({ id }: Pick<Question, "id">) => answerName(id) as Meaning

/** Whether a column can mean this: a field of every group, or a question that the LIO asks. */
export const isMeaning = (text: string, questions: Question[]): text is Meaning =>
  text in FIELDS || questions.some(({ id }) => answerName(id) === text)

/** How a mapping that was kept reads today: a question that is not asked any more means nothing. */
export const mappingToday = (mapping: Record<string, string | null>, questions: Question[]): Mapping =>
  Object.fromEntries(
    Object.entries(mapping).map(([header, meaning]) => [
      header,
      meaning && isMeaning(meaning, questions) ? meaning : null,
    ]),
  )

const cut = (text: string, most: number): Read<string> =>
  text.length > most
    ? {
        value: text.slice(0, most),
        note: say("This is {text} characters long. The first {most} were taken.", {
          text: text.length,
          most,
        }),
      }
    : { value: text }

function chosenFrom(options: string[], text: string): string | undefined {
  const plain = text.trim().toLowerCase()
  return (
    options.find((option) => option.toLowerCase() === plain) ??
    options.find((option) => plainHeader(option) === plainHeader(text) && plainHeader(text) !== "")
  )
}

/** The choices in a cell, one beside the other; a comma may also stand inside a choice. */
function choicesRead(options: string[], text: string): Read<string[]> {
  const chosen: string[] = []
  const strange: string[] = []
  for (const part of text.split(/[;|\n]/)) {
    const pieces = part.split(",")
    for (let at = 0; at < pieces.length; ) {
      let taken = 1
      let option: string | undefined
      for (let many = pieces.length - at; many > 0 && !option; many--) {
        option = chosenFrom(options, pieces.slice(at, at + many).join(","))
        if (option) taken = many
      }
      const piece = pieces[at]?.trim()
      if (option) chosen.push(option)
      else if (piece) strange.push(piece)
      at += taken
    }
  }
  const value = chosen.length > 0 ? [...new Set(chosen)] : null
  return strange.length > 0 ? { value, note: notOffered(strange.join(", "), options) } : { value }
}

const notOffered = (text: string, options: string[]) =>
  say("“{text}” is not one of the choices: {options}.", {
    text: text.slice(0, 60),
    options: options.join(", ").slice(0, 200),
  })

function understood({ kind, options }: Question, text: string, on?: Today): Read<unknown> {
  switch (kind) {
    case "text":
      return cut(text.replace(/\s+/g, " "), SHORT)
    case "long":
      return cut(text, LONG)
    case "number": {
      const value = numberSaid(text)
      return value === null
        ? { value, note: say("“{text}” is not a whole number.", { text: text.slice(0, 60) }) }
        : { value }
    }
    case "money":
      return poundsRead(text)
    case "date":
      return dateRead(text, { on })
    case "yes_no": {
      const value = yesOrNo(text)
      return value === null
        ? { value, note: say("“{text}” is neither yes nor no.", { text: text.slice(0, 60) }) }
        : { value }
    }
    case "choice": {
      const value = chosenFrom(options, text)
      return value ? { value } : { value: null, note: notOffered(text, options) }
    }
    case "choices":
      return choicesRead(options, text)
  }
}

/** A cell as the answer to a question: "none" is an answer where it can be one, "NA" and "unknown" are not. */
export function answerRead(question: Question, cell: string, on?: Today): Read<unknown> {
  const plain = cell.trim()
  if (NONE.test(plain)) {
    const option = chosenFrom(question.options, plain)
    if (option) return { value: question.kind === "choices" ? [option] : option }
    if (question.kind === "choices") return { value: [] }
    if (question.kind === "number" || question.kind === "money") return { value: 0 }
    if (question.kind === "yes_no") return { value: false }
  }
  const text = question.kind === "yes_no" ? ticked(cell) : textOf(cell)
  const fault = text ? faultOf(text) : null
  if (fault) return { value: null, note: fault }
  return text ? understood(question, text, on) : { value: null }
}

const CHOSEN = new Set(["yes_no", "choice", "choices"])

/** What a row answers to the LIO’s own questions. */
export function answersIn(
  { row, number, columns, wrong, asked }: Reading,
  { questions, meanings, on }: ReadingContext,
): Answers {
  const answers: Answers = {}
  for (const question of questions) {
    const column = ownColumn(question)
    const all = columns(column)
    const [first] = all
    if (!first) continue
    const several = all.length > 1 && question.kind === "long"
    const text = several
      ? all.flatMap(({ at, header }) => (textOf(row[at]) ? [`${header}: ${textOf(row[at])}`] : [])).join("\n")
      : (row[first.at] ?? "")
    const chosen = CHOSEN.has(question.kind)
    const meant = chosen ? meanings[first.header]?.[meaningKey(text)] : undefined
    if (meant === "") continue
    const { value, note } = answerRead(question, meant ?? text, on)
    if (note) wrong(column, note)
    if (note && chosen && value === null)
      asked.push({
        row: number,
        at: first.at,
        value: textOf(text),
        options:
          question.kind === "yes_no"
            ? [
                ["yes", say("Yes")],
                ["no", say("No")],
              ]
            : question.options.map((option) => [option, option]),
      })
    if (value !== null) answers[question.id] = value
  }
  return answers
}

/** The questions that a mapping has columns for. */
export const askedBy = (mapping: Mapping, questions: Question[]) => {
  const meant = new Set(Object.values(mapping).map((meaning) => (meaning ? questionOf(meaning) : null)))
  return questions.filter(({ id }) => meant.has(id))
}
