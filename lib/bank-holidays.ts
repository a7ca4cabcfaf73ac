import { daysAfter, mondayAfter } from "./days"

/** A nation of the United Kingdom, by the first letter of the codes of its districts. */
export type NationLetter = "E" | "W" | "S" | "N"

const weekday = (day: string) => new Date(day).getUTCDay()
const isWeekend = (day: string) => [0, 6].includes(weekday(day))
/** The first Monday of a month, and the last. */
const firstMonday = (year: number, month: string) => mondayAfter(daysAfter(`${year}-${month}-01`, -1))
const lastMonday = (year: number, month: string) => daysAfter(mondayAfter(`${year}-${month}-31`), -7)

/** Easter Sunday of a year (the algorithm of Meeus, Jones and Butcher). */
function easterOf(year: number): string {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const rest = year % 100
  const shift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - shift + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const days = epact + toSunday - 7 * late + 114
  return daysAfter(`${year}-${String(Math.floor(days / 31)).padStart(2, "0")}-01`, days % 31)
}

/** What is the same everywhere, by its day: those on a weekend are taken on the next working day. */
const FIXED: Record<NationLetter, string[]> = {
  E: ["01-01", "12-25", "12-26"],
  W: ["01-01", "12-25", "12-26"],
  S: ["01-01", "01-02", "11-30", "12-25", "12-26"],
  N: ["01-01", "03-17", "07-12", "12-25", "12-26"],
}

/** What moves with Easter and the Mondays. */
function movingOf(year: number, nation: NationLetter): string[] {
  const easter = easterOf(year)
  return [
    daysAfter(easter, -2),
    ...(nation === "S" ? [] : [daysAfter(easter, 1)]),
    firstMonday(year, "05"),
    lastMonday(year, "05"),
    nation === "S" ? firstMonday(year, "08") : lastMonday(year, "08"),
  ]
}

/**
 * The bank holidays of a year in a nation, as the Banking and Financial Dealings Act and what is proclaimed every year have
 * them. Worked out here, so that nothing has to be fetched or kept up to date; days that are proclaimed once, such as for a
 * coronation, aren't in it.
 */
export function bankHolidaysOf(year: number, nation: NationLetter): string[] {
  const fixed = FIXED[nation].map((day) => `${year}-${day}`)
  const taken = new Set([...movingOf(year, nation), ...fixed.filter((day) => !isWeekend(day))])
  for (const day of fixed.filter(isWeekend)) {
    let instead = daysAfter(day, 1)
    while (isWeekend(instead) || taken.has(instead)) instead = daysAfter(instead, 1)
    taken.add(instead)
  }
  return [...taken].sort()
}

/** Whether people work on a day in a nation: not at weekends, and not on bank holidays. */
export const isWorkingDay = (day: string, nation: NationLetter) =>
  !isWeekend(day) && !bankHolidaysOf(Number(day.slice(0, 4)), nation).includes(day)
