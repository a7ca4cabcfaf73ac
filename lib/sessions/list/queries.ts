import "server-only"
import { and, asc, desc, eq, exists, gte, isNull, lte, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { groups, people, sessionGroups, sessions } from "@/db/schema"
import { type Ctx, personOf } from "../../access/ctx"
import { ensure } from "../../errors"
import { maySeeSessions } from "../policy"
import type { SessionFilter } from "./input"

/** How many sessions are on a page of the list. */
export const PAGE_SIZE = 50

/** Which sessions a list has. */
export function whereOf(ctx: Ctx, filter: SessionFilter) {
  const withGroup = (groupId: string) =>
    exists(
      ctx.tx
        .select({ one: sql`1` })
        .from(sessionGroups)
        .where(and(eq(sessionGroups.sessionId, sessions.id), eq(sessionGroups.groupId, groupId))),
    )
  return and(
    isNull(sessions.undoneAt),
    filter.whose === "mine" ? eq(sessions.byPersonId, personOf(ctx.actor)?.personId ?? sql`null`) : undefined,
    filter.group ? withGroup(filter.group) : undefined,
    filter.kind && eq(sessions.kind, filter.kind),
    filter.function && eq(sessions.function, filter.function),
    filter.from ? gte(sessions.on, filter.from) : undefined,
    filter.to ? lte(sessions.on, filter.to) : undefined,
    filter.unread ? sql`false` : undefined,
    filter.q ? sql`${sessions.id} in (select id from search_ids('session', ${filter.q}, false))` : undefined,
  )
}

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

/**
 * Fifty sessions, newest first, with how many match and how long they took together. A session with several groups
 * counts once. `group` is the name of the group that is filtered for.
 */
export async function listSessions(ctx: Ctx, filter: SessionFilter) {
  ensure(maySeeSessions(ctx.actor), "Only staff see sessions.")
  const where = whereOf(ctx, filter)
  const [rows, [sums], [group]] = await Promise.all([
    ctx.tx
      .select({
        id: sessions.id,
        on: sessions.on,
        minutes: sessions.minutes,
        kind: sessions.kind,
        function: sessions.function,
        note: sql<string>`left(${sessions.note}, 200)`,
        editedAt: sessions.editedAt,
        by: people.name,
      })
      .from(sessions)
      .innerJoin(people, eq(people.id, sessions.byPersonId))
      .where(where)
      .orderBy(desc(sessions.on), desc(sessions.createdAt), desc(sessions.id))
      .limit(PAGE_SIZE)
      .offset((filter.page - 1) * PAGE_SIZE),
    ctx.tx
      .select({
        total: sql<number>`count(*)::int`,
        minutes: sql<number>`coalesce(sum(${sessions.minutes}), 0)::int`,
      })
      .from(sessions)
      .where(where),
    filter.group ? ctx.tx.select({ name: groups.name }).from(groups).where(eq(groups.id, filter.group)) : [],
  ])
  const withGroups = await groupsOf(
    ctx,
    rows.map(({ id }) => id),
  )
  return {
    rows: rows.map((row) => ({ ...row, groups: withGroups.filter(({ sessionId }) => sessionId === row.id) })),
    total: sums?.total ?? 0,
    minutes: sums?.minutes ?? 0,
    group: group?.name ?? null,
  }
}
export type ListedSession = Awaited<ReturnType<typeof listSessions>>["rows"][number]
