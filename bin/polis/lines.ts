import { parse } from "csv-parse/sync"
import { RuleBroken } from "@/lib/errors"

/** The cells of a line of a table: read at once where nothing is quoted, which most of a million lines are. */
const cellsOf = (line: string, delimiter: string): string[] =>
  line.includes('"')
    ? ((parse(line, { delimiter, relax_quotes: true, relax_column_count: true }) as string[][])[0] ?? [])
    : line.split(delimiter)

/** What stands between two cells: a comma, or in some countries’ spreadsheets a semicolon or a tab. */
const delimiterOf = (text: string) => {
  const head = text.slice(0, endOf(text, 0))
  return head.includes(",") ? "," : ([";", "\t"].find((one) => head.includes(one)) ?? ",")
}

/** The words of a file, whichever of the usual encodings it has. */
export function wordsOf(bytes: Buffer, name: string): string {
  if (bytes.length === 0) throw new RuleBroken(`${name} is empty.`)
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString("utf16le").slice(1)
  if (bytes.includes(0)) throw new RuleBroken(`${name} is neither a table (CSV) nor JSON.`)
  const text = bytes.toString("utf8")
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}

/** The names of the columns of a table, in small letters. */
export const headersOf = (text: string): string[] =>
  cellsOf(text.slice(0, endOf(text, 0)).replace(/\r$/, ""), delimiterOf(text)).map((header) =>
    header.trim().toLowerCase(),
  )

const endOf = (text: string, from: number) => {
  const end = text.indexOf("\n", from)
  return end < 0 ? text.length : end
}

/** Every line of a table below its headers, with the number it has in the file. */
export function* eachLine(text: string): Generator<[string[], number]> {
  const delimiter = delimiterOf(text)
  let from = endOf(text, 0) + 1
  for (let number = 2; from < text.length; number++) {
    const end = endOf(text, from)
    const line = text.slice(from, text.charCodeAt(end - 1) === 13 ? end - 1 : end)
    from = end + 1
    if (line.trim() !== "") yield [cellsOf(line, delimiter), number]
  }
}

/** A whole table as objects, for those whose cells may hold line breaks. */
export function tableOf(text: string, name: string): Record<string, string>[] {
  try {
    return parse(text, {
      columns: (headers: string[]) => headers.map((header) => header.trim().toLowerCase()),
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }) as Record<string, string>[]
  } catch {
    throw new RuleBroken(`${name} can’t be read as a table.`)
  }
}
