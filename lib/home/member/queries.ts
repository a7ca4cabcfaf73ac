import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { groupIdsOf } from "../../access/may"
import { ensure } from "../../errors"
import { say } from "../../words"
import { maySeeMemberHome } from "../policy"

const guard = (ctx: Ctx) => ensure(maySeeMemberHome(ctx.actor), say("This page is for members."))
const mine = (ctx: Ctx) => sql`any (${sql.param(groupIdsOf(ctx))}::uuid[])`

/** A topic with something for the asker that they have not read: somebody mentioned them, or replied. */
export type Unread = {
  topicId: string
  networkId: string
  title: string
  network: string
  mentioned: boolean
  posts: number
}

/** Topics where the asker or a group of theirs is mentioned, or that they wrote in, with posts they have not read. */
export async function listUnread(ctx: Ctx): Promise<Unread[]> {
  guard(ctx)
  const me = "personId" in ctx.actor ? ctx.actor.personId : null
  const rows = await ctx.tx.execute<Unread>(sql`
    select t.id as "topicId", n.id as "networkId", t.title, n.name as network, count(*)::int as posts,
      bool_or(exists (select from mentions m where m.post_id = p.id and (m.person_id = ${me} or m.group_id = ${mine(ctx)}))) as mentioned
    from posts p
    join topics t on t.id = p.topic_id
    join networks n on n.id = t.network_id
    left join topic_reads tr on tr.topic_id = t.id and tr.person_id = ${me}
    where p.hidden_at is null and p.person_id <> ${me} and p.created_at > coalesce(tr.read_at, '-infinity')
      and coalesce(tr.level, 'new') <> 'mute'
      and n.closed_at is null
      and exists (select from network_groups ng where ng.network_id = n.id and ng.group_id = ${mine(ctx)}
        and ng.joined_at is not null and ng.left_at is null)
      and (
        exists (select from mentions m where m.post_id = p.id and (m.person_id = ${me} or m.group_id = ${mine(ctx)}))
        or exists (select from posts q where q.topic_id = t.id and q.person_id = ${me} and q.created_at < p.created_at))
    group by t.id, n.id, t.title, n.name
    order by mentioned desc, max(p.created_at) desc limit 5`)
  return [...rows]
}

/** Networks that no group of the asker is in or has asked to join; none once they are in one. */
export async function listNetworksToJoin(ctx: Ctx) {
  guard(ctx)
  const rows = await ctx.tx.execute<{ id: string; name: string }>(sql`
    select n.id, n.name from networks n
    where n.closed_at is null
      and not exists (select from network_groups ng where ng.group_id = ${mine(ctx)} and ng.left_at is null)
    order by n.name limit 3`)
  return [...rows]
}

/** What became of something a group said. */
export type Outcome = {
  /** The representation, once the group was told what came of it. */
  toldId: string | null
  title: string
  groupId: string
  group: string
  body: string | null
  sentOn: string | null
  /** The address of what was sent: the paper and its version. */
  paper: { id: string; version: number } | null
  repliedOn: string | null
  outcome: string | null
  at: string
}

/** What came of what the asker's groups said: representations that carry their words, and finished consultations. Newest first. */
export async function listOutcomes(ctx: Ctx): Promise<Outcome[]> {
  guard(ctx)
  const pinned = sql`exists (select from pinned_passages n join passages p on p.id = n.passage_id
    where n.representation_id = r.id and p.group_id = g.id)`
  const told = sql`exists (select from loop_letters ll where ll.representation_id = r.id and ll.group_id = g.id)`
  const rows = await ctx.tx.execute<Outcome>(sql`
    select * from (
      select case when ${told} then r.id end as "toldId", r.title, g.id as "groupId", g.name as "group", b.name as body,
        to_char(r.sent_on, 'YYYY-MM-DD') as "sentOn",
        case when r.sent_version is not null then json_build_object('id', r.id, 'version', r.sent_version) end as paper, to_char(r.replied_on, 'YYYY-MM-DD') as "repliedOn",
        case when r.closed_at is not null then r.outcome end as outcome,
        to_char(coalesce((r.closed_at at time zone ${ctx.lio.timezone})::date, r.replied_on, r.sent_on), 'YYYY-MM-DD') as at
      from representations r
      join groups g on g.id = ${mine(ctx)}
      join groups b on b.id = r.body_id
      where r.sent_on is not null and (${pinned} or ${told})
      union all
      select null, c.title, g.id, g.name, null, null, null, null, c.outcome,
        to_char((c.finished_at at time zone ${ctx.lio.timezone})::date, 'YYYY-MM-DD')
      from responses s
      join consultations c on c.id = s.consultation_id
      join groups g on g.id = s.group_id
      where s.group_id = ${mine(ctx)} and s.version > 0 and c.finished_at is not null and c.outcome is not null
        and not exists (select from representations r
          where r.consultation_id = c.id and r.sent_on is not null and (${pinned} or ${told}))
    ) news order by at desc, title limit 5`)
  return [...rows]
}
