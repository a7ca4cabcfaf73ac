import "server-only"
import { type SQL, sql } from "drizzle-orm"
import type { WATCH_LEVELS } from "@/db/vocabulary"
import type { Ctx } from "../access/ctx"
import { isHeld } from "../access/may"
import { answeredOf, askedOf, unsentOf } from "../consultations/counted"
import { listNewFor, type NewOpportunity } from "../opportunities/alerts/queries"
import { type InRooms, listNewInRooms } from "../opportunities/consortia/news/queries"
import { gatherOfBoards, type OfBoard } from "./boards/queries"
import { type Choosing, listChoosing } from "./choosing/queries"
import type { Rhythm } from "./periods"

type Level = keyof typeof WATCH_LEVELS

/** Somebody who may get a digest: staff, or a person who speaks for a group. */
export type Reader = {
  id: string
  name: string
  email: string | null
  rhythm: Rhythm | "never"
  stopped: boolean
  suppressed: boolean
  level: "manager" | "worker" | "viewer" | null
  groups: { id: string; lead: boolean }[]
  /** When the last digest was made that had something in it. */
  last: string | null
  /** The periods that have a digest already. */
  made: string[]
}

/** Which people `listReaders` looks at, for which periods. */
export type Wanted = {
  periods: string[]
  /** A digest in which there was nothing new does not count as made. */
  again?: boolean
  /** Only people with these addresses. */
  emails?: string[]
}

/**
 * Everybody who may get one, and what they chose.
 * Three plain reads put together here: on tables that were filled a moment ago Postgres guesses badly at one big join.
 */
export async function listReaders(ctx: Ctx, { periods, again, emails }: Wanted): Promise<Reader[]> {
  const theirs = emails ? sql`p.email = any (${sql.param(emails)}::text[])` : sql`true`
  const whom = (person: SQL) =>
    emails ? sql`${person} in (select p.id from people p where ${theirs})` : sql`true`
  const spoken = await ctx.tx.execute<{ personId: string; id: string; lead: boolean }>(sql`
    select r.person_id as "personId", r.group_id as id, bool_or(r.speaks = 'lead') as lead
    from roles r join groups g on g.id = r.group_id and g.removed_at is null
    where r.speaks is not null and ${isHeld(ctx)} and ${whom(sql`r.person_id`)}
    group by r.person_id, r.group_id`)
  const had = await ctx.tx.execute<{
    personId: string
    period: string
    madeAt: string
    letterId: string | null
    skipped: string | null
  }>(sql`
    select d.person_id as "personId", d.period, d.made_at as "madeAt", d.letter_id as "letterId", d.skipped
    from digests d where d.made_at > ${ctx.now.toISOString()}::timestamptz - interval '62 days'
      and ${whom(sql`d.person_id`)} order by d.made_at`)
  const undone = await ctx.tx.execute<{ id: string }>(
    sql`select l.id from letters l where l.stream = 'digest' and l.skipped = 'left'`,
  )
  const people = await ctx.tx.execute<Omit<Reader, "groups" | "last" | "made">>(sql`
    select p.id, p.name, p.email, coalesce(f.digest, 'weekly') as rhythm, coalesce('digest' = any(f.stopped), false) as stopped,
      exists (select from suppressions u where u.email = p.email) as suppressed, t.level
    from people p
    left join staff t on t.person_id = p.id and t.ended_at is null
    left join preferences f on f.person_id = p.id
    where p.left_at is null and ${theirs} order by p.id`)
  const groups = Map.groupBy(spoken, ({ personId }) => personId)
  const before = Map.groupBy(had, ({ personId }) => personId)
  const left = new Set([...undone].map(({ id }) => id))
  return [...people].flatMap((person) => {
    const mine = groups.get(person.id) ?? []
    if (mine.length === 0 && !person.level) return []
    const made = (before.get(person.id) ?? []).filter(({ letterId }) => !(letterId && left.has(letterId)))
    return [
      {
        ...person,
        groups: mine.map(({ id, lead }) => ({ id, lead })),
        last: made.findLast(({ letterId }) => letterId !== null)?.madeAt ?? null,
        made: made
          .filter((one) => !(again && one.skipped === "nothing_new"))
          .map(({ period }) => period)
          .filter((period) => periods.includes(period)),
      },
    ]
  })
}

