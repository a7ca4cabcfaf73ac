import type { Question, SignedOff } from "../queries"
import { answerInWords } from "../words"
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

/** What stands in a table for a number that is held back. */
export const HELD_BACK = "held back"

/** Every number of the results page, one a line: for everybody who may read them. */
export function tableLines({ questions }: Pick<Results, "questions">): string[][] {
  const heads = ["Question", "By", "Segment", "Groups that answered", "Answer", "Groups"]
  const lines = questions.flatMap((question) => {
    const title = `${question.number}. ${question.title}`
    const all = [...question.options, { label: "Not sure or prefer not to say", count: question.unsure }].map(
      ({ label, count }) => [title, "All", "All groups", String(question.answered), label, String(count)],
    )
    const labels = [...question.options.map(({ label }) => label), "Not sure or prefer not to say"]
    const parts = question.segments.flatMap(({ label, rows }) =>
      rows.flatMap((row) =>
        row.counts.map((count, at) => [
          title,
          label,
          row.key,
          row.size === null ? HELD_BACK : String(row.size),
          labels[at] ?? "",
          count === null ? HELD_BACK : String(count),
        ]),
      ),
    )
    return question.kind === "text"
      ? [
          [
            title,
            "All",
            "All groups",
            String(question.answered),
            "Wrote an answer",
            String(question.answered),
          ],
        ]
      : [...all, ...parts]
  })
  return [heads, ...lines]
}
