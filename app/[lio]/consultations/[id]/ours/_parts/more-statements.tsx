import type { Ours } from "@/lib/consultations/answering/own/queries"
import { shownIn } from "@/lib/consultations/answering/queries"
import { unseenBy } from "@/lib/consultations/statements/words"
import { sayRichCount } from "@/lib/words/rich"

type Props = { ours: NonNullable<Ours>; at: (question: number) => string }

/** Statements that came after the group had sent its answer, or that it left out. */
export function MoreStatements({ ours, at }: Props) {
  const { questions, answers } = ours
  return shownIn(ours).map((question) => {
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
          { vote: (text) => <a href={at(questions.indexOf(question) + 1)}>{text}</a> },
        )}
      </p>
    ) : null
  })
}
