import "server-only"
import { eq } from "drizzle-orm"
import { needSteps } from "@/db/schema"
import { NEED_STATUSES } from "@/db/vocabulary"
import { type Ctx, personIdOf } from "../../access/ctx"
import { dayThatWas, ensure, found } from "../../errors"
import { record } from "../../journal/commands"
import { say, shortened } from "../../words"
import { openNeedRow } from "../commands"
import type { AddNeedStep } from "../input"
import { mayKeepNeeds } from "../policy"
import { REFUSED } from "../words"

const SHOWN = 160

/** Notes a step that was taken about a need, and where it stands since. */
export async function addNeedStep(ctx: Ctx, { id, on, ...said }: AddNeedStep): Promise<{ id: string }> {
  await openNeedRow(ctx, id)
  await ctx.tx.insert(needSteps).values({
    ...{ ...said, lioId: ctx.lio.id, needId: id, on: dayThatWas(ctx, on, "on") },
    addedAt: ctx.now,
    addedBy: personIdOf(ctx.actor) ?? null,
  })
  await record(ctx, {
    what: "need.step_taken",
    subject: ["need", id],
    summary: say("{status}: {words}", {
      status: NEED_STATUSES[said.status],
      words: shortened(said.words, SHOWN),
    }),
  })
  return { id }
}

/** Takes a step off that was noted by mistake. */
export async function dropNeedStep(ctx: Ctx, { id }: { id: string }): Promise<{ id: string }> {
  ensure(mayKeepNeeds(ctx.actor), REFUSED)
  const [step] = await ctx.tx.select().from(needSteps).where(eq(needSteps.id, id))
  const { needId, words, on, status, who } = found(step)
  await openNeedRow(ctx, needId)
  await ctx.tx.delete(needSteps).where(eq(needSteps.id, id))
  await record(ctx, {
    what: "need.step_dropped",
    subject: ["need", needId],
    summary: say("Took a step off: {words}", { words: shortened(words, SHOWN) }),
    from: { words, on, status, who },
  })
  return { id: needId }
}
