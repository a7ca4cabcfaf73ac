import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { yearBegan } from "../../days"
import { ensure } from "../../errors"
import { say } from "../../words"
import { maySeeFunding } from "../policy"

type Counted = { bids: number; sum: number }
/** What was won from one day to another, in pence, and how many bids that is. */
export type Secured = {
  from: string
  to: string
  /** Led or helped: this is “secured with our help”. */
  ours: Counted
  /** Of which somebody has seen a letter, or the funder has published it. */
  proven: Counted
  signposted: Counted
  none: Counted
}

/**
 * What groups won in a period, by the day of the award. A bid of several groups is one row, and so counts once. Bids are in
 * pounds only.
 */
export async function countSecured(ctx: Ctx, period: { from?: string; to?: string } = {}): Promise<Secured> {
  ensure(maySeeFunding(ctx.actor), say("Only staff see the funding ledger."))
  const to = period.to ?? ctx.today
  const from = period.from ?? yearBegan(to)
  const figure = (which: ReturnType<typeof sql>) => sql`json_build_object(
    'bids', count(*) filter (where ${which}), 'sum', coalesce(sum(b.awarded) filter (where ${which}), 0))`
  const ours = sql`b.share in ('led', 'helped')`
  const [row] = await ctx.tx.execute<Omit<Secured, "from" | "to">>(sql`
    select ${figure(ours)} as ours, ${figure(sql`${ours} and b.proof in ('letter', 'matched')`)} as proven,
      ${figure(sql`b.share = 'signposted'`)} as signposted, ${figure(sql`b.share = 'none'`)} as "none"
    from bids b where b.undone_at is null and b.withdrawn_on is null and b.awarded is not null and b.decided_on between ${from}::date and ${to}::date`)
  const nothing = { bids: 0, sum: 0 }
  return { from, to, ...(row ?? { ours: nothing, proven: nothing, signposted: nothing, none: nothing }) }
}
