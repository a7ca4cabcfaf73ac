import { CsvError, parse } from "csv-parse/sync"
import { say } from "../words"

/** A text file that is no list, in one sentence. */
export class NoList extends Error {}

/** UTF-16 without its mark has a nought beside every plain letter: on which side? */
function bareUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const start = bytes.subarray(0, 2_000)
  const pairs = Math.floor(start.length / 2)
  if (pairs < 4) return null
  let [even, odd] = [0, 0]
  for (const [at, byte] of start.entries()) if (byte === 0) at % 2 ? odd++ : even++
  if (odd > pairs * 0.6 && even < pairs * 0.1) return "utf-16le"
  return even > pairs * 0.6 && odd < pairs * 0.1 ? "utf-16be" : null
}

/** What a text file says, in any of the usual encodings. */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes)
  const bare = bareUtf16(bytes)
  if (bare) return new TextDecoder(bare).decode(bytes)
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder("windows-1252").decode(bytes)
  }
}

/** The mark between cells: the one that most lines have equally often, the line of headers among them. */
function delimiterOf(text: string): string {
  const bare = text.slice(0, 20_000).replace(/"[^"]*"/g, "")
  const lines = bare
    .split(/\r?\n|\r/)
    .filter(Boolean)
    .slice(0, 30)
  const marks = [",", ";", "\t", "|"].map((mark) => {
    const counts = lines.map((line) => line.split(mark).length - 1)
    const times = new Map<number, number>()
    for (const count of counts) if (count > 0) times.set(count, (times.get(count) ?? 0) + 1)
    const [most = 0, alike = 0] = [...times].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? []
    return { mark, alike, most }
  })
  const best = marks.toSorted((a, b) => b.alike - a.alike || b.most - a.most)[0]
  return best && best.alike > 0 ? best.mark : ","
}

/** The line on which a quotation mark is opened that nothing closes; null when all are closed. */
function openedOn(text: string, delimiter: string): number | null {
  let [line, opened, inside, fresh] = [1, 0, false, true]
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign === "\n") line++
    if (inside) {
      if (sign !== '"') continue
      if (text[at + 1] === '"') at++
      else if (/^\s*$/.test(text[at + 1] ?? "") || text[at + 1] === delimiter) inside = false
    } else if (sign === '"' && fresh) [inside, opened] = [true, line]
    fresh = !inside && (sign === delimiter || sign === "\n" || (fresh && /\s/.test(sign ?? "")))
  }
  return inside ? opened : null
}

const unclosed = (line: number) =>
  new NoList(
    say(
      'A quotation mark (") that begins a cell in line {line} is never closed, so the rows after it run together. Take it away or close it, and choose the file again.',
      { line },
    ),
  )

/** A cell without the blanks after it; where they stand after its quotation marks, the parser leaves those on. */
function bare(cell: string): string {
  const trimmed = cell.trimEnd()
  const [, inside] = trimmed === cell ? [] : (/^"((?:[^"]|"")*)"$/.exec(trimmed) ?? [])
  return inside === undefined ? trimmed : inside.replaceAll('""', '"').trim()
}

type Row = { record: string[]; info: { lines: number } }

/** A row that swallowed others: it ends early, and a line inside one of its cells is as wide as the list. */
function swallowed(rows: Row[], delimiter: string): number | null {
  const width = Math.max(0, ...rows.slice(0, 20).map(({ record }) => record.length))
  if (width < 3) return null
  for (const { record, info } of rows) {
    if (record.length >= width) continue
    const cell = record.find(
      (one) =>
        one.includes("\n") && one.split("\n").some((line) => line.split(delimiter).length >= width - 1),
    )
    if (cell) return info.lines - (cell.match(/\n/g)?.length ?? 0)
  }
  return null
}

/**
 * The rows of a text file, each different cell held once, as most columns of a list repeat themselves; in any of the
 * usual encodings, with any of the usual marks. NoList says in one sentence what is wrong.
 */
export function readText(bytes: Uint8Array): string[][] {
  const text = decode(bytes)
  if (text.includes("\0"))
    throw new NoList(say("This is not a spreadsheet. Trellis reads .csv, .xlsx and .ods files."))
  const delimiter = delimiterOf(text)
  try {
    const rows = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      ltrim: true,
    }) as unknown as Row[]
    const line = swallowed(rows, delimiter)
    if (line !== null) throw unclosed(line)
    const cells = new Map<string, string>()
    return rows.map(({ record }) =>
      record.map((one) => {
        const cell = bare(one)
        const same = cells.get(cell)
        if (same === undefined) cells.set(cell, cell)
        return same ?? cell
      }),
    )
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault
    throw unclosed(openedOn(text, delimiter) ?? Number((fault as { lines?: number }).lines ?? 1))
  }
}
