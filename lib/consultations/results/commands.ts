import "server-only"
import { consultationResults } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { getConsultation } from "../queries"
import { listReached } from "../reach/queries"
import { listFacts } from "../segments/queries"
import { countHeard, type Frozen, workOut } from "./queries"

/** Keeps the numbers of a consultation as they stand at its closing: once, and for good. */
export async function freezeResults(ctx: Ctx, id: string): Promise<void> {
  const consultation = await getConsultation(ctx, id)
  const [heard, questions, reached] = await Promise.all([
    countHeard(ctx, id),
    workOut(ctx, consultation, { closing: true }),
    listReached(ctx, id),
  ])
  const facts = await listFacts(
    ctx,
    reached.map(({ groupId }) => groupId),
  )
  const groups = reached.flatMap(({ groupId, group, standing }) => {
    const fact = facts.get(groupId)
    return fact ? [{ groupId, group, standing, facts: fact }] : []
  })
  const content: Frozen = { questions, groups }
  await ctx.tx
    .insert(consultationResults)
    .values({ lioId: ctx.lio.id, consultationId: id, ...heard, content, frozenAt: ctx.now })
    .onConflictDoNothing()
}
