import { z } from "zod"
import type { QuestionOptions } from "@/db/schema/asking"
import { RuleBroken } from "../../../errors"
import { say } from "../../../words"
import type { Consultation, Question } from "../../queries"
import type { Condition } from "./words"

/** Answers to an earlier question, each as its id and that of the option: only who gave one of them is asked this one. */
export const conditionShape = {
  onlyIf: z
    .array(z.object({ said: z.string().max(60) }))
    .max(20)
    .default([]),
}

/** An answer on which a question can hang, as the form sends it. */
export const saidField = (question: string, option: string) => `${question}:${option}`

/** On what a question hangs, from the rows of its form; nothing when everybody is asked it. */
export function conditionIn(
  { onlyIf }: z.output<z.ZodObject<typeof conditionShape>>,
  check: z.RefinementCtx,
): Pick<QuestionOptions, "onlyIf"> {
  const said = onlyIf.flatMap(({ said }) => {
    const [question = "", option = ""] = said.split(":")
    return question && option ? [{ question, option }] : []
  })
  const [first] = said
  if (!first) return {}
  if (said.some(({ question }) => question !== first.question))
    check.addIssue({ code: "custom", path: ["onlyIf"], message: say("Choose answers to one question only") })
  return { onlyIf: { question: first.question, options: [...new Set(said.map(({ option }) => option))] } }
}

/** Questions on which others can hang: those of which one or some options are chosen. */
export const canBeHungOn = ({ kind }: Pick<Question, "kind">) => kind === "single" || kind === "multiple"

/** A question on which later ones can hang, as their forms show it. */
export type Hook = { id: string; number: number; title: string; options: { id: string; label: string }[] }

/** Those of some questions; null where answers aren’t named. */
export const hooksOf = (
  questions: readonly Question[],
  { naming }: Pick<Consultation, "naming">,
): Hook[] | null =>
  naming === "body"
    ? questions.flatMap((question, at) =>
        canBeHungOn(question)
          ? [
              {
                id: question.id,
                number: at + 1,
                title: question.title,
                options: question.setting.options ?? [],
              },
            ]
          : [],
      )
    : null

/** On what a question hangs, as the rows of its form hold it. */
export const conditionRows = (onlyIf: Condition | undefined) =>
  (onlyIf?.options ?? []).map((option) => ({ said: saidField(onlyIf?.question ?? "", option) }))

/** Why only a consultation whose answers are named can leave a question out for some. */
export const ONLY_NAMED = say(
  "Questions can only be limited to some groups when answers are named. Otherwise, being asked one would show what a group said before.",
)

/** Refuses a condition that can't be kept: it needs an earlier question, options of it, and answers that are named. */
export function checkCondition(
  onlyIf: Condition | undefined,
  earlier: readonly Question[],
  { naming }: Pick<Consultation, "naming">,
) {
  if (!onlyIf) return
  if (naming !== "body") throw new RuleBroken(ONLY_NAMED, "onlyIf")
  const on = earlier.find(({ id }) => id === onlyIf.question)
  if (!on || !canBeHungOn(on))
    throw new RuleBroken(say("Choose answers to a question that comes before this one"), "onlyIf")
  const options = new Set(on.setting.options?.map(({ id }) => id))
  if (onlyIf.options.length === 0 || onlyIf.options.some((id) => !options.has(id)))
    throw new RuleBroken(say("Choose from the list"), "onlyIf")
}

/** Questions that hang on one, each with its number. */
export const hangingOn = (id: string, questions: readonly Question[]) =>
  questions.flatMap((question, at) =>
    question.setting.onlyIf?.question === id
      ? [{ question, onlyIf: question.setting.onlyIf, number: at + 1 }]
      : [],
  )

/** Refuses an order in which a question stands before the one that it hangs on. */
export function checkOrder(order: readonly Question[]) {
  for (const [at, { setting, title }] of order.entries()) {
    const on = order.findIndex(({ id }) => id === setting.onlyIf?.question)
    if (on > at)
      throw new RuleBroken(
        say("“{title}” is only for some groups, by their answers to “{other}”, so it has to come after it.", {
          title,
          other: order[on]?.title ?? "",
        }),
      )
  }
}

/**
 * The options of a condition after the options that it names were written anew: an option is found again by its words, or at
 * its place where only its spelling changed. Null when one of them isn't there any more.
 */
export function followed(
  onlyIf: Condition,
  before: QuestionOptions,
  after: QuestionOptions,
): Condition | null {
  const old = before.options ?? []
  const now = after.options ?? []
  const options = onlyIf.options.map((id) => {
    const at = old.findIndex((option) => option.id === id)
    const same = now.find(({ label }) => label === old[at]?.label)
    if (same) return same.id
    const there = now[at]
    return there && !old.some(({ label }) => label === there.label) ? there.id : null
  })
  return options.includes(null) ? null : { ...onlyIf, options: options.filter((id) => id !== null) }
}