/** The other LIOs that an address of this one belongs to: their ids by address. What they hold stays behind their walls. */
export async function listElsewhere(ctx: Ctx): Promise<Map<string, string[]>> {
  const rows = await ctx.tx.execute<{ email: string; lio: string }>(
    sql`select email, lio_id as lio from lio_access_elsewhere() order by email, lio_id`,
  )
  const places = Map.groupBy(rows, ({ email }) => email)
  return new Map([...places].map(([email, others]) => [email, others.map(({ lio }) => lio)]))
}

/** A group was asked and has not signed off. */
export type Asked = {
  consultationId: string
  title: string
  closesAt: string | null
  groupId: string
  group: string
  started: boolean
}
/** A task of a member of staff. */
export type Step = { personId: string; what: string; group: string | null; dueOn: string }
/** Something of a member of staff's own that waits: an outcome to be told, a body's reply to be chased. */
export type Chase = {
  personId: string
  kind: "closing" | "outcome" | "reply"
  id: string
  title: string
  about: string | null
  on: string
  asked: number
  answered: number
}
/** What came of what a group said. */
export type Happened = {
  /** The version that was sent. */
  version: number | null
  groupId: string
  kind: "told" | "ask" | "consultation"
  id: string
  title: string
  words: string | null
  reply: string | null
  body: string | null
  at: string
}
export type Topic = {
  id: string
  networkId: string
  network: string
  title: string
  personId: string
  author: string
  group: string | null
  lastPostAt: string
  replies: number
  decided: boolean
  /** It is there for its decision, not as a new topic: its author hears of it, too. */
  news: "topic" | "decision"
  /** When it was begun or decided. */
  at: string
}
export type Post = {
  id: string
  topicId: string
  topic: string
  networkId: string
  network: string
  starterId: string
  personId: string
  author: string
  group: string | null
  parentAuthorId: string | null
  people: string[]
  groups: string[]
  createdAt: string
}

/** All that may stand in somebody's digest, for everybody at once. Who sees what of it is decided by `digestFor`. */
export type Facts = {
  now: Date
  lio: { id: string; slug: string; timezone: string }
  asked: Asked[]
  steps: Step[]
  chases: Chase[]
  happened: Happened[]
  choosing: Choosing[]
  topics: Topic[]
  posts: Post[]
  joined: { networkId: string; groupId: string }[]
  networkLevels: { personId: string; networkId: string; level: Level }[]
  topicReads: { personId: string; topicId: string; readAt: string | null; level: Level | null }[]
  boards: OfBoard[]
  opportunities: NewOpportunity[]
  rooms: InRooms[]
}

