import "server-only"
import { type SQL, sql } from "drizzle-orm"
import { type Ctx, readOnce } from "../../access/ctx"
import { ensure, found } from "../../errors"
import { say } from "../../words"
import { maySeeFunding } from "../policy"

/** How many suggestions are on a page. */
export const PAGE_SIZE = 25
const guard = (ctx: Ctx) => ensure(maySeeFunding(ctx.actor), say("Only staff see the funding ledger."))

/** A bid of the ledger that a published grant may be: of that group, from that funder, of about that day and that sum. */
type Candidate = {
  id: string
  title: string
  won: boolean
  sum: number | null
  decidedOn: string | null
}

/** A published grant that may be a group's, with the bids of the ledger that it may be. `amount`: hundredths of its currency. */
export type Suggestion = {
  id: string
  identifier: string
  title: string
  recipientName: string
  funder: string
  programme: string | null
  currency: string
  amount: number
  awardedOn: string
  groupId: string
  group: string
  foundBy: "identifier" | "name"
  because: string
  candidates: Candidate[]
}

/** The most that are confirmed in one press. */
const MOST_SURE = 500
/** Days between what the ledger says of an award and what the funder publishes. */
const WON_DAYS = 92
const OPEN_DAYS = 366

/** Bids `b` that a grant `p` may be, as suggested for a group in `m`. */
const mayBe = sql`b.undone_at is null and b.withdrawn_on is null and (b.decided_on is null or b.awarded is not null) and p.currency = 'GBP'
  and b.id in (select o.id from bids o where o.group_id = m.group_id union all select bg.bid_id from bid_groups bg where bg.group_id = m.group_id)
  and (f.org_id = p.funder_org_id or f.name_key = p.funder_key)
  and not exists (select from grant_matches o where o.bid_id = b.id)
  and case when b.awarded is not null then b.awarded = p.amount and abs(p.awarded_on - b.decided_on) <= ${WON_DAYS}::int
    else (b.asked is null or b.asked >= p.amount) and abs(p.awarded_on - coalesce(b.sent_on, b.deadline_on, b.opened_on)) <= ${OPEN_DAYS}::int end`

const CANDIDATES = sql`(select coalesce(json_agg(json_build_object('id', b.id, 'title', b.title, 'won', b.awarded is not null,
    'sum', coalesce(b.awarded, b.asked), 'decidedOn', b.decided_on) order by b.decided_on, b.id), '[]')
  from bids b join funders f on f.id = b.funder_id where ${mayBe})`

/** Suggestions `m` that somebody still has to decide, about grants `p` that nobody has confirmed for another group. */
const UNDECIDED = sql`m.confirmed_at is null and m.refused_at is null
  and not exists (select from grant_matches c where c.grant_id = m.grant_id and c.confirmed_at is not null)`
const FROM = sql`grant_matches m join published_grants p on p.id = m.grant_id join groups g on g.id = m.group_id and g.removed_at is null`

const select = (where: SQL, rest: SQL) => sql<Suggestion>`
  select m.id, p.identifier, p.title, p.recipient_name as "recipientName", p.funder_name as funder, p.programme, p.currency,
    p.amount::float8 as amount, p.awarded_on::text as "awardedOn", m.group_id as "groupId", g.name as "group", m.found_by as "foundBy", m.because,
    ${CANDIDATES} as candidates
  from ${FROM} where ${where} ${rest}`

/** Suggestions that wait, by number first, then by the name of the group; a page of them. */
export async function listSuggestions(ctx: Ctx, page: number): Promise<Suggestion[]> {
  guard(ctx)
  const rows = await ctx.tx.execute<Suggestion>(
    select(
      UNDECIDED,
      sql`order by m.found_by, g.name, p.awarded_on desc, m.id limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}`,
    ),
  )
  return [...rows]
}

/** A suggestion that waits. NotFound when there is none, or somebody has decided it. */
export async function getSuggestion(ctx: Ctx, id: string): Promise<Suggestion> {
  guard(ctx)
  const [row] = await ctx.tx.execute<Suggestion>(select(sql`${UNDECIDED} and m.id = ${id}`, sql``))
  return found(row)
}

/**
 * Those by number that can be confirmed together: in pounds, and no open bid that it could be, which somebody has to look
 * at. As many as can be confirmed in one press.
 */
export async function listSure(ctx: Ctx): Promise<Suggestion[]> {
  guard(ctx)
  const rows = await ctx.tx.execute<Suggestion>(sql`
    with sure as (${select(sql`${UNDECIDED} and m.found_by = 'identifier' and p.currency = 'GBP' and p.amount > 0`, sql``)})
    select * from sure s where not exists (select from json_array_elements(s.candidates) c where not (c ->> 'won')::boolean)
      and json_array_length(s.candidates) < 2 order by s.id limit ${MOST_SURE}`)
  return [...rows]
}

/** How many suggestions wait: all of them, and those by number that can be confirmed together. */
export const countSuggestions = readOnce(async (ctx: Ctx) => {
  guard(ctx)
  const [row] = await ctx.tx.execute<{ all: number; byNumber: number; published: number }>(sql`
    select count(*)::int as "all", count(*) filter (where m.found_by = 'identifier')::int as "byNumber",
      (select count(*)::int from published_grants) as published
    from ${FROM} where ${UNDECIDED}`)
  return row ?? { all: 0, byNumber: 0, published: 0 }
})

/** Whatever the ledger doesn't add up: published grants of its groups in other currencies, by currency, in hundredths. */
export async function countForeign(ctx: Ctx) {
  guard(ctx)
  const rows = await ctx.tx.execute<{ currency: string; grants: number; sum: number }>(sql`
    select p.currency, count(*)::int as grants, sum(p.amount)::float8 as sum from published_grants p where p.currency <> 'GBP'
      and exists (select from grant_matches m where m.grant_id = p.id and m.refused_at is null) group by 1 order by 1`)
  return [...rows]
}
