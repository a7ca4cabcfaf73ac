import "server-only"
import { asc, eq } from "drizzle-orm"
import { people, questionChanges } from "@/db/schema"
import type { Ctx } from "../../../access/ctx"
import { maySeeAll } from "../../policy"
import { listQuestions } from "../../queries"
import { changeInWords } from "./words"

/** A version of the questions: what changed, why, when, and how many groups had sent their answers by then. */
export type QuestionVersion = {
  version: number
  questionId: string
  number: number
  words: string[]
  reason: string
  answered: number
  changedAt: Date
  /** Who changed it: for staff. */
  by: string | null
  toldAt: Date | null
}

/** Every version of a consultation’s questions but the first, the oldest first. Read the consultation first: that is the check. */
export async function listQuestionVersions(ctx: Ctx, consultationId: string): Promise<QuestionVersion[]> {
  const rows = await ctx.tx
    .select({ change: questionChanges, by: people.name })
    .from(questionChanges)
    .leftJoin(people, eq(people.id, questionChanges.changedBy))
    .where(eq(questionChanges.consultationId, consultationId))
    .orderBy(asc(questionChanges.version))
  if (rows.length === 0) return []
  const numbers = new Map((await listQuestions(ctx, consultationId)).map(({ id }, at) => [id, at + 1]))
  return rows.map(({ change, by }) => {
    const { version, questionId, reason, answered, changedAt, toldAt } = change
    const number = numbers.get(questionId) ?? 0
    return {
      ...{ version, questionId, number, reason, answered, changedAt, toldAt },
      words: changeInWords(number, change.was, change.now),
      by: maySeeAll(ctx.actor) ? by : null,
    }
  })
}
