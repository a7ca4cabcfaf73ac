import { sql } from "drizzle-orm"
import { personIdOf } from "../access/ctx"
import type { RoomWaiting } from "../access/room-type"

/** Guides that wait for somebody to check them: those that the asker didn't write. */
export const waiting: RoomWaiting = {
  "guides/manage": async (ctx) => {
    const [row] = await ctx.tx.execute<{ count: number }>(sql`
      select count(*)::int as count from guide_drafts d join guides g on g.id = d.guide_id
      where d.stage = 'to_check' and g.retired_at is null and d.edited_by is distinct from ${personIdOf(ctx.actor) ?? null}::uuid`)
    return row?.count ?? 0
  },
}
