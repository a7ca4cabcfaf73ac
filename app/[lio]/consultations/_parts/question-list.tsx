import { HiddenField } from "@/app/_ui/fields"
import type { FormAction } from "@/app/_ui/form-state"
import { Grip, MoveButtons } from "@/app/_ui/move-buttons"
import { Reorder } from "@/app/_ui/reorder"
import { CONSULTATION_QUESTIONS } from "@/db/vocabulary"
import { aboutAmount } from "@/lib/consultations/amounts/words"
import { thingsOf } from "@/lib/consultations/matrix/words"
import type { Question } from "@/lib/consultations/queries"
import { hangsOn, onlyFor } from "@/lib/consultations/questions/showing/words"
import { aboutPlaces } from "@/lib/consultations/ranking/words"
import { statementsOf } from "@/lib/consultations/statements/words"
import { aboutMany, optionsOf } from "@/lib/consultations/words"
import { say } from "@/lib/words"

type Props = {
  lio: string
  questions: Question[]
  /** The page below which each question has its own, by its id. */
  at: string
  move: FormAction
  /** What they are questions of, as the form that moves them sends it. */
  of: { name: string; value: string }
}

/** Questions in their order, each to change or to move. */
export function QuestionList({ questions, ...rest }: Props) {
  return (
    <Reorder>
      <ol className="list-none p-0">
        {questions.map((question, at) => (
          <li key={question.id} className="border-b border-line py-2">
            {question.setting.section ? (
              <p className="hint m-0">
                {say("Section: {heading}", { heading: question.setting.section.heading })}
              </p>
            ) : null}
            <One {...rest} question={question} place={at} last={at === questions.length - 1} />
            <OnlyFor on={hangsOn(question, questions)} />
          </li>
        ))}
      </ol>
    </Reorder>
  )
}

/** What may be answered, behind the kind of question: nothing for written answers. */
function settingOf(question: Question) {
  const of = [...optionsOf(question), ...statementsOf(question), ...thingsOf(question)].map(
    ({ label }) => label,
  )
  const { kind, setting } = question
  const about =
    kind === "number"
      ? [aboutAmount(setting), ...of]
      : kind === "ranking"
        ? [aboutPlaces(setting), ...of]
        : kind === "multiple"
          ? [aboutMany(question), ...of]
          : of
  return about.length > 0 ? `: ${about.join(" · ")}` : ""
}

const OnlyFor = ({ on }: { on: ReturnType<typeof hangsOn> }) =>
  on ? <p className="hint m-0">{onlyFor(on)}</p> : null

type OneProps = Omit<Props, "questions"> & { question: Question; place: number; last: boolean }

function One({ lio, at, move, of, question, place, last }: OneProps) {
  return (
    <>
      <p className="m-0 flex font-semibold">
        <Grip />
        <span>
          {place + 1}. <a href={`${at}/${question.id}`}>{question.title}</a>
        </span>
      </p>
      <p className="hint m-0">
        {question.required
          ? say("{kind}, must be answered", { kind: CONSULTATION_QUESTIONS[question.kind] })
          : CONSULTATION_QUESTIONS[question.kind]}
        {settingOf(question)}
      </p>
      <div className="flex flex-wrap gap-x-4">
        <MoveButtons
          action={move}
          lio={lio}
          id={question.id}
          called={`question ${place + 1}`}
          first={place === 0}
          last={last}
        >
          <HiddenField {...of} />
        </MoveButtons>
      </div>
    </>
  )
}
