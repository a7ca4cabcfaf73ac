import { monthNamed } from "../../days"
import { dayOf, say, ZONE } from "../../words"
import type { Read } from "./cells"

/** The day on which a list is read, and where. */
export type Today = { today: string; timezone: string }
/** The day as it is here and now, for lists that nobody says it of. */
export const thisDay = (): Today => ({
  today: dayOf(new Date()),
  timezone: ZONE,
})

/** "75" is 1975; of a day that is past, a year still to come is of the century before. */
const wholeYear = (year: number, written: string, latest: number) =>
  written.length > 2 ? year : year + (year + 2000 > latest ? 1900 : 2000)

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

/** Which days a column can hold: `past` for what has happened. */
type Days = { on?: Today; past?: boolean }

/**
 * A day as "2026-06-04" from ISO, dd/mm/yyyy, d.m.yy, "4 June 2026", or an Excel day number; a month alone is its first
 * day, and an instant the day it was in the LIO's place.
 */
export function dateRead(cell: string, days: Days = {}): Read<string> {
  const { today, timezone } = days.on ?? thisDay()
  const read = dayRead(cell, timezone, days.past ? Number(today.slice(0, 4)) : 2050)
  return days.past && read.value && read.value > today
    ? { value: null, note: say("“{cell}” is in the future.", { cell: cell.slice(0, 60) }) }
    : read
}

function dayRead(cell: string, timezone: string, latest: number): Read<string> {
  const text = cell.trim().replace(/^(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?,?\s+/i, "")
  const wrong = { value: null, note: say("“{cell}” is not a date.", { cell: cell.slice(0, 60) }) }
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/i.test(text)) {
    const instant = new Date(text)
    return Number.isNaN(instant.getTime()) ? wrong : { value: dayOf(instant, timezone) }
  }
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text)
  if (iso) {
    const value = realDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
    return value ? { value } : wrong
  }
  const british = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})(?:\s+\d{1,2}:\d\d.*)?$/.exec(text)
  if (british) {
    const [day, month] = [Number(british[1]), Number(british[2])]
    const year = wholeYear(Number(british[3]), british[3] ?? "", latest)
    const value = realDay(year, month, day)
    if (value) return { value }
    return realDay(year, day, month)
      ? {
          value: null,
          note: say(
            "“{cell}” has month and day the American way round. Write the day first, like 31/12/2019.",
            { cell },
          ),
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
    const value = realDay(wholeYear(Number(year), year, latest), monthNamed(month), Number(day))
    return value ? { value } : wrong
  }
  const month = /^([a-z]{3,9})\.?[\s,/-]+['’]?(\d{4}|\d{2})$/i.exec(text)
  const first =
    month && realDay(wholeYear(Number(month[2]), month[2] ?? "", latest), monthNamed(month[1] ?? ""), 1)
  if (first)
    return { value: first, note: say("“{cell}” has no day. The first of the month was taken.", { cell }) }
  if (/^(1[6-9]|20)\d\d$/.test(text))
    return {
      value: null,
      note: say("“{cell}” is only a year. Write a whole date, like 31/12/2019.", { cell }),
    }
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
    ? { value: null, note: say("“{cell}” is not an amount in pounds.", { cell: cell.slice(0, 60) }) }
    : {
        value: near,
        note: say("“{cell}” was read as £{near}. Check it.", { cell: cell.slice(0, 60), near: near / 100 }),
      }
}
