import { z } from "zod"
import type { AnswerValue } from "@/db/schema/asking"
import { keys, STATEMENT_VOTES } from "@/db/vocabulary"
import { RuleBroken } from "../../../errors"
import { ticked } from "../../../input"
import { say } from "../../../words"
import type { Question } from "../../queries"
import { shownTo } from "../../questions/showing/words"
import { statementsOf } from "../../statements/words"
import { isAnswered } from "../../words"
import {
  answerField,
  needAnswer,
  parseAnswer,
  rankFields,
  rateFields,
  type SaveAnswer,
  typedFor,
} from "../input"

/** What was put into the fields of one question, where a form has several. `vote`: what was said to each statement. */
export type Typed = Pick<SaveAnswer, "answer" | "rank" | "rate"> & {
  says?: string
  unsure?: boolean
  vote?: { row: string; point: string }[]
}

const text = z.string().max(50_000)
const row = z.object({ row: z.string().max(36), point: z.string().max(10).default("") })
const typed = z.object({
  answer: z.union([text, z.array(z.string().max(200)).max(100)]).optional(),
  says: text.optional(),
  unsure: ticked(),
  rank: z
    .array(z.object({ place: z.string().max(3) }))
    .max(100)
    .optional(),
  rate: z.array(row).max(100).optional(),
  vote: z.array(row).max(200).optional(),
})

const FIELD = /^(answer|says|unsure|rank|rate|vote)-([0-9a-f-]{36})$/

function readTyped(fields: Record<string, unknown>, ctx: z.RefinementCtx): Record<string, Typed> {
  const parts: Record<string, Record<string, unknown>> = {}
  for (const [name, value] of Object.entries(fields)) {
    const [, part = "", id = ""] = FIELD.exec(name) ?? []
    if (id) parts[id] = { ...parts[id], [part]: value }
  }
  const said: Record<string, Typed> = {}
  for (const [id, its] of Object.entries(parts)) {
    const { success, data } = typed.safeParse(its)
    if (success) said[id] = { ...data, says: data.says?.trim() }
    else ctx.addIssue({ code: "custom", message: say("Choose from the list"), path: [`answer-${id}`] })
  }
  return said
}

/** A form of several questions, whose fields end in the id of their question, beside what else is in it: `said`, by question. */
export const withSeveral = <S extends z.ZodRawShape>(shape: S) =>
  z.looseObject(shape).transform((fields, ctx) => {
    const rest = Object.fromEntries(Object.entries(fields).filter(([name]) => !FIELD.test(name)))
    return { ...(rest as z.output<z.ZodObject<S>>), said: readTyped(fields, ctx) }
  })

/** What was said to statements that stand below each other. */
function parseVotes(question: Question, given: Typed["vote"] = []): AnswerValue {
  const votes: NonNullable<AnswerValue["votes"]> = {}
  for (const { id } of statementsOf(question)) {
    const point = given.find((one) => one.row === id)?.point
    if (!point) continue
    const vote = keys(STATEMENT_VOTES).find((one) => one === point)
    if (!vote) throw new RuleBroken(say("Choose from the list"), "answer")
    votes[id] = vote
  }
  return Object.keys(votes).length > 0 ? { votes } : {}
}

/** "rank.0.place" of a question as its field is called in a form of several. */
const fieldOf = (field: string, id: string) => field.replace(/^\w+/, (part) => `${part}-${id}`)

/** What was said to one question. A refusal names the question's own field. */
function answerTo<T>(question: Question, work: () => T): T {
  try {
    return work()
  } catch (refusal) {
    if (!(refusal instanceof RuleBroken)) throw refusal
    throw new RuleBroken(refusal.message, fieldOf(refusal.field ?? "answer", question.id))
  }
}

const parseTyped = (question: Question, said: Typed = {}) =>
  question.kind === "statements"
    ? parseVotes(question, said.vote)
    : parseAnswer(question, typedFor(question, said), { says: said.says || null, unsure: said.unsure })

/** What a form of several questions says to each; nothing to those that hang on an answer which wasn't given. */
export function answersTo(
  questions: readonly Question[],
  said: Record<string, Typed>,
): Record<string, AnswerValue> {
  const parsed = new Map(
    questions.map((question) => [
      question.id,
      answerTo(question, () => parseTyped(question, said[question.id])),
    ]),
  )
  const shown = shownTo(questions, (id) => parsed.get(id))
  for (const question of shown) answerTo(question, () => needAnswer(question, parsed.get(question.id) ?? {}))
  return Object.fromEntries(
    shown.flatMap(({ id }) => {
      const value = parsed.get(id) ?? {}
      return isAnswered(value) ? [[id, value]] : []
    }),
  )
}

/** The fields of a form of several questions, as it holds what was said. */
export function severalFields(questions: readonly Question[], said: Record<string, AnswerValue>) {
  const fields: [string, string | string[] | undefined][] = questions.flatMap((question) => {
    const value = said[question.id]
    const apart = question.kind === "number" || question.kind === "ranking"
    const votes = statementsOf(question).map(
      ({ id }, at) => [`vote.${at}.point`, value?.votes?.[id] ?? ""] as const,
    )
    return Object.entries({
      ...(question.kind === "ranking" ? rankFields(question, value) : {}),
      ...rateFields(question, value),
      ...Object.fromEntries(votes),
      answer: apart && value?.unsure ? "" : answerField(value),
      says: value?.says,
      unsure: apart && value?.unsure ? "yes" : undefined,
    }).map(([name, held]): [string, string | string[] | undefined] => [fieldOf(name, question.id), held])
  })
  return Object.fromEntries(fields)
}
