import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js"
import { parse as parsePostcode, toNormalised } from "postcode"
import type { INCOME_BANDS, LEGAL_FORMS, REGISTERS, STAGES } from "@/db/vocabulary"
import { isAddress } from "../../../address"

/** What people write where there is nothing: none of it is a value. */
const NOTHING =
  /^(n\s*\/?\s*a|n\.a\.|none|null|nil|nan|no data|not known|unknown|not available|not applicable|not given|not provided|tbc|tba|[-–—.?*x]+|#n\/a)$/i

/** The words of a cell, or "" when it says nothing. */
export const said = (cell: string | undefined) => {
  const text = (cell ?? "").replace(/[\u200b-\u200f\ufeff\u00ad]/g, "").trim()
  return NOTHING.test(text) ? "" : text
}

/** An address without the parts that say nothing: "1 Mill Lane, Oldham, NA" is "1 Mill Lane, Oldham". */
export const addressSaid = (cell: string) =>
  said(cell)
    .split(/\s*(?:,|\r?\n)\s*/)
    .filter((part) => said(part))
    .join(", ")

/** A UK postcode as "OL1 1AA", or null when it is none. */
export const postcodeSaid = (cell: string) => (parsePostcode(cell).valid ? toNormalised(cell) : null)

/** The addresses in a cell, small letters; several may stand in one. */
export const emailsSaid = (cell: string) =>
  cell
    .normalize("NFKC")
    .toLowerCase()
    .split(/[\s;,/<>|]+|\bor\b/)
    .filter((part) => part.includes("@"))
    .map((part) => part.replace(/^mailto:/, ""))

/** Which of them can be written to. */
export const isEmail = isAddress

const GB: CountryCode = "GB"
/** A telephone number as it is read out in Britain, or null when it is none. Several in a cell: the first. */
export function phoneSaid(cell: string): string | null {
  if (
    /^0\d{2,4} \d{3,4} ?\d{3,4}$/.test(cell) &&
    cell.replace(/ /g, "").length >= 10 &&
    cell.replace(/ /g, "").length <= 11
  )
    return cell
  for (const part of cell.split(/[;/|]|\bor\b|\r?\n/)) {
    const digits = part.replace(/\(0\)/g, "")
    const number =
      parsePhoneNumberFromString(digits, GB) ??
      (/^\s*[1-9]\d{8,9}\s*$/.test(digits) ? parsePhoneNumberFromString(`0${digits.trim()}`, GB) : undefined)
    if (number?.isPossible())
      return number.country === GB || number.countryCallingCode === "44"
        ? number.formatNational()
        : number.formatInternational()
  }
  return null
}

/** A web address with its https, or null. */
export function websiteSaid(cell: string): string | null {
  const whole = /^https?:\/\//i.test(cell) ? cell : `https://${cell}`
  try {
    const url = new URL(whole.split(/\s/)[0] ?? "")
    return url.hostname.includes(".") ? url.toString().replace(/\/$/, "") : null
  } catch {
    return null
  }
}

/** A day as "2026-06-04" from ISO, dd/mm/yyyy, "4 June 2026", or an Excel day number; null when it is none. */
export function dateSaid(cell: string): string | null {
  const text = cell.trim()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text)
  const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(text)
  if (iso) return realDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  if (british) {
    const year = Number(british[3])
    return realDay(
      year < 100 ? year + (year > 50 ? 1900 : 2000) : year,
      Number(british[2]),
      Number(british[1]),
    )
  }
  if (/^\d{4,5}(\.\d+)?$/.test(text)) {
    const serial = Number(text)
    return serial > 3_000 && serial < 80_000
      ? new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10)
      : null
  }
  if (/^\d{1,2}(st|nd|rd|th)?\s+[a-z]+\.?,?\s+\d{4}$/i.test(text)) {
    const parsed = new Date(`${text.replace(/(\d)(st|nd|rd|th)/i, "$1")} UTC`)
    return Number.isNaN(parsed.getTime()) ? null : parsed.toISOString().slice(0, 10)
  }
  return null
}

function realDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() + 1 === month && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : null
}

/** A whole number, or null. */
export const numberSaid = (cell: string) =>
  /^\d+(\.0+)?$/.test(cell.replace(/[,\s]/g, "")) ? Math.round(Number(cell.replace(/[,\s]/g, ""))) : null

