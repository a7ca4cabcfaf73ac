import "server-only"
import { eq, sql } from "drizzle-orm"
import { sentGuides } from "@/db/schema"
import { type Ctx, personIdOf } from "../../access/ctx"
import { ensure } from "../../errors"
import { say } from "../../words"
import { mayWriteGuides } from "../policy"

type Sent = { slugs: string[]; groupIds: string[]; sessionId?: string }

/** Notes that groups were given guides, by email or in a session: each guide as it is now. A session may be with no group. Names that aren't shown here are left out. */
export async function noteSent(ctx: Ctx, { slugs, groupIds, sessionId }: Sent): Promise<void> {
  ensure(mayWriteGuides(ctx.actor), say("Only workers and managers can send guides."))
  const given = [...new Set(groupIds)]
  if (slugs.length === 0 || (given.length === 0 && !sessionId)) return
  await ctx.tx.execute(sql`
    insert into sent_guides (lio_id, slug, version, group_id, session_id, by_person_id, sent_at)
    select ${ctx.lio.id}::uuid, w.slug, coalesce(own.version, s.version), g.id, ${sessionId ?? null}::uuid, ${personIdOf(ctx.actor) ?? null}::uuid, ${ctx.now.toISOString()}::timestamptz
    from unnest(${sql.param([...new Set(slugs)])}::text[]) w(slug)
      left join guides own on own.slug = w.slug and own.version is not null and own.retired_at is null
      left join lateral (select max(version) as version from shared_guides n where n.slug = w.slug) s on true
      cross join unnest(${sql.param(given.length > 0 ? given : [null])}::uuid[]) g(id)
    where coalesce(own.version, s.version) is not null`)
}

/** Takes back that guides were given in a session. */
export async function forgetSentIn(ctx: Ctx, sessionId: string): Promise<void> {
  ensure(mayWriteGuides(ctx.actor), say("Only workers and managers can send guides."))
  await ctx.tx.delete(sentGuides).where(eq(sentGuides.sessionId, sessionId))
}
