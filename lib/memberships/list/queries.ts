import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import type { Listing } from "../../access/list-type"
import { ensure, found } from "../../errors"
import { firstValue } from "../../lists/input"
import { conditionOf } from "../../lists/queries"
import { isOwed, owesLaterSql, runEndsSql } from "../../membership-status/queries"
import type { Line } from "../../membership-status/words"
import { say } from "../../words"
import { PAGE_SIZE, type Part } from "../input"
import { maySeeMemberships } from "../policy"
import { groupsWithStatus, inParts, membershipList, ON_LIST } from "./filters"

/** A line of the staff's list. */
export type Listed = Line & {
  groupId: string
  group: string
  membershipId: string
  contact: string | null
  chasedAt: string | null
  waitingId: string | null
  /** The periods whose fee is owed, the latest first. */
  owed: Owed[]
}
/** A period that was not paid; its fee in pence. */
export type Owed = { id: string; startsOn: string | null; endsOn: string | null; feePence: number }

/** One page of a part of the list: what ran out or ends first stands first; groups without a membership by name. */
export async function listMemberships(ctx: Ctx, listing: Listing, size = PAGE_SIZE) {
  ensure(maySeeMemberships(ctx.actor), say("Only staff can look through the memberships."))
  const newest = ["lapsed", "cancelled"].includes(firstValue(listing, "show") ?? "")
  const rows = await ctx.tx.execute<Omit<Listed, "owed">>(sql`
    select g.id as "groupId", g.name as "group", coalesce(s.id, g.id) as "membershipId", coalesce(s.type_name, '') as "typeName",
      coalesce(s.state, 'none') as state,
      s.starts_on::text as "startsOn", s.ends_on::text as "endsOn", ${runEndsSql} as "runEndsOn", s.cancelled_on::text as "cancelledOn",
      s.fee_pence as "feePence", s.paid_on::text as "paidOn", ${owesLaterSql(ctx)} as "owesLater", p.name as contact,
      (select max(c.at) from membership_chases c where c.membership_id = s.id) as "chasedAt",
      (select r.id from membership_requests r where r.group_id = g.id and r.decided_at is null limit 1) as "waitingId"
    from ${groupsWithStatus(ctx)} left join people p on p.id = g.main_contact_id
    where ${ON_LIST} and ${conditionOf(ctx, membershipList.filters, listing)}
    order by ${newest ? sql`coalesce(s.cancelled_on, s.ends_on) desc` : sql`s.ends_on nulls last`}, g.name, g.id
    limit ${size} offset ${(listing.page - 1) * size}`)
  const owed = await listOwed(
    ctx,
    rows.map(({ groupId }) => groupId),
  )
  return rows.map((row): Listed => ({ ...row, owed: owed.get(row.groupId) ?? [] }))
}

/** How many groups a listing has, over all its pages. */
export async function countListed(ctx: Ctx, listing: Listing): Promise<number> {
  ensure(maySeeMemberships(ctx.actor), say("Only staff can look through the memberships."))
  const [row] = await ctx.tx.execute<{ total: number }>(sql`
    select count(*)::int as total from ${groupsWithStatus(ctx)}
    where ${ON_LIST} and ${conditionOf(ctx, membershipList.filters, listing)}`)
  return row?.total ?? 0
}

/** What each of these groups owes, by the group's id: the fees of periods that were neither paid nor ended. The latest first. */
export async function listOwed(ctx: Ctx, groupIds: string[]): Promise<Map<string, Owed[]>> {
  ensure(maySeeMemberships(ctx.actor), say("Only staff can see who owes what."))
  const rows = await ctx.tx.execute<Owed & { groupId: string }>(sql`
    select o.group_id as "groupId", o.id, o.starts_on::text as "startsOn", o.ends_on::text as "endsOn", o.fee_pence as "feePence"
    from memberships o
    where o.group_id = any (${sql.param(groupIds)}::uuid[]) and ${isOwed(ctx)}
    order by o.starts_on desc nulls last, o.created_at desc`)
  return Map.groupBy(rows, ({ groupId }) => groupId)
}

/** The memberships that have no last day though their kind has one. */
export async function listEndless(ctx: Ctx) {
  const rows = await ctx.tx.execute<{ id: string; groupId: string }>(sql`
    select s.id, s.group_id as "groupId" from ${groupsWithStatus(ctx)} where ${ON_LIST} and ${inParts(ctx).endless}`)
  return [...rows]
}

/** How many groups are in each part of the list, and how many requests wait. */
export async function countMemberships(ctx: Ctx) {
  ensure(maySeeMemberships(ctx.actor), say("Only staff can look through the memberships."))
  const parts = Object.entries(inParts(ctx)).map(
    ([part, where]) => sql`(count(*) filter (where ${where}))::int as ${sql.identifier(part)}`,
  )
  const [row] = await ctx.tx.execute<Record<Part | "requests", number>>(sql`
    select ${sql.join(parts, sql`, `)},
      (select count(*)::int from membership_requests where decided_at is null) as requests
    from ${groupsWithStatus(ctx)} where ${ON_LIST}`)
  return found(row)
}
