import { Fragment } from "react"
import { isForPeople } from "@/lib/consultations/individuals/words"
import type { Tongue } from "@/lib/consultations/languages/words"
import type { Question } from "@/lib/consultations/queries"
import { hangsOn, onlyIfChosen } from "@/lib/consultations/questions/showing/words"
import { QuestionField } from "../../consultations/_parts/question-field"
import { SectionBegins } from "../../consultations/_parts/section-begins"
import { marking } from "../../consultations/_parts/tongue"

/** All questions of a consultation below each other, for somebody who answers for themselves. */
export const Questions = ({ questions, tongue }: { questions: Question[]; tongue?: Tongue | null }) =>
  questions.map((question, at) => {
    if (!isForPeople(question)) return null
    const on = hangsOn(question, questions)
    return (
      <Fragment key={question.id}>
        <SectionBegins question={question} tongue={tongue} />
        {on ? <p className="mb-1 text-soft">{marking(tongue)(onlyIfChosen(on))}</p> : null}
        <QuestionField
          question={{ ...question, title: `${at + 1}. ${question.title}` }}
          tongue={tongue}
          large={false}
          of={`-${question.id}`}
        />
      </Fragment>
    )
  })