/** Gathers what is new since `since`, what waits and what is due, in one go for the whole LIO. */
export async function gatherFacts(ctx: Ctx, since: Date): Promise<Facts> {
  const from = sql`${since.toISOString()}::timestamptz`
  const now = sql`${ctx.now.toISOString()}::timestamptz`
  const today = sql`(${now} at time zone ${ctx.lio.timezone})::date`
  const all = async <T extends Record<string, unknown>>(query: SQL) => [...(await ctx.tx.execute<T>(query))]
  const open = sql`c.opened_at <= ${now} and c.closed_at is null and (c.closes_at is null or c.closes_at > ${now})`
  const invited = await all<Asked>(sql`
    select c.id as "consultationId", c.title, c.closes_at as "closesAt", i.group_id as "groupId", g.name as "group", r.id is not null as started
    from consultations c
    join invitations i on i.consultation_id = c.id and i.declined_at is null
    join groups g on g.id = i.group_id and g.removed_at is null
    left join responses r on r.consultation_id = c.id and r.group_id = i.group_id
    where ${open} and not exists (select from examples x where x.kind = 'consultations' and x.row_id = c.id) and (r.signed_off_at is null or ${unsentOf(sql`r`)} > 0) order by c.closes_at nulls last, c.id, g.name`)
  const steps = await all<Step>(sql`
    select t.assignee_id as "personId", t.what, g.name as "group", t.due_on as "dueOn" from tasks t
    left join groups g on g.id = t.group_id
    where t.assignee_id is not null and t.done_at is null and t.dropped_at is null and g.removed_at is null and t.due_on <= ${today} + 7 order by t.due_on, t.id`)
  const chases = await all<Chase>(sql`
    select c.created_by as "personId", case when ${open} then 'closing' else 'outcome' end as kind, c.id, c.title, null as about,
      coalesce(c.closed_at, c.closes_at) as "on",
      ${askedOf(sql`c.id`)} as asked, ${answeredOf(sql`c.id`)} as answered
    from consultations c
    where c.created_by is not null and c.opened_at <= ${now} and c.finished_at is null and c.stopped_at is null
      and (c.closed_at is not null or c.closes_at <= ${now} + interval '7 days')
    union all
    select r.created_by, 'reply', r.id, r.title, b.name, r.reply_due_on::timestamp at time zone ${ctx.lio.timezone}, 0, 0
    from representations r join groups b on b.id = r.body_id
    where r.created_by is not null and r.sent_on is not null and r.replied_on is null and r.closed_at is null and r.reply_due_on <= ${today}
    order by 6`)
  const happened = await all<Happened>(sql`
    select l.group_id as "groupId", 'told' as kind, r.id, r.title, case when r.closed_at is not null then r.outcome end as words, null as reply, b.name as body, l.told_at as at, r.sent_version as version
    from loop_letters l join representations r on r.id = l.representation_id join groups b on b.id = r.body_id
    where l.told_at > ${from} and l.told_at <= ${now}
    union all
    select distinct p.group_id, 'ask', r.id, a.text, a.reply_text, a.reply, b.name, a.replied_on::timestamp at time zone ${ctx.lio.timezone}, r.sent_version
    from asks a join representations r on r.id = a.representation_id join groups b on b.id = r.body_id
    join pinned_passages n on n.ask_id = a.id join passages p on p.id = n.passage_id
    where a.replied_on >= (${from} at time zone ${ctx.lio.timezone})::date and a.replied_on <= ${today} and a.reply <> 'no_reply'
    union all
    select s.group_id, 'consultation', c.id, c.title, c.outcome, null, null, c.finished_at, null
    from consultations c join responses s on s.consultation_id = c.id and s.signed_off_at is not null
    where c.finished_at > ${from} and c.finished_at <= ${now}
    order by 8 desc`)
  const choosing = await listChoosing(ctx, since)
  const topics = await all<Topic>(sql`
    select t.id, t.network_id as "networkId", n.name as network, t.title, t.person_id as "personId", a.name as author, g.name as "group",
      t.last_post_at as "lastPostAt", t.posts - 1 as replies, t.decision is not null as decided,
      case when t.decided_at > ${from} then 'decision' else 'topic' end as news,
      case when t.decided_at > ${from} then t.decided_at else t.created_at end as at
    from topics t join networks n on n.id = t.network_id and n.closed_at is null
    join people a on a.id = t.person_id left join groups g on g.id = t.group_id
    where ((t.created_at > ${from} and t.created_at <= ${now}) or (t.decided_at > ${from} and t.decided_at <= ${now}))
      and not exists (select from posts p where p.topic_id = t.id and p.hidden_at is not null
                      and p.created_at = (select min(q.created_at) from posts q where q.topic_id = t.id))
    order by t.last_post_at desc, t.id`)
  const posts = await all<Post>(sql`
    select p.id, t.id as "topicId", t.title as topic, n.id as "networkId", n.name as network, t.person_id as "starterId",
      p.person_id as "personId", a.name as author, g.name as "group", parent.person_id as "parentAuthorId", p.created_at as "createdAt",
      coalesce((select json_agg(m.person_id) from mentions m where m.post_id = p.id and m.person_id is not null), '[]') as people,
      coalesce((select json_agg(m.group_id) from mentions m where m.post_id = p.id and m.group_id is not null), '[]') as groups
    from posts p join topics t on t.id = p.topic_id join networks n on n.id = t.network_id and n.closed_at is null
    join people a on a.id = p.person_id left join groups g on g.id = p.group_id
    left join posts parent on parent.id = p.reply_to
    where p.created_at > ${from} and p.created_at <= ${now} and p.hidden_at is null order by p.created_at, p.id`)
  const joined = await all<Facts["joined"][number]>(sql`
    select j.network_id as "networkId", j.group_id as "groupId" from network_groups j
    join networks n on n.id = j.network_id and n.closed_at is null where j.joined_at is not null and j.left_at is null`)
  const networkLevels = await all<Facts["networkLevels"][number]>(
    sql`select person_id as "personId", network_id as "networkId", level from network_watches`,
  )
  const topicReads = await all<Facts["topicReads"][number]>(sql`
    select r.person_id as "personId", r.topic_id as "topicId", r.read_at as "readAt", r.level from topic_reads r
    join topics t on t.id = r.topic_id where t.last_post_at > ${from}`)
  const opportunities = await listNewFor(ctx, since)
  return {
    now: ctx.now,
    lio: ctx.lio,
    asked: invited,
    steps,
    chases,
    happened,
    choosing,
    topics,
    posts,
    joined,
    networkLevels,
    topicReads,
    boards: await gatherOfBoards(ctx, since),
    opportunities,
    rooms: await listNewInRooms(ctx, since),
  }
}
