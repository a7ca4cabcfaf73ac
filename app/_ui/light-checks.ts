import { type FieldErrors, type FieldValues, get, type Resolver, set } from "react-hook-form"
import { monthNamed } from "@/lib/days"
import type { FormState } from "./form-state"

/** What a browser looks at before it sends a field, each with the words that the server would say. */
export type Check = {
  /** It must be there. */
  enter?: string
  /** It has so many characters at most. */
  most?: { length: number; words: string }
  /** It is a whole number up to so many. */
  number?: { most: number; words: string }
  /** It is a day that there is. */
  date?: string
}
/** Checks by field; those of a list's rows as list.*.part. */
export type Checks = Record<string, Check>

type Parts = { day?: string; month?: string; year?: string; quick?: string }

function isRealDate({ day = "", month = "", year = "", quick = "other" }: Parts) {
  if (quick !== "other" || !(day || month || year).trim()) return true
  const [d, m, y] = [Number(day), monthNamed(month.trim()) || Number(month), Number(year)]
  const date = new Date(Date.UTC(y, m - 1, d))
  return y >= 1000 && y <= 9999 && date.getUTCMonth() === m - 1 && date.getUTCDate() === d
}

/** What is wrong with one field, in words; nothing when the server has to look, or all is well. */
export function wrongWith(check: Check, value: unknown): string | undefined {
  if (value === undefined) return undefined
  if (check.date && typeof value === "object" && value !== null)
    return isRealDate(value as Parts) ? undefined : check.date
  const typed = typeof value === "string" ? value.trim() : value
  if (typed === "" || typed === null) return check.enter
  if (typeof typed !== "string") return undefined
  if (check.most && typed.length > check.most.length) return check.most.words
  const plain = typed.replace(/[,\s]/g, "")
  if (check.number && (!/^\d+$/.test(plain) || Number(plain) > check.number.most)) return check.number.words
  return undefined
}

/** The fields that one check is about: list.*.part is each row's. */
function namesOf(name: string, values: FieldValues): string[] {
  const [list, part] = name.split(".*.")
  if (!part) return [name]
  const rows: unknown = get(values, list ?? "")
  return Array.isArray(rows) ? rows.map((_, at) => `${list}.${at}.${part}`) : []
}

/** Looks at a whole form with its light checks. */
export const resolverOf =
  (checks: Checks): Resolver =>
  (values) => {
    const errors: FieldErrors = {}
    for (const [about, check] of Object.entries(checks))
      for (const name of namesOf(about, values)) {
        const message = wrongWith(check, get(values, name))
        if (message) set(errors, name, { type: "check", message })
      }
    return Object.keys(errors).length > 0 ? { values: {}, errors } : { values, errors: {} }
  }

/** The errors of a form as its library holds them, from field → words. */
export function nested(errors: FormState["errors"]): FieldErrors {
  const all: FieldErrors = {}
  for (const [name, message] of Object.entries(errors)) if (name) set(all, name, { type: "server", message })
  return all
}

/** The same the other way: field → words. */
export function flat(errors: object, before = ""): FormState["errors"] {
  const messages = Object.entries(errors).flatMap(([name, error]) => {
    if (typeof error !== "object" || error === null || name === "ref") return []
    if (typeof error.type !== "string") return Object.entries(flat(error, `${before}${name}.`))
    return [[before + name, String(error.message)]]
  })
  return Object.fromEntries(messages)
}