/** Pounds as pence, or null. */
export function poundsSaid(cell: string): number | null {
  const plain = cell.replace(/[£,\s]/g, "").replace(/k$/i, "000")
  return /^\d+(\.\d+)?$/.test(plain) ? Math.round(Number(plain) * 100) : null
}

const BANDS: [keyof typeof INCOME_BANDS, number][] = [
  ["to_5k", 5_000],
  ["to_10k", 10_000],
  ["to_25k", 25_000],
  ["to_50k", 50_000],
  ["to_200k", 200_000],
  ["to_500k", 500_000],
  ["to_1m", 1_000_000],
  ["to_5m", 5_000_000],
]
/** The band of an income in pence; nought is "no income". */
export function bandOf(pence: number): keyof typeof INCOME_BANDS {
  if (pence === 0) return "none"
  return BANDS.find(([, pounds]) => pence <= pounds * 100)?.[0] ?? "over_5m"
}

type Number_ = { register: keyof typeof REGISTERS; value: string }
/** A charity number on the register that its form tells; null when it has no such form. */
export function charityNumberSaid(cell: string): Number_ | null {
  const plain = cell.toUpperCase().replace(/[\s.]/g, "").replace(/\.0$/, "")
  if (/^SCO?\d{5,6}$/.test(plain))
    return { register: "GB-SC", value: `SC${plain.replace(/^SCO?/, "").padStart(6, "0")}` }
  if (/^(NIC|XT|XN|XR)?\d{6}$/.test(plain) && /^(NIC|10\d{4}$)/.test(plain))
    return { register: "GB-NIC", value: plain.replace(/^NIC/, "") }
  if (/^\d{6,7}(-\d{1,3})?$/.test(plain)) return { register: "GB-CHC", value: plain }
  return null
}

/** A company number in its eight places, or null. */
export function companyNumberSaid(cell: string): Number_ | null {
  const plain = cell.toUpperCase().replace(/\s/g, "").replace(/\.0$/, "")
  if (/^\d{5,8}$/.test(plain)) return { register: "GB-COH", value: plain.padStart(8, "0") }
  return /^(SC|NI|CE|CS|IP|RS|RC|OC|SO)\d{6}$/.test(plain) ? { register: "GB-COH", value: plain } : null
}

/** "GB-CHC-1000116" and the like; null for anything else. */
export function orgIdSaid(cell: string): Number_ | null {
  const [, register, value] =
    /^(GB-(?:CHC|SC|NIC|COH|MPR|CASC))-?(.+)$/.exec(
      cell
        .trim()
        .toUpperCase()
        .replace(/^GB-CASC-(.*)$/, (_all, rest: string) => `GB-CASC-${rest.toLowerCase()}`),
    ) ?? []
  if (!register || !value) return null
  if (register === "GB-SC") return { register: "GB-SC", value: value.startsWith("SC") ? value : `SC${value}` }
  return { register: register as keyof typeof REGISTERS, value }
}

/** What a status column means, or null. */
export function stageSaid(cell: string): keyof typeof STAGES | null {
  const word = cell.toLowerCase()
  if (/\b(non|not)\b/.test(word)) return "not_member"
  if (/affil|associate/.test(word)) return "affiliate"
  if (/clos|dissol|inactive|ceased|wound|removed|lapsed/.test(word))
    return /lapsed/.test(word) ? "not_member" : "closed"
  if (/member|full|current|active|paid/.test(word)) return "member"
  if (/form|new|start/.test(word)) return "forming"
  return /enquir|prospect/.test(word) ? "enquiry" : null
}

/** What a legal form column means, or null: then the column is of another kind and is left alone. */
export function legalFormSaid(cell: string): keyof typeof LEGAL_FORMS | null {
  const word = cell.toLowerCase()
  if (/\bcio\b|incorporated organisation|scio/.test(word)) return "cio"
  if (/\bcic\b|community interest/.test(word)) return "cic"
  if (/company|limited|guarantee/.test(word)) return "company"
  if (/trust/.test(word)) return "trust"
  if (/unincorporated|association|small charity|constituted/.test(word)) return "unincorporated"
  if (/co-?operative|benefit society|industrial/.test(word)) return "society"
  if (/sports club|casc/.test(word)) return "casc"
  return /^other$/.test(word) ? "other" : null
}
