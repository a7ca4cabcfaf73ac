import "server-only"
import { asc, eq, isNotNull, or, sql } from "drizzle-orm"
import { savedViews } from "@/db/schema"
import { type Ctx, personOf } from "../../access/ctx"
import { maySeeGroups } from "../policy"

/** The asker's own views and those shared with the team, by name. */
export async function listViews(ctx: Ctx) {
  if (!maySeeGroups(ctx.actor)) return []
  const personId = personOf(ctx.actor)?.personId ?? null
  return ctx.tx
    .select({
      id: savedViews.id,
      name: savedViews.name,
      query: savedViews.query,
      shared: sql<boolean>`${savedViews.sharedAt} is not null`,
      mine: sql<boolean>`${savedViews.personId} is not distinct from ${personId}::uuid`,
    })
    .from(savedViews)
    .where(or(isNotNull(savedViews.sharedAt), personId ? eq(savedViews.personId, personId) : undefined))
    .orderBy(asc(savedViews.name))
}
export type View = Awaited<ReturnType<typeof listViews>>[number]
