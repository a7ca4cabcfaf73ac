import "server-only"
import { and, asc, desc, eq, isNull, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import {
  cases,
  enquiries,
  events,
  groups,
  people,
  roles,
  sessionEnquiries,
  sessionGroups,
  sessionPeople,
  sessions,
  sessionTypes,
} from "@/db/schema"
import { type Ctx, personOf } from "../access/ctx"
import { isHeld } from "../access/may"
import { ensure, found } from "../errors"
import { listGivenIn } from "../giving/queries"
import { say } from "../words"
import { maySeeSessions } from "./policy"

const REFUSED = say("Only staff see sessions.")

/** A session with its groups, the people who were there, and its history. Also one that was taken back. */
export async function getSession(ctx: Ctx, id: string) {
  ensure(maySeeSessions(ctx.actor), REFUSED)
  const [[row], withGroups, withPeople, withEnquiries, given, history, types] = await Promise.all([
    ctx.tx
      .select({ session: sessions, by: people.name, case: cases.title, type: sessionTypes.name })
      .from(sessions)
      .innerJoin(people, eq(people.id, sessions.byPersonId))
      .leftJoin(cases, eq(cases.id, sessions.caseId))
      .leftJoin(sessionTypes, eq(sessionTypes.id, sessions.typeId))
      .where(eq(sessions.id, id)),
    ctx.tx
      .select({ id: groups.id, name: groups.name })
      .from(sessionGroups)
      .innerJoin(groups, eq(groups.id, sessionGroups.groupId))
      .where(eq(sessionGroups.sessionId, id))
      .orderBy(asc(groups.name)),
    ctx.tx
      .select({ id: people.id, name: people.name })
      .from(sessionPeople)
      .innerJoin(people, eq(people.id, sessionPeople.personId))
      .where(eq(sessionPeople.sessionId, id))
      .orderBy(asc(people.name)),
    ctx.tx
      .select({ id: enquiries.id, name: enquiries.name })
      .from(sessionEnquiries)
      .innerJoin(enquiries, eq(enquiries.id, sessionEnquiries.enquiryId))
      .where(eq(sessionEnquiries.sessionId, id))
      .orderBy(asc(enquiries.name)),
    listGivenIn(ctx, id),
    ctx.tx
      .selectDistinct({
        at: events.at,
        what: events.what,
        who: events.actorName,
        from: events.from,
        to: events.to,
      })
      .from(events)
      .where(and(eq(events.subjectKind, "session"), eq(events.subjectId, id)))
      .orderBy(asc(events.at)),
    ctx.tx.select({ id: sessionTypes.id, name: sessionTypes.name }).from(sessionTypes),
  ])
  const { session, by, case: title, type } = found(row)
  const { caseId, ...said } = session
  // A confidential case is not there for whoever doesn't work on it.
  const its = caseId && title !== null ? { id: caseId, title } : null
  return {
    ...said,
    type,
    by,
    case: its,
    groups: withGroups,
    people: withPeople,
    enquiries: withEnquiries,
    given,
    history,
    /** The LIO's own kinds of work by their ids: what its history speaks of. */
    typeNames: Object.fromEntries(types.map(({ id, name }) => [id, name])) as Record<string, string>,
  }
}
export type Session = Awaited<ReturnType<typeof getSession>>

/** The kind of work that the asker recorded last, the LIO's own by its id; null before the first. */
export async function getLastKind(ctx: Ctx) {
  const person = personOf(ctx.actor)
  if (!person) return null
  const [last] = await ctx.tx
    .select({ kind: sql<string>`coalesce(${sessions.typeId}::text, ${sessions.kind})` })
    .from(sessions)
    .where(and(eq(sessions.byPersonId, person.personId), isNull(sessions.undoneAt)))
    .orderBy(desc(sessions.on), desc(sessions.createdAt))
    .limit(1)
  return last?.kind ?? null
}

/** The people who have a role in one of the groups now, by name. */
export async function listPeopleOf(ctx: Ctx, groupIds: string[]) {
  ensure(maySeeSessions(ctx.actor), REFUSED)
  if (groupIds.length === 0) return []
  return ctx.tx
    .selectDistinct({ id: people.id, name: people.name })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.personId))
    .where(and(isOneOf(roles.groupId, groupIds), isNull(people.leftAt), isHeld(ctx, sql`${roles}`)))
    .orderBy(asc(people.name))
    .limit(60)
}

/** Open enquiries by their ids, by name: whom a session is to be about. */
export async function listEnquiriesChosen(ctx: Ctx, ids: string[]) {
  ensure(maySeeSessions(ctx.actor), REFUSED)
  if (ids.length === 0) return []
  return ctx.tx
    .select({ id: enquiries.id, name: enquiries.name })
    .from(enquiries)
    .where(and(isOneOf(enquiries.id, ids, "uuid"), isNull(enquiries.doneAt)))
    .orderBy(asc(enquiries.name))
}

/** The names of groups that a draft has chosen; those that are gone are left out. */
export async function listChosen(ctx: Ctx, groupIds: string[]) {
  ensure(maySeeSessions(ctx.actor), REFUSED)
  if (groupIds.length === 0) return []
  return ctx.tx
    .select({ id: groups.id, name: groups.name })
    .from(groups)
    .where(and(isOneOf(groups.id, groupIds), isNull(groups.removedAt)))
    .orderBy(asc(groups.name))
}
