import type { QuestionWords } from "@/db/schema/question-changes"
import { inWords, say, sayCount } from "../../../words"

/** What changed in a question, in sentences. */
export function changeInWords(number: number, was: QuestionWords, now: QuestionWords): string[] {
  const more = now.options.slice(was.options.length).map((label) => `“${label}”`)
  return [
    ...(was.title === now.title
      ? []
      : [
          say("Question {number} said “{was}”. Now it says “{now}”.", {
            number,
            was: was.title,
            now: now.title,
          }),
        ]),
    ...(was.help === now.help
      ? []
      : [
          now.help
            ? was.help
              ? say("The help text of question {number} said “{was}”. Now it says “{now}”.", {
                  number,
                  was: was.help,
                  now: now.help,
                })
              : say("Question {number} now has help text: “{now}”.", { number, now: now.help })
            : say("Question {number} no longer has its help text, which said “{was}”.", {
                number,
                was: was.help ?? "",
              }),
        ]),
    ...(more.length > 0
      ? [
          sayCount(
            more.length,
            {
              one: "Question {number} has one more answer to choose from: {options}.",
              other: "Question {number} has {count} more answers to choose from: {options}.",
            },
            { number, options: inWords(more) },
          ),
        ]
      : []),
  ]
}
