import "server-only"
import { and, asc, desc, eq, isNull, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { membershipChases, membershipRequests, memberships, membershipTypes, people } from "@/db/schema"
import { type Ctx, personOf } from "../access/ctx"
import { ensure, found } from "../errors"
import { maySeeGroup } from "../groups/policy"
import { COUNTS, periodAfter, periodFrom, runEnds, stateOn, statusOn } from "../membership-status/period"
import { membershipStatuses, runEndsSql } from "../membership-status/queries"
import type { Line } from "../membership-status/words"
import { PAGE_SIZE, type Part } from "./input"
import { maySeeMemberships } from "./policy"
import type { Type } from "./types/queries"

/** A group's periods of membership, newest first, each with its type and where it stands today. */
export async function listPeriods(ctx: Ctx, groupId: string) {
  found(maySeeGroup(ctx.actor, groupId) || null)
  return listPeriodsOf(ctx, [groupId])
}

/** The periods of many groups, each group's newest first. Who may see them is settled before. */
export async function listPeriodsOf(ctx: Ctx, groupIds: string[]) {
  const rows = await ctx.tx
    .select({ membership: memberships, type: membershipTypes })
    .from(memberships)
    .innerJoin(membershipTypes, eq(membershipTypes.id, memberships.typeId))
    .where(isOneOf(memberships.groupId, groupIds))
    .orderBy(sql`${memberships.startsOn} desc nulls last`, desc(memberships.createdAt))
  return rows.map(({ membership, type }) => {
    const dates = { ...membership, graceDays: type.graceDays, renewalDays: type.renewalDays }
    return { ...dates, type, typeName: type.name, state: stateOn(ctx.today, dates) }
  })
}
export type Period = Awaited<ReturnType<typeof listPeriodsOf>>[number]

/** Where a group stands, with the period that says so; null when it never had a membership. */
export async function getMembershipStatus(ctx: Ctx, groupId: string) {
  return standingAmong(ctx, await listPeriods(ctx, groupId))
}

/** The same, of a group that has these periods. */
export function standingAmong(ctx: Ctx, periods: readonly Period[]) {
  const standing = statusOn(ctx.today, periods)
  return (
    standing && { ...standing.period, state: standing.state, runEndsOn: runEnds(standing.period, periods) }
  )
}

/** Each time the group was asked to renew, newest first. For staff. */
async function listChases(ctx: Ctx, groupId: string) {
  ensure(maySeeMemberships(ctx.actor), "Only staff can see how a group was asked.")
  const to = sql<string | null>`(select p.name from people p where p.id = membership_chases.to_person_id)`
  return ctx.tx
    .select({
      id: membershipChases.id,
      at: membershipChases.at,
      how: membershipChases.how,
      step: membershipChases.step,
      note: membershipChases.note,
      by: people.name,
      to,
    })
    .from(membershipChases)
    .leftJoin(people, eq(people.id, membershipChases.byPersonId))
    .where(eq(membershipChases.groupId, groupId))
    .orderBy(desc(membershipChases.at), asc(membershipChases.id))
}
export type Chased = Awaited<ReturnType<typeof listChases>>[number]

/** The request of a group that waits for the staff, if there is one. */
export async function getWaiting(ctx: Ctx, groupId: string) {
  const [row] = await ctx.tx
    .select({
      id: membershipRequests.id,
      kind: membershipRequests.kind,
      askedAt: membershipRequests.askedAt,
      typeName: membershipTypes.name,
    })
    .from(membershipRequests)
    .innerJoin(membershipTypes, eq(membershipTypes.id, membershipRequests.typeId))
    .where(and(eq(membershipRequests.groupId, groupId), isNull(membershipRequests.decidedAt)))
  return row ?? null
}

/** Of these groups, those whose request waits for the staff. */
export async function listWaitingAmong(ctx: Ctx, groupIds: string[]): Promise<Set<string>> {
  const rows = await ctx.tx
    .select({ groupId: membershipRequests.groupId })
    .from(membershipRequests)
    .where(and(isOneOf(membershipRequests.groupId, groupIds), isNull(membershipRequests.decidedAt)))
  return new Set(rows.flatMap(({ groupId }) => groupId ?? []))
}

/** All that the page of a group's membership shows. Members see their own group's, without how it was asked. */
export async function getMembership(ctx: Ctx, groupId: string) {
  const periods = await listPeriods(ctx, groupId)
  const standing = statusOn(ctx.today, periods)
  const [chases, waiting] = await Promise.all([
    maySeeMemberships(ctx.actor) ? listChases(ctx, groupId) : [],
    getWaiting(ctx, groupId),
  ])
  return {
    standing: standing && {
      ...standing.period,
      state: standing.state,
      runEndsOn: runEnds(standing.period, periods),
    },
    periods,
    chases,
    waiting,
    next: standing && renewable(ctx, periods, standing.period),
    /** What renewing as a kind, or beginning by it today, would make. */
    nextAs: (type: Type) =>
      standing ? renewable(ctx, periods, { ...standing.period, type }) : periodFrom(type, ctx.today),
    today: ctx.today,
  }
}

/** What renewing now would make of it; null when it cannot be renewed: it has no last day, or was renewed already. */
export function renewable(ctx: Ctx, periods: readonly Period[], period: Period) {
  if (COUNTS.has(period.state) && period.endsOn === null) return null
  if (periods.some(({ state }) => state === "future")) return null
  return periodAfter(period.type, period, ctx.today)
}

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

const partly: Record<Exclude<Part, "none">, ReturnType<typeof sql>> = {
  ending: sql`s.state = 'ending'`,
  grace: sql`s.state = 'grace'`,
  lapsed: sql`s.state = 'lapsed'`,
  unpaid: sql`s.state in ('current', 'ending', 'grace', 'future') and s.fee_pence > 0 and s.paid_on is null`,
  endless: sql`s.state = 'current' and s.ends_on is null and s.period <> 'open'`,
  current: sql`s.state = 'current'`,
  future: sql`s.state = 'future'`,
  cancelled: sql`s.state = 'cancelled'`,
}

/** One page of a part of the list: what ran out or ends first stands first. */
export async function listMemberships(
  ctx: Ctx,
  { part, page }: { part: Part; page: number },
  size = PAGE_SIZE,
) {
  ensure(maySeeMemberships(ctx.actor), "Only staff can look through the memberships.")
  if (part === "none") return listWithout(ctx, page, size)
  const newest = part === "lapsed" || part === "cancelled"
  const rows = await ctx.tx.execute<Omit<Listed, "owed">>(sql`
    select g.id as "groupId", g.name as "group", s.id as "membershipId", s.type_name as "typeName", s.state,
      s.starts_on::text as "startsOn", s.ends_on::text as "endsOn", ${runEndsSql} as "runEndsOn", s.cancelled_on::text as "cancelledOn",
      s.fee_pence as "feePence", s.paid_on::text as "paidOn", p.name as contact,
      (select max(c.at) from membership_chases c where c.membership_id = s.id) as "chasedAt",
      (select r.id from membership_requests r where r.group_id = g.id and r.decided_at is null limit 1) as "waitingId"
    from (${membershipStatuses(ctx)}) s join groups g on g.id = s.group_id and g.removed_at is null and g.stage <> 'closed'
    left join people p on p.id = g.main_contact_id
    where ${partly[part]}
    order by ${newest ? sql`coalesce(s.cancelled_on, s.ends_on) desc` : sql`s.ends_on nulls last`}, g.name
    limit ${size} offset ${(page - 1) * size}`)
  const owed = await listOwed(
    ctx,
    rows.map(({ groupId }) => groupId),
  )
  return rows.map((row): Listed => ({ ...row, owed: owed.get(row.groupId) ?? [] }))
}

/** What each of these groups owes, by the group's id: the fees of periods that were neither paid nor ended. The latest first. */
export async function listOwed(ctx: Ctx, groupIds: string[]): Promise<Map<string, Owed[]>> {
  ensure(maySeeMemberships(ctx.actor), "Only staff can see who owes what.")
  const rows = await ctx.tx.execute<Owed & { groupId: string }>(sql`
    select o.group_id as "groupId", o.id, o.starts_on::text as "startsOn", o.ends_on::text as "endsOn", o.fee_pence as "feePence"
    from memberships o
    where o.group_id = any (${sql.param(groupIds)}::uuid[]) and o.fee_pence > 0 and o.paid_on is null
      and (o.cancelled_on is null or (o.cancelled_on > ${ctx.today}::date and o.cancelled_on > coalesce(o.starts_on, '-infinity')))
    order by o.starts_on desc nulls last, o.created_at desc`)
  return Map.groupBy(rows, ({ groupId }) => groupId)
}

/** Groups of the list that never had a membership, for beginning many at once. */
async function listWithout(ctx: Ctx, page: number, size: number): Promise<Listed[]> {
  const rows = await ctx.tx.execute<Listed>(sql`
    select g.id as "groupId", g.name as "group", g.id as "membershipId", '' as "typeName", 'none' as state, null as "startsOn", null as "endsOn",
      null as "cancelledOn", null as "feePence", null as "paidOn", p.name as contact, null as "chasedAt", null as "waitingId", '[]'::json as owed
    from groups g left join people p on p.id = g.main_contact_id where ${WITHOUT}
    order by g.name, g.id limit ${size} offset ${(page - 1) * size}`)
  return [...rows]
}
const WITHOUT = sql`g.removed_at is null and g.stage <> 'closed' and g.sector <> 'statutory'
  and not exists (select from memberships m where m.group_id = g.id)`

/** The memberships that have no last day though their kind has one. */
export async function listEndless(ctx: Ctx) {
  const rows = await ctx.tx.execute<{ id: string; groupId: string }>(sql`
    select s.id, s.group_id as "groupId" from (${membershipStatuses(ctx)}) s
    join groups g on g.id = s.group_id and g.removed_at is null and g.stage <> 'closed' where ${partly.endless}`)
  return [...rows]
}

/** How many groups are in each part of the list, and how many requests wait. */
export async function countMemberships(ctx: Ctx) {
  ensure(maySeeMemberships(ctx.actor), "Only staff can look through the memberships.")
  const parts = Object.entries(partly).map(
    ([part, where]) => sql`(count(*) filter (where ${where}))::int as ${sql.identifier(part)}`,
  )
  const [row] = await ctx.tx.execute<Record<Part | "requests", number>>(sql`
    select ${sql.join(parts, sql`, `)},
      (select count(*)::int from membership_requests where decided_at is null) as requests,
      (select count(*)::int from groups g where ${WITHOUT}) as none
    from (${membershipStatuses(ctx)}) s join groups g on g.id = s.group_id and g.removed_at is null and g.stage <> 'closed'`)
  return found(row)
}

/** The memberships of the asker's own groups that are to be renewed now, by a lead; none where a request waits. */
export async function listToRenew(ctx: Ctx) {
  const led = (personOf(ctx.actor)?.groups ?? []).filter(({ lead }) => lead)
  if (led.length === 0 || ctx.actor.kind !== "member") return []
  const ids = led.map(({ id }) => id)
  const waiting = await listWaitingAmong(ctx, ids)
  const periods = Map.groupBy(await listPeriodsOf(ctx, ids), ({ groupId }) => groupId)
  const due = led
    .filter(({ id }) => !waiting.has(id))
    .map(({ id, name }) => ({
      groupId: id,
      group: name,
      standing: standingAmong(ctx, periods.get(id) ?? []),
    }))
  return due.flatMap(({ standing, ...group }) =>
    standing && (standing.state === "ending" || standing.state === "grace")
      ? [{ ...group, state: standing.state, endsOn: standing.endsOn, typeName: standing.typeName }]
      : [],
  )
}
