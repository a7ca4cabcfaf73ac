import "server-only"
import { and, asc, desc, eq, isNull, type SQL, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import {
  enquiries,
  groups,
  people,
  sessionEnquiries,
  sessionGroups,
  sessions,
  sessionTypes,
} from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import type { Listing } from "../../access/list-type"
import { ensure } from "../../errors"
import { conditionOf } from "../../lists/queries"
import { say } from "../../words"
import { maySeeSessions } from "../policy"
import { sessionList } from "./filters"

/** How many sessions are on a page of the list. */
export const PAGE_SIZE = 50

/** Which sessions a list has. */
export const whereOf = (ctx: Ctx, listing: Listing) =>
  and(isNull(sessions.undoneAt), conditionOf(ctx, sessionList.filters, listing))

/** The groups of a page's sessions, by name: asked for once the page is known, so that a late page costs no more. */
async function groupsOf(ctx: Ctx, sessionIds: string[]) {
  if (sessionIds.length === 0) return []
  return ctx.tx
    .select({ sessionId: sessionGroups.sessionId, id: groups.id, name: groups.name })
    .from(sessionGroups)
    .innerJoin(groups, eq(groups.id, sessionGroups.groupId))
    .where(isOneOf(sessionGroups.sessionId, sessionIds))
    .orderBy(asc(groups.name))
}

const selectRows = (ctx: Ctx, where: SQL | undefined) =>
  ctx.tx
    .select({
      id: sessions.id,
      on: sessions.on,
      minutes: sessions.minutes,
      kind: sessions.kind,
      type: sessionTypes.name,
      function: sessions.function,
      note: sql<string>`left(${sessions.note}, 200)`,
      editedAt: sessions.editedAt,
      by: people.name,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.byPersonId))
    .leftJoin(sessionTypes, eq(sessionTypes.id, sessions.typeId))
    .where(where)
    .orderBy(desc(sessions.on), desc(sessions.createdAt), desc(sessions.id))
    .$dynamic()

/** People with an idea and no group yet, whom a page's sessions were about. */
async function enquiriesOf(ctx: Ctx, sessionIds: string[]) {
  if (sessionIds.length === 0) return []
  return ctx.tx
    .select({ sessionId: sessionEnquiries.sessionId, id: enquiries.id, name: enquiries.name })
    .from(sessionEnquiries)
    .innerJoin(enquiries, eq(enquiries.id, sessionEnquiries.enquiryId))
    .where(isOneOf(sessionEnquiries.sessionId, sessionIds))
    .orderBy(asc(enquiries.name))
}

async function withGroups<T extends { id: string }>(ctx: Ctx, rows: T[]) {
  const ids = rows.map(({ id }) => id)
  const [theirs, about] = await Promise.all([groupsOf(ctx, ids), enquiriesOf(ctx, ids)])
  return rows.map((row) => ({
    ...row,
    groups: theirs.filter(({ sessionId }) => sessionId === row.id),
    enquiries: about.filter(({ sessionId }) => sessionId === row.id),
  }))
}

/** All sessions of some days, newest first, up to so many. */
export async function listSessionsWhere(ctx: Ctx, where: SQL | undefined, most: number) {
  ensure(maySeeSessions(ctx.actor), say("Only staff see sessions."))
  return withGroups(ctx, await selectRows(ctx, and(isNull(sessions.undoneAt), where)).limit(most))
}

/**
 * Fifty sessions, newest first, with how many match and how long they took together. A session with several groups
 * counts once.
 */
export async function listSessions(ctx: Ctx, listing: Listing) {
  ensure(maySeeSessions(ctx.actor), say("Only staff see sessions."))
  const where = whereOf(ctx, listing)
  const [rows, [sums]] = await Promise.all([
    selectRows(ctx, where)
      .limit(PAGE_SIZE)
      .offset((listing.page - 1) * PAGE_SIZE),
    ctx.tx
      .select({
        total: sql<number>`count(*)::int`,
        minutes: sql<number>`coalesce(sum(${sessions.minutes}), 0)::int`,
      })
      .from(sessions)
      .where(where),
  ])
  return { rows: await withGroups(ctx, rows), total: sums?.total ?? 0, minutes: sums?.minutes ?? 0 }
}

/** The sessions about an enquiry, newest first, and how long they took together. */
export async function listSessionsOfEnquiry(ctx: Ctx, enquiryId: string) {
  ensure(maySeeSessions(ctx.actor), say("Only staff see sessions."))
  const its = sql`${sessions.id} in (select se.session_id from session_enquiries se where se.enquiry_id = ${enquiryId}::uuid)`
  const rows = await selectRows(ctx, and(isNull(sessions.undoneAt), its))
  const minutes = rows.reduce((sum, row) => sum + row.minutes, 0)
  return { rows: await withGroups(ctx, rows), minutes }
}

/** The sessions of a case, newest first, and how long they took together. */
export async function listSessionsOfCase(ctx: Ctx, caseId: string) {
  ensure(maySeeSessions(ctx.actor), say("Only staff see sessions."))
  const rows = await selectRows(ctx, and(isNull(sessions.undoneAt), eq(sessions.caseId, caseId)))
  const minutes = rows.reduce((sum, row) => sum + row.minutes, 0)
  return { rows: await withGroups(ctx, rows), minutes }
}
export type ListedSession = Awaited<ReturnType<typeof listSessions>>["rows"][number]
