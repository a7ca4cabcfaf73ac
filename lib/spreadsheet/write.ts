import { stringify } from "csv-stringify/sync"

/** Rows as CSV that Excel opens rightly, with formulas made harmless. */
export const toCsv = (rows: (string | number | null)[][]) =>
  stringify(rows, { bom: true, escape_formulas: true })
