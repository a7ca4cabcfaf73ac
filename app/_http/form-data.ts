import { rowsIn } from "@/app/_ui/rows"
import { monthNamed } from "@/lib/days"

/** A form as an object, without the null bytes that no text can hold, and with lines that end as they are kept, not as browsers send them: repeated names and names ending in [] are lists, x.day x.month x.year are one date. */
export function fromForm(form: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {}
  for (const [rawName, typed] of form) {
    if (rawName.startsWith("_") || rawName.startsWith("$") || typeof typed !== "string") continue
    const name = rawName.replace(/\[\]$/, "")
    if (name === "__proto__") continue
    const value = typed.replaceAll("\0", "").replace(/\r\n?/g, "\n").toWellFormed()
    const before = Object.hasOwn(values, name) ? values[name] : undefined
    if (rawName.endsWith("[]")) values[name] = [...(Array.isArray(before) ? before : []), value]
    else if (before === undefined) values[name] = value
    else values[name] = [...(Array.isArray(before) ? before : [before]), value]
  }
  return values
}

/** "4", "04", "April" and "apr" as "04"; what is none of them stays as it was typed. */
const monthOf = (typed = "") => String(monthNamed(typed) || typed).padStart(2, "0")

const text = (value: string | string[] | undefined) => (typeof value === "string" ? value.trim() : "")

/** The same with dates put together: "2026-6-4" style parts become 2026-06-04, left-out ones "". */
export function withDates(
  values: Record<string, string | string[]>,
  today: string,
): Record<string, string | string[]> {
  const whole = { ...values }
  for (const key of Object.keys(values)) {
    const name = /^(.*)\.(day|quick)$/.exec(key)?.[1]
    if (!name) continue
    const quick = text(values[`${name}.quick`])
    if (quick === "today") whole[name] = today
    else if (quick === "yesterday")
      whole[name] = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10)
    else {
      const [day, month, year] = ["day", "month", "year"].map((part) => text(values[`${name}.${part}`]))
      whole[name] = day || month || year ? `${year}-${monthOf(month)}-${day?.padStart(2, "0")}` : ""
    }
  }
  return whole
}

/** The same with rows put together: list.0.part, list.1.part and so on become list, in order. */
export const withRows = (values: Record<string, string | string[]>) => ({ ...values, ...rowsIn(values) })
