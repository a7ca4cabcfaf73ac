import "server-only"
import { sql } from "drizzle-orm"
import type { WATCH_LEVELS } from "@/db/vocabulary"
import { type Ctx, personOf } from "../access/ctx"
import { groupIdsOf } from "../access/may"
import { ensure, found, NotFound } from "../errors"
import { mayReadAllNetworks } from "./policy"

export type WatchLevel = keyof typeof WATCH_LEVELS

/** An SQL list of the asker's groups, never empty. */
const yours = (ctx: Ctx) =>
  sql.join(
    [...groupIdsOf(ctx), "00000000-0000-0000-0000-000000000000"].map((id) => sql`${id}::uuid`),
    sql`, `,
  )
const me = (ctx: Ctx) => personOf(ctx.actor)?.personId ?? null

/** A network as a list shows it. `inside`: the asker may read it; `unread` counts topics with something new. */
export type NetworkRow = {
  id: string
  name: string
  about: string | null
  byRequest: boolean
  groups: number
  topics: number
  lastPostAt: Date | null
  inside: boolean
  waiting: boolean
  unread: number
}

/** The networks of the LIO that are not closed: the asker's own first. */
export async function listNetworks(ctx: Ctx): Promise<NetworkRow[]> {
  ensure(me(ctx) !== null)
  const all = mayReadAllNetworks(ctx.actor)
  const rows = await ctx.tx.execute<Omit<NetworkRow, "lastPostAt"> & { lastPostAt: string | null }>(sql`
    select n.id, n.name, n.about, n.by_request as "byRequest",
      (select count(*)::int from network_groups j where j.network_id = n.id and j.joined_at is not null and j.left_at is null) as groups,
      count(t.id)::int as topics, max(t.last_post_at) as "lastPostAt",
      (${all} or exists (select from network_groups j where j.network_id = n.id and j.group_id in (${yours(ctx)}) and j.joined_at is not null and j.left_at is null)) as inside,
      exists (select from network_groups j where j.network_id = n.id and j.group_id in (${yours(ctx)}) and j.asked_at is not null and j.joined_at is null and j.left_at is null) as waiting,
      count(t.id) filter (where r.read_at is null or r.read_at < t.last_post_at)::int as unread
    from networks n left join topics t on t.network_id = n.id
      left join topic_reads r on r.topic_id = t.id and r.person_id = ${me(ctx)}
    where n.closed_at is null group by n.lio_id, n.id order by inside desc, n.name`)
  return [...rows].map((row) => ({
    ...row,
    unread: row.inside ? row.unread : 0,
    lastPostAt: row.inside && row.lastPostAt ? new Date(row.lastPostAt) : null,
  }))
}

/** How the asker stands to one network. */
export type Standing = {
  id: string
  name: string
  about: string | null
  byRequest: boolean
  closedAt: Date | null
  /** May read it: staff, or a group of theirs is in it. */
  inside: boolean
  /** The asker's groups in it, and those that have asked. */
  joined: { id: string; name: string }[]
  asked: { id: string; name: string }[]
  level: WatchLevel
}

/** One network and how the asker stands to it. Known to everybody of the LIO by its name. */
export async function getNetwork(ctx: Ctx, id: string): Promise<Standing> {
  ensure(me(ctx) !== null)
  const [row] = await ctx.tx.execute<Omit<Standing, "closedAt" | "inside"> & { closedAt: string | null }>(sql`
    select n.id, n.name, n.about, n.by_request as "byRequest", n.closed_at as "closedAt",
      coalesce((select json_agg(json_build_object('id', g.id, 'name', g.name) order by g.name) from network_groups j join groups g on g.id = j.group_id
        where j.network_id = n.id and j.group_id in (${yours(ctx)}) and j.joined_at is not null and j.left_at is null), '[]') as joined,
      coalesce((select json_agg(json_build_object('id', g.id, 'name', g.name)) from network_groups j join groups g on g.id = j.group_id
        where j.network_id = n.id and j.group_id in (${yours(ctx)}) and j.asked_at is not null and j.joined_at is null and j.left_at is null), '[]') as asked,
      coalesce((select w.level from network_watches w where w.network_id = n.id and w.person_id = ${me(ctx)}), 'new') as level
    from networks n where n.id = ${id}`)
  const network = found(row)
  return {
    ...network,
    closedAt: network.closedAt ? new Date(network.closedAt) : null,
    inside: mayReadAllNetworks(ctx.actor) || network.joined.length > 0,
  }
}

/** The same, for those who may read it; to others there is nothing. */
export async function enterNetwork(ctx: Ctx, id: string): Promise<Standing> {
  const network = await getNetwork(ctx, id)
  if (!network.inside) throw new NotFound("There is nothing here.")
  return network
}

/** The groups in a network, and those waiting to be let in. */
export async function listNetworkGroups(ctx: Ctx, id: string) {
  await enterNetwork(ctx, id)
  const rows = await ctx.tx.execute<{
    id: string
    name: string
    joinedAt: string | null
    askedAt: string | null
  }>(sql`
    select g.id, g.name, j.joined_at as "joinedAt", j.asked_at as "askedAt" from network_groups j join groups g on g.id = j.group_id
    where j.network_id = ${id} and j.left_at is null and g.removed_at is null order by g.name`)
  return {
    joined: [...rows].filter((row) => row.joinedAt),
    waiting: [...rows].filter((row) => !row.joinedAt),
  }
}

/** A topic as its network lists it. */
export type TopicRow = {
  id: string
  title: string
  author: string
  group: string | null
  posts: number
  lastPostAt: Date
  pinned: boolean
  closed: boolean
  decided: boolean
  unread: boolean
}

/** Topics of a network, pinned first, then by their last post; 30 a page. */
export async function listTopics(ctx: Ctx, networkId: string, { page, q }: { page: number; q?: string }) {
  const rows = await ctx.tx.execute<Omit<TopicRow, "lastPostAt"> & { lastPostAt: string; total: number }>(sql`
    select t.id, t.title, p.name as author, g.name as "group", t.posts, t.last_post_at as "lastPostAt",
      t.pinned_at is not null as pinned, t.closed_at is not null as closed, t.decision is not null as decided,
      (r.read_at is null or r.read_at < t.last_post_at) as unread, count(*) over ()::int as total
    from topics t join people p on p.id = t.person_id left join groups g on g.id = t.group_id
      left join topic_reads r on r.topic_id = t.id and r.person_id = ${me(ctx)}
    where t.network_id = ${networkId} ${q ? sql`and t.id in (select id from search_ids('topic', ${q}, true))` : sql``}
    order by (t.pinned_at is not null) desc, t.last_post_at desc limit 30 offset ${(page - 1) * 30}`)
  return {
    total: rows[0]?.total ?? 0,
    topics: [...rows].map((row) => ({ ...row, lastPostAt: new Date(row.lastPostAt) })),
  }
}
