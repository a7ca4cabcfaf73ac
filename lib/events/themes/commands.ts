import "server-only"
import { eq, sql } from "drizzle-orm"
import { eventTerms } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure } from "../../errors"
import { mayKeepEvents } from "../policy"

/** Says anew what an event is about. */
export async function writeThemes(ctx: Ctx, eventId: string, termIds: string[]): Promise<void> {
  ensure(mayKeepEvents(ctx.actor))
  await ctx.tx.delete(eventTerms).where(eq(eventTerms.eventId, eventId))
  if (termIds.length > 0)
    await ctx.tx.execute(sql`
      insert into event_terms (lio_id, event_id, term_id)
      select ${ctx.lio.id}::uuid, ${eventId}::uuid, t.id from terms t where t.list = 'theme' and t.id = any (${sql.param(termIds)}::uuid[])`)
}
