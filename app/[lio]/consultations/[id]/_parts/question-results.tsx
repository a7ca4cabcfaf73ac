import { Disclosure } from "@/app/_ui/disclosure"
import { AnswersChart } from "@/app/[lio]/consultations/_parts/answers-chart"
import { addressOf } from "@/app/[lio]/consultations/_parts/paths"
import { shownToSome } from "@/lib/consultations/questions/showing/words"
import { headsOf, type QuestionNumbers } from "@/lib/consultations/results/numbers"
import type { QuestionResult } from "@/lib/consultations/results/queries"
import { inWords, say } from "@/lib/words"
import { sayRichCount } from "@/lib/words/rich"
import { PartTable } from "./part-table"
import { RankedTable } from "./ranked-table"
import { StatementResults } from "./statement-results"
import { WrittenAnswers } from "./written-answers"

/** The consultation that the results are of. */
type Where = { lio: string; id: string }
type Props = { question: QuestionResult; answered: number; staff: boolean; where: Where }

/** One question: what its answers show, the chart, the tables by segment, or what groups wrote. */
export function QuestionResults({ question, answered, staff, where }: Props) {
  const { number, title, kind } = question
  return (
    <section className="mb-10 border-t border-line pt-2">
      <h2>
        {number}. {title}
      </h2>
      {question.shown ? <p className="hint">{shownToSome(question.shown)}</p> : null}
      {question.statements ? (
        <StatementResults question={question} statements={question.statements} />
      ) : question.things ? (
        <ThingResults
          question={question}
          things={question.things}
          most={question.shown?.groups ?? answered}
        />
      ) : kind === "text" ? (
        <Words question={question} staff={staff} where={where} />
      ) : kind === "file" ? (
        <p className="font-serif text-xl leading-snug font-bold">{question.finding}</p>
      ) : (
        <AnswersChart question={question} answered={question.shown?.groups ?? answered} by="groups">
          {question.ranked ? <RankedTable ranked={question.ranked} /> : null}
          <Parts question={question} />
          <FirstWritten question={question} staff={staff} where={where} />
        </AnswersChart>
      )}
    </section>
  )
}

/** Several things on one scale: what most shows, then each as a chart, all to one scale. */
function ThingResults({
  question,
  things,
  most,
}: {
  question: QuestionResult
  things: QuestionNumbers[]
  most: number
}) {
  return (
    <>
      <p className="font-serif text-xl leading-snug font-bold">{question.finding}.</p>
      {question.held || question.answered === 0
        ? null
        : things.map((thing) => (
            <section key={thing.id}>
              <h3>{thing.title}</h3>
              <AnswersChart question={thing} answered={most} by="groups">
                <Parts question={thing} />
              </AnswersChart>
            </section>
          ))}
    </>
  )
}

function Parts({ question }: { question: QuestionNumbers }) {
  const shown = question.parts.filter(({ rows }) => rows.length > 0)
  const whole = question.parts.filter(({ few }) => few).map(({ label }) => label.toLowerCase())
  return (
    <>
      {shown.length > 0 ? (
        <Disclosure
          summary={say("By {shown}", { shown: inWords(shown.map(({ label }) => label.toLowerCase())) })}
        >
          {shown.map((by) => (
            <PartTable key={by.dimension} by={by} labels={headsOf(question)} />
          ))}
        </Disclosure>
      ) : null}
      {whole.length > 0 ? (
        <p className="hint">{say("Too few answers to split them by {whole}.", { whole: inWords(whole) })}</p>
      ) : null}
    </>
  )
}

function Words({ question, staff, where }: { question: QuestionResult; staff: boolean; where: Where }) {
  const { total, finding, answered } = question
  return (
    <>
      <p className="font-serif text-xl leading-snug font-bold">{finding}</p>
      {!staff && total < answered ? (
        <p className="text-soft">
          {total === 0
            ? say("None of them may be quoted.")
            : say("{total} of them may be quoted:", { total })}
        </p>
      ) : null}
      <FirstWritten question={question} staff={staff} where={where} />
    </>
  )
}

/** The first written answers, and the way to all of them. */
function FirstWritten({
  question,
  staff,
  where,
}: {
  question: QuestionResult
  staff: boolean
  where: Where
}) {
  const { number, title, written, total } = question
  if (total === 0) return null
  return (
    <>
      <WrittenAnswers written={written} staff={staff} lio={where.lio} />
      {total > written.length ? (
        <p>
          <a
            className="inline-flex min-h-11 items-center"
            href={addressOf(where.lio, where.id, "results/written", { question: number })}
          >
            {sayRichCount(
              total,
              {
                one: "All {count} written answer<span> to question {number}: {title}</span>",
                other: "All {count} written answers<span> to question {number}: {title}</span>",
              },
              { number, title, span: (text) => <span className="sr-only">{text}</span> },
            )}
          </a>
        </p>
      ) : null}
    </>
  )
}
