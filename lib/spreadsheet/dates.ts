/** A heading over days. */
const OVER_DAYS =
  /\b(date|dates|day|joined|registered|since|start(s|ed)?|end(s|ed)?|expir(y|es)|renew(al|ed)|born|updated)\b/i
const DAY = 86_400_000
/** Between 1930 and 2100. */
const isDay = (cell: unknown): cell is number => typeof cell === "number" && cell > 9_500 && cell < 71_600

/**
 * The rows of a workbook that counts its days from 1904: a plain number in a column of days is the day it means there,
 * not the one of four years earlier by the usual count.
 */
export function datedSince1904<Cell>(rows: readonly (readonly Cell[])[]): (Cell | Date)[][] {
  const width = Math.max(0, ...rows.map((row) => row.length))
  const ofDays = Array.from({ length: width }, (_, at) =>
    rows.some((row, line) => row[at] instanceof Date || (line < 20 && OVER_DAYS.test(String(row[at] ?? "")))),
  )
  return rows.map((row) =>
    row.map((cell, at) =>
      ofDays[at] && isDay(cell) ? new Date(Date.UTC(1904, 0, 1) + Math.floor(cell) * DAY) : cell,
    ),
  )
}
