import { readOds } from "hucre/ods"
import { readXlsx } from "hucre/xlsx"
import { RuleBroken } from "../errors"
import { say } from "../words"
import { datedSince1904 } from "./dates"
import { NoList, readText } from "./text"
import { isModest } from "./zip"

/** The cells of one sheet as text, row by row as a person sees them. */
export type Sheet = { sheet: string; rows: string[][] }

const MOST_BYTES = 20 * 1024 * 1024
const MOST_ROWS = 200_000
const MOST_COLUMNS = 300
/** Excel's own limit for one cell. */
const MOST_LETTERS = 32_767

const refuse = (message: string) => new RuleBroken(message, "file")

/** Reads one sheet of a .csv, .xlsx or .ods file in any of the usual encodings. RuleBroken with one sentence for anything else. */
export async function readSheet(
  bytes: Uint8Array,
  options: { sheet?: string; mostBytes?: number } = {},
): Promise<Sheet> {
  const book = await readBook(bytes, options)
  const sheets = book.map((one) => one.sheet)
  const sheet =
    options.sheet === undefined || sheets[0] === ""
      ? book.find((one) => one.rows.length > 0)
      : book.find((one) => one.sheet === options.sheet)
  if (!sheet) {
    throw refuse(
      options.sheet === undefined
        ? say("There is nothing in this workbook.")
        : say("There is no sheet called “{sheet}”. This workbook has: {sheets}.", {
            sheet: options.sheet,
            sheets: sheets.join(", "),
          }),
    )
  }
  if (!sheet.rows.some((row) => row.some(Boolean)))
    throw refuse(say("There is nothing in this sheet. Choose the one that has the rows in it."))
  return sheet
}

/**
 * Reads all sheets of a file; a text file has one without a name. `mostBytes`: what is larger is refused; 20 MB when
 * left out.
 */
export async function readBook(
  bytes: Uint8Array,
  { mostBytes = MOST_BYTES }: { mostBytes?: number } = {},
): Promise<Sheet[]> {
  if (bytes.length === 0) throw refuse(say("This file is empty. Choose the file that has the rows in it."))
  if (bytes.length > mostBytes)
    throw refuse(say("This file is larger than 20 MB. Save only the sheet you need, or split it."))
  const start = Buffer.from(bytes.subarray(0, 512))
  if (start.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) {
    throw refuse(
      say(
        "This is an old Excel file or one with a password. Open it, save it as .xlsx without a password, and choose that.",
      ),
    )
  }
  if (/^\s*(<!doctype html|<html|<\?xml|<table)/i.test(start.toString("latin1"))) {
    throw refuse(
      say(
        "This is a web page, not a spreadsheet, whatever its name says. Open it in Excel and save it as .xlsx.",
      ),
    )
  }
  if (start.subarray(0, 2).toString() === "%P")
    throw refuse(say("This is a PDF. Trellis reads .csv, .xlsx and .ods files."))
  const book =
    start.subarray(0, 2).toString() === "PK" ? await readWorkbook(bytes, mostBytes) : [plainSheet(bytes)]
  if (book.some(({ rows }) => rows.length > MOST_ROWS))
    throw refuse(say("This file has more than {mostRows} rows. Split it.", { mostRows: MOST_ROWS }))
  for (const { rows } of book) {
    const long = rows.findIndex((row) => row.some((cell) => cell.length > MOST_LETTERS))
    if (long >= 0)
      throw refuse(
        say(
          "A cell in row {long} has more than {mostLetters} letters, more than a spreadsheet can hold. Shorten it.",
          { long: long + 1, mostLetters: MOST_LETTERS },
        ),
      )
  }
  return book.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => row.slice(0, MOST_COLUMNS)) }))
}

const isOds = (bytes: Uint8Array) =>
  Buffer.from(bytes.subarray(0, 120)).toString("latin1").includes("opendocument.spreadsheet")

function plainSheet(bytes: Uint8Array): Sheet {
  try {
    return { sheet: "", rows: readText(bytes) }
  } catch (fault) {
    throw fault instanceof NoList ? refuse(fault.message) : fault
  }
}

async function readWorkbook(bytes: Uint8Array, mostBytes: number): Promise<Sheet[]> {
  if (!isModest(bytes))
    throw refuse(
      say(
        "This workbook cannot be read: it is damaged, or far larger than it seems. Open it, save a copy with only the sheet you need, and try that.",
      ),
    )
  const read = isOds(bytes) ? readOds : readXlsx
  const book = await read(bytes, { maxInputBytes: mostBytes, maxRows: MOST_ROWS + 1 }).catch(() => {
    throw refuse(
      say(
        "This workbook cannot be read: it is damaged, locked, or far larger than it seems. Open it, save a copy, and try that.",
      ),
    )
  })
  if (!book.sheets.some((sheet) => sheet.rows.length > 0))
    throw refuse(say("There is nothing in this workbook."))
  return book.sheets.map(({ name, rows }) => ({
    sheet: name,
    rows: (book.dateSystem === "1904" ? datedSince1904(rows) : rows).map((row) => row.map(cellText)),
  }))
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ""
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  if (typeof cell === "boolean") return cell ? say("True") : say("False")
  return String(cell).trim()
}
