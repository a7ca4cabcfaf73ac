import "server-only"
import { and, asc, desc, eq, isNull, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { membershipChases, membershipRequests, memberships, membershipTypes, people } from "@/db/schema"
import { type Ctx, personOf } from "../access/ctx"
import { ensure, found } from "../errors"
import { maySeeGroup } from "../groups/policy"
import {
  COUNTS,
  owesLater,
  periodAfter,
  periodFrom,
  runEnds,
  stateOn,
  statusOn,
} from "../membership-status/period"
import { say } from "../words"
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
    standing && {
      ...standing.period,
      state: standing.state,
      runEndsOn: runEnds(standing.period, periods),
      owesLater: owesLater(ctx.today, standing.period, periods),
    }
  )
}

/** Each time the group was asked to renew, newest first. For staff. */
async function listChases(ctx: Ctx, groupId: string) {
  ensure(maySeeMemberships(ctx.actor), say("Only staff can see how a group was asked."))
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
  const standing = standingAmong(ctx, periods)
  const [chases, waiting] = await Promise.all([
    maySeeMemberships(ctx.actor) ? listChases(ctx, groupId) : [],
    getWaiting(ctx, groupId),
  ])
  return {
    standing,
    periods,
    chases,
    waiting,
    next: standing && renewable(ctx, periods, standing),
    /** What renewing as a kind, or beginning by it today, would make. */
    nextAs: (type: Type) =>
      standing ? renewable(ctx, periods, { ...standing, type }) : periodFrom(type, ctx.today),
    today: ctx.today,
  }
}

/** What renewing now would make of it; null when it cannot be renewed: it has no last day, or was renewed already. */
export function renewable(ctx: Ctx, periods: readonly Period[], period: Period) {
  if (COUNTS.has(period.state) && period.endsOn === null) return null
  if (periods.some(({ state }) => state === "future")) return null
  return periodAfter(period.type, period, ctx.today)
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
