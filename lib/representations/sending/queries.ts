import "server-only"
import { sql } from "drizzle-orm"
import type { SEND_WAYS } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { ensure } from "../../errors"
import { mayReadRepresentations } from "../policy"

/** What the outbox knows of an email: on its way, delivered as far as we know, come back, or not sent. */
export type Receipt = "waiting" | "sent" | "bounced" | "failed"

/** A version that went to somebody. `receipt`: of one that was emailed from here. */
export type Sending = {
  id: string
  version: number
  how: keyof typeof SEND_WAYS | null
  toName: string | null
  toEmail: string | null
  copies: string[]
  sentOn: string
  receipt: Receipt | null
}

/** Each time a paper went, the last first. For staff. */
export async function listSendings(ctx: Ctx, representationId: string): Promise<Sending[]> {
  ensure(mayReadRepresentations(ctx.actor))
  return [
    ...(await ctx.tx.execute<Sending>(sql`
      select s.id, s.version, s.how, s.to_name as "toName", s.to_email as "toEmail", s.copies, s.sent_on::text as "sentOn",
        case when s.how = 'trellis' then (
          select case
            when exists (select from letter_reports r where r.email = l.to_email and r.kind in ('bounce', 'complaint') and r.at >= l.created_at) then 'bounced'
            when l.failed_at is not null or l.skipped is not null then 'failed'
            when l.sent_at is not null then 'sent' else 'waiting' end
          from letters l where l.letter = 'representation-sent' and l.created_at = s.entered_at and l.to_email = s.to_email limit 1) end as receipt
      from representation_sends s where s.representation_id = ${representationId}
      order by s.entered_at desc, s.id`)),
  ]
}
