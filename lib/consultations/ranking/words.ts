import type { AnswerValue, QuestionOptions } from "@/db/schema/asking"
import { say } from "../../words"

/** The most places of a question whose options are put in order. */
export const MOST_PLACES = 10

/** How many options are put in order. */
export const placesOf = ({ options = [], atMost }: QuestionOptions) =>
  Math.min(atMost ?? MOST_PLACES, options.length, MOST_PLACES)

/** How to put options in order, in words. */
export const aboutPlaces = (setting: QuestionOptions) =>
  placesOf(setting) < (setting.options ?? []).length
    ? say("Number up to {places} of them: 1 is what matters most. Leave the others empty.", {
        places: placesOf(setting),
      })
    : say("Number them: 1 is what matters most. You can leave some empty.")

/** How often an option stood at each place, the first first, and on the average of those who put it anywhere. */
export type Ranked = { value: string; label: string; ranked: number; places: number[]; mean: number | null }

/**
 * The places of each option. Every count in it is of how many of those who answered said something, as for "choose any",
 * so it goes by the same rule for small numbers; the mean follows from the counts.
 */
export function rankedOf(setting: QuestionOptions, answers: readonly AnswerValue[]): Ranked[] {
  return (setting.options ?? []).map(({ id, label }) => {
    const places = Array.from(
      { length: placesOf(setting) },
      (_, at) => answers.filter(({ ranking }) => ranking?.[at] === id).length,
    )
    const ranked = places.reduce((all, count) => all + count, 0)
    const sum = places.reduce((all, count, at) => all + count * (at + 1), 0)
    return {
      value: id,
      label,
      ranked,
      places,
      mean: ranked > 0 ? Math.round((sum * 10) / ranked) / 10 : null,
    }
  })
}
