import "server-only"
import { and, eq, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { answerRevisions, answers } from "@/db/schema"
import { type Ctx, personOf } from "../../../access/ctx"
import { dropUnsentFiles } from "../../answering/files/commands"
import { droppedIn, type OpenResponse } from "../../answering/queries"

/** Empties the answers to questions that the group is no longer asked; they stay among its earlier words. Returns how many. */
export async function dropUnasked(ctx: Ctx, answering: OpenResponse, draft: (typeof answers.$inferSelect)[]) {
  const ids = droppedIn(answering).map(({ id }) => id)
  const rows = draft.filter(({ questionId }) => ids.includes(questionId))
  const [row] = rows
  if (!row) return 0
  await ctx.tx.insert(answerRevisions).values(rows).onConflictDoNothing()
  await ctx.tx
    .update(answers)
    .set({
      value: {},
      revision: sql`${answers.revision} + 1`,
      savedAt: ctx.now,
      savedBy: personOf(ctx.actor)?.personId ?? null,
    })
    .where(and(eq(answers.responseId, row.responseId), isOneOf(answers.questionId, ids)))
  await dropUnsentFiles(
    ctx,
    row.responseId,
    rows.map(({ value }) => value),
  )
  return rows.length
}
