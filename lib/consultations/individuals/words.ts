import { say, sayCount } from "../../words"
import type { QuestionNumbers } from "../results/numbers"
import { LEAST } from "../small-numbers"
import { UNSURE } from "../words"

/** What people who answered for themselves said to one question, or one thing or statement of it: numbers of people. */
export type PeopleSaid = {
  number: number
  title: string
  answered: number
  held: boolean
  finding: string
  counts: { label: string; people: number }[]
}

/** What people said for themselves, kept with an edition. No questions where fewer than five answered. */
export type People = { answered: number; questions: PeopleSaid[] }

const countsOf = ({ options, unsure }: QuestionNumbers) => [
  ...options.map(({ label, count }) => ({ label, people: count })),
  ...(unsure > 0 ? [{ label: UNSURE, people: unsure }] : []),
]

/** Whether people who answer for themselves are asked a question: not for a file, which would be taken from anybody at all. */
export const isForPeople = ({ kind }: Pick<QuestionNumbers, "kind">) => kind !== "file"

/** The numbers of one question, or of each thing or statement in it; none of what people aren't asked. */
export function peopleSaid(question: QuestionNumbers): PeopleSaid[] {
  if (!isForPeople(question)) return []
  const one = (of: QuestionNumbers, title: string): PeopleSaid => ({
    number: question.number,
    title,
    ...{ answered: of.answered, held: of.held, finding: of.finding, counts: countsOf(of) },
  })
  const parts = question.things ?? question.statements?.each
  if (!parts) return [one(question, question.title)]
  return parts.map((part) =>
    one(part, say("{question}: {part}", { question: question.title, part: part.title })),
  )
}

/** How many answered for themselves, in a sentence, and that they are in no other number. */
export const peopleInWords = ({ answered }: Pick<People, "answered">) =>
  answered === 0
    ? say("Nobody answered for themselves.")
    : answered < LEAST
      ? sayCount(
          answered,
          {
            one: "{count} person answered for themselves. That’s fewer than {least}, so what they said isn’t shown.",
            other:
              "{count} people answered for themselves. That’s fewer than {least}, so what they said isn’t shown.",
          },
          { least: LEAST },
        )
      : sayCount(answered, {
          one: "{count} person answered for themselves, not for a group. They’re counted here and nowhere else.",
          other:
            "{count} people answered for themselves, not for a group. They’re counted here and nowhere else.",
        })

/** Why people can't answer for themselves where nobody may know whose an answer is. */
export const NOT_FOR_PEOPLE = say(
  "People can’t answer for themselves when answers are named to nobody: we’d have to keep their email addresses beside what they say.",
)
