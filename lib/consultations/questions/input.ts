import { z } from "zod"
import { keys, QUESTION_KINDS } from "@/db/vocabulary"
import { linesMaybe, numberMaybe, ticked, wordsMaybe, wordsSaid } from "../../input"

/** The most options of one question. */
export const MOST_OPTIONS = 20
/** The most points of a scale. */
export const MOST_STEPS = 10

const shape = {
  consultationId: z.uuid(),
  kind: z.enum(keys(QUESTION_KINDS), { error: "Choose what kind of question it is" }),
  title: wordsSaid("the question", 500),
  help: wordsMaybe(2000),
  options: linesMaybe(200, "Make each option 200 characters or fewer"),
  low: wordsMaybe(60),
  high: wordsMaybe(60),
  steps: numberMaybe(MOST_STEPS),
  required: ticked(),
}

type Said = z.output<z.ZodObject<typeof shape>>

function withSetting<T extends Said>({ options, low, high, steps, ...rest }: T, check: z.RefinementCtx) {
  const refuse = (field: string, message: string) =>
    check.addIssue({ code: "custom", path: [field], message })
  if (rest.kind === "text") return { ...rest, setting: {} }
  if (rest.kind === "scale") {
    const points = steps ?? 5
    if (points < 2) refuse("steps", "A scale has 2 to 10 points")
    return { ...rest, setting: { low: low ?? undefined, high: high ?? undefined, steps: points } }
  }
  if (options.length < 2) refuse("options", "Enter at least 2 options")
  if (options.length > MOST_OPTIONS) refuse("options", `Enter ${MOST_OPTIONS} options or fewer`)
  return { ...rest, setting: { options: options.map((label, at) => ({ id: `o${at + 1}`, label })) } }
}

/** A question to be put last. */
export const addQuestionInput = z.object(shape).transform(withSetting)
export type AddQuestion = z.output<typeof addQuestionInput>

/** A question as it is changed. */
export const changeQuestionInput = z.object({ ...shape, id: z.uuid() }).transform(withSetting)
export type ChangeQuestion = z.output<typeof changeQuestionInput>

/** A question to move one place up or down. */
export const moveQuestionInput = z.object({
  id: z.uuid(),
  consultationId: z.uuid(),
  way: z.enum(["up", "down"]),
})
export type MoveQuestion = z.output<typeof moveQuestionInput>

/** A question to remove. */
export const removeQuestionInput = z.object({ id: z.uuid(), consultationId: z.uuid() })
export type RemoveQuestion = z.output<typeof removeQuestionInput>
