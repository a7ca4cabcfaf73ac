import { RRuleTemporal } from "rrule-temporal"
import { Temporal } from "temporal-polyfill"
import type { CALENDAR_REPEATS } from "@/db/vocabulary"
import { momentAt } from "../times"

/** The first day of something, its time and zone, and the rule by which it comes again. */
type Ruled = { on: string; at: string | null; zone: string; rule: string | null }

const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
const UTC = (at: Date) => at.toISOString().replace(/[-:]|\.\d+/g, "")

/** How something repeats, until which day, and in which months it doesn't. */
export type Repeating = { every: keyof typeof CALENDAR_REPEATS; until: string; notIn: number[] }

/** Which weekday of its month a day is: "3TH", or "-1TH" for a fifth, which most months don't have. */
function weekdayInMonth(day: string) {
  const { day: date, dayOfWeek } = Temporal.PlainDate.from(day)
  const which = Math.ceil(date / 7)
  return `${which === 5 ? -1 : which}${WEEKDAYS[dayOfWeek - 1]}`
}

/** The rule (RRULE) of something that begins on a day at a time and repeats. */
export function ruleOf({ on, zone }: { on: string; zone: string }, { every, until, notIn }: Repeating) {
  const often = {
    week: "FREQ=WEEKLY",
    fortnight: "FREQ=WEEKLY;INTERVAL=2",
    month: `FREQ=MONTHLY;BYDAY=${weekdayInMonth(on)}`,
  }[every]
  const months = MONTHS.filter((month) => !notIn.includes(month))
  return [
    often,
    ...(months.length < MONTHS.length ? [`BYMONTH=${months.join(",")}`] : []),
    `UNTIL=${UTC(momentAt(until, "23:59", zone))}`,
  ].join(";")
}

/** The days on which it takes place, at most so many. */
export function daysOf({ on, at, zone, rule }: Ruled, most: number): string[] {
  if (!rule) return [on]
  const dtstart = Temporal.PlainDateTime.from(`${on}T${at ?? "00:00"}`).toZonedDateTime(zone)
  const times = new RRuleTemporal({ rruleString: rule, dtstart }).all((_, index) => index < most)
  return times.map((time) => time.toPlainDate().toString())
}
