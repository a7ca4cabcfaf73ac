import { HiddenField } from "@/app/_ui/fields"
import { Grip, MoveButtons } from "@/app/_ui/move-buttons"
import { Reorder } from "@/app/_ui/reorder"
import { QUESTION_KINDS } from "@/db/vocabulary"
import type { Question } from "@/lib/consultations/queries"
import { optionsOf } from "@/lib/consultations/words"
import { say } from "@/lib/words"
import { addressOf } from "../../_parts/paths"
import { moveQuestionForm } from "../../actions"

type Props = { lio: string; id: string; questions: Question[] }

/** The questions of a draft in their order, each to change or to move. */
export function QuestionList({ lio, id, questions }: Props) {
  return (
    <Reorder>
      <ol className="list-none p-0">
        {questions.map((question, at) => (
          <li key={question.id} className="border-b border-line py-2">
            <One lio={lio} id={id} question={question} at={at} last={at === questions.length - 1} />
          </li>
        ))}
      </ol>
    </Reorder>
  )
}

type OneProps = { lio: string; id: string; question: Question; at: number; last: boolean }

function One({ lio, id, question, at, last }: OneProps) {
  return (
    <>
      <p className="m-0 flex font-semibold">
        <Grip />
        <span>
          {at + 1}. <a href={addressOf(lio, id, `questions/${question.id}`)}>{question.title}</a>
        </span>
      </p>
      <p className="hint m-0">
        {question.required
          ? say("{kind}, must be answered", { kind: QUESTION_KINDS[question.kind] })
          : QUESTION_KINDS[question.kind]}
        {question.kind === "text"
          ? ""
          : `: ${optionsOf(question)
              .map(({ label }) => label)
              .join(" · ")}`}
      </p>
      <div className="flex flex-wrap gap-x-4">
        <MoveButtons
          action={moveQuestionForm}
          lio={lio}
          id={question.id}
          called={`question ${at + 1}`}
          first={at === 0}
          last={last}
        >
          <HiddenField name="consultationId" value={id} />
        </MoveButtons>
      </div>
    </>
  )
}
