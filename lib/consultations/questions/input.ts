import { z } from "zod"
import type { QuestionOptions } from "@/db/schema/asking"
import { CONSULTATION_QUESTIONS, keys, QUESTION_KINDS } from "@/db/vocabulary"
import { linesMaybe, numberMaybe, ticked, wordsMaybe, wordsSaid } from "../../input"
import { type Move, moveShape } from "../../order/input"
import { say } from "../../words"
import {
  choicesSetting,
  limitShape,
  MOST_OPTIONS,
  numberSetting,
  numberShape,
  rankingSetting,
  sectionIn,
  sectionShape,
  thingsSetting,
  withLimits,
} from "./kinds/input"
import { conditionIn, conditionShape } from "./showing/input"

/** The most points of a scale. */
export const MOST_STEPS = 10

/** What is said of a question, whatever it belongs to. */
export const questionShape = {
  kind: z.enum(keys(QUESTION_KINDS), { error: say("Choose what kind of question it is") }),
  title: wordsSaid(say("Enter the question"), 500),
  help: wordsMaybe(2000),
  options: linesMaybe(200, say("Make each option 200 characters or fewer")),
  low: wordsMaybe(60),
  high: wordsMaybe(60),
  steps: numberMaybe(MOST_STEPS),
  required: ticked(),
}

/** The longest statement, and the most that staff put to groups in one question. */
export const LONGEST_STATEMENT = 140
/** The most statements of one question that staff write. */
export const MOST_STATEMENTS = 50
const TOO_LONG = say("Make each statement {longest} characters or fewer", { longest: LONGEST_STATEMENT })

const shape = {
  ...questionShape,
  consultationId: z.uuid(),
  kind: z.enum(keys(CONSULTATION_QUESTIONS), { error: say("Choose what kind of question it is") }),
  statements: linesMaybe(LONGEST_STATEMENT, TOO_LONG),
  things: linesMaybe(200, say("Make each line 200 characters or fewer")),
  ...numberShape,
  ...limitShape,
  ...sectionShape,
  ...conditionShape,
}

type Said = z.output<z.ZodObject<typeof questionShape>>

/** The fields of a question with its options or the points of its scale as they are kept. */
export function withSetting<T extends Said>(
  { options, low, high, steps, ...rest }: T,
  check: z.RefinementCtx,
) {
  const refuse = (field: string, message: string) =>
    check.addIssue({ code: "custom", path: [field], message })
  if (rest.kind === "text") return { ...rest, setting: {} }
  if (rest.kind === "scale") {
    const points = steps ?? 5
    if (points < 2) refuse("steps", say("A scale has 2 to 10 points"))
    return { ...rest, setting: { low: low ?? undefined, high: high ?? undefined, steps: points } }
  }
  return { ...rest, setting: choicesSetting(options, check) }
}

type Asked = z.output<z.ZodObject<typeof shape>>

function statementsSetting(statements: string[], check: z.RefinementCtx): QuestionOptions {
  const refuse = (message: string) => check.addIssue({ code: "custom", path: ["statements"], message })
  if (statements.length < 2) refuse(say("Enter at least 2 statements"))
  if (statements.length > MOST_STATEMENTS)
    refuse(say("Enter {most} statements or fewer", { most: MOST_STATEMENTS }))
  return { options: statements.map((label, at) => ({ id: `o${at + 1}`, label })) }
}

/** What goes with the kind of a question. */
function settingOf(asked: Asked, check: z.RefinementCtx): QuestionOptions {
  const { kind } = asked
  if (kind === "statements") return statementsSetting(asked.statements, check)
  if (kind === "number") return numberSetting(asked, check)
  if (kind === "ranking") return rankingSetting(asked.options, asked.atMost, check)
  if (kind === "matrix")
    return {
      ...withSetting({ ...asked, kind: "scale" }, check).setting,
      ...thingsSetting(asked.things, check),
    }
  if (kind === "file") return {}
  const { setting } = withSetting({ ...asked, kind }, check)
  return kind === "multiple" ? withLimits(setting, asked, check) : setting
}

/** The same of a consultation, whose questions may also be numbers, orders, files, several things on a scale, or statements to vote on. */
function ofConsultation(asked: Asked, check: z.RefinementCtx) {
  const { consultationId, kind, title, help, required } = asked
  const begins = { ...sectionIn(asked, check), ...conditionIn(asked, check) }
  const setting: QuestionOptions = { ...settingOf(asked, check), ...begins }
  return { consultationId, kind, title, help, required, setting }
}

/** A question to be put last. */
export const addQuestionInput = z.object(shape).transform(ofConsultation)
export type AddQuestion = z.output<typeof addQuestionInput>

/** Lines with a dash, a dot or a star in front are options of the question above them. */
const OPTION = /^\s*[-–—•*]\s*/

/** Questions as people write them down: one a line, its options below it, each with a dash. */
function asWritten(text: string) {
  const list: { title: string; options: string[] }[] = []
  for (const line of text.split(/\r?\n/)) {
    const words = line.replace(OPTION, "").trim()
    if (!words) continue
    const above = list.at(-1)
    if (above && OPTION.test(line)) above.options.push(words)
    else list.push({ title: words.replace(/^\d+[.)]\s+/, ""), options: [] })
  }
  return list
}

/** Several questions at once: those with options are to choose one, the others are answered in words. */
export const addQuestionsInput = z
  .object({
    consultationId: z.uuid(),
    lines: wordsSaid(say("Enter the questions, one on each line"), 20_000),
  })
  .transform(({ consultationId, lines }, check) => ({
    consultationId,
    questions: asWritten(lines).map(({ title, options }) => {
      const refuse = (message: string) => check.addIssue({ code: "custom", path: ["lines"], message })
      if (title.length > 500) refuse(say("Make each question 500 characters or fewer"))
      if (options.length === 1)
        refuse(say("Give “{title}” at least 2 options, or none", { title: title.slice(0, 60) }))
      if (options.length > MOST_OPTIONS)
        refuse(say("Give each question {mostOptions} options or fewer", { mostOptions: MOST_OPTIONS }))
      if (options.some((option) => option.length > 200))
        refuse(say("Make each option 200 characters or fewer"))
      return {
        title,
        help: null,
        required: false,
        kind: options.length > 0 ? ("single" as const) : ("text" as const),
        setting:
          options.length > 0 ? { options: options.map((label, at) => ({ id: `o${at + 1}`, label })) } : {},
      }
    }),
  }))
export type AddQuestions = { consultationId: string; questions: Omit<AddQuestion, "consultationId">[] }

/** A question as it is changed. */
export const changeQuestionInput = z
  .object({ ...shape, id: z.uuid() })
  .transform(({ id, ...asked }, check) => ({ id, ...ofConsultation(asked, check) }))
export type ChangeQuestion = z.output<typeof changeQuestionInput>

/** A question to move one place up or down, or to a place in the list. */
export const moveQuestionInput = z.object({ consultationId: z.uuid(), ...moveShape })
export type MoveQuestion = Move & { consultationId: string }

/** A question to remove. */
export const removeQuestionInput = z.object({ id: z.uuid(), consultationId: z.uuid() })
export type RemoveQuestion = z.output<typeof removeQuestionInput>
