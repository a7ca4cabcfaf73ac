import type { MEMBERSHIP_PERIODS, MEMBERSHIP_STATES } from "@/db/vocabulary"
import { daysAfter, daysBetween } from "../days"

export type State = keyof typeof MEMBERSHIP_STATES

/** The dates of one period, with the days that its type allows. */
export type Dates = {
  startsOn: string | null
  endsOn: string | null
  cancelledOn: string | null
  graceDays: number
  renewalDays: number
}

/** How long a membership of a type goes on. */
export type Length = { period: keyof typeof MEMBERSHIP_PERIODS; months: number; yearStarts: string | null }

/** Where one period of membership stands on a day. */
export function stateOn(day: string, of: Dates): State {
  if (of.cancelledOn !== null && of.cancelledOn <= day) return "cancelled"
  if (of.startsOn !== null && of.startsOn > day) return "future"
  if (of.endsOn === null) return "current"
  const left = daysBetween(day, of.endsOn)
  if (left > of.renewalDays) return "current"
  if (left >= 0) return "ending"
  return -left <= of.graceDays ? "grace" : "lapsed"
}

/** In these states the group has what its membership gives. */
export const COUNTS: ReadonlySet<State> = new Set<State>(["current", "ending", "grace"])

/** Which period speaks for the group when it has several: the first of these states that one is in; the last two are alike. */
export const PRECEDENCE: readonly State[] = ["current", "ending", "grace", "future", "lapsed", "cancelled"]

const rank = (state: State) => Math.min(PRECEDENCE.indexOf(state), PRECEDENCE.indexOf("lapsed"))
const begins = (of: Dates) => of.startsOn ?? ""

/**
 * Where a group stands on a day: by the period that counts for most, and of two alike the later. A period that ends
 * soon is no worry once the next one is there: the group is then simply current. Null: it never had a membership.
 */
export function standingOn<P extends Dates>(
  day: string,
  periods: readonly P[],
): { state: State; period: P } | null {
  const sorted = periods
    .map((period) => ({ state: stateOn(day, period), period }))
    .sort(
      (one, other) =>
        rank(one.state) - rank(other.state) || begins(other.period).localeCompare(begins(one.period)),
    )
  const [first] = sorted
  if (!first) return null
  const followed = sorted.some(({ state }) => state === "future")
  return first.state === "ending" && followed ? { ...first, state: "current" } : first
}

/** The last day of so many months from a day: the day before its anniversary, or the month's last when it has none. */
function lastDay(start: string, months: number) {
  const [year = 0, month = 1, day = 1] = start.split("-").map(Number)
  const days = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  const anniversary = Date.UTC(year, month - 1 + months, Math.min(day, days))
  const last = new Date(anniversary).toISOString().slice(0, 10)
  return day > days ? last : daysAfter(last, -1)
}

/** The last day of the fixed year that a day lies in; `starts` like 04-01. */
function endOfYear(day: string, starts: string) {
  const year = Number(day.slice(0, 4))
  const next = day.slice(5) < starts ? year : year + 1
  return daysAfter(`${next}-${starts}`, -1)
}

/** The period that begins on a day. */
export function periodFrom(type: Length, startsOn: string): { startsOn: string; endsOn: string | null } {
  if (type.period === "open") return { startsOn, endsOn: null }
  if (type.period === "fixed") return { startsOn, endsOn: endOfYear(startsOn, type.yearStarts ?? "01-01") }
  return { startsOn, endsOn: lastDay(startsOn, type.months) }
}

/** The period after one: on time or in grace it follows on the old end, later or after a cancellation it begins today. */
export function periodAfter(type: Length, before: Dates, today: string) {
  const state = stateOn(today, before)
  const follows = before.endsOn !== null && COUNTS.has(state)
  return periodFrom(type, follows && before.endsOn ? daysAfter(before.endsOn, 1) : today)
}
