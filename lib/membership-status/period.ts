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
  /** Of two alike, the one that was paid speaks for the group. */
  paidOn?: string | null
}

/** How long a membership of a type goes on. */
export type Length = {
  period: keyof typeof MEMBERSHIP_PERIODS
  months: number
  yearStarts: string | null
  /** Of a fixed year: who begins on or after this day, like 02-01, is a member to the end of the next year, too. */
  rollsOver?: string | null
}

/** Ended before its first day: it never was. */
const neverBegan = ({ cancelledOn, startsOn }: Pick<Dates, "cancelledOn" | "startsOn">) =>
  cancelledOn !== null && startsOn !== null && cancelledOn <= startsOn

/** Where one period of membership stands on a day. */
export function stateOn(day: string, of: Dates): State {
  if (of.cancelledOn !== null && (of.cancelledOn <= day || neverBegan(of))) return "cancelled"
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
const begins = (of: Pick<Dates, "startsOn">) => of.startsOn ?? ""

/**
 * Where a group stands on a day: by the period that counts for most, and of two alike the later. A period that ends
 * soon is no worry once the next one is there: the group is then simply current. Null: it never had a membership.
 */
export function statusOn<P extends Dates>(
  day: string,
  periods: readonly P[],
): { state: State; period: P } | null {
  const sorted = periods
    .map((period) => ({ state: stateOn(day, period), period }))
    .sort(
      (one, other) =>
        rank(one.state) - rank(other.state) ||
        begins(other.period).localeCompare(begins(one.period)) ||
        Number(Boolean(other.period.paidOn)) - Number(Boolean(one.period.paidOn)),
    )
  const [first] = sorted
  if (!first) return null
  const followed = sorted.some(({ state }) => state === "future")
  return first.state === "ending" && followed ? { ...first, state: "current" } : first
}

/** The last day of the unbroken run that a period stands in: each next one begins on the day after, or before. Null: it has none. */
export function runEnds(period: Dates, periods: readonly Dates[]): string | null {
  let end = period.endsOn
  for (let grew = true; grew && end !== null; ) {
    const last: string = end
    const next = periods.find(
      (one) =>
        one.cancelledOn === null &&
        (one.startsOn === null || one.startsOn <= daysAfter(last, 1)) &&
        (one.endsOn === null || one.endsOn > last),
    )
    grew = next !== undefined
    if (next) end = next.endsOn
  }
  return end
}

type Fee = Pick<Dates, "startsOn" | "cancelledOn" | "paidOn"> & { feePence: number | null }

/** Whether the fee of a period is owed on a day: it was not paid, and the period has not ended early by then. */
const isOwedOn = (day: string, of: Fee) =>
  Boolean(of.feePence) && !of.paidOn && (of.cancelledOn === null || (of.cancelledOn > day && !neverBegan(of)))

/** Whether a fee is owed for a period after this one: then only this one is paid. */
export const owesLater = (day: string, period: Fee, periods: readonly Fee[]) =>
  periods.some((one) => begins(one) > begins(period) && isOwedOn(day, one))

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

/** The last day of a fixed year, or of the next for who begins so late in it that it would not be worth while. */
function endOfFixed(startsOn: string, starts: string, rollsOver: string | null | undefined) {
  const end = endOfYear(startsOn, starts)
  if (!rollsOver) return end
  const year = Number(end.slice(0, 4))
  const rolls = end.slice(5) >= rollsOver ? `${year}-${rollsOver}` : `${year - 1}-${rollsOver}`
  return startsOn >= rolls ? endOfYear(daysAfter(end, 1), starts) : end
}

/** The period that begins on a day. */
export function periodFrom(type: Length, startsOn: string): { startsOn: string; endsOn: string | null } {
  if (type.period === "open") return { startsOn, endsOn: null }
  if (type.period === "fixed")
    return { startsOn, endsOn: endOfFixed(startsOn, type.yearStarts ?? "01-01", type.rollsOver) }
  return { startsOn, endsOn: lastDay(startsOn, type.months) }
}

/** The period after one: on time or in grace it follows on the old end, later or after a cancellation it begins today. */
export function periodAfter(type: Length, before: Dates, today: string) {
  const state = stateOn(today, before)
  const follows = before.endsOn !== null && COUNTS.has(state)
  return periodFrom(type, follows && before.endsOn ? daysAfter(before.endsOn, 1) : today)
}

/** For so many days after it was written down a period can be taken back; one that has not begun, at any time. */
const TAKEN_BACK_DAYS = 31

/** Whether a period can still be taken back as a mistake. */
export const mayTakeBack = (of: { state: State; paidOn: string | null; createdAt: Date }, now: Date) =>
  of.paidOn === null &&
  (of.state === "future" || now.getTime() - of.createdAt.getTime() < TAKEN_BACK_DAYS * 86_400_000)
