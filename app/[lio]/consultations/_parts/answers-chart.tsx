import type { ReactNode } from "react"
import { BarChart } from "@/app/_ui/bar-chart"
import type { QuestionNumbers } from "@/lib/consultations/results/numbers"
import type { Answerers } from "@/lib/consultations/results/words"
import { UNSURE } from "@/lib/consultations/words"
import { percent, say, sayCount } from "@/lib/words"

type Props = {
  question: QuestionNumbers
  /** How many answered at all. */
  answered: number
  by: Answerers
  /** What stands below the chart. */
  children?: ReactNode
}

const HEARD = {
  groups: {
    all: (all: number, answered: number) =>
      sayCount(
        all,
        { one: "Answers of {answered} of {count} group.", other: "Answers of {answered} of {count} groups." },
        { answered },
      ),
    some: (all: number, answered: number, skipped: number) =>
      sayCount(
        all,
        {
          one: "Answers of {answered} of {count} group; {skipped} left it out.",
          other: "Answers of {answered} of {count} groups; {skipped} left it out.",
        },
        { answered, skipped },
      ),
    many: () => say("Groups could choose more than one."),
  },
  people: {
    all: (all: number, answered: number) =>
      sayCount(
        all,
        {
          one: "Answers of {answered} of {count} person.",
          other: "Answers of {answered} of {count} people.",
        },
        { answered },
      ),
    some: (all: number, answered: number, skipped: number) =>
      sayCount(
        all,
        {
          one: "Answers of {answered} of {count} person; {skipped} left it out.",
          other: "Answers of {answered} of {count} people; {skipped} left it out.",
        },
        { answered, skipped },
      ),
    many: () => say("People could choose more than one."),
  },
} as const

/** What the answers to a question with options show: the finding alone where it is held back, or with its chart. */
export function AnswersChart({ question, answered, by, children }: Props) {
  if (question.held || question.answered === 0)
    return <p className="font-serif text-xl leading-snug font-bold">{question.finding}.</p>
  const { skipped } = question
  const words = HEARD[by]
  const heard =
    skipped > 0 ? words.some(answered, question.answered, skipped) : words.all(answered, question.answered)
  if (question.options.length === 0)
    return (
      <>
        <p className="font-serif text-xl leading-snug font-bold">{question.finding}.</p>
        <p className="hint">
          {heard}{" "}
          {question.unsure > 0 ? say("{unsure}: {count}.", { unsure: UNSURE, count: question.unsure }) : ""}
        </p>
      </>
    )
  const bars = [
    ...question.options,
    ...(question.unsure > 0 ? [{ value: "unsure", label: UNSURE, count: question.unsure }] : []),
  ]
  return (
    <>
      <BarChart
        finding={question.finding}
        about={question.kind === "multiple" ? `${heard} ${words.many()}` : heard}
        most={answered}
        rows={bars.map(({ label, count }) => ({
          label,
          values: [count],
          note: `(${percent(count, question.answered)})`,
        }))}
      />
      {children}
    </>
  )
}
