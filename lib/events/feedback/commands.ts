import "server-only"
import { eventFeedback } from "@/db/schema"
import { readingAll } from "../../access/audiences"
import type { Ctx } from "../../access/ctx"
import { holdsLink } from "../../access/may"
import { ensure, RuleBroken } from "../../errors"
import { say } from "../../words"
import type { Party } from "../booking/queries"
import type { Feedback } from "./input"
import { mayJudge } from "./queries"

/**
 * Says how an event was, with the link of a booking; said again, it is what was said last. It isn't in the history, for its
 * time there would tell who said it.
 */
export async function judgeEvent(ctx: Ctx, party: Party, { useful, change, better }: Feedback) {
  ensure(holdsLink(ctx.actor, "booking", party.id))
  if (!mayJudge(ctx, party))
    throw new RuleBroken(say("You can tell us how it was once it’s over, if you had a place."))
  const said = { useful, change, better, saidAt: ctx.now }
  await readingAll(ctx, "feedback is for staff to read", () =>
    ctx.tx
      .insert(eventFeedback)
      .values({ lioId: ctx.lio.id, answerId: party.id, ...said })
      .onConflictDoUpdate({ target: [eventFeedback.lioId, eventFeedback.answerId], set: said }),
  )
}
