import "server-only"
import { desc, eq } from "drizzle-orm"
import { answerRevisions, people, responseVersions } from "@/db/schema"
import type { Ctx } from "../../../access/ctx"
import { unsealed } from "../../sealed"
import { changedSince, getOpenResponse, openedVersion } from "../queries"

/**
 * A group's own answer with all that there is of it: words and who wrote them, earlier words, every version sent, and
 * what was not sent. For its people at any time, and for staff who typed it in.
 */
export async function getOurs(ctx: Ctx, consultationId: string, groupId: string | null) {
  const { consultation, yours, answering } = await getOpenResponse(ctx, consultationId, groupId)
  if (!answering) return { consultation, yours, ours: null }
  const responseId = answering.response?.id
  const [versions, earlier] = responseId
    ? await Promise.all([
        ctx.tx
          .select()
          .from(responseVersions)
          .where(eq(responseVersions.responseId, responseId))
          .orderBy(desc(responseVersions.version)),
        ctx.tx
          .select({
            questionId: answerRevisions.questionId,
            revision: answerRevisions.revision,
            value: answerRevisions.value,
            savedAt: answerRevisions.savedAt,
            saver: people.name,
          })
          .from(answerRevisions)
          .leftJoin(people, eq(people.id, answerRevisions.savedBy))
          .where(eq(answerRevisions.responseId, responseId))
          .orderBy(desc(answerRevisions.revision)),
      ])
    : [[], []]
  const { seal } = answering
  return {
    consultation,
    yours,
    ours: {
      ...answering,
      versions: versions.map((version) => openedVersion(seal, version)),
      earlier: earlier.map((one) => ({
        ...one,
        value: unsealed(seal, { responseId: responseId ?? "", questionId: one.questionId }, one.value),
      })),
      unsent: changedSince(answering),
    },
  }
}
export type Ours = Awaited<ReturnType<typeof getOurs>>["ours"]
