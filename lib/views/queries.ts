import "server-only"
import { and, asc, eq, isNotNull, or, sql } from "drizzle-orm"
import { savedViews } from "@/db/schema"
import { type Ctx, personOf } from "../access/ctx"
import type { Filter, List, Listing } from "../access/list-type"
import { ensure } from "../errors"
import { listQuery, readList } from "../lists/input"
import { countLists, listFilters } from "../lists/queries"
import { mayKeepViews, mayLockViews, maySeeViews } from "./policy"

/** The asker's own views of a list and those shared with the team, by name; of every list when none is named. */
export async function listViews(ctx: Ctx, list?: List) {
  if (!maySeeViews(ctx.actor)) return []
  const personId = personOf(ctx.actor)?.personId ?? null
  return ctx.tx
    .select({
      id: savedViews.id,
      list: savedViews.list,
      name: savedViews.name,
      query: savedViews.query,
      shared: sql<boolean>`${savedViews.sharedAt} is not null`,
      /** Shared, and only managers change it. */
      locked: sql<boolean>`${savedViews.lockedAt} is not null`,
      mine: sql<boolean>`${savedViews.personId} is not distinct from ${personId}::uuid`,
    })
    .from(savedViews)
    .where(
      and(
        list && eq(savedViews.list, list.name),
        or(isNotNull(savedViews.sharedAt), personId ? eq(savedViews.personId, personId) : undefined),
      ),
    )
    .orderBy(asc(savedViews.name))
}
export type View = Awaited<ReturnType<typeof listViews>>[number]

/**
 * The views of a list, the one that is open, and how many rows each has by its query. Who narrows by hand is not choosing
 * between views, and need not wait for their counts.
 */
async function openViews(ctx: Ctx, list: List, listing: Listing, openId: unknown) {
  const views = await listViews(ctx, list)
  const view = views.find(({ id }) => id === openId)
  const queries = ["", ...(list.ready ?? []).map(({ query }) => query), ...views.map(({ query }) => query)]
  const tidied = (query: string) => listQuery(list, { ...readList(list, query), page: 1 })
  const now = listQuery(list, { ...listing, page: 1 })
  const counts =
    view || queries.some((query) => tidied(query) === now)
      ? await countLists(ctx, list, queries)
      : new Map<string, number>()
  return { views, view, counts }
}

/**
 * A list as it is asked for, with all that the head of its page shows: its filters, what there is to choose from, its
 * views. `filters` may be given where they are known already.
 */
export async function openList(
  ctx: Ctx,
  list: List,
  listing: Listing,
  viewId: unknown,
  filters: Promise<readonly Filter[]> | readonly Filter[] = listFilters(ctx, list),
) {
  ensure(list.maySee(ctx.actor))
  const [all, choices, viewed] = await Promise.all([
    filters,
    list.choices(ctx, listing),
    openViews(ctx, list, listing, viewId),
  ])
  return {
    list,
    listing,
    filters: all,
    choices,
    ...viewed,
    keeps: mayKeepViews(ctx.actor),
    manages: mayLockViews(ctx.actor),
  }
}
/** What the head of a list's page shows. */
export type OpenList = Awaited<ReturnType<typeof openList>>
