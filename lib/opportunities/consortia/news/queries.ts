import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../../access/ctx"
import { isHeld } from "../../../access/may"
import { ensure } from "../../../errors"

/** Something is new in the rooms of somebody, or a task of theirs is due. Which room, and what, is said on the pages alone. */
export type InRooms = { personId: string; newAt: string | null; dueOn: string | null }

/** Who has something new in their rooms since a moment, by somebody else, and whose tasks there are due within a week. For the digest. */
export async function listNewInRooms(ctx: Ctx, since: Date): Promise<InRooms[]> {
  ensure(ctx.actor.kind === "system")
  const rows = await ctx.tx.execute<InRooms>(sql`
    with inside as (
      select cp.consortium_id, cp.person_id from consortium_people cp join consortia c on c.id = cp.consortium_id and c.dissolved_at is null
      where cp.entered_as = cp.person_id and cp.left_at is null and case
        when cp.group_id is null then exists (select from staff s where s.person_id = cp.person_id and s.ended_at is null)
        else exists (select from roles r where r.person_id = cp.person_id and r.group_id = cp.group_id and r.speaks is not null and ${isHeld(ctx)})
          and exists (select from consortium_groups cg where cg.consortium_id = cp.consortium_id and cg.group_id = cp.group_id
            and cg.accepted_at is not null and cg.left_at is null) end)
    select i.person_id as "personId", max(e.at) as "newAt", min(t.due_on)::text as "dueOn" from inside i
      left join events e on e.audience = 'consortium:' || i.consortium_id and e.at > ${since.toISOString()}::timestamptz
        and e.at <= ${ctx.now.toISOString()}::timestamptz and e.actor_id is distinct from i.person_id
      left join consortium_tasks t on t.consortium_id = i.consortium_id and t.person_id = i.person_id and t.done_at is null
        and t.due_on <= ${ctx.today}::date + 7
    group by 1 having max(e.at) is not null or min(t.due_on) is not null`)
  return [...rows]
}
