import "server-only"
import { sql } from "drizzle-orm"
import type { APPEAL_DECISIONS, LEFT_OUT, VOTED_BY } from "@/db/vocabulary"
import { readingAll } from "../../../access/audiences"
import type { Ctx } from "../../../access/ctx"
import { isStaff } from "../../../access/may"
import { ensure } from "../../../errors"
import { COUNTS } from "../../../membership-status/period"
import { membershipStatuses } from "../../../membership-status/queries"
import type { Election } from "../queries"

type Electing = Pick<Election, "networkId" | "memberMonths">
/** The election of a row called `e`, where several are asked about at once. */
export const ANY_ELECTION = { networkId: sql`e.network_id`, memberMonths: sql`e.member_months` }

/** Since when a group has been a member without a break, of a line s of `membershipStatuses`. */
const memberSince = sql`(
  with recursive run(starts_on) as (
    select coalesce(s.starts_on, '-infinity'::date)
    union
    select coalesce(n.starts_on, '-infinity'::date) from run r join memberships n on n.group_id = s.group_id and n.cancelled_on is null
      and isfinite(r.starts_on) and coalesce(n.ends_on, 'infinity'::date) >= r.starts_on - 1 - s.grace_days
      and coalesce(n.starts_on, '-infinity'::date) < r.starts_on)
  select min(starts_on) from run)`

/**
 * The groups that an election is for, as SQL with `group_id` and `left_out`: null for those in good standing on a day, else
 * why not. Who may see that is settled before.
 */
export const electorate = (
  { today }: Pick<Ctx, "today">,
  { networkId, memberMonths }: Electing | typeof ANY_ELECTION,
) => sql`
  select g.id as group_id, g.name, case
      when not (select exists (select from membership_types t where t.retired_at is null)) then
        case when g.stage = 'member' then null else 'not_member' end
      when s.state is null or s.state <> all (${sql.param([...COUNTS])}::text[]) then 'not_member'
      when s.standing <> 'member' then 'affiliate'
      when ${memberMonths}::int > 0 and ${memberSince} > ${today}::date - make_interval(months => ${memberMonths}::int) then 'too_new'
    end as left_out
  from groups g left join (${membershipStatuses({ today })}) s on s.group_id = g.id
  where g.removed_at is null and g.stage <> 'closed' and g.sector is distinct from 'statutory'
    and case when ${networkId}::uuid is null then g.stage = 'member' or s.group_id is not null
      else exists (select from network_groups x where x.group_id = g.id and x.network_id = ${networkId}::uuid
        and x.joined_at is not null and x.left_at is null) end`

/** The ids of the groups that would be on the roll today. */
export async function listElectorate(ctx: Ctx, election: Electing): Promise<string[]> {
  const rows = await readingAll(ctx, "who is in good standing; whom to write to", () =>
    ctx.tx.execute<{ id: string }>(
      sql`select e.group_id as id from (${electorate(ctx, election)}) e where e.left_out is null`,
    ),
  )
  return rows.map(({ id }) => id)
}

/** A group of the roll, with what it says against being left out. `votedBy` is for staff. */
export type RollRow = {
  id: string
  groupId: string
  group: string
  leftOut: keyof typeof LEFT_OUT | null
  voterId: string | null
  voter: string | null
  votedBy: keyof typeof VOTED_BY | null
  /** Why it says that the vote that stands for it isn’t its own. */
  disputed: string | null
  appeals: {
    id: string
    words: string
    decision: keyof typeof APPEAL_DECISIONS | null
    reason: string | null
  }[]
}

/** The roll of an election with who votes for each group and which have voted. For staff. */
export async function getRoll(ctx: Ctx, electionId: string): Promise<RollRow[]> {
  ensure(isStaff(ctx.actor))
  const rows = await ctx.tx.execute<RollRow>(sql`
    select r.id, g.id as "groupId", g.name as "group", r.left_out as "leftOut", r.voter_id as "voterId", coalesce(p.name, r.voter_email) as voter,
      r.voted_by as "votedBy", r.disputed, coalesce((select json_agg(json_build_object('id', a.id, 'words', a.words, 'decision', a.decision, 'reason', a.reason)
        order by a.made_at) from roll_appeals a where a.roll_id = r.id), '[]') as appeals
    from election_roll r join groups g on g.id = r.group_id left join people p on p.id = r.voter_id
    where r.election_id = ${electionId}::uuid order by g.name, r.id`)
  return [...rows]
}

/** A roll as groups may read it: who is on it, and who is left out and why. */
export async function getToldRoll(ctx: Ctx, electionId: string) {
  const rows = await readingAll(ctx, "the roll is told to every group, without who has voted", () =>
    ctx.tx.execute<{ group: string; leftOut: keyof typeof LEFT_OUT | null }>(sql`
      select g.name as "group", r.left_out as "leftOut" from election_roll r join groups g on g.id = r.group_id
      where r.election_id = ${electionId}::uuid order by g.name, r.id`),
  )
  return [...rows]
}

/** How many groups are on the roll, how many of them have voted, and how many say that it wasn’t they who did. */
export async function countVoted(ctx: Ctx, electionId: string) {
  const [row] = await readingAll(ctx, "how many have voted is told with no group’s name", () =>
    ctx.tx.execute<{ onRoll: number; voted: number; onPaper: number; disputed: number }>(sql`
      select count(*)::int as "onRoll", count(voted_by)::int as voted, count(*) filter (where voted_by = 'paper')::int as "onPaper",
        count(disputed)::int as disputed
      from election_roll where election_id = ${electionId}::uuid and left_out is null`),
  )
  return row ?? { onRoll: 0, voted: 0, onPaper: 0, disputed: 0 }
}
