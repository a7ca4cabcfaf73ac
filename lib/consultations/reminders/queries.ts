import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"

/** Which reminders are meant: those that nothing is planned for yet, those that are planned, or both. */
export type Planned = "unplanned" | "planned" | "all"
const PLANNED = {
  unplanned: sql`i.reminder_due_at is null`,
  planned: sql`i.reminder_due_at is not null`,
  all: sql`true`,
}

/** The groups that were asked, have neither answered nor declined, and were not reminded yet. */
export async function listToRemind(ctx: Ctx, consultationId: string, planned: Planned): Promise<string[]> {
  const rows = await ctx.tx.execute<{ id: string }>(sql`
    select i.group_id as id from invitations i
    where i.consultation_id = ${consultationId}::uuid and i.declined_at is null and i.reminded_at is null
      and ${PLANNED[planned]}
      and not exists (select from counted_answers a where a.consultation_id = i.consultation_id and a.group_id = i.group_id)`)
  return rows.map(({ id }) => id)
}
