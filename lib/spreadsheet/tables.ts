import { stringify } from "csv-stringify/sync"
import { writeOds } from "hucre/ods"
import { writeXlsx } from "hucre/xlsx"

type Cell = string | number
/** Rows under their headings. */
export type Table = { name: string; headings: string[]; rows: Cell[][] }

const sheets = ({ name, headings, rows }: Table) => ({ sheets: [{ name, rows: [headings, ...rows] }] })
/** A heading that stands twice says so: one of the LIO's own questions may be called like a column. */
const once = (headings: string[]) =>
  headings.map((heading, at) => {
    const before = headings.slice(0, at).filter((other) => other === heading).length
    return before > 0 ? `${heading} (${before + 1})` : heading
  })
const byHeading = ({ headings, rows }: Table) => {
  const names = once(headings)
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? ""])))
}

/** The kinds of file that a table can be had as. In none of them does a cell of text run as a formula. */
export const TABLE_FILES = {
  xlsx: {
    label: "Excel",
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    write: async (table: Table) => new Uint8Array(await writeXlsx(sheets(table))),
  },
  ods: {
    label: "OpenDocument",
    type: "application/vnd.oasis.opendocument.spreadsheet",
    write: async (table: Table) => new Uint8Array(await writeOds(sheets(table))),
  },
  csv: {
    label: "CSV",
    type: "text/csv; charset=utf-8",
    /** With a mark for UTF-8, so that Excel opens it rightly. */
    write: async ({ headings, rows }: Table) =>
      stringify([headings, ...rows], { bom: true, escape_formulas: true }),
  },
  json: {
    label: "JSON",
    type: "application/json; charset=utf-8",
    write: async (table: Table) => JSON.stringify(byHeading(table), null, 1),
  },
}
export type TableFile = keyof typeof TABLE_FILES
