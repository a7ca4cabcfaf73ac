import { RRuleTemporal } from "rrule-temporal"
import { Temporal } from "temporal-polyfill"
import type { CALENDAR_REPEATS } from "@/db/vocabulary"
import { momentAt, wallTime } from "../times"

/** The first day of something, its time and zone, and the rule by which it comes again. */
type Ruled = { on: string; at: string | null; zone: string; rule: string | null }

const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
const UTC = (at: Date) => at.toISOString().replace(/[-:]|\.\d+/g, "")

/** No series has more dates than this: once a week for more than three years. */
export const MOST_DATES = 180

/** How something repeats, until which day, and in which months it doesn't. */
export type Repeating = { every: keyof typeof CALENDAR_REPEATS; until: string; notIn: number[] }

/** Which weekday of its month a day is: "3TH", or "-1TH" for a fifth, which most months don't have. */
function weekdayInMonth(day: string) {
  const { day: date, dayOfWeek } = Temporal.PlainDate.from(day)
  const which = Math.ceil(date / 7)
  return `${which === 5 ? -1 : which}${WEEKDAYS[dayOfWeek - 1]}`
}

const OFTEN = { week: "FREQ=WEEKLY", fortnight: "FREQ=WEEKLY;INTERVAL=2", month: "FREQ=MONTHLY" } as const

/** Until when a rule goes, as calendars want it: a moment, or a day for what takes whole days. */
const untilOf = (until: string, { at, zone }: { at: string | null; zone: string }) =>
  `UNTIL=${at === null ? until.replaceAll("-", "") : UTC(momentAt(until, "23:59", zone))}`

/** The rule (RRULE) of something that begins on a day, at a time or all day, and repeats. */
export function ruleOf(
  first: { on: string; at: string | null; zone: string },
  { every, until, notIn }: Repeating,
) {
  const often = every === "month" ? `${OFTEN.month};BYDAY=${weekdayInMonth(first.on)}` : OFTEN[every]
  const months = MONTHS.filter((month) => !notIn.includes(month))
  return [
    often,
    ...(months.length < MONTHS.length ? [`BYMONTH=${months.join(",")}`] : []),
    untilOf(until, first),
  ].join(";")
}

const UNTIL = /UNTIL=(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\dZ)?/

/** How something repeats, read back from its rule. */
export function repeatingOf({ rule, zone }: { rule: string; zone: string }): Repeating {
  const [, year, month, day, hours, minutes] = UNTIL.exec(rule) ?? []
  const until = hours ? wallTime(new Date(`${year}-${month}-${day}T${hours}:${minutes}Z`), zone) : null
  const months = /BYMONTH=([\d,]+)/.exec(rule)?.[1]?.split(",").map(Number) ?? MONTHS
  return {
    every: rule.startsWith(OFTEN.month) ? "month" : rule.startsWith(OFTEN.fortnight) ? "fortnight" : "week",
    until: until?.toPlainDate().toString() ?? `${year}-${month}-${day}`,
    notIn: MONTHS.filter((one) => !months.includes(one)),
  }
}

/** The same rule for something that begins at another time, or takes all day now. */
export const ruleAt = (rule: string, { at, zone }: { at: string | null; zone: string }) =>
  rule.replace(UNTIL, untilOf(repeatingOf({ rule, zone }).until, { at, zone }))

/** The days on which it takes place, at most so many. */
export function daysOf({ on, at, zone, rule }: Ruled, most: number): string[] {
  if (!rule) return [on]
  const dtstart = Temporal.PlainDateTime.from(`${on}T${at ?? "00:00"}`).toZonedDateTime(zone)
  const times = new RRuleTemporal({ rruleString: rule, dtstart }).all((_, index) => index < most)
  return times.map((time) => time.toPlainDate().toString())
}
