import "server-only"
import { eventFeedback } from "@/db/schema"
import { readingAll } from "../../access/audiences"
import type { Ctx } from "../../access/ctx"
import { holdsLink } from "../../access/may"
import { answersTo, type Typed } from "../../consultations/answering/several/input"
import { ensure, found, RuleBroken } from "../../errors"
import { say } from "../../words"
import { listPartiesOf } from "../booking/queries"
import { mayJudge } from "./queries"
import { listFeedbackQuestions } from "./questions/queries"

/**
 * Says how an event was, with the link of a booking; said again, it is what was said last. It isn't in the history, for its
 * time there would tell who said it.
 */
export async function judgeEvent(ctx: Ctx, { id, said }: { id: string; said: Record<string, Typed> }) {
  ensure(holdsLink(ctx.actor, "booking", id))
  const party = found((await listPartiesOf(ctx, [id]))[0])
  if (!mayJudge(ctx, party))
    throw new RuleBroken(say("You can tell us how it was once it’s over, if you had a place."))
  const answers = answersTo(await listFeedbackQuestions(ctx, party.eventId), said)
  if (Object.keys(answers).length === 0) throw new RuleBroken(say("Answer at least one of the questions."))
  const row = { answers, saidAt: ctx.now }
  await readingAll(ctx, "feedback is for staff to read", () =>
    ctx.tx
      .insert(eventFeedback)
      .values({ lioId: ctx.lio.id, answerId: id, ...row })
      .onConflictDoUpdate({ target: [eventFeedback.lioId, eventFeedback.answerId], set: row }),
  )
}
