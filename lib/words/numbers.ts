import { LOCALE } from "./language"
import { say } from "./say"

const ALPHABET = new Intl.Collator(LOCALE)

/** "41%", rounded, but never 100% for less than all nor 0% for more than none; "–" when there is nothing to divide by. */
export function percent(part: number, whole: number): string {
  if (whole <= 0) return "–"
  const rounded = Math.round((part / whole) * 100)
  if (rounded === 100 && part < whole) return say("over 99%")
  return rounded === 0 && part > 0 ? say("under 1%") : `${rounded}%`
}

const pounds = (digits: number) =>
  new Intl.NumberFormat(LOCALE, {
    style: "currency",
    currency: "GBP",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
const WHOLE = pounds(0)
const WITH_PENCE = pounds(2)

/** "£1,250" or "£1,250.50", from pence. */
export const formatMoney = (pence: number) => (pence % 100 === 0 ? WHOLE : WITH_PENCE).format(pence / 100)

/** A sum of any currency from its hundredths: "£1,250", "EUR 1,250". */
export function formatSum(hundredths: number, currency: string | null): string {
  if (currency === null || currency === "GBP") return formatMoney(hundredths)
  const digits = hundredths % 100 === 0 ? 0 : 2
  const look = { style: "currency", currencyDisplay: "code", maximumFractionDigits: digits } as const
  return new Intl.NumberFormat(LOCALE, { ...look, currency, minimumFractionDigits: digits }).format(
    hundredths / 100,
  )
}

/** Whether one word comes before another in the alphabet, for sorting: below nought, nought or above. */
export const inAlphabet = (one: string, other: string) => ALPHABET.compare(one, other)

/** How big a file is: "3 KB", "1.4 MB". */
export function formatSize(bytes: number): string {
  if (bytes < 1024 * 1024) return say("{size} KB", { size: Math.max(1, Math.round(bytes / 1024)) })
  return say("{size} MB", { size: Math.round((bytes / 1024 / 1024) * 10) / 10 })
}
