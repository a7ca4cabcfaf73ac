import { BarChart } from "@/app/_ui/bar-chart"
import { Disclosure } from "@/app/_ui/disclosure"
import { type ByPart, headsOf } from "@/lib/consultations/results/numbers"
import type { QuestionResult } from "@/lib/consultations/results/queries"
import { UNSURE } from "@/lib/consultations/words"
import { inWords, percent, plural } from "@/lib/words"

type Props = { question: QuestionResult; answered: number; staff: boolean; lio: string }

/** One question: what its answers show, the chart, the tables by segment, or what groups wrote. */
export function QuestionResults({ question, answered, staff, lio }: Props) {
  const { number, title, kind, skipped } = question
  const bars = [
    ...question.options,
    ...(question.unsure > 0 ? [{ value: "unsure", label: UNSURE, count: question.unsure }] : []),
  ]
  const about = `Answers of ${question.answered} of ${plural(answered, "group")}${skipped > 0 ? `; ${skipped} left it out` : ""}${kind === "multiple" ? ". Groups could choose more than one." : ""}`
  return (
    <section className="mb-10 border-t border-line pt-2">
      <h2>
        {number}. {title}
      </h2>
      {kind === "text" ? (
        <Words question={question} staff={staff} lio={lio} />
      ) : question.held || question.answered === 0 ? (
        <p className="font-serif text-xl leading-snug font-bold">{question.finding}.</p>
      ) : (
        <>
          <BarChart
            finding={question.finding}
            about={about}
            most={answered}
            rows={bars.map(({ label, count }) => ({
              label,
              values: [count],
              note: `(${percent(count, question.answered)})`,
            }))}
          />
          <Parts question={question} />
          <Quotes question={question} staff={staff} lio={lio} />
        </>
      )}
    </section>
  )
}

function Parts({ question }: { question: QuestionResult }) {
  const shown = question.parts.filter(({ rows }) => rows.length > 0)
  const whole = question.parts.filter(({ few }) => few).map(({ label }) => label.toLowerCase())
  return (
    <>
      {shown.length > 0 ? (
        <Disclosure summary={`By ${inWords(shown.map(({ label }) => label.toLowerCase()))}`}>
          {shown.map((by) => (
            <PartTable key={by.dimension} by={by} labels={headsOf(question)} />
          ))}
        </Disclosure>
      ) : null}
      {whole.length > 0 ? <p className="hint">Too few answers to split them by {inWords(whole)}.</p> : null}
    </>
  )
}

function PartTable({ by, labels }: { by: ByPart; labels: string[] }) {
  return (
    <div className="overflow-x-auto">
      <table className="table mb-4">
        <caption>By {by.label.toLowerCase()}: number of groups</caption>
        <thead>
          <tr>
            <th scope="col">{by.label}</th>
            <th scope="col" className="number">
              Answered
            </th>
            {labels.map((label) => (
              <th key={label} scope="col" className="number">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {by.rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.key}</th>
              <td className="number">{row.size}</td>
              {row.counts.map((count, at) => (
                <td key={labels[at]} className="number">
                  {count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Words({ question, staff, lio }: { question: QuestionResult; staff: boolean; lio: string }) {
  const { written, finding, answered } = question
  return (
    <>
      <p className="font-serif text-xl leading-snug font-bold">{finding}</p>
      {!staff && written.length < answered ? (
        <p className="text-soft">
          {written.length === 0 ? "None of them may be quoted." : `${written.length} of them may be quoted:`}
        </p>
      ) : null}
      <Quotes question={question} staff={staff} lio={lio} />
    </>
  )
}

function Quotes({ question, staff, lio }: { question: QuestionResult; staff: boolean; lio: string }) {
  if (question.written.length === 0) return null
  return (
    <ul className="max-w-3xl list-none p-0">
      {question.written.map((one) => (
        <li key={one.key} className="border-b border-line py-4">
          <p className="mb-1 whitespace-pre-line">{one.text}</p>
          <p className="hint m-0">
            {one.groupId ? (
              <a href={`/${lio}/groups/${one.groupId}`}>{one.by}</a>
            ) : (
              (one.by ?? "A group that answered")
            )}
            {staff && !one.quotable ? " (may not be quoted)" : ""}
          </p>
        </li>
      ))}
    </ul>
  )
}
