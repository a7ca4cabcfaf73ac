import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { noteFollowedUp, noteReminded } from "../../calendar/reminding/commands"
import { postAll } from "../../email/commands"
import { ensure } from "../../errors"
import { feedbackLetters, reminderLetters } from "../booking/letters"
import { listParties } from "../booking/queries"

/** Reminds everybody who comes tomorrow, once. Gives how many letters go. */
export async function remindOfEvents(ctx: Ctx): Promise<number> {
  ensure(ctx.actor.kind === "system")
  const dates = await noteReminded(ctx, "event")
  if (dates.length === 0) return 0
  return postAll(
    ctx,
    reminderLetters(ctx, await listParties(ctx, sql`o.id = any (${sql.param(dates)}::uuid[])`)),
  )
}

/** Asks those who came how it was, once, on the day after: everybody with a place where nobody noted who came. */
export async function askForFeedback(ctx: Ctx): Promise<number> {
  ensure(ctx.actor.kind === "system")
  const dates = await noteFollowedUp(ctx, "event")
  if (dates.length === 0) return 0
  const parties = await listParties(
    ctx,
    sql`o.id = any (${sql.param(dates)}::uuid[]) and exists (select from feedback_questions q where q.event_id = d.id)`,
  )
  const noted = new Set(
    parties.filter(({ places }) => places.some(({ came }) => came !== null)).map(({ dateId }) => dateId),
  )
  const came = parties.filter(({ dateId, places }) =>
    places.some((place) => (noted.has(dateId) ? place.came : place.state === "yes")),
  )
  return postAll(ctx, feedbackLetters(ctx, came))
}
