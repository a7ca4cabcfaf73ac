import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { ensure } from "../../errors"
import { maySeeGuides } from "../policy"

const MOST = 50

/** To which groups a guide was given, newest first, fifty at most; `session`: in which session, if in one. */
export async function listSent(ctx: Ctx, slug: string) {
  ensure(maySeeGuides(ctx.actor))
  const rows = await ctx.tx.execute<{
    groupId: string
    name: string
    sentAt: string
    version: number
    session: string | null
  }>(sql`
    select sg.group_id as "groupId", g.name, sg.sent_at as "sentAt", sg.version, sg.session_id as session
    from sent_guides sg join groups g on g.id = sg.group_id left join sessions s on s.id = sg.session_id
    where sg.slug = ${slug} and s.undone_at is null and g.removed_at is null order by sg.sent_at desc, g.name limit ${MOST}`)
  return rows.map(({ sentAt, ...row }) => ({ ...row, sentAt: new Date(sentAt) }))
}

/** The guides that were given in a session, by name in the address, with the titles they have now. */
export async function listSentIn(ctx: Ctx, sessionId: string): Promise<{ slug: string; title: string }[]> {
  ensure(maySeeGuides(ctx.actor))
  const rows = await ctx.tx.execute<{ slug: string; title: string }>(sql`
    select distinct sg.slug, coalesce(
      (select v.title from guides g join guide_versions v on v.guide_id = g.id and v.version = g.version where g.slug = sg.slug),
      (select s.title from shared_guides s where s.slug = sg.slug order by s.version desc limit 1), sg.slug) as title
    from sent_guides sg where sg.session_id = ${sessionId} order by title`)
  return [...rows]
}
