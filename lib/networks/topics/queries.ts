import "server-only"
import { sql } from "drizzle-orm"
import { type Ctx, personOf } from "../../access/ctx"
import { groupIdsOf } from "../../access/may"
import { found, NotFound } from "../../errors"
import { mayReadAllNetworks } from "../policy"
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
  closedAt: Date | null
  posts: number
  level: WatchLevel | null
  /** The asker's groups that may speak here. */
  voices: { id: string; name: string }[]
}

/** A post as its topic shows it; a hidden one has no words. */
export type Post = {
  id: string
  html: string
  personId: string
  author: string
  group: string | null
  at: Date
  edited: boolean
  hiddenReason: string | null
  mine: boolean
}

/** One topic, for those who may read its network; to others there is nothing. */
export async function getTopic(ctx: Ctx, id: string): Promise<Topic> {
  const me = personOf(ctx.actor)?.personId ?? null
  if (!me) throw new NotFound("There is nothing here.")
  const groups = sql.join(
    [...groupIdsOf(ctx), "00000000-0000-0000-0000-000000000000"].map((one) => sql`${one}::uuid`),
    sql`, `,
  )
  const [row] = await ctx.tx.execute<Omit<Topic, "closedAt"> & { closedAt: string | null }>(sql`
    select t.id, t.title, t.network_id as "networkId", n.name as network, t.summary, t.decision, t.pinned_at is not null as pinned,
      t.closed_at as "closedAt", t.posts, (select r.level from topic_reads r where r.topic_id = t.id and r.person_id = ${me}) as level,
      coalesce((select json_agg(json_build_object('id', g.id, 'name', g.name) order by g.name) from network_groups j join groups g on g.id = j.group_id
        where j.network_id = n.id and j.group_id in (${groups}) and j.joined_at is not null and j.left_at is null), '[]') as voices
    from topics t join networks n on n.id = t.network_id where t.id = ${id}`)
  const topic = found(row)
  if (!mayReadAllNetworks(ctx.actor) && topic.voices.length === 0)
    throw new NotFound("There is nothing here.")
  return { ...topic, closedAt: topic.closedAt ? new Date(topic.closedAt) : null }
}

/** One page of a topic's posts, oldest first. */
export async function listPosts(ctx: Ctx, topicId: string, page: number): Promise<Post[]> {
  const me = personOf(ctx.actor)?.personId ?? null
  const rows = await ctx.tx.execute<Omit<Post, "at" | "mine"> & { at: string }>(sql`
    select p.id, case when p.hidden_at is null then p.html else '' end as html, p.person_id as "personId", a.name as author, g.name as "group",
      p.created_at as at, p.edited_at is not null as edited, case when p.hidden_at is not null then coalesce(p.hidden_reason, '') end as "hiddenReason"
    from posts p join people a on a.id = p.person_id left join groups g on g.id = p.group_id
    where p.topic_id = ${topicId} order by p.created_at, p.id limit ${POSTS_A_PAGE} offset ${(page - 1) * POSTS_A_PAGE}`)
  return [...rows].map((row) => ({ ...row, at: new Date(row.at), mine: row.personId === me }))
}

/** One post as it was typed, in a topic the asker may read; none when it is hidden. */
export async function getPost(ctx: Ctx, topicId: string, id: string) {
  const [row] = await ctx.tx.execute<{
    id: string
    body: string
    group: string | null
    personId: string
  }>(sql`
    select p.id, p.body, g.name as "group", p.person_id as "personId" from posts p left join groups g on g.id = p.group_id
    where p.id = ${id} and p.topic_id = ${topicId} and p.hidden_at is null`)
  return row ? { ...row, mine: row.personId === personOf(ctx.actor)?.personId } : null
}
