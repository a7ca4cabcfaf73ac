import "server-only"
import { eq, sql } from "drizzle-orm"
import { sentResources } from "@/db/schema"
import { type Ctx, personIdOf } from "../../access/ctx"
import { ensure } from "../../errors"
import { say } from "../../words"
import { mayKeepResources } from "../policy"

type Sent = { ids: string[]; groupIds: string[]; sessionId?: string }

/** Notes that groups were given resources, by email or in a session. A session may be with no group. Ids that aren't in the library are left out. */
export async function noteResourcesSent(ctx: Ctx, { ids, groupIds, sessionId }: Sent): Promise<void> {
  ensure(mayKeepResources(ctx.actor), say("Only workers and managers can send resources."))
  const given = [...new Set(groupIds)]
  if (ids.length === 0 || (given.length === 0 && !sessionId)) return
  await ctx.tx.execute(sql`
    insert into sent_resources (lio_id, resource_id, group_id, session_id, by_person_id, sent_at)
    select ${ctx.lio.id}::uuid, r.id, g.id, ${sessionId ?? null}::uuid, ${personIdOf(ctx.actor) ?? null}::uuid, ${ctx.now.toISOString()}::timestamptz
    from resources r cross join unnest(${sql.param(given.length > 0 ? given : [null])}::uuid[]) g(id)
    where r.id = any (${sql.param([...new Set(ids)])}::uuid[])`)
}

/** Takes back that resources were given in a session. */
export async function forgetResourcesSentIn(ctx: Ctx, sessionId: string): Promise<void> {
  ensure(mayKeepResources(ctx.actor), say("Only workers and managers can send resources."))
  await ctx.tx.delete(sentResources).where(eq(sentResources.sessionId, sessionId))
}
