import "server-only"
import { and, asc, eq, sql } from "drizzle-orm"
import { events } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure, found } from "../../errors"
import { say } from "../../words"
import { stateOf } from "../list/filters"
import type { BidRow } from "../list/queries"
import { maySeeFunding } from "../policy"
import { type PartOfBid, partsOf } from "./together/queries"

type Proof = {
  matchId: string
  identifier: string
  funder: string
  amount: number
  currency: string
  awardedOn: string
}

/** A bid with its groups, the published grants that prove it, who noted it, and its history. */
export type WholeBid = Omit<BidRow, "partners"> & {
  notes: string | null
  withdrawnOn: string | null
  preparingOn: string | null
  taskId: string | null
  addedAt: Date
  /** When it was taken back; it doesn’t count then. */
  undoneAt: Date | null
  addedBy: string | null
  partners: { id: string; name: string }[]
  /** All its groups, the one that leads first, each with what it gets of the award. */
  parts: PartOfBid[]
  proofs: Proof[]
  history: { at: Date; what: string; summary: string; who: string }[]
}

/** One bid, also one that was taken back. NotFound when there is none. */
export async function getBid(ctx: Ctx, id: string): Promise<WholeBid> {
  ensure(maySeeFunding(ctx.actor), say("Only staff see the funding ledger."))
  const [rows, history] = await Promise.all([
    ctx.tx.execute<
      Omit<WholeBid, "addedAt" | "undoneAt" | "history"> & { addedAt: string; undoneAt: string | null }
    >(sql`
      select b.id, b.title, b.notes, b.group_id as "groupId", g.name as "group", b.funder_id as "funderId", f.name as funder, ${stateOf(ctx)} as state,
        b.asked::float8 as asked, b.awarded::float8 as awarded, b.paid::float8 as paid, b.opened_on::text as "openedOn",
        b.preparing_on::text as "preparingOn", b.deadline_on::text as "deadlineOn", b.sent_on::text as "sentOn",
        b.decision_due_on::text as "decisionDueOn", b.decided_on::text as "decidedOn", b.withdrawn_on::text as "withdrawnOn",
        b.share, b.proof, b.task_id as "taskId", b.created_at as "addedAt", b.undone_at as "undoneAt", p.name as "addedBy",
        (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) order by o.name), '[]')
          from bid_groups bg join groups o on o.id = bg.group_id where bg.bid_id = b.id and bg.group_id <> b.group_id) as partners,
        ${partsOf(sql`b.id`)} as parts,
        (select coalesce(json_agg(json_build_object('matchId', m.id, 'identifier', pg.identifier, 'funder', pg.funder_name, 'amount', pg.amount,
            'currency', pg.currency, 'awardedOn', pg.awarded_on) order by pg.awarded_on), '[]')
          from grant_matches m join published_grants pg on pg.id = m.grant_id where m.bid_id = b.id) as proofs
      from bids b join groups g on g.id = b.group_id join funders f on f.id = b.funder_id left join people p on p.id = b.added_by
      where b.id = ${id}`),
    ctx.tx
      .selectDistinct({ at: events.at, what: events.what, summary: events.summary, who: events.actorName })
      .from(events)
      .where(and(eq(events.subjectKind, "bid"), eq(events.subjectId, id)))
      .orderBy(asc(events.at)),
  ])
  const bid = found(rows[0])
  return {
    ...bid,
    addedAt: new Date(bid.addedAt),
    undoneAt: bid.undoneAt ? new Date(bid.undoneAt) : null,
    history,
  }
}
