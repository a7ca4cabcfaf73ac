import type { Read } from "./cells"

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
const monthOf = (word: string) => MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1
const wholeYear = (year: number, written: string) =>
  written.length > 2 ? year : year + (year > 50 ? 1900 : 2000)

function realDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  return year > 1500 &&
    year < 2100 &&
    date.getUTCFullYear() === year &&
    date.getUTCMonth() + 1 === month &&
    date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : null
}

/** A day as "2026-06-04" from ISO, dd/mm/yyyy, d.m.yy, "4 June 2026", or an Excel day number; a month alone is its first day. */
export function dateRead(cell: string): Read<string> {
  const text = cell.trim().replace(/^(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?,?\s+/i, "")
  const wrong = { value: null, note: `“${cell.slice(0, 60)}” is not a date.` }
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text)
  if (iso) {
    const value = realDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
    return value ? { value } : wrong
  }
  const british = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})(?:\s+\d{1,2}:\d\d.*)?$/.exec(text)
  if (british) {
    const [day, month] = [Number(british[1]), Number(british[2])]
    const year = wholeYear(Number(british[3]), british[3] ?? "")
    const value = realDay(year, month, day)
    if (value) return { value }
    return realDay(year, day, month)
      ? {
          value: null,
          note: `“${cell}” has month and day the American way round. Write the day first, like 31/12/2019.`,
        }
      : wrong
  }
  if (/^\d{5}(\.\d+)?$/.test(text)) {
    const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(Number(text)) * 86_400_000)
    return Number(text) < 73_000 ? { value: day.toISOString().slice(0, 10) } : wrong
  }
  const worded =
    /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?([a-z]{3,9})\.?,?[\s-]+['’]?(\d{4}|\d{2})$/i.exec(text) ??
    /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i.exec(text)
  if (worded) {
    const [one = "", two = "", year = ""] = worded.slice(1)
    const [day, month] = /^\d/.test(one) ? [one, two] : [two, one]
    const value = realDay(wholeYear(Number(year), year), monthOf(month), Number(day))
    return value ? { value } : wrong
  }
  const month = /^([a-z]{3,9})\.?[\s,/-]+['’]?(\d{4}|\d{2})$/i.exec(text)
  const first = month && realDay(wholeYear(Number(month[2]), month[2] ?? ""), monthOf(month[1] ?? ""), 1)
  if (first) return { value: first, note: `“${cell}” has no day. The first of the month was taken.` }
  if (/^(1[6-9]|20)\d\d$/.test(text))
    return { value: null, note: `“${cell}” is only a year. Write a whole date, like 31/12/2019.` }
  return wrong
}

/** A whole number, or null. */
export const numberSaid = (cell: string) => {
  const plain = cell.replace(/[,\s]/g, "")
  return /^\d{1,9}(\.0+)?$/.test(plain) ? Math.round(Number(plain)) : null
}

const TIMES: Record<string, number> = { k: 1_000, thousand: 1_000, m: 1_000_000, million: 1_000_000 }

/** Pounds as pence: "£12,500.00", "12.5k", "£1.2m"; null for a range, a minus, or a comma for pence. */
export function poundsSaid(cell: string): number | null {
  const [, number, times] =
    /^(\d+(?:\.\d+)?|\.\d+)(k|m|thousand|million)?$/i.exec(
      cell.replace(/gbp|£|\s|p\.?a\.?$/gi, "").replace(/,(?=\d{3}(?:\D|$))/g, ""),
    ) ?? []
  if (number === undefined) return null
  const pence = Math.round(Number(number) * (TIMES[times?.toLowerCase() ?? ""] ?? 1) * 100)
  return Number.isSafeInteger(pence) && pence < 1e15 ? pence : null
}

/** "About £5,000" is taken as £5,000, and said so. */
export function poundsRead(cell: string): Read<number> {
  const value = poundsSaid(cell)
  if (value !== null) return { value }
  const about = cell
    .replace(/^\s*(c\.?a?\.?|circa|about|approx(imately)?\.?|around|~|under|over|up to|<|>)\s*/i, "")
    .replace(/[?*]+$/, "")
  const near = about === cell ? null : poundsSaid(about)
  return near === null
    ? { value: null, note: `“${cell.slice(0, 60)}” is not an amount in pounds.` }
    : {
        value: near,
        note: `“${cell.slice(0, 60)}” was read as £${(near / 100).toLocaleString("en-GB")}. Check it.`,
      }
}
