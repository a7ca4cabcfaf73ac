import { z } from "zod"
import { FIELD_KINDS, keys } from "@/db/vocabulary"
import { choices, dateMaybe, linesMaybe, numberMaybe, wordsMaybe, wordsSaid } from "../input"
import { say } from "../words"

/** What a group's own people may do with a question of the LIO's own. */
export const FOR_GROUPS = {
  nothing: say("Nothing: only staff see it"),
  see: say("See the answer"),
  change: say("See the answer and change it"),
} as const

/** A question that the LIO keeps of its groups besides the usual ones. */
export type Field = {
  id: string
  label: string
  hint: string | null
  kind: keyof typeof FIELD_KINDS
  options: string[]
  forGroups: keyof typeof FOR_GROUPS
  retiredAt: Date | null
}

/** Answers by the id of their question. What is not there is not known. */
export type Answers = Record<string, unknown>

/** The name of an answer in a form, in the log and in what somebody else saved. */
export const answerName = (id: string) => `custom.${id}`
/** The id of the question that a name is the answer of, or null. */
export const questionOf = (name: string) => (name.startsWith("custom.") ? name.slice(7) : null)

/** Kinds of question whose answer is chosen from a list. */
export const isChosen = (kind: string) => kind === "choice" || kind === "choices"
/** What a form sends when none of the choices is true: known to be none, not unknown. */
export const NONE_OF_THESE = "none-of-these"

const about = {
  label: wordsSaid(say("Enter the question, or a word or two for it"), 120),
  hint: wordsMaybe(300),
  options: linesMaybe(100, say("Make each choice 100 characters or fewer")),
  forGroups: z.enum(keys(FOR_GROUPS), { error: say("Choose what groups may do with it") }),
}

/** A new question. */
export const addFieldInput = z
  .object({ ...about, kind: z.enum(keys(FIELD_KINDS), { error: say("Choose a kind of answer") }) })
  .refine(({ kind, options }) => !isChosen(kind) || options.length >= 2, {
    error: say("Enter at least two choices"),
    path: ["options"],
  })
export type AddField = z.output<typeof addFieldInput>

/** A change to a question. Its kind stays: the answers there are would no longer fit. `seen` is how the person saw it. */
export const changeFieldInput = z.object({ ...about, id: z.uuid(), seen: z.string().max(20_000).optional() })
export type ChangeField = z.output<typeof changeFieldInput>

/** One place up or down in the order. */
export const moveFieldInput = z.object({
  id: z.uuid(),
  way: z.enum(["up", "down"], { error: say("Choose up or down") }),
})
export type MoveField = z.output<typeof moveFieldInput>

/** A question, by its id. */
export const fieldIdInput = z.object({ id: z.uuid() })

const chosen = (field: Field, saved: unknown) => [
  ...field.options,
  ...(Array.isArray(saved) ? saved : [saved]).filter((one): one is string => typeof one === "string"),
]

const onList = (allowed: string[]) =>
  z.string().refine((value) => allowed.includes(value), say("Choose from the list"))

/** What may be answered to a question; null is "not known". A choice that was taken off the list may stay where it is. */
function answerTo(field: Field, saved: unknown) {
  switch (field.kind) {
    case "text":
      return wordsMaybe(300)
    case "long":
      return wordsMaybe(5000)
    case "number":
      return numberMaybe()
    case "money":
      return numberMaybe().transform((pounds) => (pounds === null ? null : pounds * 100))
    case "date":
      return dateMaybe()
    case "yes_no":
      return z
        .enum(["yes", "no", ""], { error: say("Choose yes, no or not known") })
        .nullish()
        .transform((value) => (value ? value === "yes" : null))
    case "choice":
      return z
        .union([z.literal(""), onList(chosen(field, saved))], { error: say("Choose from the list") })
        .nullish()
        .transform((value) => value || null)
    case "choices":
      return choices(onList([...chosen(field, saved), NONE_OF_THESE])).transform((value, check) => {
        if (value.includes(NONE_OF_THESE) && value.length > 1) {
          check.addIssue({
            code: "custom",
            message: say("Tick “None of these” alone, or take its tick away"),
          })
          return z.NEVER
        }
        if (value.length === 0) return null
        return value.filter((one) => one !== NONE_OF_THESE)
      })
  }
}

/** The form of a group's answers, made from the LIO's questions. */
export const answersInput = (fields: Field[], saved: Answers) =>
  z
    .object(
      Object.fromEntries(fields.map((field) => [answerName(field.id), answerTo(field, saved[field.id])])),
    )
    .transform(
      (value) => Object.fromEntries(fields.map(({ id }) => [id, value[answerName(id)] ?? null])) as Answers,
    )

/** The answers of one group, as a form sends them; what they may be is said by the LIO's questions. */
export const changeAnswersInput = z.looseObject({ id: z.uuid(), version: z.coerce.number().int() })
export type ChangeAnswers = z.output<typeof changeAnswersInput>
