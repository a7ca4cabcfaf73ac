import { CONSULTATION_QUESTIONS } from "@/db/vocabulary"
import { say, sayCount } from "../../words"
import { aboutAmount } from "../amounts/words"
import { shownToSome } from "../questions/showing/words"
import { aboutAlone, howMany } from "../words"
import type { EditionQuestion } from "./document"

/** Where an edition is for good, below the address of this installation. */
export const editionPath = (lio: string, id: string, edition: number) => `/${lio}/evidence/${id}/${edition}`

/** How a question was put, besides its words. */
export function howAsked(question: EditionQuestion): string {
  const { kind, required, scale, section } = question
  const ends =
    scale && (scale.low || scale.high)
      ? say("From 1 ({low}) to {steps} ({high}).", {
          low: scale.low ?? "1",
          steps: scale.steps,
          high: scale.high ?? String(scale.steps),
        })
      : ""
  return [
    section ? say("First question in the section “{heading}”.", { heading: section.heading }) : "",
    say("{kind}.", { kind: CONSULTATION_QUESTIONS[kind] }),
    ends,
    question.limits && kind === "multiple" ? howMany(question.limits) : "",
    aboutAlone(question.alone ?? []),
    kind === "ranking"
      ? say("Groups could put up to {places} of {options} options in order.", {
          places: question.limits?.atMost ?? question.options.length,
          options: question.options.length,
        })
      : "",
    question.amount ? aboutAmount(question.amount) : "",
    question.onlyIf ? shownToSome(question.onlyIf) : "",
    required ? "" : say("It was optional."),
  ]
    .filter(Boolean)
    .join(" ")
}

/** How many answered it, and how many left it out. */
export const heardOf = ({ answered, skipped }: EditionQuestion) =>
  skipped > 0
    ? sayCount(
        answered,
        {
          one: "{count} group answered; {skipped} left it out.",
          other: "{count} groups answered; {skipped} left it out.",
        },
        { skipped },
      )
    : sayCount(answered, { one: "{count} group answered.", other: "{count} groups answered." })
