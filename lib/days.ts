/** Calendar days as "2026-06-04", which compare and sort as text. */

/** The day so many days later; earlier when negative. */
export const daysAfter = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** The same day so many months earlier, or the last day of that month when it is shorter. */
export function monthsBefore(day: string, months: number) {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number)
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last))).toISOString().slice(0, 10)
}

/** The same day so many months later, or the last day of that month when it is shorter. */
export const monthsAfter = (day: string, months: number) => monthsBefore(day, -months)

/** The Monday of the week after a day's. */
export const mondayAfter = (day: string) => daysAfter(day, 7 - ((new Date(day).getUTCDay() + 6) % 7))

/** The Monday of a day's week. */
export const mondayOf = (day: string) => daysAfter(mondayAfter(day), -7)

/** From one day to another, in days; negative when it lies behind. */
export const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

/** The number of a month by its name, of which the first three letters tell: "Sept" is 9; 0 for what is none. */
export const monthNamed = (word: string) =>
  word.length < 3 ? 0 : MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1

const TYPED = /^(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[\s./-]+(\d{1,2}|[a-z]{3,9})[\s./-]+(\d{4}|\d{2}))$/i

/** A year as it was typed: of two digits, one from 1970 to 2069. */
const yearOf = (typed: string) =>
  typed.length === 2 ? Number(typed) + (Number(typed) < 70 ? 2000 : 1900) : Number(typed)

/** A day as people type it, day first: "4/6/2026", "04.06.26", "4 June 2026", "2026-06-04"; null when it is none. */
export function dayFrom(text: string): string | null {
  const found = TYPED.exec(text.trim())
  if (!found) return null
  const [, isoYear, isoMonth, isoDay, day = isoDay, word = isoMonth ?? "", typed = isoYear] = found
  const year = yearOf(typed ?? "")
  const month = /^\d/.test(word) ? Number(word) : monthNamed(word)
  const date = new Date(Date.UTC(year, month - 1, Number(day)))
  const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === Number(day)
  return year >= 1000 && month > 0 && same ? date.toISOString().slice(0, 10) : null
}

/** The first day of the financial year that a day is in: it begins on 1 April. */
export function yearBegan(day: string): string {
  const [year = 0, month = 0] = day.split("-").map(Number)
  return `${month >= 4 ? year : year - 1}-04-01`
}
