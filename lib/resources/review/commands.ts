import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { ensure } from "../../errors"
import { leaveForStaff } from "../../tasks/commands"
import { formatDate, say } from "../../words"

/** Leaves a task for whoever looks after a resource on the day it is to be checked again, once for each such day. Gives how many. */
export async function remindOfResources(ctx: Ctx): Promise<number> {
  ensure(ctx.actor.kind === "system")
  const due = await ctx.tx.execute<{
    id: string
    title: string
    reviewOn: string
    ownerId: string | null
  }>(sql`
    update resources r set review_task_for = r.review_on
    where r.retired_at is null and r.review_on <= ${ctx.today}::date and r.review_task_for is distinct from r.review_on
    returning r.id, r.title, r.review_on::text as "reviewOn", r.owner_id as "ownerId"`)
  await leaveForStaff(
    ctx,
    due.map(({ id, title, reviewOn, ownerId }) => ({
      assigneeId: ownerId,
      what: say("Check the resource “{title}”: its review was due on {day}. ({path})", {
        title,
        day: formatDate(reviewOn),
        path: `/resources/${id}`,
      }),
    })),
  )
  return due.length
}
