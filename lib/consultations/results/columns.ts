import type { AnswerValue } from "@/db/schema/asking"
import { STATEMENT_VOTES } from "@/db/vocabulary"
import { say } from "../../words"
import { answersToThings, thingsAsked } from "../matrix/words"
import type { Question, SignedOff } from "../queries"
import { shownTo } from "../questions/showing/words"
import { QUOTES, quotesOf } from "../signing/consent/words"
import { statementsOf } from "../statements/words"
import { answerInWords, optionsOf, optionWithWords, picksOf, UNSURE } from "../words"
import { headsOf, type QuestionNumbers } from "./numbers"
import type { Results } from "./queries"

/** The columns of a question: of "choose any" one an option with yes or nothing, so that each can be counted. */
function columnsOf(
  question: Question,
  at: number,
): { head: string; cell: (value: AnswerValue | undefined) => string }[] {
  const title = `${at + 1}. ${question.title}`
  if (question.kind === "statements")
    return statementsOf(question).map(({ id, label }) => ({
      head: `${title}: ${label}`,
      cell: (value) => {
        const vote = value?.votes?.[id]
        return vote ? STATEMENT_VOTES[vote] : ""
      },
    }))
  if (question.kind === "matrix")
    return thingsAsked(question).map((thing) => ({
      head: `${title}: ${thing.title}`,
      cell: (value) => {
        const { scale, unsure } = answersToThings(value)[thing.id] ?? {}
        return unsure ? UNSURE : String(scale ?? "")
      },
    }))
  if (question.kind === "ranking")
    return [
      ...optionsOf(question).map(({ value: id, label }) => ({
        head: `${title}: ${label}`,
        cell: (value?: AnswerValue) => {
          const at = value?.ranking?.indexOf(id) ?? -1
          return at < 0 ? "" : String(at + 1)
        },
      })),
      { head: `${title}: ${UNSURE}`, cell: (value) => (value?.unsure ? "yes" : "") },
    ]
  const words = optionWithWords(question)
    ? [{ head: say("{title}: in their words", { title }), cell: (value?: AnswerValue) => value?.says ?? "" }]
    : []
  if (question.kind !== "multiple") {
    // A number without its unit is one for whoever counts on.
    const cell = (value?: AnswerValue) =>
      value?.number !== undefined
        ? String(value.number)
        : answerInWords(question, value && { ...value, says: undefined })
    return [{ head: title, cell }, ...words]
  }
  return [
    ...optionsOf(question).map((option) => ({
      head: `${title}: ${option.label}`,
      cell: (value?: AnswerValue) => (value && picksOf(question, value).includes(option.value) ? "yes" : ""),
    })),
    { head: `${title}: ${UNSURE}`, cell: (value) => (value?.unsure ? "yes" : "") },
    ...words,
  ]
}

/** What stands in a file where a group wasn’t asked a question. */
const NOT_ASKED = say("not asked")

/** One line a group that answered, one column a question, one an option where several could be chosen: for staff. */
export function answerLines(questions: Question[], answers: SignedOff[]): string[][] {
  const columns = questions.flatMap((question, at) =>
    columnsOf(question, at).map((column) => ({ ...column, id: question.id })),
  )
  const heads = [
    say("Group"),
    say("Reference"),
    say("Version"),
    say("Sent"),
    say("Sent by"),
    say("May be quoted"),
    ...columns.map(({ head }) => head),
  ]
  const lines = answers.map((one) => {
    const shown = new Set(shownTo(questions, (id) => one.answers[id]).map(({ id }) => id))
    return [
      one.group,
      one.reference,
      String(one.version),
      one.signedOffAt.toISOString(),
      one.signedOffName,
      QUOTES[quotesOf(one)],
      ...columns.map(({ id, cell }) => (shown.has(id) ? cell(one.answers[id]) : NOT_ASKED)),
    ]
  })
  return [heads, ...lines]
}

/** What stands in a file for the numbers of a question that too few answered. */
const HELD_BACK = say("held back")

/** Every number of the results page, one a line: for everybody who may read them. */
export function tableLines({ questions }: Pick<Results, "questions">): string[][] {
  const heads = [
    say("Question"),
    say("By"),
    say("Part"),
    say("Groups that answered"),
    say("Answer"),
    say("Groups"),
  ]
  return [
    heads,
    ...questions.flatMap((question) => linesOf(question, `${question.number}. ${question.title}`)),
  ]
}

const amountLines = (amounts: QuestionNumbers["amounts"]) =>
  amounts
    ? ([
        [say("Median"), String(amounts.median)],
        [say("Lowest"), String(amounts.least)],
        [say("Highest"), String(amounts.most)],
        [say("Total"), String(amounts.total)],
      ] as const)
    : []

/** The numbers of a question, or of each statement of it as if that were one. */
function linesOf(question: QuestionNumbers, title: string, unsure = true): string[][] {
  const answered = String(question.answered)
  const whole = (answer: string, count: string) => [
    title,
    say("All"),
    say("All groups"),
    answered,
    answer,
    count,
  ]
  const asked = question.shown === undefined ? [] : [whole(say("Was asked"), String(question.shown.groups))]
  if (question.statements)
    return [
      ...asked,
      ...question.statements.each.flatMap((one) => linesOf(one, `${title}: ${one.title}`, false)),
    ]
  if (question.things)
    return [...asked, ...question.things.flatMap((one) => linesOf(one, `${title}: ${one.title}`))]
  if (question.kind === "text") return [...asked, whole(say("Wrote an answer"), answered)]
  if (question.kind === "file") return [...asked, whole(say("Sent a file"), answered)]
  if (question.held) return [...asked, whole(say("All answers"), HELD_BACK)]
  const all = [...question.options, ...(unsure ? [{ label: UNSURE, count: question.unsure }] : [])]
  const heads = headsOf(question)
  return [
    ...asked,
    ...all.map(({ label, count }) => whole(label, String(count))),
    ...(question.ranked ?? []).flatMap(({ label, ranked, places, mean }) => [
      ...places.map((count, at) =>
        whole(say("{option}, place {place}", { option: label, place: at + 1 }), String(count)),
      ),
      whole(say("{option}, average place: {mean}", { option: label, mean: mean ?? "–" }), String(ranked)),
    ]),
    ...amountLines(question.amounts).map(([label, amount]) =>
      whole(say("{label}: {amount}", { label, amount }), String(question.amounts?.given ?? "")),
    ),
    ...question.parts.flatMap(({ label, rows }) =>
      rows.flatMap((row) =>
        row.counts
          .slice(0, all.length)
          .map((count, at) => [title, label, row.key, String(row.size), heads[at] ?? "", String(count)]),
      ),
    ),
  ]
}
