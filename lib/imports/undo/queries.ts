import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { ensure } from "../../errors"
import { isWork } from "../../groups/importing/undo/commands"
import type { EventName } from "../../rooms"
import { say } from "../../words"
import { mayImport } from "../policy"

/** What an import did to groups, by its log. `from` has the version at which a group stands now, as the history needs it. */
export const listHappened = (ctx: Ctx, id: string) =>
  ctx.tx.execute<{ groupId: string; what: EventName; from: object | null; to: object | null }>(sql`
    select e.group_id as "groupId", e.what, e."from" || jsonb_build_object('version', g.version) as "from", e."to" - 'made' as "to"
    from events e join groups g on g.id = e.group_id where e.subject_kind = 'import' and e.subject_id = ${id}`)

/** The ids of what an import added to the LIO's lists, by list. */
export async function wordsAdded(ctx: Ctx, id: string): Promise<Record<string, string[]>> {
  const [noted] = await ctx.tx.execute<{ to: Record<string, string[]> }>(sql`
    select "to" from events where subject_kind = 'import' and subject_id = ${id} and what = 'import.words'`)
  return noted?.to ?? {}
}

/** Groups that stayed as they were when an import was taken back, each with what somebody had done since. */
export async function listLeft(ctx: Ctx, id: string) {
  ensure(mayImport(ctx.actor), say("Only workers and managers can bring lists in."))
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
