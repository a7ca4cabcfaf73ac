import type { REGISTERS } from "@/db/vocabulary"

export type Register = keyof typeof REGISTERS

/** Words that people put round a number, like "Registered charity no." */
const AROUND =
  /\b(registered|registration|regd|reg|charity|charities|charitable|company|companies|commission|house|limited|ltd|cic|cio|casc|society|mutuals?|register|number|numbers|num|nos?|nr|ref|reference|england|wales|scotland|scottish|northern|ireland|oscr|ccni|hmrc|fca|and|in|for|the|is|our|of|with|uk)\b\.?/gi

/** The number itself, in capitals, without the words round it, spaces, commas and dots. */
function bare(typed: string): string {
  const plain = typed.trim().toUpperCase()
  if (/^[A-Z0-9]+$/.test(plain)) return plain
  return plain
    .replace(/\.0$/, "")
    .replace(/[–—]/g, "-")
    .replace(/^GB-(CHC|SC|NIC|COH|MPR|CASC)-/, "")
    .replace(AROUND, "")
    .replace(/[\s,.:#()&№'"/]/g, "")
    .replace(/^-+|-+$/g, "")
}

function englishCharity(number: string): string | null {
  const [, digits = "", linked] = /^(\d{6,8})(?:-(\d{1,3}))?$/.exec(number) ?? []
  const main = digits.replace(/^0+/, "")
  // Numbers of six digits begin at 200000; those from 100000 are Northern Ireland's.
  if (!/^([2-9]\d{5}|[1-9]\d{6})$/.test(main)) return null
  return linked && Number(linked) > 0 ? `${main}-${Number(linked)}` : main
}

/** A letter O written for a nought is a nought. A charitable company of Scotland has CS and a number as well. */
function scottishCharity(number: string): string | null {
  const [, letters = "SC", digits = ""] = /^(SC|CS)?([\dO]{4,6})$/.exec(number) ?? []
  return digits ? `${letters}${digits.replaceAll("O", "0").padStart(6, "0")}` : null
}

const irishCharity = (number: string) => /^(?:NIC?)?(1\d{5})$/.exec(number)?.[1] ?? null

/** What Companies House puts in front: where and what kind of body it is. */
const PREFIX =
  /^(SC|NI|R0|CE|CS|OC|SO|NC|LP|SL|NL|AC|SA|NA|ZC|SZ|NZ|FC|SF|NF|FE|GE|GS|GN|SE|ES|EN|SG|RC|SR|NR|PC|IC|SI|NV)(\d{1,6})$/
/** Societies: six places after the letters, the last of them may be letters of their own. */
const SOCIETY = /^(IP|SP|NP|NO|RS)(\d{1,6})(R|RS|S|C|CU|CUS|F|FI|B|BS|W|WS)?$/

function company(number: string): string | null {
  if (/^\d{5,8}$/.test(number)) return Number(number) > 0 ? number.padStart(8, "0") : null
  const [, letters, digits = ""] = PREFIX.exec(number) ?? []
  if (letters)
    return letters === "R0" ? `R0${digits.padStart(6, "0")}` : `${letters}${digits.padStart(6, "0")}`
  const [, kind, places = "", tail = ""] = SOCIETY.exec(number) ?? []
  if (!kind || places.length + tail.length > 6) return null
  return `${kind}${places.padStart(6 - tail.length, "0")}${tail}`
}

const society = (number: string) =>
  /^(?:(?:IP|RS|SP|NP)\d{3,6}|\d{1,6})(?:R|RS|S|C|CU|CUS|F|FI|B|BS|W|WS)?$/.test(number) ? number : null

/** The reference of HMRC, or the eight letters and digits by which open data knows a club. */
function club(number: string): string | null {
  if (/^[0-9A-F]{8}$/.test(number)) return number.toLowerCase()
  return /^[A-Z]{0,3}\d{3,10}$/.test(number) ? number : null
}

const STANDARD: Record<Exclude<Register, "local">, (number: string) => string | null> = {
  "GB-CHC": englishCharity,
  "GB-SC": scottishCharity,
  "GB-NIC": irishCharity,
  "GB-COH": company,
  "GB-MPR": society,
  "GB-CASC": club,
}

/** A number as its register writes it, however it was typed; null when it cannot be a number of that register. */
export function numberOn(register: Register, typed: string): string | null {
  if (register === "local") return typed.trim().replace(/\s+/g, " ").toUpperCase() || null
  return STANDARD[register](bare(typed))
}

/** A charity number on the register that its form tells; null when it has no such form. */
export function charityNumber(typed: string): { register: Register; value: string } | null {
  const number = bare(typed)
  for (const register of /^(SC|CS)/.test(number) ? (["GB-SC"] as const) : (["GB-NIC", "GB-CHC"] as const)) {
    const value = STANDARD[register](number)
    if (value) return { register, value }
  }
  return null
}

/** Several numbers in one box, apart: a comma may stand between two of them or inside one. */
export function eachNumber(register: Register, typed: string): string[] {
  if (numberOn(register, typed) && !/[;\n]/.test(typed) && register !== "local") return [typed]
  const parts = typed
    .split(/[;\n]|,\s|\sand\s/i)
    .flatMap((part) => (register !== "local" && numberOn(register, part) ? [part] : part.split(",")))
  return parts.map((part) => part.trim()).filter(Boolean)
}
