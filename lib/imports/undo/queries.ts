import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { ensure } from "../../errors"
import { mayImport } from "../policy"

/** An event `l` that is somebody's work on a group, not what Trellis does by itself: letters, wards looked up again. */
export const isWork = sql`(l.what not like 'digest.%' and l.what not in ('group.placed', 'group.confirm_asked', 'group.confirm_reminded'))`

/** Groups that stayed as they were when an import was taken back, each with what somebody had done since. */
export async function listLeft(ctx: Ctx, id: string) {
  ensure(mayImport(ctx.actor), "Only workers and managers can bring lists in.")
  return [
    ...(await ctx.tx.execute<{ id: string; name: string; summary: string; who: string; at: string }>(sql`
      select g.id, g.name, l.summary, l.actor_name as who, l.at::text as at from groups g
      join lateral (
        select l.summary, l.actor_name, l.at from events e join events l on l.group_id = e.group_id and l.at > e.at and ${isWork}
        where e.subject_kind = 'import' and e.subject_id = ${id} and e.what in ('group.imported', 'group.changed') and e.group_id = g.id
          and l.at < (select undone_at from imports where id = ${id}) order by l.at limit 1) l on true
      where g.removed_at is null order by g.name limit 200`)),
  ]
}
