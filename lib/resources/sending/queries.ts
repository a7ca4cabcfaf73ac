import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { ensure } from "../../errors"
import { maySeeLibrary } from "../policy"

const MOST = 50

/** To which groups a resource was sent and by whom, newest first, fifty at most. */
export async function listSentTo(ctx: Ctx, resourceId: string) {
  ensure(maySeeLibrary(ctx.actor))
  const rows = await ctx.tx.execute<{
    id: string
    groupId: string
    name: string
    sentAt: string
    by: string | null
  }>(sql`
    select s.id, s.group_id as "groupId", g.name, s.sent_at as "sentAt", p.name as by
    from sent_resources s join groups g on g.id = s.group_id left join people p on p.id = s.by_person_id
    where s.resource_id = ${resourceId} and g.removed_at is null order by s.sent_at desc, g.name limit ${MOST}`)
  return rows.map(({ sentAt, ...row }) => ({ ...row, sentAt: new Date(sentAt) }))
}
