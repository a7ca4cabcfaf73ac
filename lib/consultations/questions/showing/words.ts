import type { AnswerValue, QuestionOptions } from "@/db/schema/asking"
import { say, sayCount } from "../../../words"
import type { Question } from "../../queries"
import { picksOf } from "../../words"

/** Who is asked a question: those who chose one of these options of an earlier one. */
export type Condition = NonNullable<QuestionOptions["onlyIf"]>
type Shown = Pick<Question, "id" | "kind" | "setting">

/**
 * The questions that a group is asked, by what it says. One that hangs on a question which the group isn't asked isn't asked
 * either, whatever was answered to that before.
 */
export function shownTo<Q extends Shown>(
  questions: readonly Q[],
  saidTo: (id: string) => AnswerValue | undefined,
): Q[] {
  const picked = new Map<string, string[]>()
  return questions.filter((question) => {
    const { onlyIf } = question.setting
    if (onlyIf && !onlyIf.options.some((option) => picked.get(onlyIf.question)?.includes(option)))
      return false
    picked.set(question.id, picksOf(question, saidTo(question.id) ?? {}))
    return true
  })
}

/** The number of the next question that a group is asked, after the one at this place; null when it was the last. */
export function nextShown(
  questions: readonly Shown[],
  saidTo: (id: string) => AnswerValue | undefined,
  at: number,
): number | null {
  const shown = new Set(shownTo(questions, saidTo).map(({ id }) => id))
  const next = questions.findIndex(({ id }, place) => place > at && shown.has(id))
  return next < 0 ? null : next + 1
}

/** "“Yes” or “Sometimes”". */
function anyOf(labels: readonly string[]): string {
  const quoted = labels.map((label) => `“${label}”`)
  const last = quoted.at(-1) ?? ""
  return quoted.length < 2 ? last : say("{rest} or {last}", { rest: quoted.slice(0, -1).join(", "), last })
}

/** On what a question hangs: the number of the earlier one, and the answers to it. */
type On = { number: number; answers: readonly string[] }

/** A question that only some groups were asked: on what it hung, and how many they were. */
export type ShownToSome = On & { groups: number }

/** On what a question hangs; null when everybody is asked it. */
export function hangsOn(
  { setting: { onlyIf } }: Pick<Question, "setting">,
  questions: readonly Pick<Question, "id" | "setting">[],
): On | null {
  const at = questions.findIndex(({ id }) => id === onlyIf?.question)
  const answers = (questions[at]?.setting.options ?? []).flatMap(({ id, label }) =>
    onlyIf?.options.includes(id) ? [label] : [],
  )
  return at < 0 ? null : { number: at + 1, answers }
}

/** Who is asked a question, for those who plan and read. */
export const onlyFor = ({ number, answers }: On) =>
  say("Only for groups that said {answers} to question {number}.", { number, answers: anyOf(answers) })

/** The same to somebody who has all questions before them. */
export const onlyIfChosen = ({ number, answers }: On) =>
  say("Answer this only if you chose {answers} for question {number}.", { number, answers: anyOf(answers) })

/** The same with how many groups that were. */
export const shownToSome = (shown: ShownToSome) =>
  sayCount(
    shown.groups,
    {
      one: "{only} {count} group was asked this question.",
      other: "{only} {count} groups were asked this question.",
    },
    { only: onlyFor(shown) },
  )

/** The same for a group that answers; `behalf`: for staff who type in what it said. */
export const onlyIfYou = ({ number, answers }: On, behalf = false) =>
  behalf
    ? say("Only if they said {answers} to question {number}.", { number, answers: anyOf(answers) })
    : say("Only if you said {answers} to question {number}.", { number, answers: anyOf(answers) })

/** What stands in place of an answer where a group isn’t asked the question. */
export function notAsked(
  question: Pick<Question, "setting">,
  questions: readonly Question[],
  behalf = false,
): string {
  const on = hangsOn(question, questions)
  return on ? say("Not asked. {only}", { only: onlyIfYou(on, behalf) }) : ""
}

/** Questions as they are put elsewhere: new ones, which hang on each other as these do. */
export function anew(questions: readonly Omit<Question, "position">[]) {
  const ids = new Map(questions.map((question) => [question.id, crypto.randomUUID()]))
  return questions.map(({ id, kind, title, help, required, setting }) => ({
    ...{ id: ids.get(id) ?? "", kind, title, help, required },
    setting: {
      ...setting,
      // What groups proposed is theirs, and isn’t asked again as if it were ours.
      options: setting.options?.filter((option) => !option.proposed),
      onlyIf: setting.onlyIf && { ...setting.onlyIf, question: ids.get(setting.onlyIf.question) ?? "" },
    },
  }))
}
