import type { AnswerValue } from "@/db/schema/asking"
import { inWords, percent, say } from "../../words"
import type { Question } from "../queries"
import { findingOf } from "../results/words"
import { LEAST } from "../small-numbers"

type Asked = Pick<Question, "kind" | "setting">
type Ratings = NonNullable<AnswerValue["ratings"]>

/** What groups put on one scale, in its order; nothing for other kinds of question. */
export const thingsOf = ({ kind, setting }: Asked) => (kind === "matrix" ? (setting.options ?? []) : [])

/** One thing’s rating as the answer to a scale. */
const asScale = (rating: Ratings[string]): AnswerValue =>
  rating === "unsure" ? { unsure: true } : { scale: rating }

/** Each thing as a question of its own, with the scale: so it is counted, shown and held back as any scale is. */
export const thingsAsked = (question: Question): Question[] =>
  thingsOf(question).map(({ id, label }) => {
    const { low, high, steps } = question.setting
    return { ...question, id, title: label, help: null, kind: "scale", setting: { low, high, steps } }
  })

/** What a group says to each thing, as answers to those questions. */
export const answersToThings = (value: AnswerValue | undefined): Record<string, AnswerValue> =>
  Object.fromEntries(Object.entries(value?.ratings ?? {}).map(([id, rating]) => [id, asScale(rating)]))

/** How to answer it, in words. */
export const ABOUT_THINGS = say("Choose one answer for each.")

type Rated = {
  title: string
  answered: number
  held: boolean
  options: { value: string; count: number }[]
}

const sum = (counts: number[]) => counts.reduce((all, count) => all + count, 0)

/**
 * Which of several things groups put highest, in a sentence: by the share of those that answered for each. It follows from the
 * numbers that are shown of each, and from nothing else.
 */
export function thingsFinding(
  { answered, held, steps }: { answered: number; held: boolean; steps: number },
  things: readonly Rated[],
): string {
  if (answered === 0 || held)
    return findingOf({ kind: "scale", answered, held, unsure: 0, options: [], steps })
  if (things.some((thing) => thing.held || thing.answered < LEAST))
    return say("Fewer than {least} groups answered some of these: too few to sum up", {
      least: LEAST,
    })
  const from = Math.ceil((steps + 2) / 2)
  const upper = from === steps ? String(steps) : say("{least} to {most}", { least: from, most: steps })
  const rated = things.map(({ title, answered, options }) => ({
    ...{ title, answered },
    high: sum(options.filter(({ value }) => Number(value) >= from).map(({ count }) => count)),
  }))
  const most = rated.reduce((best, one) => (one.high * best.answered > best.high * one.answered ? one : best))
  if (most.high === 0)
    return say("No group put any of them at {upper} on a scale of 1 to {steps}", { upper, steps })
  const level = rated.filter(({ high, answered }) => high * most.answered === most.high * answered)
  const names = inWords(level.map(({ title }) => `“${title}”`))
  const share = percent(most.high, most.answered)
  if (level.length === rated.length)
    return say("All were put at {upper} equally often on a scale of 1 to {steps}: by {share} of the groups", {
      ...{ upper, steps, share },
    })
  if (level.length > 1)
    return say(
      "{names} were most often put at {upper} on a scale of 1 to {steps}: by {share} of the groups each",
      {
        ...{ names, upper, steps, share },
      },
    )
  return say(
    "{names} was most often put at {upper} on a scale of 1 to {steps}: by {high} of {answered} groups ({share})",
    { ...{ names, upper, steps, share }, high: most.high, answered: most.answered },
  )
}
