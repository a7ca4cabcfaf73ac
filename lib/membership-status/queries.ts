import "server-only"
import { type SQL, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import type { Ctx } from "../access/ctx"
import { say } from "../words"
import { PRECEDENCE } from "./period"
import { type Line, lineOf } from "./words"

/** `stateOn` of period.ts as PostgreSQL says it, of a membership m and its type t: the two are tested on the same dates. */
export const stateSql = (day: SQL) => sql`case
  when m.cancelled_on <= ${day} or m.cancelled_on <= m.starts_on then 'cancelled'
  when m.starts_on > ${day} then 'future'
  when m.ends_on is null or m.ends_on - ${day} > t.renewal_days then 'current'
  when m.ends_on >= ${day} then 'ending'
  when ${day} - m.ends_on <= t.grace_days then 'grace'
  else 'lapsed' end`

/** `statusOn` of period.ts as a query: a line a group, with the period that speaks for it. `of` narrows the groups. */
export function membershipStatuses({ today }: Pick<Ctx, "today">, of: SQL = sql`true`): SQL {
  const day = sql`${today}::date`
  const rank = sql.param(PRECEDENCE)
  return sql`select distinct on (p.group_id) p.*,
      case when p.period_state = 'ending' and exists (
        select from memberships n where n.group_id = p.group_id and n.starts_on > ${day}
          and (n.cancelled_on is null or n.cancelled_on > n.starts_on)) then 'current' else p.period_state end as state
    from (select m.*, t.name as type_name, t.standing, t.period, t.grace_days, t.renewal_days, ${stateSql(day)} as period_state
      from memberships m join membership_types t on t.id = m.type_id where ${of}) p
    order by p.group_id, least(array_position(${rank}::text[], p.period_state), ${PRECEDENCE.length - 1}), p.starts_on desc nulls last, (p.paid_on is not null) desc`
}

/** `runEnds` of period.ts as PostgreSQL says it, of a line s of `membershipStatuses`. */
export const runEndsSql = sql`(
  with recursive run(ends_on) as (
    select coalesce(s.ends_on, 'infinity'::date)
    union
    select coalesce(n.ends_on, 'infinity'::date) from run r join memberships n on n.group_id = s.group_id and n.cancelled_on is null
      and isfinite(r.ends_on) and coalesce(n.starts_on, '-infinity'::date) <= r.ends_on + 1 and coalesce(n.ends_on, 'infinity'::date) > r.ends_on)
  select case when isfinite(max(ends_on)) then max(ends_on)::text end from run)`

/** `isOwedOn` of period.ts as PostgreSQL says it, of a membership o, today. */
export const isOwed = (
  ctx: Ctx,
): SQL => sql`(o.fee_pence > 0 and o.paid_on is null and (o.cancelled_on is null
  or (o.cancelled_on > ${ctx.today}::date and o.cancelled_on > coalesce(o.starts_on, '-infinity'))))`

/** `owesLater` of period.ts as PostgreSQL says it, of a line s of `membershipStatuses`. */
export const owesLaterSql = (ctx: Ctx): SQL => sql`exists (
  select from memberships o where o.group_id = s.group_id and ${isOwed(ctx)}
    and coalesce(o.starts_on, '-infinity'::date) > coalesce(s.starts_on, '-infinity'::date))`

/** Where a group stands by its membership. */
export type MembershipStatus = Line & { groupId: string; membershipId: string; typeId: string }

/** Where these groups stand; a group that never had a membership is not in the answer. Who may see the groups is settled before. */
export async function listMembershipStatuses(ctx: Ctx, groupIds: string[]): Promise<MembershipStatus[]> {
  if (groupIds.length === 0) return []
  const rows = await ctx.tx.execute<MembershipStatus>(sql`
    select s.group_id as "groupId", s.id as "membershipId", s.type_id as "typeId", s.type_name as "typeName", s.state,
      s.starts_on::text as "startsOn", s.ends_on::text as "endsOn", ${runEndsSql} as "runEndsOn", s.cancelled_on::text as "cancelledOn",
      s.fee_pence as "feePence", s.paid_on::text as "paidOn", ${owesLaterSql(ctx)} as "owesLater"
    from (${membershipStatuses(ctx, sql`m.group_id = any (${sql.param(groupIds)}::uuid[])`)}) s`)
  return [...rows]
}

/** The membership of these groups in one line each, by the group's id; none at all while the LIO has no kinds of membership. */
export async function linesOf(ctx: Ctx, groupIds: string[], inWords = lineOf): Promise<Map<string, string>> {
  return eachMembership(ctx, groupIds, inWords, say("No membership"))
}

/** The membership of each of these groups, shown; `none`: of a group without one. Empty while the LIO has no kinds of membership. */
export async function eachMembership<T>(
  ctx: Ctx,
  groupIds: string[],
  show: (line: Line) => T,
  none: T,
): Promise<Map<string, T>> {
  if (groupIds.length === 0) return new Map()
  const [typed, statuses] = await Promise.all([hasTypes(ctx), listMembershipStatuses(ctx, groupIds)])
  if (!typed) return new Map()
  const of = new Map(statuses.map((status) => [status.groupId, status]))
  return new Map(
    groupIds.map((id) => {
      const status = of.get(id)
      return [id, status ? show(status) : none]
    }),
  )
}

/** The ids of the groups in one of these states, as a condition's right side: `groups.id in (…)`. */
export const groupsIn = (ctx: Ctx, states: string[]): SQL =>
  sql`(select s.group_id from (${membershipStatuses(ctx)}) s where ${isOneOf(sql`s.state`, states)})`

/** Whether the LIO has kinds of membership: member and affiliate are then never typed. */
export async function hasTypes(ctx: Ctx): Promise<boolean> {
  const [row] = await ctx.tx.execute<{ there: boolean }>(
    sql`select exists (select from membership_types where retired_at is null) as there`,
  )
  return row?.there ?? false
}
