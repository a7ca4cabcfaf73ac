import type { Via } from "../../access/ctx"
import { type Field, questionOf } from "../../fields/input"
import { fieldInWords } from "../../fields/words"
import { formatDate, inAlphabet, say } from "../../words"
import { numberInWords } from "../identifiers/words"
import type { Identifier } from "../input"
import { FIELD_LABELS, factInWords } from "../words"

/** By which way a change came, in words. */
export const VIA_WORDS: Record<Via, string> = {
  page: say("on a page"),
  import: say("by an import"),
  member: say("by the group"),
  command: say("on the command line"),
  job: say("by Trellis itself"),
  email: say("by a link in an email"),
}

/** What an entry says of itself in which somebody's details were erased. */
export const erasedInWords = (at: Date) =>
  say("A person’s details in this entry were erased on {at}", { at: formatDate(at) })

/** The names by which a history tells ids: of areas, words and people, and the LIO's questions. */
export type Names = {
  names: Map<string, string>
  fields: Map<string, Field>
  /** The reader does not see all words: one without a name is left out. */
  partly: boolean
}

const DATES = new Set(["sizesAsAt", "registeredOn", "joinedOn", "closedOn", "stageSince", "asAt"])

/** What a field of the log is called, or null for what is no fact of a group. */
export function labelIn(name: string, { fields }: Names): string | null {
  const question = questionOf(name)
  if (question) return fields.get(question)?.label ?? null
  return FIELD_LABELS[name] ?? null
}

const isNumber = (one: unknown): one is Identifier =>
  typeof one === "object" && one !== null && "register" in one && "value" in one

/** A value of the log in words; null when it was not known. */
export function saidIn(name: string, value: unknown, { names, fields, partly }: Names): string | null {
  if (value === null || value === undefined || value === "") return null
  const field = fields.get(questionOf(name) ?? "")
  if (field) return fieldInWords(field, value)
  if (Array.isArray(value)) {
    const words = value.flatMap((one) => {
      if (isNumber(one)) return [numberInWords(one.register, one.value)]
      const word = names.get(String(one))
      return word || !partly ? [word ?? say("one that is not on your lists any more")] : []
    })
    return words.sort((a, b) => inAlphabet(a, b)).join(", ") || say("None")
  }
  if (typeof value === "object") return null
  if (name === "mainContactId") return names.get(String(value)) ?? say("somebody who is not known any more")
  if (DATES.has(name)) return formatDate(String(value))
  return factInWords(name, value)
}
