import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { isNominating, isUnderWay } from "../../partnerships/elections/queries"
import { ANY_ELECTION, electorate } from "../../partnerships/elections/roll/queries"

/** Groups choose somebody for a seat: nominations were opened, or a group hasn't voted yet, which is for its voter. */
export type Choosing = {
  electionId: string
  title: string
  board: string
  groupId: string
  group: string
  until: string
  votingUntil: string
  /** When groups were asked for nominations; null: they vote. */
  askedAt: string | null
  voterId: string | null
}

/** Elections whose nominations were opened since a moment, and ballots that groups haven’t cast, for the whole LIO. */
export async function listChoosing(ctx: Ctx, since: Date): Promise<Choosing[]> {
  const from = sql`${since.toISOString()}::timestamptz`
  const now = sql`${ctx.now.toISOString()}::timestamptz`
  return [
    ...(await ctx.tx.execute<Choosing>(sql`
    select e.id as "electionId", e.title, b.name as board, g.id as "groupId", g.name as "group", e.nominations_until as until,
      e.voting_until as "votingUntil", e.published_at as "askedAt", null::uuid as "voterId"
    from elections e join boards b on b.id = e.board_id
      cross join lateral (select v.group_id from (${electorate(ctx, ANY_ELECTION)}) v where v.left_out is null) able join groups g on g.id = able.group_id
    where ${isNominating(ctx)} and e.published_at > ${from} and e.published_at <= ${now}
    union all
    select e.id, e.title, b.name, g.id, g.name, e.voting_until, e.voting_until, null, r.voter_id
    from elections e join boards b on b.id = e.board_id join election_roll r on r.election_id = e.id and r.left_out is null and r.voted_by is null
      join groups g on g.id = r.group_id and g.removed_at is null
    where ${isUnderWay} and e.opened_at <= ${now} and e.voting_until > ${now}
    order by 6, 1, 5`)),
  ]
}
