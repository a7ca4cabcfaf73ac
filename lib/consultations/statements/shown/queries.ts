import "server-only"
import { and, asc, isNotNull, isNull } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { proposedStatements } from "@/db/schema"
import type { QuestionOptions } from "@/db/schema/asking"
import { readingAll } from "../../../access/audiences"
import type { Ctx } from "../../../access/ctx"

/** Puts the statements that groups wrote and staff let stand below those of staff. */
export async function withProposed<T extends { id: string; kind: string; setting: QuestionOptions }>(
  ctx: Ctx,
  asked: T[],
): Promise<T[]> {
  const ids = asked.filter(({ kind }) => kind === "statements").map(({ id }) => id)
  if (ids.length === 0) return asked
  const shown = await readingAll(
    ctx,
    "statements that stand are for all who are asked, whoever wrote them",
    () =>
      ctx.tx
        .select({
          questionId: proposedStatements.questionId,
          id: proposedStatements.id,
          label: proposedStatements.body,
        })
        .from(proposedStatements)
        .where(
          and(
            isOneOf(proposedStatements.questionId, ids),
            isNotNull(proposedStatements.judgedAt),
            isNull(proposedStatements.reason),
          ),
        )
        .orderBy(asc(proposedStatements.judgedAt), asc(proposedStatements.id)),
  )
  return asked.map((question) => {
    const its = shown.filter(({ questionId }) => questionId === question.id)
    if (its.length === 0) return question
    const proposed = its.map(({ id, label }) => ({ id, label, proposed: true as const }))
    return {
      ...question,
      setting: { ...question.setting, options: [...(question.setting.options ?? []), ...proposed] },
    }
  })
}
