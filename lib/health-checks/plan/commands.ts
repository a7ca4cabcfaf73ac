import "server-only"
import { and, eq, isNull } from "drizzle-orm"
import { healthCheckSteps } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { say } from "../../words"
import { mayWorkOn } from "../policy"
import { getCheck } from "../queries"
import type { AddStep } from "./input"

/** A check that the asker sees whole. */
async function open(ctx: Ctx, checkId: string) {
  ensure(mayWorkOn(ctx.actor, checkId), say("Only workers and managers can change a plan."))
  const check = await getCheck(ctx, checkId)
  if (check.questions.length === 0)
    throw new RuleBroken(say("The group doesn’t share this health check, so its plan isn’t yours to change."))
  return check
}

/** Puts something on the plan of a check: for its group, and for staff while it agrees. */
export async function addStep(ctx: Ctx, checkId: string, { what, who, dueOn, questionId }: AddStep) {
  const check = await open(ctx, checkId)
  if (questionId) found(check.questions.find(({ id }) => id === questionId))
  await ctx.tx
    .insert(healthCheckSteps)
    .values({ lioId: ctx.lio.id, checkId, questionId, what, who, dueOn, createdAt: ctx.now })
  await record(ctx, {
    what: "health_check.step_added",
    subject: ["health-check", checkId],
    groupIds: [check.groupId],
    summary: say("Added a step to the plan of a health check"),
  })
  return { id: checkId }
}

/** Ticks something off. Said twice it is refused: somebody did it already. */
export async function finishStep(ctx: Ctx, checkId: string, stepId: string) {
  const check = await open(ctx, checkId)
  found(check.steps.find(({ id }) => id === stepId))
  const [done] = await ctx.tx
    .update(healthCheckSteps)
    .set({ doneOn: ctx.today })
    .where(and(eq(healthCheckSteps.id, stepId), isNull(healthCheckSteps.doneOn)))
    .returning({ id: healthCheckSteps.id })
  if (!done) throw new RuleBroken(say("This has been ticked off already."))
  await record(ctx, {
    what: "health_check.step_done",
    subject: ["health-check", checkId],
    groupIds: [check.groupId],
    summary: say("Ticked off a step of the plan of a health check"),
  })
  return { id: checkId }
}
