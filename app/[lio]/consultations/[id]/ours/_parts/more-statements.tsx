import type { Ours } from "@/lib/consultations/answering/own/queries"
import { unseenBy } from "@/lib/consultations/statements/words"
import { sayRichCount } from "@/lib/words/rich"

type Props = { ours: NonNullable<Ours>; at: (question: number) => string }

/** Statements that came after the group had sent its answer, or that it left out. */
export function MoreStatements({ ours: { questions, answers }, at }: Props) {
  return questions.map((question, place) => {
    const left = unseenBy(question, answers.get(question.id)?.value).length
    return left > 0 ? (
      <p key={question.id}>
        {sayRichCount(
          left,
          {
            one: "There is {count} statement your group hasn’t voted on. <vote>Vote on it</vote>, then send your answers again.",
            other:
              "There are {count} statements your group hasn’t voted on. <vote>Vote on them</vote>, then send your answers again.",
          },
          { vote: (text) => <a href={at(place + 1)}>{text}</a> },
        )}
      </p>
    ) : null
  })
}
