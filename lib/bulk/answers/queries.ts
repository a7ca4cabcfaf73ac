import "server-only"
import { type SQL, sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { RuleBroken } from "../../errors"
import { answerName } from "../../fields/input"
import { listEveryField, listFields } from "../../fields/queries"
import { fieldInWords } from "../../fields/words"
import { isHiddenAmong } from "../../word-lists/queries"
import { say } from "../../words"
import { type Answered, answeredIn, type Change, GIVEN, givenAs } from "../input"

/** The answers that can be given for many groups at once: those of questions with a few to choose from. */
export async function listGiven(ctx: Ctx): Promise<{ value: string; label: string; group: string }[]> {
  const fields = (await listFields(ctx)).filter(({ kind }) => GIVEN.has(kind))
  return fields.flatMap((field) =>
    [...(field.kind === "yes_no" ? [true, false] : field.options), null].map((value) => ({
      value: givenAs({ question: field.id, value }),
      label: fieldInWords(field, value) ?? say("Not known"),
      group: field.label,
    })),
  )
}

/** The question and its answer in words: “Own hall?” as “Yes”. RuleBroken when it cannot be answered so any more. */
export async function answerInWords(ctx: Ctx, change: Change): Promise<string> {
  const given = (await listGiven(ctx)).find(({ value }) => value === change.to)
  if (!given)
    throw new RuleBroken(say("This question or this answer is not offered any more. Choose another."), "to")
  return say("“{group}” as “{given}”", { group: given.group, given: given.label })
}

/** Whether only staff may see what a change is about: the answers to a question, or a tag. */
export async function isStaffOnly(ctx: Ctx, change: Change): Promise<boolean> {
  if (change.kind.endsWith("-term")) return isHiddenAmong(ctx, [change.to])
  if (change.kind !== "answer") return false
  const { question } = answeredIn(change)
  return (await listEveryField(ctx)).some(({ id, forGroups }) => id === question && forGroups === "nothing")
}

const asJson = ({ value }: Answered) => sql`${JSON.stringify(value)}::jsonb`

/** What a group g answers now, as jsonb; null when it is not known. */
export const answerNow = ({ question }: Answered): SQL => sql`coalesce(g.custom->${question}, 'null')`
/** Whether that is the answer already. */
export const answersSo = (answered: Answered): SQL => sql`${answerNow(answered)} = ${asJson(answered)}`
/** The column as it is with the answer; what is not known is not there. */
export const withAnswer = (answered: Answered): SQL =>
  answered.value === null
    ? sql`custom - ${answered.question}`
    : sql`custom || jsonb_build_object(${answered.question}::text, ${asJson(answered)})`
/** The column as it was before, from a row b with `before`. */
export const answerBack = ({ question }: Answered): SQL =>
  sql`case when coalesce(b.before, 'null') = 'null' then g.custom - ${question} else g.custom || jsonb_build_object(${question}::text, b.before) end`

/** Both sides as the log keeps them. */
export const answerSides = ({ question, value }: Answered, before: unknown) => ({
  from: { [answerName(question)]: before ?? null },
  to: { [answerName(question)]: value },
})
