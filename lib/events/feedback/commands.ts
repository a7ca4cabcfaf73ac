import "server-only"
import { eventFeedback } from "@/db/schema"
import { readingAll } from "../../access/audiences"
import type { Ctx } from "../../access/ctx"
import { holdsLink } from "../../access/may"
import { ensure, found, RuleBroken } from "../../errors"
import { say } from "../../words"
import { listPartiesOf } from "../booking/queries"
import type { Feedback } from "./input"
import { mayJudge } from "./queries"

/**
 * Says how an event was, with the link of a booking; said again, it is what was said last. It isn't in the history, for its
 * time there would tell who said it.
 */
export async function judgeEvent(ctx: Ctx, { id, useful, change, better }: Feedback & { id: string }) {
  ensure(holdsLink(ctx.actor, "booking", id))
  const party = found((await listPartiesOf(ctx, [id]))[0])
  if (!mayJudge(ctx, party))
    throw new RuleBroken(say("You can tell us how it was once it’s over, if you had a place."))
  const said = { useful, change, better, saidAt: ctx.now }
  await readingAll(ctx, "feedback is for staff to read", () =>
    ctx.tx
      .insert(eventFeedback)
      .values({ lioId: ctx.lio.id, answerId: id, ...said })
      .onConflictDoUpdate({ target: [eventFeedback.lioId, eventFeedback.answerId], set: said }),
  )
}
