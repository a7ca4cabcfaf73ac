import { z } from "zod"
import type { QuestionOptions } from "@/db/schema/asking"
import { numberMaybe, ticked, wordsMaybe } from "../../../input"
import { say } from "../../../words"
import { BANDS, readAmount } from "../../amounts/words"
import { MOST_PLACES } from "../../ranking/words"

/** The most options of one question. */
export const MOST_OPTIONS = 20

/** A number that staff type for a question, maybe with decimals; null when empty. */
const amountMaybe = () =>
  z
    .string()
    .nullish()
    .transform((typed, check) => {
      if (!typed?.trim()) return null
      const amount = readAmount(typed)
      if (amount === null) check.addIssue({ code: "custom", message: say("Enter a number, like 10") })
      return amount
    })

/** What is said of a number that is asked for. `bands`: where each but the lowest begins, as "10, 50, 200". */
export const numberShape = {
  unit: wordsMaybe(30),
  least: amountMaybe(),
  most: amountMaybe(),
  decimals: ticked(),
  bands: wordsMaybe(200),
}

/** How many may be chosen of "choose any", and the numbers of the options that can’t be chosen with any other, as "4, 5". */
export const limitShape = {
  atLeast: numberMaybe(MOST_OPTIONS),
  atMost: numberMaybe(MOST_OPTIONS),
  alone: wordsMaybe(80),
}

/** The heading of a section that begins with the question, and words below it. */
export const sectionShape = { section: wordsMaybe(120), sectionWords: wordsMaybe(1000) }

/** Options to choose from. */
export function choicesSetting(options: string[], check: z.RefinementCtx) {
  const refuse = (message: string) => check.addIssue({ code: "custom", path: ["options"], message })
  if (options.length < 2) refuse(say("Enter at least 2 options"))
  if (options.length > MOST_OPTIONS)
    refuse(say("Enter {mostOptions} options or fewer", { mostOptions: MOST_OPTIONS }))
  return { options: options.map((label, at) => ({ id: `o${at + 1}`, label })) }
}

/** Several things to put on one scale. */
export function thingsSetting(things: string[], check: z.RefinementCtx): Pick<QuestionOptions, "options"> {
  const refuse = (message: string) => check.addIssue({ code: "custom", path: ["things"], message })
  if (things.length < 2) refuse(say("Enter at least 2 things, one on each line"))
  if (things.length > MOST_OPTIONS) refuse(say("Enter {most} things or fewer", { most: MOST_OPTIONS }))
  return { options: things.map((label, at) => ({ id: `o${at + 1}`, label })) }
}

/** The places of the options that go with no other, from their numbers as staff typed them. */
function aloneAt(written: string | null, options: number, refuse: (message: string) => void): number[] {
  const numbers = (written ?? "")
    .split(/[,;\s]+/)
    .filter(Boolean)
    .map(Number)
  if (numbers.some((number) => !Number.isInteger(number) || number < 1 || number > options))
    refuse(say("Enter the numbers of options. For example, 4, 5"))
  else if (numbers.length > 0 && options - new Set(numbers).size < 2)
    refuse(say("Leave at least 2 options that can be chosen together"))
  return numbers.map((number) => number - 1)
}

/** The options of "choose any" with how many may be chosen. */
export function withLimits(
  { options = [] }: QuestionOptions,
  { atLeast, atMost, alone: written }: z.output<z.ZodObject<typeof limitShape>>,
  check: z.RefinementCtx,
): QuestionOptions {
  const refuse = (field: string, message: string) =>
    check.addIssue({ code: "custom", path: [field], message })
  const alone = aloneAt(written, options.length, (message) => refuse("alone", message))
  const together = options.length - new Set(alone).size
  if ((atLeast ?? 0) > together) refuse("atLeast", say("Enter a number no higher than the number of options"))
  if (atMost !== null && (atMost < 1 || atMost < (atLeast ?? 1)))
    refuse("atMost", say("Enter a number no lower than the fewest they can choose"))
  return {
    options: options.map((option, at) => (alone.includes(at) ? { ...option, alone: true as const } : option)),
    atLeast: atLeast || undefined,
    atMost: atMost ?? undefined,
  }
}

/** Options to put in order, and how many places there are. */
export function rankingSetting(
  options: string[],
  atMost: number | null,
  check: z.RefinementCtx,
): QuestionOptions {
  if (atMost !== null && (atMost < 1 || atMost > MOST_PLACES))
    check.addIssue({
      code: "custom",
      path: ["atMost"],
      message: say("Enter a number from 1 to {most}", { most: MOST_PLACES }),
    })
  return { ...choicesSetting(options, check), atMost: atMost ?? undefined }
}

/** The section that a question begins; nothing when it begins none. */
export function sectionIn(
  { section, sectionWords }: z.output<z.ZodObject<typeof sectionShape>>,
  check: z.RefinementCtx,
): Pick<QuestionOptions, "section"> {
  if (!section && sectionWords)
    check.addIssue({ code: "custom", path: ["section"], message: say("Enter a heading for the section") })
  return section ? { section: { heading: section, words: sectionWords ?? undefined } } : {}
}

/** The bands that staff wrote down, where each begins but the lowest. */
function bandsIn(written: string | null, decimals: boolean, refuse: (message: string) => void) {
  const bands = (written ?? "").split(/[,;\s]+/).flatMap((one) => (one ? [readAmount(one)] : []))
  const from = bands.filter((one) => one !== null)
  if (from.length < bands.length) refuse(say("Enter numbers with a comma between them, like 10, 50, 200"))
  else if (from.length > 0 && (from.length < BANDS.fewest - 1 || from.length > BANDS.most - 1))
    refuse(say("Enter 3 to 5 numbers, to make 4 to 6 bands"))
  else if (from.some((low, at) => at > 0 && low <= (from[at - 1] ?? low)))
    refuse(say("Put the numbers in order, smallest first"))
  else if (!decimals && from.some((low) => !Number.isInteger(low)))
    refuse(say("Enter whole numbers, or allow decimals"))
  return from
}

/** A number question's setting. */
export function numberSetting(
  { unit, least, most, decimals, bands }: z.output<z.ZodObject<typeof numberShape>>,
  check: z.RefinementCtx,
): QuestionOptions {
  const refuse = (field: string) => (message: string) =>
    check.addIssue({ code: "custom", path: [field], message })
  if (least !== null && most !== null && least >= most)
    refuse("most")(say("Enter a number higher than the lowest one"))
  const from = bandsIn(bands, decimals, refuse("bands"))
  return {
    unit: unit ?? undefined,
    least: least ?? undefined,
    most: most ?? undefined,
    decimals: decimals || undefined,
    bands: from.length > 0 ? from : undefined,
  }
}
