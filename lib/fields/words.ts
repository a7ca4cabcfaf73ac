import { formatDate, formatMoney, formatNumber, say } from "../words"
import { type Answers, answerName, type Field, FOR_GROUPS, NONE_OF_THESE } from "./input"

/** An answer in words; null when it is not known. No, none and 0 are known. */
export function fieldInWords(field: Pick<Field, "kind">, value: unknown): string | null {
  if (value === null || value === undefined || value === "") return null
  if (Array.isArray(value)) return value.length > 0 ? value.join(", ") : say("None of these")
  if (typeof value === "boolean") return value ? say("Yes") : say("No")
  if (field.kind === "money") return formatMoney(Number(value))
  if (field.kind === "date") return formatDate(String(value))
  if (typeof value === "number") return value === 0 ? say("None") : formatNumber(value)
  return String(value)
}

function typed(field: Field, value: unknown): string | string[] {
  if (value === null || value === undefined) return field.kind === "choices" ? [] : ""
  if (Array.isArray(value)) return value.length > 0 ? value.map(String) : [NONE_OF_THESE]
  if (typeof value === "boolean") return value ? "yes" : "no"
  return field.kind === "money" ? String(Number(value) / 100) : String(value)
}

/** Answers as a form shows them. */
export const answersTyped = (fields: Field[], answers: Answers): Record<string, string | string[]> =>
  Object.fromEntries(fields.map((field) => [answerName(field.id), typed(field, answers[field.id])]))

/** What a form offers to choose from: the options, and a kept answer that is no option any more. */
export function offered(field: Field, saved: unknown): string[] {
  const values = (Array.isArray(saved) ? saved : [saved]).filter(
    (one): one is string => typeof one === "string",
  )
  return [...field.options, ...values.filter((one) => !field.options.includes(one))]
}

type Worded = Pick<Field, "label" | "hint" | "options" | "forGroups">

/** The parts of a question that can change, as a form shows them. */
export const partsSeen = ({ label, hint, options, forGroups }: Worded) => ({
  label,
  hint,
  options,
  forGroups,
})

/** A part of a question in words. */
export function partInWords(part: string, value: unknown): string {
  if (Array.isArray(value)) return value.join(", ")
  return part === "forGroups" ? FOR_GROUPS[value as Field["forGroups"]] : String(value ?? "")
}
