import "server-only"
import { asc, eq, sql } from "drizzle-orm"
import { sessionKindsLeftOut, sessionTypes } from "@/db/schema"
import { keys, SESSION_KINDS } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { ensure, found } from "../../errors"
import { say } from "../../words"
import { maySeeSessions } from "../policy"

const guard = (ctx: Ctx) => ensure(maySeeSessions(ctx.actor), say("Only staff see kinds of work."))

/** The LIO's own kinds of work, retired ones last, with how many sessions have each. */
export async function listSessionTypes(ctx: Ctx) {
  guard(ctx)
  return ctx.tx
    .select({
      id: sessionTypes.id,
      name: sessionTypes.name,
      kind: sessionTypes.kind,
      function: sessionTypes.function,
      retiredAt: sessionTypes.retiredAt,
      sessions: sql<number>`(select count(*)::int from sessions s where s.type_id = session_types.id and s.undone_at is null)`,
    })
    .from(sessionTypes)
    .orderBy(sql`${sessionTypes.retiredAt} is not null`, asc(sql`lower(${sessionTypes.name})`))
}
export type SessionType = Awaited<ReturnType<typeof listSessionTypes>>[number]

/** One of them, also a retired one. NotFound. */
export async function getSessionType(ctx: Ctx, id: string): Promise<SessionType> {
  return found((await listSessionTypes(ctx)).find((type) => type.id === id))
}

/** The usual kinds that the LIO offers. */
export async function listKindsOffered(ctx: Ctx) {
  guard(ctx)
  const rows = await ctx.tx.select({ kind: sessionKindsLeftOut.kind }).from(sessionKindsLeftOut)
  return keys(SESSION_KINDS).filter((kind) => !rows.some((row) => row.kind === kind))
}

/** What a session may be called, as choices: the usual kinds that are offered, then the LIO's own. `has`: one that it has already. */
export async function kindChoices(
  ctx: Ctx,
  has?: string | null,
): Promise<{ value: string; label: string }[]> {
  guard(ctx)
  const [offered, own] = await Promise.all([
    listKindsOffered(ctx),
    ctx.tx
      .select({ value: sessionTypes.id, label: sessionTypes.name, retiredAt: sessionTypes.retiredAt })
      .from(sessionTypes)
      .orderBy(asc(sql`lower(${sessionTypes.name})`)),
  ])
  return [
    ...keys(SESSION_KINDS)
      .filter((kind) => offered.includes(kind) || kind === has)
      .map((kind) => ({ value: kind, label: SESSION_KINDS[kind] })),
    ...own
      .filter(({ value, retiredAt }) => !retiredAt || value === has)
      .map(({ value, label }) => ({ value, label })),
  ]
}

/** What the LIO calls its own kind of work; null where a session has none. */
export async function typeName(ctx: Ctx, id: string | null): Promise<string | null> {
  if (!id) return null
  const [row] = await ctx.tx
    .select({ name: sessionTypes.name })
    .from(sessionTypes)
    .where(eq(sessionTypes.id, id))
  return row?.name ?? null
}
