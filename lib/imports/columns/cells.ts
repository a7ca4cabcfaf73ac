import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js"
import { fix, match as matchPostcodes, parse as parsePostcode, toNormalised } from "postcode"
import type { REGISTERS } from "@/db/vocabulary"
import { isAddress } from "../../address"
import { charityNumber, numberOn } from "../../groups/identifiers/numbers"
import { say } from "../../words"

/** What people write where there is nothing: none of it is a value. */
const NOTHING =
  /^(n\s*\/?\s*[ak]|n\.[ak]\.|none|null|nil|nan|no data|not known|unknown|don['’]?t know|dk|not available|not applicable|not given|not provided|blank|tbc|tba|[-–—.?*x_=\s]+|#n\/a)$/i
/** Marks that nobody sees: of no width, of direction, soft hyphens, control characters. A joiner inside an emoji stays. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each of these marks counts by itself
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\u200c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad\ufffc]|(?<![\p{Extended_Pictographic}\ufe0f\u{1f3fb}-\u{1f3ff}])\u200d/gu

/** Nothing to clean but the blanks round it, and no apostrophe before a formula. */
const PLAIN = /^[\x20-\x26\x28-\x7e][\x20-\x7e]*$/

/** The words of a cell, or "" when it says nothing. */
export const textOf = (cell: string | undefined) => {
  if (!cell) return ""
  if (PLAIN.test(cell)) return NOTHING.test(cell.trim()) ? "" : cell.trim()
  // Trellis's own files put an apostrophe before what a spreadsheet would take for a formula.
  const text = cell
    .replace(UNSEEN, "")
    .normalize("NFC")
    .trim()
    .replace(/^'(?=[=+@-])/, "")
  return NOTHING.test(text) ? "" : text
}

/** What a cell shows that is no value: a fault of the spreadsheet or a formula that was never worked out. Null: it is fine. */
export function faultOf(text: string): string | null {
  if (/^#(REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|#+)$/i.test(text))
    return say("The spreadsheet shows a fault here ({text}). Put the value itself in.", { text })
  if (/^[=+@-]\s*[A-Z][A-Z.]*\(.*|^=\s*['$]?[A-Z]{1,3}\$?\d+\b|^=.*[!|].*$/i.test(text))
    return say("There is a formula here ({text}) and no value. Put the value itself in.", {
      text: text.slice(0, 40),
    })
  return null
}

/** A cell understood. `note`: what was not as it should be and what was made of it. */
export type Read<T> = { value: T | null; note?: string }

/** A cell in one line, as a field of a page can hold it: "Mary Jones\nTom Lee" is "Mary Jones; Tom Lee". */
export const inOneLine = (cell: string) => cell.replace(/\s*[\r\n]+\s*/g, "; ")

/** An address without the parts that say nothing: "1 Mill Lane, Oldham, NA" is "1 Mill Lane, Oldham". */
export const addressSaid = (cell: string) =>
  textOf(cell)
    .split(/\s*(?:,|\r?\n)\s*/)
    .filter((part) => textOf(part))
    .join(", ")

/** A UK postcode as "OL1 1AA", or null when it is none. */
export const postcodeSaid = (cell: string) => (parsePostcode(cell).valid ? toNormalised(cell) : null)

/** A postcode with what may stand around it: a question mark, a second one, a nought for an O. */
export function postcodeRead(cell: string): Read<string> {
  const plain = postcodeSaid(cell)
  if (plain) return { value: plain }
  const text = cell.toUpperCase()
  const whole = matchPostcodes(text).filter((one) => !new RegExp(`[A-Z0-9]${one}|${one}[A-Z0-9]`).test(text))
  const [first, ...more] = [...new Set(whole.map((one) => toNormalised(one) ?? one))]
  if (first && more.length > 0)
    return {
      value: first,
      note: say("There are {more} postcodes. {first} was taken, not {rest}.", {
        more: more.length + 1,
        first,
        rest: more.join(", "),
      }),
    }
  if (first)
    return {
      value: first,
      note: say("“{cell}” was read as {first}. Check it.", { cell: cell.slice(0, 60), first }),
    }
  const mended = cell.length <= 10 ? fix(cell) : ""
  if (postcodeSaid(mended))
    return { value: mended, note: say("“{cell}” was read as {mended}. Check it.", { cell, mended }) }
  const half = /^[A-Z]{1,2}\d[A-Z\d]?(\s*\d)?$/i.test(cell)
  return {
    value: null,
    note: half
      ? say("“{cell}” is only part of a postcode.", { cell })
      : say("“{cell}” is not a UK postcode.", { cell: cell.slice(0, 60) }),
  }
}

/** The addresses in a cell, small letters; several may stand in one. */
export const emailsSaid = (cell: string) =>
  cell
    .normalize("NFKC")
    .toLowerCase()
    .split(/[\s;,/<>|()]+|\bor\b/)
    .filter((part) => part.includes("@"))
    .map((part) => part.replace(/^mailto:|^e-?mail:/, "").replace(/[.:?!'"]+$/, ""))

/** Which of them can be written to. */
export const isEmail = isAddress

const GB: CountryCode = "GB"
/** A British or international number among words. */
const NUMBER = /(?:\+\d{1,3}[\s()\d-]{7,15}|\(?0(?:[\s().-]*\d){9,10})(?!\d)(?:\s*(?:ext\.?|x)\s*\d+)?/gi
/** Words that only say what kind of number it is. */
const KIND = /\b(or|and|tel(ephone)?|t|m|h|w|mob(ile)?|home|work|office|phone|number|no)\b[.:]?/gi

/** What stands beside the numbers of a cell: "0161 496 0101 ask for Jean" has "ask for Jean". */
export const besideNumbers = (cell: string) =>
  /\p{L}{2}/u.test(cell)
    ? cell
        .replace(NUMBER, " ")
        .replace(KIND, " ")
        .replace(/[;/|,&:()[\]-]+/g, " ")
        .replace(/\s+/g, " ")
        .trim()
    : ""

/** A cell without the numbers and addresses in it. */
export const withoutNumbers = (cell: string) => cell.replace(/[^\s<(]*@[^\s>)]*/g, " ").replace(NUMBER, " ")

/** The telephone numbers of a cell as they are read out in Britain. */
export function phonesSaid(cell: string): string[] {
  if (
    /^0\d{2,4} \d{3,4} ?\d{3,4}$/.test(cell) &&
    cell.replace(/ /g, "").length >= 10 &&
    cell.replace(/ /g, "").length <= 11
  )
    return [cell]
  const numbers = cell.split(/[;/|,]|\b(?:or|and)\b|\r?\n/).flatMap((part) => {
    const digits = part.replace(/\(0\)/g, "").replace(/^(\s*\d{8,12})\.0+\s*$/, "$1")
    const number =
      parsePhoneNumberFromString(digits, GB) ??
      (/^\s*[1-9]\d{8,9}\s*$/.test(digits) ? parsePhoneNumberFromString(`0${digits.trim()}`, GB) : undefined)
    if (!number?.isPossible()) {
      const inside = part.match(NUMBER) ?? []
      return inside.length > 0 && inside[0] !== part ? inside.flatMap(phonesSaid) : []
    }
    return number.country === GB || number.countryCallingCode === "44"
      ? [number.formatNational()]
      : [number.formatInternational()]
  })
  return [...new Set(numbers)]
}

/** The first telephone number of a cell, or null when there is none. */
export const phoneSaid = (cell: string): string | null => phonesSaid(cell)[0] ?? null

/** A web address with its https, or null. */
export function websiteSaid(cell: string): string | null {
  const whole = /^https?:\/\//i.test(cell) ? cell : `https://${cell}`
  try {
    const url = new URL(whole.split(/\s/)[0] ?? "")
    return /^[^.].*\.\p{L}[^.]+$/u.test(url.hostname) && !cell.startsWith("@")
      ? url.toString().replace(/\/$/, "")
      : null
  } catch {
    return null
  }
}

/** The first web address of a cell; others, and words beside it, are told of. */
export function websiteRead(cell: string): Read<string> {
  const plain = /[\s,;|]/.test(cell) ? null : websiteSaid(cell)
  if (plain) return { value: plain }
  const parts = cell.split(/[\s,;|]+/).filter((part) => /[\p{L}\p{N}]/u.test(part))
  const at = parts.findIndex((part) => websiteSaid(part))
  const rest = parts.filter((_part, index) => index !== at).join(" ")
  if (at < 0) return { value: null, note: say("“{cell}” is not a web address.", { cell: cell.slice(0, 60) }) }
  const value = websiteSaid(parts[at] ?? "")
  return rest
    ? {
        value,
        note: say("{parts} was taken as the website, not “{rest}”.", {
          parts: parts[at] ?? "",
          rest: rest.slice(0, 60),
        }),
      }
    : { value }
}

type Number_ = { register: keyof typeof REGISTERS; value: string }
/** A charity number on the register that its form tells; null when it has no such form. */
export const charityNumberSaid = (cell: string): Number_ | null => charityNumber(cell)

/** A number on one register as that register writes it, or null. */
export function numberSaidOn(register: keyof typeof REGISTERS, cell: string): Number_ | null {
  const value = numberOn(register, cell)
  return value ? { register, value } : null
}

/** "GB-CHC-1000116" and the like; null for anything else. */
export function orgIdSaid(cell: string): Number_ | null {
  const local = /^local[\s-]+(.+)$/i.exec(cell.trim())?.[1]
  if (local) return numberSaidOn("local", local)
  const [, register, number = ""] = /^(GB-(?:CHC|SC|NIC|COH|MPR|CASC))-?(.+)$/i.exec(cell.trim()) ?? []
  if (!register) return null
  const on = register.toUpperCase() as keyof typeof REGISTERS
  const value = numberOn(on, number)
  return value ? { register: on, value } : null
}

const YES = /^(y|yes|true|1|1\.0+|x|✓|✔|✔️|☑|✅|√|tick(ed)?|on|agreed?)$/i
const NO = /^(n|no|false|0|0\.0+|none|nil|✗|✘|❌|☒|off)$/i

/** Yes, no, or null for anything else. */
export const yesOrNo = (text: string) => {
  // "Food bank (yes)" says yes.
  const plain = (/\((yes|no)\)$/i.exec(text.trim())?.[1] ?? text).trim().replace(/[.!]$/, "")
  return YES.test(plain) ? true : NO.test(plain) ? false : null
}

/** A cell of a column of ticks: a cross is yes there, and nowhere else. */
export const ticked = (cell: string | undefined) => (/^\s*x\s*$/i.test(cell ?? "") ? "x" : textOf(cell))
