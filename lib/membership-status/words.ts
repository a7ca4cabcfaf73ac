import { MEMBERSHIP_STATES } from "@/db/vocabulary"
import { formatDate, formatMoney, formatShortDate, say, sayCount } from "../words"
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
  /** The fee of a period after this one is open: what is paid goes to the end of this one only. */
  owesLater?: boolean
}

/** "£20 a year", "£20", "no fee". */
export function feeInWords(feePence: number | null, of?: Length): string {
  if (!feePence) return say("No fee")
  if (!of || of.period === "open") return formatMoney(feePence)
  return of.period === "fixed" || of.months === 12
    ? say("{feePence} a year", { feePence: formatMoney(feePence) })
    : sayCount(
        of.months,
        { one: "{feePence} for {count} month", other: "{feePence} for {count} months" },
        { feePence: formatMoney(feePence) },
      )
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
  if (of.period === "open") return say("Until it is ended")
  if (of.period === "fixed") {
    const day = dayOfYear(of.yearStarts ?? "01-01")
    return of.rollsOver
      ? say("Each year from {day}; from {rolls} on, the next year is included", {
          day,
          rolls: dayOfYear(of.rollsOver),
        })
      : say("Each year from {day}", { day })
  }
  return of.months === 12
    ? say("A year from the day of joining")
    : sayCount(of.months, {
        one: "{count} month from the day of joining",
        other: "{count} months from the day of joining",
      })
}

/** "A year from the day of joining: from today until 3 June 2027"; without the days where it has no last one. */
export function lengthWithDays(of: Length, startsOn: string, today: string): string {
  const { endsOn } = periodFrom(of, startsOn)
  const length = lengthInWords(of)
  if (!endsOn) return length
  const end = formatDate(endsOn)
  return startsOn === today
    ? say("{length}: from today until {end}", { length, end })
    : say("{length}: from {start} until {end}", { length, start: formatDate(startsOn), end })
}

/** "another year", "another 6 months". */
export const lengthMore = (of: Length) =>
  of.period === "rolling" && of.months !== 12
    ? `another ${sayCount(of.months, { one: "{count} month", other: "{count} months" })}`
    : say("another year")

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
  if (!latest) return say("owes nothing")
  if (owed.length === 1)
    return say("owes {feePence} for {latest}", {
      feePence: formatMoney(latest.feePence),
      latest: periodInWords(latest),
    })
  return `owes ${formatMoney(sumOf(owed))} for ${owed.length} periods; the latest is ${periodInWords(latest)}, ${formatMoney(latest.feePence)}`
}

/** "£20 paid on 4 June 2026", "£20 not paid", "no fee". */
export function paidInWords({ feePence, paidOn }: Pick<Line, "feePence" | "paidOn">): string {
  if (!feePence) return say("no fee")
  return paidOn
    ? say("{feePence} paid on {paidOn}", { feePence: formatMoney(feePence), paidOn: formatDate(paidOn) })
    : say("{feePence} not paid", { feePence: formatMoney(feePence) })
}

/** "until 31 March 2027", "ran out on 31 March 2026", "ended on 4 June 2026", "from 1 April 2027". */
export function untilInWords({
  state,
  startsOn,
  endsOn,
  cancelledOn,
  runEndsOn = endsOn,
}: Omit<Line, "typeName">): string {
  if (state === "cancelled" && cancelledOn)
    return say("ended on {cancelledOn}", { cancelledOn: formatDate(cancelledOn) })
  if (state === "future" && startsOn) return say("from {day}", { day: formatDate(startsOn) })
  if (!endsOn) return say("no last day")
  return state === "grace" || state === "lapsed"
    ? say("lapsed on {endsOn}", { endsOn: formatDate(endsOn) })
    : runEndsOn
      ? say("until {day}", { day: formatDate(runEndsOn) })
      : say("no last day")
}

/** The day until which what was paid goes, where a later period is not paid. */
const paidTo = ({ owesLater, endsOn, ...fee }: Line) =>
  owesLater && endsOn && !isUnpaid(fee) ? endsOn : null

/** A membership in one line: "Ends soon: Full member, until 31 March 2027, £20 not paid". */
export function lineOf(of: Line): string {
  const said = { state: MEMBERSHIP_STATES[of.state], type: of.typeName, until: untilInWords(of) }
  const paid = paidTo(of)
  if (paid) return say("{state}: {type}, {until}, paid to {paid}", { ...said, paid: formatDate(paid) })
  return of.feePence && of.state !== "cancelled"
    ? say("{state}: {type}, {until}, {paid}", { ...said, paid: paidInWords(of) })
    : say("{state}: {type}, {until}", said)
}

/** The same in fewer words, where little room is: "Full member until 31 March 2027, not paid". */
export function shortLineOf(of: Line): string {
  const said = { type: of.typeName, until: untilInWords(of) }
  const paid = paidTo(of)
  if (paid) return say("{type} {until}, paid to {paid}", { ...said, paid: formatDate(paid) })
  if (of.state === "cancelled" || !of.feePence) return say("{type} {until}", said)
  return isUnpaid(of) ? say("{type} {until}, not paid", said) : say("{type} {until}, paid", said)
}

/** The same in a table, where a column is narrow: "Paid to 31 Mar 2027", "Unpaid to 31 Mar 2027", "Lapsed 19 Sept 2026". */
export function narrowLineOf(of: Line): string {
  const { state, startsOn, endsOn, cancelledOn, runEndsOn = endsOn, ...fee } = of
  const day = (on: string | null) => (on ? formatShortDate(on) : "")
  if (state === "cancelled") return cancelledOn ? say("Ended {day}", { day: day(cancelledOn) }) : say("Ended")
  if (state === "future") return say("From {day}", { day: day(startsOn) })
  if (state === "lapsed") return say("Lapsed {day}", { day: day(endsOn) })
  if (state === "grace") return say("In grace since {day}", { day: day(endsOn) })
  if (!runEndsOn) return isUnpaid(fee) ? say("Not paid") : say("No end date")
  if (!fee.feePence) return say("Until {day}", { day: day(runEndsOn) })
  return isUnpaid(fee)
    ? say("Unpaid to {day}", { day: day(runEndsOn) })
    : say("Paid to {day}", { day: day(paidTo(of) ?? runEndsOn) })
}

/** A period in words: "1 April 2026 to 31 March 2027". */
export function periodInWords({ startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }) {
  const from = startsOn ? formatDate(startsOn) : say("Some time ago")
  return endsOn
    ? say("{from} to {endsOn}", { from, endsOn: formatDate(endsOn) })
    : startsOn
      ? say("From {from}, no last day", { from })
      : say("Some time ago, no last day")
}
