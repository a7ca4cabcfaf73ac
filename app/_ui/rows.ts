import type { FormState } from "./form-state"

type Said = FormState["values"]
type Row = Record<string, string>

/** Sent by the button that asks for one row more of a list, which is its value. */
export const MORE = "_more"

const ROW = /^([a-z][\w-]*)\.(\d{1,3})\.([a-z]\w*)$/i

/** The lists of a form by name, out of fields called list.0.part, list.1.part and so on; in order, empty rows too. */
export function rowsIn(values: Said): Record<string, Row[]> {
  const lists = new Map<string, Row[]>()
  for (const [name, value] of Object.entries(values)) {
    const [, list, at, part] = ROW.exec(name) ?? []
    if (!list || !part || typeof value !== "string") continue
    const rows = lists.get(list) ?? []
    rows[Number(at)] = { ...rows[Number(at)], [part]: value }
    lists.set(list, rows)
  }
  return Object.fromEntries([...lists].map(([list, rows]) => [list, rows.filter(Boolean)]))
}

/** First values of a list of rows, filled up with empty ones to `least`, with one empty row at the end at any rate. */
export function rowValues(list: string, rows: readonly Row[], empty: Row, least = 2): Row {
  const spare = Math.max(1, least - rows.length)
  const all = [...rows, ...Array.from({ length: spare }, () => empty)]
  return Object.fromEntries(
    all.flatMap((row, at) => Object.entries(row).map(([part, value]) => [`${list}.${at}.${part}`, value])),
  )
}

/** The same for short lines: rows of one part, `line`. */
export const lineValues = (list: string, lines: readonly string[] = [], least?: number) =>
  rowValues(
    list,
    lines.map((line) => ({ line })),
    { line: "" },
    least,
  )

/** What was typed with one empty row more in a list; the same again when there is no such list. */
export function withRowMore(values: Said, list: string): Said {
  const rows = rowsIn(values)[list] ?? []
  const parts = Object.keys(rows[0] ?? {})
  return { ...values, ...Object.fromEntries(parts.map((part) => [`${list}.${rows.length}.${part}`, ""])) }
}
