import "server-only"
import { and, eq, isNull } from "drizzle-orm"
import { healthCheckQuestions } from "@/db/schema"
import { type Ctx, personIdOf } from "../../access/ctx"
import { holdsLink } from "../../access/may"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { isColleagueNow } from "../../lists/choices/queries"
import { leaveForStaff } from "../../tasks/commands"
import { say } from "../../words"
import { getCheck } from "../queries"
import { isWeak } from "../words"

/**
 * The group asks staff for a session about something that needs work, once each: it becomes a task for whoever asked for the
 * check. Staff learn the question, and nothing else that the group doesn’t share.
 */
export async function askForSession(ctx: Ctx, checkId: string, questionId: string): Promise<void> {
  ensure(holdsLink(ctx.actor, "health-check", checkId), say("Only the group can ask for a session."))
  const check = await getCheck(ctx, checkId)
  const about = found(check.questions.find(({ id }) => id === questionId))
  if (!check.handedInAt || !about.offersSession || !isWeak(about.answer))
    throw new RuleBroken(say("Choose what the session should be about"), "questionId")
  const [asked] = await ctx.tx
    .update(healthCheckQuestions)
    .set({ sessionAskedAt: ctx.now, sessionAskedById: personIdOf(ctx.actor) })
    .where(and(eq(healthCheckQuestions.id, questionId), isNull(healthCheckQuestions.sessionAskedAt)))
    .returning({ id: healthCheckQuestions.id })
  if (!asked)
    throw new RuleBroken(say("Your group has asked for this already. We’ll be in touch."), "questionId")
  await leaveForStaff(ctx, [
    {
      what: say("{group} asks for a session about: {question}", {
        group: check.group,
        question: about.question,
      }),
      groupId: check.groupId,
      assigneeId: (await isColleagueNow(ctx, check.askedById)) ? check.askedById : null,
    },
  ])
  await record(ctx, {
    what: "health_check.session_asked",
    subject: ["health-check", checkId],
    groupIds: [check.groupId],
    summary: say("Asked for a session about: {question}", { question: about.question }),
  })
}
