import { z } from "zod"
import { keys, QUESTION_KINDS } from "@/db/vocabulary"
import { numberMaybe, ticked, wordsMaybe, wordsSaid } from "../../input"

/** The most options of one question. */
export const MOST_OPTIONS = 20
/** The most points of a scale. */
export const MOST_STEPS = 10

const said = {
  consultationId: z.uuid(),
  kind: z.enum(keys(QUESTION_KINDS), { error: "Choose what kind of question it is" }),
  title: wordsSaid("the question", 500),
  help: wordsMaybe(2000),
  /** One option a line. */
  options: wordsMaybe(5000),
  low: wordsMaybe(60),
  high: wordsMaybe(60),
  steps: numberMaybe(MOST_STEPS),
  required: ticked(),
}

type Said = z.output<z.ZodObject<typeof said>>

function withSetting<T extends Said>({ options, low, high, steps, ...rest }: T, check: z.RefinementCtx) {
  const refuse = (field: string, message: string) =>
    check.addIssue({ code: "custom", path: [field], message })
  if (rest.kind === "text") return { ...rest, setting: {} }
  if (rest.kind === "scale") {
    const points = steps ?? 5
    if (points < 2) refuse("steps", "A scale has 2 to 10 points")
    return { ...rest, setting: { low: low ?? undefined, high: high ?? undefined, steps: points } }
  }
  const labels = [
    ...new Set(
      (options ?? "")
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ]
  if (labels.length < 2) refuse("options", "Enter at least 2 options, one a line")
  if (labels.length > MOST_OPTIONS) refuse("options", `Enter ${MOST_OPTIONS} options or fewer`)
  if (labels.some((label) => label.length > 200))
    refuse("options", "Make each option 200 characters or fewer")
  return { ...rest, setting: { options: labels.map((label, at) => ({ id: `o${at + 1}`, label })) } }
}

/** A question to be put last. */
export const addQuestionInput = z.object(said).transform(withSetting)
export type AddQuestion = z.output<typeof addQuestionInput>

/** A question as it is changed. */
export const changeQuestionInput = z.object({ ...said, id: z.uuid() }).transform(withSetting)
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
