import "server-only"
import { sql } from "drizzle-orm"
import type { WATCH_LEVELS } from "@/db/vocabulary"
import { type Ctx, personOf } from "../access/ctx"
import { groupIdsOf, isHeld } from "../access/may"
import { ensure, found, NotFound } from "../errors"
import { say } from "../words"
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
  closed: boolean
  groups: number
  topics: number
  lastPostAt: Date | null
  inside: boolean
  waiting: boolean
  unread: number
}

/** The networks of the LIO, the asker's own first; closed ones only for those who may read them. */
export async function listNetworks(ctx: Ctx): Promise<NetworkRow[]> {
  ensure(me(ctx) !== null)
  const all = mayReadAllNetworks(ctx.actor)
  const rows = await ctx.tx.execute<Omit<NetworkRow, "lastPostAt"> & { lastPostAt: string | null }>(sql`
    with yours as (
      select network_id, bool_or(joined_at is not null) as joined from network_groups
      where group_id in (${yours(ctx)}) and left_at is null group by network_id
    ), talk as (
      select t.network_id, count(*)::int as topics, max(t.last_post_at) as last_post_at,
        count(*) filter (where r.read_at is null or r.read_at < t.last_post_at)::int as unread
      from topics t left join topic_reads r on r.topic_id = t.id and r.person_id = ${me(ctx)}
      where ${all} or t.network_id in (select network_id from yours where joined) group by t.network_id
    )
    select n.id, n.name, n.about, n.by_request as "byRequest", n.closed_at is not null as closed,
      (select count(*)::int from network_groups j where j.network_id = n.id and j.joined_at is not null and j.left_at is null) as groups,
      coalesce(k.topics, 0) as topics, k.last_post_at as "lastPostAt", coalesce(k.unread, 0) as unread,
      (${all} or coalesce(y.joined, false)) as inside, coalesce(not y.joined, false) as waiting
    from networks n left join yours y on y.network_id = n.id left join talk k on k.network_id = n.id
    where n.closed_at is null or ${all} or y.joined order by inside desc, n.name`)
  return [...rows].map((row) => ({ ...row, lastPostAt: row.lastPostAt ? new Date(row.lastPostAt) : null }))
}

/** The networks that a group may join, for the public page: what each is about, and how many groups are in it. Public. */
export async function listOpenNetworks(ctx: Ctx) {
  return [
    ...(await ctx.tx.execute<Pick<NetworkRow, "id" | "name" | "about" | "byRequest" | "groups">>(sql`
      select n.id, n.name, n.about, n.by_request as "byRequest",
        (select count(*)::int from network_groups j where j.network_id = n.id and j.joined_at is not null and j.left_at is null) as groups
      from networks n where n.closed_at is null order by n.name`)),
  ]
}

/** How the asker stands to one network. */
export type Standing = {
  id: string
  name: string
  about: string | null
  byRequest: boolean
  closedAt: Date | null
  version: number
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
    select n.id, n.name, n.about, n.by_request as "byRequest", n.closed_at as "closedAt", n.version,
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
  if (!network.inside) throw new NotFound(say("There is nothing here."))
  return network
}

/** The groups in a network with those who speak for them, and the groups waiting to be let in with who asked. */
export async function listNetworkGroups(ctx: Ctx, id: string) {
  await enterNetwork(ctx, id)
  const rows = await ctx.tx.execute<{
    id: string
    name: string
    joined: boolean
    askedBy: string | null
    people: { id: string; name: string }[]
  }>(sql`
    select g.id, g.name, j.joined_at is not null as joined, a.name as "askedBy",
      coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name) order by p.name) from roles r join people p on p.id = r.person_id and p.left_at is null
        where r.group_id = g.id and r.speaks is not null and ${isHeld(ctx)}), '[]') as people
    from network_groups j join groups g on g.id = j.group_id left join people a on a.id = j.asked_by
    where j.network_id = ${id} and j.left_at is null and g.removed_at is null order by g.name`)
  return { joined: [...rows].filter((row) => row.joined), waiting: [...rows].filter((row) => !row.joined) }
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

/** How many topics a page of a network shows. */
export const TOPICS_A_PAGE = 30

/** Topics of a network, pinned first, then by their last post; of a search, those with the very words in the title first. */
export async function listTopics(ctx: Ctx, networkId: string, { page, q }: { page: number; q?: string }) {
  const here = sql`t.network_id = ${networkId} ${q ? sql`and t.id in (select id from search_ids('topic', ${q}, true))` : sql``}`
  const order = sql`${q ? sql`(t.id in (select id from search_ids('topic', ${q}))) desc,` : sql``} (t.pinned_at is not null) desc, t.last_post_at desc`
  const rows = await ctx.tx.execute<Omit<TopicRow, "lastPostAt"> & { lastPostAt: string }>(sql`
    select t.id, t.title, p.name as author, g.name as "group", t.posts, t.last_post_at as "lastPostAt",
      t.pinned_at is not null as pinned, t.closed_at is not null as closed, t.decision is not null as decided,
      (r.read_at is null or r.read_at < t.last_post_at) as unread
    from (select t.* from topics t where ${here} order by ${order}
        limit ${TOPICS_A_PAGE} offset ${(page - 1) * TOPICS_A_PAGE}) t
      join people p on p.id = t.person_id left join groups g on g.id = t.group_id
      left join topic_reads r on r.topic_id = t.id and r.person_id = ${me(ctx)}
    order by ${order}`)
  const [sum] = await ctx.tx.execute<{ total: number }>(
    sql`select count(*)::int as total from topics t where ${here}`,
  )
  return {
    total: sum?.total ?? 0,
    topics: [...rows].map((row) => ({ ...row, lastPostAt: new Date(row.lastPostAt) })),
  }
}
