import "server-only"
import { desc, eq, sql } from "drizzle-orm"
import { needSteps, people } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure } from "../../errors"
import { mayReadNeeds } from "../policy"

/** Where a need stands: the status of its last step; of the need `n` in a statement. */
export const LAST_STATUS = sql`(select w.status from need_steps w where w.need_id = n.id order by w.on_day desc, w.created_at desc limit 1)`

/** The steps that were taken about a need, the last first. */
export async function listNeedSteps(ctx: Ctx, needId: string) {
  ensure(mayReadNeeds(ctx.actor))
  return ctx.tx
    .select({
      id: needSteps.id,
      on: needSteps.on,
      status: needSteps.status,
      words: needSteps.words,
      who: needSteps.who,
      by: people.name,
    })
    .from(needSteps)
    .leftJoin(people, eq(people.id, needSteps.addedBy))
    .where(eq(needSteps.needId, needId))
    .orderBy(desc(needSteps.on), desc(needSteps.addedAt))
}
