import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../../access/ctx"
import { postAll } from "../../../email/commands"

type Reader = { personId: string; named: boolean; replied: boolean; groupIds: string[] }

/**
 * Writes to those who want to hear of a post at once: they watch all of it, are named in it, or began the topic.
 * Never to its author, once to each person. Everybody else finds it in the digest.
 */
export async function tellOfPost(ctx: Ctx, postId: string) {
  const [post] = await ctx.tx.execute<{
    topicId: string
    networkId: string
    title: string
    network: string
    author: string
    group: string | null
    html: string
    body: string
  }>(sql`
    select t.id as "topicId", n.id as "networkId", t.title, n.name as network, a.name as author, g.name as "group", p.html, p.body
    from posts p join topics t on t.id = p.topic_id join networks n on n.id = t.network_id join people a on a.id = p.person_id left join groups g on g.id = p.group_id
    where p.id = ${postId}`)
  if (!post) return
  const readers = await ctx.tx.execute<Reader>(sql`
    with inside as (
      select r.person_id, array_agg(distinct r.group_id) as group_ids from network_groups j
      join roles r on r.group_id = j.group_id and r.speaks is not null and (r.ended_on is null or r.ended_on > current_date)
      where j.network_id = ${post.networkId} and j.joined_at is not null and j.left_at is null group by r.person_id
      union all
      select s.person_id, '{}'::uuid[] from staff s where s.ended_at is null and not exists (
        select from network_groups j join roles r on r.group_id = j.group_id and r.speaks is not null
        where r.person_id = s.person_id and j.network_id = ${post.networkId} and j.joined_at is not null and j.left_at is null)
    ), reader as (
      select i.person_id, i.group_ids,
        coalesce(tr.level, w.level, case when cardinality(i.group_ids) = 0 then 'mentions' else 'new' end) as level,
        exists (select from mentions m where m.post_id = ${postId} and (m.person_id = i.person_id or m.group_id = any (i.group_ids))) as named,
        exists (select from topics t where t.id = ${post.topicId} and t.person_id = i.person_id) as replied
      from inside i join people p on p.id = i.person_id and p.left_at is null
        left join network_watches w on w.network_id = ${post.networkId} and w.person_id = i.person_id
        left join topic_reads tr on tr.topic_id = ${post.topicId} and tr.person_id = i.person_id
    )
    select person_id as "personId", named, replied, group_ids as "groupIds" from reader
    where level <> 'mute' and (level = 'all' or named or replied)
      and person_id <> (select person_id from posts where id = ${postId})`)
  await postAll(
    ctx,
    [...readers].map((reader) => ({
      letter: "network-post" as const,
      stream: "networks" as const,
      to: { personId: reader.personId },
      props: {
        title: post.title,
        network: post.network,
        by: post.group ? `${post.author}, ${post.group}` : `${post.author}, ${ctx.lio.name}`,
        text: post.body,
        reason: reader.named ? ("named" as const) : reader.replied ? ("replied" as const) : ("all" as const),
        href: `/${ctx.lio.slug}/networks/${post.networkId}/topics/${post.topicId}#${postId}`,
      },
      basis: reader.groupIds.length > 0 ? { networkIds: [post.networkId] } : { staff: true },
    })),
  )
}
