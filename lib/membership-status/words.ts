import { MEMBERSHIP_STATES } from "@/db/vocabulary"
import { formatDate, formatMoney, formatShortDate, plural } from "../words"
import { type Length, periodFrom, type State } from "./period"

/** What of a membership its one line tells. */
export type Line = {
  state: State
  typeName: string
  startsOn: string | null
  endsOn: string | null
  cancelledOn: string | null
  /** The last day of the unbroken run; null: it has none. Left out: not known. */
  runEndsOn?: string | null
  feePence: number | null
  paidOn: string | null
}

/** "£20 a year", "£20", "no fee". */
export function feeInWords(feePence: number | null, of?: Length): string {
  if (!feePence) return "No fee"
  if (!of || of.period === "open") return formatMoney(feePence)
  return of.period === "fixed" || of.months === 12
    ? `${formatMoney(feePence)} a year`
    : `${formatMoney(feePence)} for ${plural(of.months, "month")}`
}

/** Pence as they are typed in a form: "20", "12.50"; empty for no fee. */
export const poundsTyped = (pence: number | null) =>
  pence === null ? "" : (pence / 100).toFixed(pence % 100 === 0 ? 0 : 2)

/** "1 April" from 04-01. */
function dayOfYear(yearStarts: string): string {
  return formatDate(`2001-${yearStarts}`).replace(/ 2001$/, "")
}

/** "A year from the day of joining", "Each year from 1 April", "Until it is ended". */
export function lengthInWords(of: Length): string {
  if (of.period === "open") return "Until it is ended"
  if (of.period === "fixed") {
    const rolls = of.rollsOver ? `; from ${dayOfYear(of.rollsOver)} on, the next year is included` : ""
    return `Each year from ${dayOfYear(of.yearStarts ?? "01-01")}${rolls}`
  }
  return `${of.months === 12 ? "A year" : plural(of.months, "month")} from the day of joining`
}

/** ": from today until 3 June 2027", after how long it goes on; empty where it has no last day. */
export function lastDayInWords(of: Length, startsOn: string, today: string): string {
  const { endsOn } = periodFrom(of, startsOn)
  return endsOn
    ? `: from ${startsOn === today ? "today" : formatDate(startsOn)} until ${formatDate(endsOn)}`
    : ""
}

/** "another year", "another 6 months". */
export const lengthMore = (of: Length) =>
  of.period === "rolling" && of.months !== 12 ? `another ${plural(of.months, "month")}` : "another year"

/** Whether a group that says it wants to renew has renewed, without anybody's yes. */
export const renewsItself = (type: { renewsAtOnce: boolean; feePence: number | null }) =>
  type.renewsAtOnce && !type.feePence

/** Whether a fee is asked and was not paid. */
export const isUnpaid = (of: Pick<Line, "feePence" | "paidOn">) => Boolean(of.feePence) && of.paidOn === null

/** What fees come to, in pence. */
export const sumOf = (fees: readonly { feePence: number }[]) =>
  fees.reduce((sum, { feePence }) => sum + feePence, 0)

/** "owes £40 for 2 periods; the latest is 1 April 2026 to 31 March 2027, £20", "owes nothing". */
export function owedInWords(owed: { startsOn: string | null; endsOn: string | null; feePence: number }[]) {
  const [latest] = owed
  if (!latest) return "owes nothing"
  if (owed.length === 1) return `owes ${formatMoney(latest.feePence)} for ${periodInWords(latest)}`
  return `owes ${formatMoney(sumOf(owed))} for ${owed.length} periods; the latest is ${periodInWords(latest)}, ${formatMoney(latest.feePence)}`
}

/** "£20 paid on 4 June 2026", "£20 not paid", "no fee". */
export function paidInWords({ feePence, paidOn }: Pick<Line, "feePence" | "paidOn">): string {
  if (!feePence) return "no fee"
  return paidOn
    ? `${formatMoney(feePence)} paid on ${formatDate(paidOn)}`
    : `${formatMoney(feePence)} not paid`
}

/** "until 31 March 2027", "ran out on 31 March 2026", "ended on 4 June 2026", "from 1 April 2027". */
export function untilInWords({
  state,
  startsOn,
  endsOn,
  cancelledOn,
  runEndsOn = endsOn,
}: Omit<Line, "typeName">): string {
  if (state === "cancelled" && cancelledOn) return `ended on ${formatDate(cancelledOn)}`
  if (state === "future" && startsOn) return `from ${formatDate(startsOn)}`
  if (!endsOn) return "no last day"
  return state === "grace" || state === "lapsed"
    ? `lapsed on ${formatDate(endsOn)}`
    : runEndsOn
      ? `until ${formatDate(runEndsOn)}`
      : "no last day"
}

/** A membership in one line: "Ends soon: Full member, until 31 March 2027, £20 not paid". */
export function lineOf(of: Line): string {
  const paid = of.feePence && of.state !== "cancelled" ? `, ${paidInWords(of)}` : ""
  return `${MEMBERSHIP_STATES[of.state]}: ${of.typeName}, ${untilInWords(of)}${paid}`
}

/** The same in fewer words, where little room is: "Full member until 31 March 2027, not paid". */
export function shortLineOf(of: Line): string {
  const paid = of.state === "cancelled" || !of.feePence ? "" : isUnpaid(of) ? ", not paid" : ", paid"
  return `${of.typeName} ${untilInWords(of)}${paid}`
}

/** The same in a table, where a column is narrow: "Paid to 31 Mar 2027", "Unpaid to 31 Mar 2027", "Lapsed 19 Sept 2026". */
export function narrowLineOf({
  state,
  startsOn,
  endsOn,
  cancelledOn,
  runEndsOn = endsOn,
  ...fee
}: Line): string {
  const day = (on: string | null) => (on ? ` ${formatShortDate(on)}` : "")
  if (state === "cancelled") return `Ended${day(cancelledOn)}`
  if (state === "future") return `From${day(startsOn)}`
  if (state === "lapsed") return `Lapsed${day(endsOn)}`
  if (state === "grace") return `In grace since${day(endsOn)}`
  if (!runEndsOn) return isUnpaid(fee) ? "Not paid" : "No end date"
  return `${!fee.feePence ? "Until" : isUnpaid(fee) ? "Unpaid to" : "Paid to"}${day(runEndsOn)}`
}

/** A period in words: "1 April 2026 to 31 March 2027". */
export function periodInWords({ startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }) {
  const from = startsOn ? formatDate(startsOn) : "Some time ago"
  return endsOn ? `${from} to ${formatDate(endsOn)}` : `${startsOn ? `From ${from}` : from}, no last day`
}
