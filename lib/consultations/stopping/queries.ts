import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { RuleBroken } from "../../errors"
import { say } from "../../words"

/** A consultation, or one of its answers or passages. */
type Of = { consultationId?: string | null; responseId?: string | null; passageId?: string | null }

/** RuleBroken, at `field`, where the consultation was stopped: groups were told that nothing they answered is used. */
export async function ensureNotStopped(ctx: Ctx, of: Of, field?: string) {
  const [stopped] = await ctx.tx.execute<{ title: string }>(sql`
    select c.title from consultations c where c.stopped_at is not null and c.id in (
      select ${of.consultationId ?? null}::uuid
      union select r.consultation_id from responses r where r.id = ${of.responseId ?? null}::uuid
      union select r.consultation_id from passages p join responses r on r.id = p.response_id where p.id = ${of.passageId ?? null}::uuid)`)
  if (stopped)
    throw new RuleBroken(
      say("“{title}” was stopped, and groups were told that their answers won’t be used.", {
        title: stopped.title,
      }),
      field,
    )
}
