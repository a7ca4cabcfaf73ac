import { say } from "../../words"
import { numberSaid } from "./amounts"
import * as cell from "./cells"
import { type Asked, meaningKey, type Problem, type ReadingContext } from "./context"
import type { Field, Meaning } from "./fields"
import { mendedText } from "./twice-encoded"

/** What is known of the columns before any row is read. */
export type Columns = {
  headers: string[]
  plain: string[]
  byField: Map<Meaning, { at: number; header: string }[]>
}

/** A header as problems name it: long ones are cut. */
export const shortHeader = (header: string) => header.slice(0, 80)

const NO_COLUMNS: { at: number; header: string }[] = []
/** The choices of a yes-or-no column. */
export const YES_NO: [string, string][] = [
  ["yes", say("Yes")],
  ["no", say("No")],
]

/** One row with what it takes to understand its cells. What is wrong is gathered in `problems`, unknown words in `asked`. */
export function readRow(
  raw: string[],
  number: number,
  { headers, byField }: Columns,
  { meanings }: ReadingContext,
) {
  const problems: Problem[] = []
  const questions: Asked[] = []
  const mended = raw.map(mendedText)
  const row = mended.some((one) => one !== null) ? raw.map((one, at) => mended[at] ?? one) : raw
  for (const [at, text] of mended.entries())
    if (text !== null && [...byField.values()].some((all) => all.some((one) => one.at === at)))
      problems.push({
        row: number,
        column: shortHeader(headers[at] ?? ""),
        problem: say("“{value}” was read as “{text}”. Check it.", {
          value: (raw[at] ?? "").slice(0, 60),
          text: text.slice(0, 60),
        }),
      })
  const columns = (field: Meaning) => byField.get(field) ?? NO_COLUMNS
  const first = (field: Meaning) => byField.get(field)?.[0]
  const wrong = (field: Meaning, problem: string) =>
    problems.push({ row: number, column: shortHeader(first(field)?.header ?? field), problem })
  const told = new Set<Field>()
  const sound = (field: Field, text: string) => {
    const fault = text ? cell.faultOf(text) : null
    if (!fault) return text
    if (!told.has(field) && told.add(field)) wrong(field, fault)
    return ""
  }
  /** The words of a column; a fault of the spreadsheet says nothing, and is told once. */
  const words = (field: Field) => {
    const all = columns(field)
    const text =
      all.length < 2
        ? cell.textOf(row[all[0]?.at ?? -1])
        : all
            .map(({ at }) => cell.textOf(row[at]))
            .filter(Boolean)
            .join("; ")
    return sound(field, text)
  }
  /** The cell understood, with a problem when it was not quite, and null when not at all. */
  const read = <T>(field: Field, understand: (text: string) => cell.Read<T>): T | null => {
    const text = words(field)
    if (!text) return null
    const { value, note } = understand(text)
    if (note) wrong(field, note)
    return value
  }
  const readAs = <T>(field: Field, understand: (text: string) => T | null, what: (text: string) => string) =>
    read(field, (text) => {
      const value = understand(text)
      return value === null ? { value, note: what(text.slice(0, 60)) } : { value }
    })
  /** A cell of a column of few words. One that is not known may have been said to mean something; else it is asked about. */
  const readWord = (
    field: Field,
    understand: (text: string) => string | null,
    options: [string, string][],
    what: (text: string) => string,
    text = words(field),
  ): string | null => {
    const column = first(field)
    if (!text || !column) return null
    const meant = meanings[column.header]?.[meaningKey(text)]
    if (meant === "") return null
    if (meant !== undefined && options.some(([value]) => value === meant)) return meant
    const value = understand(text)
    if (value === null) {
      wrong(field, what(text.slice(0, 60)))
      questions.push({ row: number, at: column.at, value: text, options })
    }
    return value
  }
  const yesNoWord = (text: string) => {
    const answer = cell.yesOrNo(text)
    return answer === null ? null : answer ? "yes" : "no"
  }
  /** Yes or no; a cross is yes. */
  const readYesNo = (field: Field): boolean | null => {
    const text = sound(field, cell.ticked(row[first(field)?.at ?? -1]))
    const value = readWord(
      field,
      yesNoWord,
      YES_NO,
      (text) => say("“{text}” is neither yes nor no.", { text }),
      text,
    )
    return value === null ? null : value === "yes"
  }
  /** How many: "none" is none, not unknown. */
  const count = (field: Field) =>
    /^(none|nil)$/i.test((row[first(field)?.at ?? -1] ?? "").trim())
      ? 0
      : readAs(field, numberSaid, (text) => say("“{text}” is not a whole number.", { text }))
  return {
    ...{
      row,
      number,
      problems,
      asked: questions,
      columns,
      first,
      wrong,
      words,
      read,
      readAs,
      readWord,
      readYesNo,
      count,
    },
    has: (field: Meaning) => byField.has(field),
  }
}
export type Reading = ReturnType<typeof readRow>
