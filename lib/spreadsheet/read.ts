import { parse } from "csv-parse/sync"
import { readOds } from "hucre/ods"
import { readXlsx } from "hucre/xlsx"
import { RuleBroken } from "../errors"

/** The cells of one sheet as text, row by row as a person sees them. */
export type Sheet = { sheet: string; rows: string[][] }

const MOST_BYTES = 20 * 1024 * 1024
const MOST_ROWS = 200_000
const MOST_COLUMNS = 300

const refuse = (message: string) => new RuleBroken(message, "file")

/** Reads one sheet of a .csv, .xlsx or .ods file in any of the usual encodings. RuleBroken with one sentence for anything else. */
export async function readSheet(bytes: Uint8Array, options: { sheet?: string } = {}): Promise<Sheet> {
  const book = await readBook(bytes)
  const sheets = book.map((one) => one.sheet)
  const sheet =
    options.sheet === undefined || sheets[0] === ""
      ? book.find((one) => one.rows.length > 0)
      : book.find((one) => one.sheet === options.sheet)
  if (!sheet) {
    throw refuse(
      options.sheet === undefined
        ? "There is nothing in this workbook."
        : `There is no sheet called “${options.sheet}”. This workbook has: ${sheets.join(", ")}.`,
    )
  }
  if (!sheet.rows.some((row) => row.some(Boolean)))
    throw refuse("There is nothing in this sheet. Choose the one that has the rows in it.")
  return sheet
}

/** Reads all sheets of a file; a text file has one without a name. */
export async function readBook(bytes: Uint8Array): Promise<Sheet[]> {
  if (bytes.length === 0) throw refuse("This file is empty. Choose the file that has the rows in it.")
  if (bytes.length > MOST_BYTES)
    throw refuse("This file is larger than 20 MB. Save only the sheet you need, or split it.")
  const start = Buffer.from(bytes.subarray(0, 512))
  if (start.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) {
    throw refuse(
      "This is an old Excel file or one with a password. Open it, save it as .xlsx without a password, and choose that.",
    )
  }
  if (/^\s*(<!doctype html|<html|<\?xml|<table)/i.test(start.toString("latin1"))) {
    throw refuse(
      "This is a web page, not a spreadsheet, whatever its name says. Open it in Excel and save it as .xlsx.",
    )
  }
  if (start.subarray(0, 2).toString() === "%P")
    throw refuse("This is a PDF. Trellis reads .csv, .xlsx and .ods files.")
  const book = start.subarray(0, 2).toString() === "PK" ? await readWorkbook(bytes) : [readText(bytes)]
  if (book.some(({ rows }) => rows.length > MOST_ROWS))
    throw refuse(`This file has more than ${MOST_ROWS.toLocaleString("en-GB")} rows. Split it.`)
  return book.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => row.slice(0, MOST_COLUMNS)) }))
}

const isOds = (bytes: Uint8Array) =>
  Buffer.from(bytes.subarray(0, 120)).toString("latin1").includes("opendocument.spreadsheet")

async function readWorkbook(bytes: Uint8Array): Promise<Sheet[]> {
  const read = isOds(bytes) ? readOds : readXlsx
  const book = await read(bytes, { maxInputBytes: MOST_BYTES, maxRows: MOST_ROWS + 1 }).catch(() => {
    throw refuse(
      "This workbook cannot be read: it is damaged, locked, or far larger than it seems. Open it, save a copy, and try that.",
    )
  })
  if (!book.sheets.some((sheet) => sheet.rows.length > 0)) throw refuse("There is nothing in this workbook.")
  return book.sheets.map(({ name, rows }) => ({ sheet: name, rows: rows.map((row) => row.map(cellText)) }))
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ""
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  if (typeof cell === "boolean") return cell ? "True" : "False"
  return String(cell).trim()
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes)
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder("windows-1252").decode(bytes)
  }
}

function delimiterOf(text: string): string {
  const bare = text.slice(0, 20_000).replace(/"[^"]*"/g, "")
  const lines = bare.split(/\r?\n/).slice(0, 20)
  const score = (mark: string) => {
    const counts = lines.map((line) => line.split(mark).length - 1).filter((count) => count > 0)
    return counts.length === 0 ? 0 : counts.length * Math.min(...counts)
  }
  const marks = [",", ";", "\t", "|"]
  return marks.reduce((best, mark) => (score(mark) > score(best) ? mark : best), ",")
}

function readText(bytes: Uint8Array): Sheet {
  const text = decode(bytes)
  if (text.includes("\0"))
    throw refuse("This is not a spreadsheet. Trellis reads .csv, .xlsx and .ods files.")
  const rows = parse(text, {
    bom: true,
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    trim: true,
  }) as string[][]
  return { sheet: "", rows }
}
