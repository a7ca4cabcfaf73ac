import { dayFrom } from "../../../days"
import type { Field } from "../../../fields/input"

/** A bound as the answers keep it: a day, a number, money in pence; null when it cannot be read as one. */
export function boundOf(kind: Field["kind"], said: string): string | number | null {
  if (kind === "date") return dayFrom(said)
  const number = Number(said.replace(/[£,\s]/g, ""))
  if (!Number.isFinite(number)) return null
  return kind === "money" ? Math.round(number * 100) : number
}

/** What a bound of a question should look like. */
export const boundHint = (kind: Field["kind"]) =>
  kind === "date" ? "a date like 27 6 2026" : kind === "money" ? "an amount like 1250" : "a number"
