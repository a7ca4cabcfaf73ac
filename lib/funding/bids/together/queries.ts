import "server-only"
import { type SQL, sql } from "drizzle-orm"
import { readingAll } from "../../../access/audiences"
import type { Ctx } from "../../../access/ctx"
import { isStaff, speaksFor } from "../../../access/may"
import { ensure } from "../../../errors"
import { say } from "../../../words"

/** A group of a bid, with its part of what was awarded, in pence. Null: nothing was, or the parts aren’t known. */
export type PartOfBid = { groupId: string; group: string; part: number | null }

/** Each group of each bid with its part (`bid_id`, `group_id`, `part`, `leads`): the one that leads has what the others leave. */
export const PARTS = sql`(
  select b.id as bid_id, b.group_id, true as leads, b.awarded - (
    select coalesce(sum(o.part), 0) from bid_groups o where o.bid_id = b.id and o.group_id <> b.group_id having count(*) = count(o.part)) as part
  from bids b
  union all
  select bg.bid_id, bg.group_id, false, bg.part from bid_groups bg join bids b on b.id = bg.bid_id and b.group_id <> bg.group_id)`

/** The parts of one bid as JSON, the group that leads first. */
export const partsOf = (bidId: SQL) => sql`(
  select coalesce(json_agg(json_build_object('groupId', g.id, 'group', g.name, 'part', x.part::float8) order by x.leads desc, lower(g.name)), '[]')
  from ${PARTS} x join groups g on g.id = x.group_id where x.bid_id = ${bidId})`

/** Something that a group has won, alone or with others. Sums are in pence; `part` is its own. */
export type WonByGroup = {
  id: string
  title: string
  funder: string
  decidedOn: string
  awarded: number
  part: number | null
  others: string[]
}

/** What a group has won as the ledger has it, the last first: for its own people and staff. */
export async function listWonBy(ctx: Ctx, groupId: string): Promise<WonByGroup[]> {
  ensure(
    speaksFor(ctx.actor, groupId) || isStaff(ctx.actor),
    say("Only the group and staff see what it has won."),
  )
  const rows = await readingAll(ctx, "the ledger says what a group has won", () =>
    ctx.tx.execute<WonByGroup>(sql`
      select b.id, b.title, f.name as funder, b.decided_on::text as "decidedOn", b.awarded::float8 as awarded, x.part::float8 as part,
        (select coalesce(json_agg(g.name order by lower(g.name)), '[]') from ${PARTS} o join groups g on g.id = o.group_id
          where o.bid_id = b.id and o.group_id <> x.group_id) as others
      from ${PARTS} x join bids b on b.id = x.bid_id join funders f on f.id = b.funder_id
      where x.group_id = ${groupId}::uuid and b.undone_at is null and b.withdrawn_on is null and b.awarded is not null
      order by b.decided_on desc, b.title, b.id`),
  )
  return [...rows]
}
