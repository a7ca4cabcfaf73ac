import "server-only"
import { sql } from "drizzle-orm"
import type { BID_OUTCOMES } from "@/db/vocabulary"
import { readingAll } from "../../../access/audiences"
import type { Ctx } from "../../../access/ctx"
import { type PartOfBid, partsOf } from "../../../funding/bids/together/queries"
import { openRoom } from "../queries"

/** What became of a bid, with what each group got, as the ledger has it. Sums are in pence. */
export type ConsortiumBid = {
  submittedOn: string
  wentTo: string
  asked: number | null
  outcome: keyof typeof BID_OUTCOMES | null
  decidedOn: string | null
  awarded: number | null
  feedback: string | null
  lesson: string | null
  toldAt: string | null
  toldBy: string | null
  parts: PartOfBid[]
}

/** The bid of a consortium; null until it has gone in. */
export async function getConsortiumBid(ctx: Ctx, id: string): Promise<ConsortiumBid | null> {
  await openRoom(ctx, id)
  const [row] = await readingAll(ctx, "the ledger says what each group got", () =>
    ctx.tx.execute<ConsortiumBid>(sql`
      select c.submitted_on::text as "submittedOn", c.went_to as "wentTo", c.asked::float8 as asked, c.outcome, c.decided_on::text as "decidedOn",
        c.awarded::float8 as awarded,
        c.feedback, c.lesson, c.told_at as "toldAt", p.name as "toldBy", ${partsOf(sql`c.bid_id`)} as parts
      from consortium_bids c left join people p on p.id = c.told_by where c.consortium_id = ${id}::uuid`),
  )
  return row ?? null
}
