import "server-only"
import { sql } from "drizzle-orm"
import type { BID_STATES, PROOFS, SHARES } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import type { Listing } from "../../access/list-type"
import { ensure } from "../../errors"
import { conditionOf } from "../../lists/queries"
import { say } from "../../words"
import { maySeeFunding } from "../policy"
import { fundingList, stateOf } from "./filters"

/** How many bids are on a page of the ledger. */
export const PAGE_SIZE = 50
const REFUSED = say("Only staff see the funding ledger.")

/** A bid as the ledger lists it. Sums are in pence, days as "2026-06-04". `partners`: the groups that ask with the one that leads. */
export type BidRow = {
  id: string
  title: string
  groupId: string
  group: string
  partners: string[]
  funderId: string
  funder: string
  state: keyof typeof BID_STATES
  asked: number | null
  awarded: number | null
  paid: number | null
  openedOn: string
  deadlineOn: string | null
  sentOn: string | null
  decisionDueOn: string | null
  decidedOn: string | null
  share: keyof typeof SHARES | null
  proof: keyof typeof PROOFS | null
}

const whereOf = (ctx: Ctx, listing: Listing) =>
  sql`b.undone_at is null and ${conditionOf(ctx, fundingList.filters, listing) ?? sql`true`}`

/** The ledger's bids: what is open first, the nearest date before the others, then what was decided, newest first. */
export async function listBids(ctx: Ctx, listing: Listing, most = PAGE_SIZE): Promise<BidRow[]> {
  ensure(maySeeFunding(ctx.actor), REFUSED)
  const rows = await ctx.tx.execute<BidRow>(sql`
    select b.id, b.title, b.group_id as "groupId", g.name as "group", b.funder_id as "funderId", f.name as funder, ${stateOf(ctx)} as state,
      b.asked::float8 as asked, b.awarded::float8 as awarded, b.paid::float8 as paid, b.opened_on::text as "openedOn",
      b.deadline_on::text as "deadlineOn", b.sent_on::text as "sentOn", b.decision_due_on::text as "decisionDueOn",
      b.decided_on::text as "decidedOn", b.share, b.proof,
      (select coalesce(json_agg(o.name order by o.name), '[]') from bid_groups bg join groups o on o.id = bg.group_id
        where bg.bid_id = b.id and bg.group_id <> b.group_id) as partners
    from bids b join groups g on g.id = b.group_id join funders f on f.id = b.funder_id
    where ${whereOf(ctx, listing)}
    order by (b.decided_on is not null or b.withdrawn_on is not null),
      case when b.decided_on is null and b.withdrawn_on is null
        then coalesce(case when b.sent_on is null then b.deadline_on else b.decision_due_on end, 'infinity'::date) end,
      coalesce(b.decided_on, b.withdrawn_on) desc nulls last, b.created_at desc, b.id
    limit ${most} offset ${most === PAGE_SIZE ? (listing.page - 1) * PAGE_SIZE : 0}`)
  return [...rows]
}

/** How many bids a listing has, and what they come to, in pence. A bid of several groups counts once. */
export async function countBids(ctx: Ctx, listing: Listing) {
  ensure(maySeeFunding(ctx.actor), REFUSED)
  const [row] = await ctx.tx.execute<{ total: number; asked: number; awarded: number }>(sql`
    select count(*)::int as total, coalesce(sum(b.asked), 0)::float8 as asked, coalesce(sum(b.awarded), 0)::float8 as awarded
    from bids b where ${whereOf(ctx, listing)}`)
  return row ?? { total: 0, asked: 0, awarded: 0 }
}

/** How many bids stand where, with what they ask for, or what was awarded where they were won. */
export async function countPipeline(ctx: Ctx) {
  ensure(maySeeFunding(ctx.actor), REFUSED)
  const rows = await ctx.tx.execute<{ state: keyof typeof BID_STATES; bids: number; sum: number }>(sql`
    select ${stateOf(ctx)} as state, count(*)::int as bids, coalesce(sum(coalesce(b.awarded, b.asked)), 0)::float8 as sum
    from bids b where b.undone_at is null group by 1`)
  return [...rows]
}
