import { z } from "zod"
import { linesMaybe, wordsMaybe, wordsSaid } from "../../../input"
import { say } from "../../../words"
import { MOST_OPTIONS } from "../kinds/input"

/** A question put right while it is open. `version`: that of the questions which was on the page. */
export const correctQuestionInput = z.object({
  id: z.uuid(),
  consultationId: z.uuid(),
  version: z.coerce.number().int().min(1),
  title: wordsSaid(say("Enter the question"), 500),
  help: wordsMaybe(2000),
  /** Answers to choose from that come after those there are. */
  more: linesMaybe(200, say("Make each option 200 characters or fewer")).refine(
    (lines) => lines.length <= MOST_OPTIONS,
    say("Enter {mostOptions} options or fewer", { mostOptions: MOST_OPTIONS }),
  ),
  reason: wordsSaid(say("Say why. Groups will read it, and it’s printed with the results"), 1000),
})
export type CorrectQuestion = z.output<typeof correctQuestionInput>

/** How many letters differ between two wordings: put in, left out or another. */
function lettersApart(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [row, letter] of [...one].entries()) {
    const line = [row + 1]
    for (let at = 1; at <= other.length; at++)
      line.push(
        Math.min(
          (above[at] ?? 0) + 1,
          (line[at - 1] ?? 0) + 1,
          (above[at - 1] ?? 0) + (other[at - 1] === letter ? 0 : 1),
        ),
      )
    above = line
  }
  return above[other.length] ?? 0
}

/** Whether one wording is the other with its spelling put right: three letters, or one in twenty of a long question. */
export const isSpelling = (before: string, after: string) =>
  lettersApart(before, after) <= Math.max(3, Math.floor(before.length / 20))
