import "server-only"
import { sql } from "drizzle-orm"
import { type Ctx, personOf } from "../../../access/ctx"
import { isHeld } from "../../../access/may"
import { postAll } from "../../../email/commands"
import { findPage } from "../queries"

type Reader = {
  personId: string
  level: string
  named: boolean
  wrote: boolean
  began: boolean
  staff: boolean
}

const list = (ids: string[]) =>
  sql.join(
    [...ids, "00000000-0000-0000-0000-000000000000"].map((id) => sql`${id}::uuid`),
    sql`, `,
  )

/** Everybody who may read a topic and has not muted it, but the asker: how much they hear, and what they have to do with it. */
async function listReaders(ctx: Ctx, topic: { topicId: string; networkId: string }, named: string[]) {
  const rows = await ctx.tx.execute<Reader>(sql`
    with speaker as (
      select r.person_id, array_agg(distinct r.group_id) as group_ids from network_groups j
      join roles r on r.group_id = j.group_id and r.speaks is not null and ${isHeld(ctx)}
      where j.network_id = ${topic.networkId} and j.joined_at is not null and j.left_at is null group by r.person_id
    ), inside as (
      select person_id, group_ids, false as staff from speaker
      union all
      select s.person_id, '{}'::uuid[], true from staff s where s.ended_at is null and s.person_id not in (select person_id from speaker)
    )
    select i.person_id as "personId", i.staff, coalesce(tr.level, w.level, 'new') as level,
      i.person_id in (${list(named)}) or i.group_ids && array[${list(named)}] as named,
      exists (select from posts p where p.topic_id = t.id and p.person_id = i.person_id and p.hidden_at is null) as wrote,
      t.person_id = i.person_id as began
    from inside i join people p on p.id = i.person_id and p.left_at is null join topics t on t.id = ${topic.topicId}
      left join network_watches w on w.network_id = ${topic.networkId} and w.person_id = i.person_id
      left join topic_reads tr on tr.topic_id = t.id and tr.person_id = i.person_id
    where coalesce(tr.level, w.level, 'new') <> 'mute'`)
  const asker = personOf(ctx.actor)?.personId
  return [...rows].filter((reader) => reader.personId !== asker)
}

const basisOf = (reader: Reader, networkId: string) =>
  reader.staff ? { staff: true as const } : { networkIds: [networkId] }

/**
 * Writes to those who want to hear of a post at once: they watch all of it, are named in it, or began the topic.
 * Never to its author, once to each person. Everybody else finds it in the digest.
 * `newly`: the post was changed, and only these are named for the first time.
 */
export async function tellOfPost(ctx: Ctx, postId: string, newly?: string[]) {
  const [post] = await ctx.tx.execute<{
    topicId: string
    networkId: string
    title: string
    network: string
    author: string
    group: string | null
    body: string
    named: string[]
  }>(sql`
    select t.id as "topicId", n.id as "networkId", t.title, n.name as network, a.name as author, g.name as "group", p.body,
      coalesce((select json_agg(coalesce(m.person_id, m.group_id)) from mentions m where m.post_id = p.id), '[]') as named
    from posts p join topics t on t.id = p.topic_id join networks n on n.id = t.network_id join people a on a.id = p.person_id left join groups g on g.id = p.group_id
    where p.id = ${postId}`)
  if (!post) return
  const readers = await listReaders(ctx, post, newly ?? post.named)
  const told = (reader: Reader) => reader.level === "all" || reader.began
  const { page } = await findPage(ctx, { id: postId, topicId: post.topicId })
  await postAll(
    ctx,
    readers
      .filter((reader) => (newly ? reader.named && !told(reader) : reader.named || told(reader)))
      .map((reader) => ({
        letter: "network-post" as const,
        stream: "networks" as const,
        to: { personId: reader.personId },
        props: {
          title: post.title,
          network: post.network,
          by: `${post.author}, ${post.group ?? ctx.lio.name}`,
          text: post.body,
          reason: reader.named ? ("named" as const) : reader.began ? ("replied" as const) : ("all" as const),
          href: `/${ctx.lio.slug}/networks/${post.networkId}/topics/${post.topicId}${page > 1 ? `?page=${page}` : ""}#${postId}`,
        },
        basis: basisOf(reader, post.networkId),
      })),
  )
}

/** Writes what was decided to those who spoke in the topic and those who hear of everything. Others find it in the digest. */
export async function tellOfDecision(
  ctx: Ctx,
  topic: { id: string; networkId: string; title: string; network: string },
  decision: string,
) {
  const readers = await listReaders(ctx, { topicId: topic.id, networkId: topic.networkId }, [])
  await postAll(
    ctx,
    readers
      .filter((reader) => reader.level === "all" || reader.wrote)
      .map((reader) => ({
        letter: "network-decision" as const,
        stream: "networks" as const,
        to: { personId: reader.personId },
        props: {
          title: topic.title,
          network: topic.network,
          decision,
          href: `/${ctx.lio.slug}/networks/${topic.networkId}/topics/${topic.id}`,
        },
        basis: basisOf(reader, topic.networkId),
      })),
  )
}
