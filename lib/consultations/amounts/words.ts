import type { QuestionOptions } from "@/db/schema/asking"
import { medianOf } from "../../median"
import { formatNumber, say } from "../../words"

/** The fewest and the most numbers that part the answers to a number question into bands. */
export const BANDS = { fewest: 4, most: 6 }

/** Whether a unit is a sign of money, which stands before the number. */
export const isSign = (unit: string) => /^[£€$]$/.test(unit)

/** "40 hours", "£1,200": a number with its unit. */
export const amountInWords = ({ unit }: QuestionOptions, amount: number) =>
  withUnit(unit, formatNumber(amount))

function withUnit(unit: string | undefined, words: string): string {
  if (!unit) return words
  return isSign(unit) ? `${unit}${words}` : say("{amount} {unit}", { amount: words, unit })
}

/** The bands of a number question, the lowest first: "under 10", "10 to 49", "50 or more". */
export function bandsOf(setting: QuestionOptions): { value: string; label: string }[] {
  const from = setting.bands ?? []
  if (from.length === 0) return []
  const [first = 0] = from
  const amount = (number: number) => amountInWords(setting, number)
  return [
    say("Under {amount}", { amount: amount(first) }),
    ...from.map((low, at) => {
      const next = from[at + 1]
      if (next === undefined) return say("{amount} or more", { amount: amount(low) })
      if (setting.decimals) return say("{low} to under {high}", { low: amount(low), high: amount(next) })
      return next - 1 === low
        ? amount(low)
        : say("{low} to {high}", { low: formatNumber(low), high: amount(next - 1) })
    }),
  ].map((label, at) => ({ value: `b${at + 1}`, label }))
}

/** The band that a number falls into. */
export const bandOf = ({ bands = [] }: QuestionOptions, amount: number) =>
  `b${bands.filter((low) => amount >= low).length + 1}`

/** What was typed as a number: null when it is none. A pound sign and the commas of thousands are fine. */
export function readAmount(typed: string): number | null {
  const plain = typed.replace(/[,\s£€$]/g, "")
  return /^-?\d{1,12}(\.\d{1,2})?$/.test(plain) ? Number(plain) : null
}

/** What is wrong with a number as an answer; null when it may stand. */
export function wrongAmount(setting: QuestionOptions, amount: number | null): string | null {
  const { least, most, decimals } = setting
  if (amount === null)
    return decimals
      ? say("Enter a number with up to two decimal places, like 12.50")
      : say("Enter a whole number, like 12")
  if (!decimals && !Number.isInteger(amount)) return say("Enter a whole number, like 12")
  if (least !== undefined && amount < least)
    return say("Enter {least} or more", { least: amountInWords(setting, least) })
  if (most !== undefined && amount > most)
    return say("Enter {most} or less", { most: amountInWords(setting, most) })
  return null
}

/** What may be typed, in words: "A whole number from 1 to 100 hours". */
export function aboutAmount(setting: QuestionOptions): string {
  const { least, most, unit, decimals } = setting
  const low = least === undefined ? null : amountInWords(setting, least)
  const high = most === undefined ? null : amountInWords(setting, most)
  if (low && high)
    return decimals
      ? say("A number from {low} to {high}.", { low, high })
      : say("A whole number from {low} to {high}.", { low, high })
  if (low) return decimals ? say("{low} or more.", { low }) : say("A whole number, {low} or more.", { low })
  if (high)
    return decimals ? say("{high} or less.", { high }) : say("A whole number, {high} or less.", { high })
  if (unit) return decimals ? say("A number ({unit}).", { unit }) : say("A whole number ({unit}).", { unit })
  return decimals ? say("A number.") : say("A whole number.")
}

/** What numbers show together, shown only where groups were told that numbers are shown in full. */
export type Amounts = { given: number; median: number; least: number; most: number; total: number }

/** The middle, the ends and the sum of numbers; null of none. */
export function amountsOf(amounts: readonly number[]): Amounts | null {
  const median = medianOf(amounts)
  if (median === null) return null
  return {
    given: amounts.length,
    median: Math.round(median * 1000) / 1000,
    least: Math.min(...amounts),
    most: Math.max(...amounts),
    total: amounts.reduce((sum, one) => sum + Math.round(one * 100), 0) / 100,
  }
}

/** The same in a sentence. */
export function amountsInWords(setting: QuestionOptions, { median, least, most, total }: Amounts): string {
  const words = (amount: number) => amountInWords(setting, amount)
  return least === most
    ? say("Every group that gave a number said {least}, which adds up to {total}", {
        least: words(least),
        total: words(total),
      })
    : say(
        "The middle answer (median) is {median}; answers range from {least} to {most} and add up to {total}",
        {
          median: words(median),
          least: words(least),
          most: words(most),
          total: words(total),
        },
      )
}
