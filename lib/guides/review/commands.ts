import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { leaveForStaff } from "../../tasks/commands"
import { formatDate, say } from "../../words"

/** Leaves a task for whoever looks after a guide on the day it is to be checked again, once for each such day. Gives how many. */
export async function remindOfReviews(ctx: Ctx): Promise<number> {
  const due = await ctx.tx.execute<{ title: string; reviewOn: string; ownerId: string | null }>(sql`
    with due as (
      update guides g set review_task_for = g.review_on
      where g.retired_at is null and g.version is not null and g.review_on <= ${ctx.today}::date and g.review_task_for is distinct from g.review_on
      returning g.id, g.version, g.review_on, g.owner_id)
    select v.title, due.review_on::text as "reviewOn", due.owner_id as "ownerId"
    from due join guide_versions v on v.guide_id = due.id and v.version = due.version order by v.title`)
  await leaveForStaff(
    ctx,
    due.map(({ title, reviewOn, ownerId }) => ({
      assigneeId: ownerId,
      what: say("Check the guide “{title}” again: it was to be reviewed by {day}.", {
        title,
        day: formatDate(reviewOn),
      }),
    })),
  )
  return due.length
}
