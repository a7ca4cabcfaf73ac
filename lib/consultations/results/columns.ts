import type { Question, SignedOff } from "../queries"
import { answerInWords, UNSURE } from "../words"
import { headsOf } from "./numbers"
import type { Results } from "./queries"

/** One line a group that answered, one column a question: for staff. */
export function answerLines(questions: Question[], said: SignedOff[]): string[][] {
  const heads = [
    "Group",
    "Reference",
    "Version",
    "Sent",
    "Sent by",
    "May be quoted",
    ...questions.map(({ title }, at) => `${at + 1}. ${title}`),
  ]
  const lines = said.map((one) => [
    one.group,
    one.reference,
    String(one.version),
    one.signedOffAt.toISOString(),
    one.signedOffName,
    one.quotable ? "yes" : "no",
    ...questions.map((question) => answerInWords(question, one.answers[question.id])),
  ])
  return [heads, ...lines]
}

/** What stands in a file for the numbers of a question that too few answered. */
export const HELD_BACK = "held back"

/** Every number of the results page, one a line: for everybody who may read them. */
export function tableLines({ questions }: Pick<Results, "questions">): string[][] {
  const heads = ["Question", "By", "Part", "Groups that answered", "Answer", "Groups"]
  const lines = questions.flatMap((question) => {
    const title = `${question.number}. ${question.title}`
    const answered = String(question.answered)
    const whole = (answer: string, count: string) => [title, "All", "All groups", answered, answer, count]
    if (question.kind === "text") return [whole("Wrote an answer", answered)]
    if (question.held) return [whole("All answers", HELD_BACK)]
    const all = [...question.options, { label: UNSURE, count: question.unsure }]
    const heads = headsOf(question)
    return [
      ...all.map(({ label, count }) => whole(label, String(count))),
      ...question.parts.flatMap(({ label, rows }) =>
        rows.flatMap((row) =>
          row.counts.map((count, at) => [
            title,
            label,
            row.key,
            String(row.size),
            heads[at] ?? "",
            String(count),
          ]),
        ),
      ),
    ]
  })
  return [heads, ...lines]
}
