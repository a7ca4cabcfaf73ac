import { stringify } from "csv-stringify/sync"
import { writeOds } from "hucre/ods"
import { writeXlsxStream } from "hucre/xlsx"
import { RuleBroken } from "../errors"
import { say } from "../words"

type Cell = string | number
/** Rows under their headings, a piece at a time. `days`: which columns hold days, as 2026-06-04. */
export type Table = {
  name: string
  headings: string[]
  days?: boolean[]
  pieces: Iterable<Cell[][]> | AsyncIterable<Cell[][]>
}

/** An OpenDocument file is made in memory: no longer list than this. */
const MOST_ODS = 20_000

/** A heading that stands twice says so: one of the LIO's own questions may be called like a column. */
const once = (headings: string[]) =>
  headings.map((heading, at) => {
    const before = headings.slice(0, at).filter((other) => other === heading).length
    return before > 0 ? `${heading} (${before + 1})` : heading
  })

const DAY = /^\d{4}-\d\d-\d\d$/
/** A day as a spreadsheet keeps it, so that it can be sorted and reckoned with. */
const dated = (row: Cell[], days: boolean[] = []) =>
  row.map((cell, at) =>
    days[at] && typeof cell === "string" && DAY.test(cell) ? new Date(`${cell}T00:00:00Z`) : cell,
  )

const utf8 = new TextEncoder()

async function* csvOf({ headings, pieces }: Table) {
  // With a mark for UTF-8, so that Excel opens it rightly.
  yield utf8.encode(stringify([headings], { bom: true, escape_formulas: true }))
  for await (const rows of pieces)
    if (rows.length > 0) yield utf8.encode(stringify(rows, { escape_formulas: true }))
}

async function* jsonOf({ headings, pieces }: Table) {
  const names = once(headings)
  let first = true
  yield utf8.encode("[")
  for await (const rows of pieces) {
    const lines = rows.map((row) =>
      JSON.stringify(Object.fromEntries(names.map((name, at) => [name, row[at] ?? ""]))),
    )
    if (lines.length > 0) yield utf8.encode(`${first ? "\n" : ",\n"}${lines.join(",\n")}`)
    first &&= lines.length === 0
  }
  yield utf8.encode("\n]\n")
}

async function* xlsxOf({ name, headings, days, pieces }: Table) {
  const rows = async function* () {
    yield headings
    for await (const some of pieces) for (const row of some) yield dated(row, days)
  }
  yield* writeXlsxStream(rows(), { name }) as unknown as AsyncIterable<Uint8Array>
}

async function* odsOf({ name, headings, days, pieces }: Table) {
  const rows: (Cell | Date)[][] = [headings]
  for await (const some of pieces) {
    for (const row of some) rows.push(dated(row, days))
    if (rows.length > MOST_ODS)
      throw new RuleBroken(
        say(
          "This list has more than {mostOds} groups, too many for an OpenDocument file. Download it as Excel or CSV; LibreOffice opens both.",
          { mostOds: MOST_ODS },
        ),
      )
  }
  yield new Uint8Array(await writeOds({ sheets: [{ name, rows }] }))
}

/** The kinds of file that a table can be had as, each written as it is read. In none of them does a cell of text run as a formula. */
export const TABLE_FILES = {
  xlsx: {
    label: say("Excel"),
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    write: xlsxOf,
  },
  ods: { label: say("OpenDocument"), type: "application/vnd.oasis.opendocument.spreadsheet", write: odsOf },
  csv: { label: say("CSV"), type: "text/csv; charset=utf-8", write: csvOf },
  json: { label: say("JSON"), type: "application/json; charset=utf-8", write: jsonOf },
} satisfies Record<
  string,
  { label: string; type: string; write: (table: Table) => AsyncIterable<Uint8Array> }
>
export type TableFile = keyof typeof TABLE_FILES
