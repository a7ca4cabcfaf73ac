import { stringify } from "csv-stringify/sync"
import { writeXlsx } from "hucre/xlsx"

/** Rows as CSV that Excel opens rightly, with formulas made harmless. */
export const toCsv = (rows: (string | number | null)[][]) =>
  stringify(rows, { bom: true, escape_formulas: true })

/** Sheets as a workbook. */
export const toXlsx = (sheets: { name: string; rows: (string | number | null)[][] }[]) =>
  writeXlsx({ sheets })
