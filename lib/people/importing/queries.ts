import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"

/** People whom an import of that moment made and who have no role, no account and no history of their own since. */
export async function listUnheld(ctx: Ctx, at: Date): Promise<string[]> {
  const rows = await ctx.tx.execute<{ id: string }>(sql`
    select p.id from people p where p.created_at = ${at.toISOString()}::timestamptz and not exists (select from roles r where r.person_id = p.id)
      and not exists (select from staff s where s.person_id = p.id)
      and not exists (select from events e where e.at > p.created_at and (e.actor_id = p.id or (e.subject_kind = 'person' and e.subject_id = p.id)))`)
  return rows.map(({ id }) => id)
}
