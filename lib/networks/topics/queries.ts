import "server-only"
import { sql } from "drizzle-orm"
import { type Ctx, personOf } from "../../access/ctx"
import { groupIdsOf } from "../../access/may"
import { found, NotFound } from "../../errors"
import { say } from "../../words"
import { mayKeepNetworks, mayReadAllNetworks } from "../policy"
import type { WatchLevel } from "../queries"

/** How many posts a page of a topic shows. */
export const POSTS_A_PAGE = 50

/** A topic as its page shows it. */
export type Topic = {
  id: string
  title: string
  networkId: string
  network: string
  summary: string | null
  decision: string | null
  pinned: boolean
  /** When it or its whole network was closed. */
  closedAt: Date | null
  networkClosed: boolean
  version: number
  posts: number
  level: WatchLevel | null
  /** The asker's groups that may speak here. */
  ownGroups: { id: string; name: string }[]
  /** Up to where the asker has read it. */
  readAt: Date | null
}

/** A post as its topic shows it; a hidden one has no words. */
export type Post = {
  id: string
  html: string
  personId: string
  author: string
  group: string | null
  at: Date
  editedAt: Date | null
  hiddenReason: string | null
  mine: boolean
}

/** One topic, for those who may read its network; to others there is nothing. */
export async function getTopic(ctx: Ctx, id: string): Promise<Topic> {
  const me = personOf(ctx.actor)?.personId ?? null
  if (!me) throw new NotFound(say("There is nothing here."))
  const groups = sql.join(
    [...groupIdsOf(ctx), "00000000-0000-0000-0000-000000000000"].map((one) => sql`${one}::uuid`),
    sql`, `,
  )
  const [row] = await ctx.tx.execute<
    Omit<Topic, "closedAt" | "readAt"> & { closedAt: string | null; readAt: string | null }
  >(sql`
    select t.id, t.title, t.network_id as "networkId", n.name as network, t.summary, t.decision, t.pinned_at is not null as pinned,
      coalesce(t.closed_at, n.closed_at) as "closedAt", n.closed_at is not null as "networkClosed", t.version, t.posts, r.level, r.read_at as "readAt",
      coalesce((select json_agg(json_build_object('id', g.id, 'name', g.name) order by g.name) from network_groups j join groups g on g.id = j.group_id
        where j.network_id = n.id and j.group_id in (${groups}) and j.joined_at is not null and j.left_at is null), '[]') as "ownGroups"
    from topics t join networks n on n.id = t.network_id left join topic_reads r on r.topic_id = t.id and r.person_id = ${me}
    where t.id = ${id}`)
  const topic = found(row)
  if (!mayReadAllNetworks(ctx.actor) && topic.ownGroups.length === 0)
    throw new NotFound(say("There is nothing here."))
  return {
    ...topic,
    closedAt: topic.closedAt ? new Date(topic.closedAt) : null,
    readAt: topic.readAt ? new Date(topic.readAt) : null,
  }
}

/** Where the asker goes on reading: how many posts are new to them, the first of these and its page. None for a first visit. */
export async function findNews(ctx: Ctx, topicId: string) {
  const me = personOf(ctx.actor)?.personId ?? null
  const [row] = await ctx.tx.execute<{ id: string; count: number; posts: number }>(sql`
    select (array_agg(p.id order by p.created_at, p.id))[1] as id, count(*)::int as count, max(t.posts) as posts
    from topic_reads r join topics t on t.id = r.topic_id join posts p on p.topic_id = r.topic_id and p.created_at > r.read_at
    where r.topic_id = ${topicId} and r.person_id = ${me}`)
  if (!row?.id) return null
  return { id: row.id, count: row.count, page: Math.floor((row.posts - row.count) / POSTS_A_PAGE) + 1 }
}

/** One page of a topic's posts, oldest first. */
export async function listPosts(ctx: Ctx, topicId: string, page: number): Promise<Post[]> {
  const me = personOf(ctx.actor)?.personId ?? null
  const rows = await ctx.tx.execute<
    Omit<Post, "at" | "editedAt" | "mine"> & { at: string; editedAt: string | null }
  >(sql`
    select p.id, case when p.hidden_at is null then p.html else '' end as html, p.person_id as "personId", a.name as author, g.name as "group",
      p.created_at as at, p.edited_at as "editedAt", case when p.hidden_at is not null then coalesce(p.hidden_reason, '') end as "hiddenReason"
    from posts p join people a on a.id = p.person_id left join groups g on g.id = p.group_id
    where p.topic_id = ${topicId} order by p.created_at, p.id limit ${POSTS_A_PAGE} offset ${(page - 1) * POSTS_A_PAGE}`)
  return [...rows].map((row) => ({
    ...row,
    at: new Date(row.at),
    editedAt: row.editedAt ? new Date(row.editedAt) : null,
    mine: row.personId === me,
  }))
}

/** On which page of its topic a post stands. */
export async function findPage(ctx: Ctx, { id, topicId }: { id: string; topicId: string }) {
  const [row] = await ctx.tx.execute<{ before: number }>(sql`
    select count(*)::int as before from posts p, posts here
    where here.id = ${id} and p.topic_id = ${topicId} and (p.created_at, p.id) < (here.created_at, here.id)`)
  return { id, page: Math.floor((row?.before ?? 0) / POSTS_A_PAGE) + 1 }
}

/** One post as it was typed, in a topic the asker may read; the words of a hidden one for those who may show it again. */
export async function getPost(ctx: Ctx, topicId: string, id: string) {
  const [row] = await ctx.tx.execute<{
    id: string
    body: string
    group: string | null
    personId: string
    hiddenReason: string | null
    hidden: boolean
  }>(sql`
    select p.id, p.body, g.name as "group", p.person_id as "personId", p.hidden_reason as "hiddenReason", p.hidden_at is not null as hidden
    from posts p left join groups g on g.id = p.group_id
    where p.id = ${id} and p.topic_id = ${topicId} and (p.hidden_at is null or ${mayKeepNetworks(ctx.actor)})`)
  return row ? { ...row, mine: row.personId === personOf(ctx.actor)?.personId } : null
}
