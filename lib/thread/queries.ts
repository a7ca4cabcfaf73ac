import "server-only"
import { type SQL, sql } from "drizzle-orm"
import { FILED_REPLIES } from "@/db/vocabulary"
import type { Ctx } from "../access/ctx"
import { isStaff } from "../access/may"
import { found } from "../errors"
import { say, shortened } from "../words"
import { LAYERS, THREAD_KINDS, type ThreadKind } from "./words"

/**
 * The links of the thread, each a row that somebody made: what came first, and what came of it. Read as the asker may read
 * them: whoever may not see a row has no link by it.
 */
const LINKS = sql`
  select 'consultation' as from_kind, r.consultation_id as from_id, 'response' as to_kind, r.id as to_id from responses r where r.version > 0
  union all select 'response', p.response_id, 'passage', p.id from passages p
  union all select 'session', e.session_id, 'need', e.need_id from need_evidence e where e.session_id is not null
  union all select 'response', e.response_id, 'need', e.need_id from need_evidence e where e.response_id is not null
  union all select 'passage', e.passage_id, 'need', e.need_id from need_evidence e where e.passage_id is not null
  union all select 'topic', e.topic_id, 'need', e.need_id from need_evidence e where e.topic_id is not null
  union all select 'enquiry', e.enquiry_id, 'need', e.need_id from need_evidence e where e.enquiry_id is not null
  union all select 'health', coalesce(q.check_id, s.check_id), 'need', e.need_id from need_evidence e
    left join health_check_questions q on q.id = e.health_question_id left join health_check_steps s on s.id = e.health_step_id
    where num_nonnulls(e.health_question_id, e.health_step_id) = 1
  union all select 'search', e.search_id, 'need', e.need_id from need_evidence e where e.search_id is not null
  union all select 'passage', n.passage_id, case when n.ask_id is null then 'paper' else 'ask' end, coalesce(n.ask_id, n.representation_id) from pinned_passages n
  union all select 'need', n.need_id, 'ask', n.ask_id from need_asks n
  union all select 'need', t.need_id, 'telling', t.id from need_tellings t
  union all select p.kind, p.id, case when p.ask_id is null then 'paper' else 'ask' end, coalesce(p.ask_id, p.paper_id) from (
    select case n.kind when 'question' then 'consultation' else n.kind end as kind,
      coalesce(q.consultation_id, n.need_id, n.topic_id) as id, n.ask_id, n.representation_id as paper_id
    from paper_pins n left join questions q on q.id = n.question_id where n.kind in ('question', 'need', 'topic')) p
  union all select 'paper', a.representation_id, 'ask', a.id from asks a
  union all select 'ask', r.ask_id, 'reply', r.id from ask_replies r
  union all select 'reply', o.promise_id, 'outcome', o.id from ask_outcomes o where o.promise_id is not null
  union all select coalesce(l.kind, 'ask'), coalesce(l.id, o.ask_id), 'outcome', o.id from ask_outcomes o left join lateral (
    select 'reply' as kind, r.id from ask_replies r where r.ask_id = o.ask_id and r.entered_at <= o.entered_at order by r.entered_at desc, r.id limit 1) l on true
    where o.promise_id is null
  union all select 'outcome', n.outcome_id, 'need', n.need_id from outcome_needs n
  union all select 'raised', q.id, 'meeting', q.meeting_id from raised_questions q
  union all select 'ask', x.ask_id, 'meeting', x.meeting_id from meeting_asks x
  union all select 'meeting', p.meeting_id, case when p.reply_id is null then 'promise' else 'reply' end, coalesce(p.reply_id, p.id) from board_promises p
    where p.meeting_id is not null
  union all select 'promise', x.promise_id, 'need', x.need_id from board_promise_needs x`

/**
 * What came of it and is no reason why it was needed: a step up never leads through these. A meeting joins what was put to it with
 * all that was said there, so nothing is followed through one.
 */
const NO_REASON = sql`('outcome', 'promise')`

/** What each kind says of itself: a line of words, a second one, the path of its page, and when it was. */
const WORDS: Record<ThreadKind, SQL> = {
  session: sql`select s.id, s.note as words, (select string_agg(g.name, ', ' order by g.name) from session_groups sg join groups g on g.id = sg.group_id where sg.session_id = s.id) as about,
    'sessions/' || s.id as path, s."on"::timestamptz as at from sessions s where s.undone_at is null`,
  enquiry: sql`select q.id, q.about as words, null as about, 'enquiries/' || q.id as path, q.asked_at as at from enquiries q`,
  topic: sql`select t.id, t.title as words, n.name as about, 'networks/' || t.network_id || '/topics/' || t.id as path, t.created_at as at
    from topics t join networks n on n.id = t.network_id`,
  health: sql`select h.id, g.name as words, null as about, 'health-checks/' || h.id as path, h.asked_at as at from health_checks h join groups g on g.id = h.group_id`,
  search: sql`select s.id, s.what as words, g.name as about, 'funding/searches/' || s.id as path, s.created_at as at from funding_searches s join groups g on g.id = s.group_id`,
  consultation: sql`select c.id, c.title as words, null as about, 'consultations/' || c.id as path, c.opened_at as at from consultations c`,
  response: sql`select r.id, g.name as words, c.title as about, 'consultations/' || r.consultation_id || '/passages/' || r.id as path, r.signed_off_at as at
    from responses r join groups g on g.id = r.group_id join consultations c on c.id = r.consultation_id where r.version > 0`,
  passage: sql`select p.id, p.quote as words, g.name as about, 'consultations/' || r.consultation_id || '/passages/' || p.response_id as path, p.created_at as at
    from passages p join groups g on g.id = p.group_id join responses r on r.id = p.response_id`,
  need: sql`select n.id, n.title as words, null as about, 'needs/' || n.id as path, n.created_at as at from needs n`,
  telling: sql`select t.id, t.words, b.name as about, 'needs/' || t.need_id as path, t.on_day::timestamptz as at from need_tellings t join groups b on b.id = t.body_id`,
  ask: sql`select a.id, a.text as words, rp.title as about, 'representations/' || rp.id || '?ask=' || a.id as path, rp.sent_on::timestamptz as at
    from asks a join representations rp on rp.id = a.representation_id`,
  paper: sql`select rp.id, rp.title as words, b.name as about, 'representations/' || rp.id as path, coalesce(rp.sent_on::timestamptz, rp.created_at) as at
    from representations rp join groups b on b.id = rp.body_id`,
  reply: sql`select r.id, coalesce(r.words, '') as words, r.reply as about, 'representations/' || a.representation_id || '?ask=' || a.id as path, coalesce(r.replied_on::timestamptz, r.entered_at) as at
    from ask_replies r join asks a on a.id = r.ask_id`,
  raised: sql`select q.id, q.words, g.name as about, 'board-meetings/' || q.meeting_id as path, q.asked_at as at from raised_questions q join groups g on g.id = q.group_id`,
  meeting: sql`select m.id, b.name as words, to_char(d.on_day, 'FMDD FMMonth YYYY') as about, 'board-meetings/' || m.id as path, d.on_day::timestamptz as at
    from board_meetings m join boards b on b.id = m.board_id join calendar_dates d on d.id = m.id`,
  promise: sql`select p.id, p.words, concat_ws(': ', g.name, p.outcome) as about, 'partnerships/' || p.board_id || '/promises/' || p.id as path, p.promised_on::timestamptz as at
    from board_promises p join groups g on g.id = p.body_id`,
  outcome: sql`select o.id, o.outcome as words, null as about, 'representations/' || a.representation_id || '?ask=' || a.id as path, o.outcome_on::timestamptz as at
    from ask_outcomes o join asks a on a.id = o.ask_id`,
}

/** Something on the thread. `key`: its kind and id in one. `path`: its page, below the LIO's; null where the asker has none. */
export type ThreadNode = {
  key: string
  kind: ThreadKind
  id: string
  words: string
  about: string | null
  path: string | null
  at: string | null
}
/** One came of the other: keys of nodes. */
export type ThreadLink = { from: string; to: string }

/** Farther than this nobody follows, and more than this nobody reads. */
const MOST_STEPS = 8
const MOST_NODES = 600

type Ends = { kind: ThreadKind; id: string; way: "up" | "down" | "here" }

/**
 * What leads to it and what came of it, one step after another: never sideways, so that one answer doesn't lead to all others.
 * An outcome that met a need came of it, and is no reason why it was needed.
 */
async function followed(ctx: Ctx, { kind, id }: { kind: ThreadKind; id: string }): Promise<Ends[]> {
  return [
    ...(await ctx.tx.execute<Ends>(sql`
    with recursive links as materialized (${LINKS}),
    up(kind, id, steps) as (
      select ${kind}::text, ${id}::uuid, 0
      union select l.from_kind, l.from_id, u.steps + 1 from up u join links l on l.to_kind = u.kind and l.to_id = u.id and l.from_kind not in ${NO_REASON}
        and (u.kind <> 'meeting' or u.steps = 0) where u.steps < ${MOST_STEPS}::int
    ),
    down(kind, id, steps) as (
      select ${kind}::text, ${id}::uuid, 0
      union select l.to_kind, l.to_id, d.steps + 1 from down d join links l on l.from_kind = d.kind and l.from_id = d.id
        and (d.kind <> 'meeting' or d.steps = 0) where d.steps < ${MOST_STEPS}::int
    )
    select kind, id, way from (
      select kind, id, 'up' as way, min(steps) as steps from up where steps > 0 group by kind, id
      union all select kind, id, 'down', min(steps) from down where steps > 0 group by kind, id
      union all select ${kind}::text, ${id}::uuid, 'here', 0
    ) all_of_it order by steps, kind, id limit ${MOST_NODES}::int`)),
  ]
}

type Said = { id: string; words: string; about: string | null; path: string; at: string | null }

const toOurs = (path: string) => path.replace(/\/passages\/.*$/, "/ours")

/** Where whoever isn't staff reads it; null where they have no page of it. */
const MEMBERS_OWN: Partial<Record<ThreadKind, (path: string) => string>> = {
  topic: (path) => path,
  raised: (path) => path,
  meeting: (path) => path,
  consultation: (path) => path,
  response: toOurs,
  passage: toOurs,
  ask: () => "outcomes",
  paper: () => "outcomes",
  reply: () => "outcomes",
  outcome: () => "outcomes",
}

const wordsOf = (kind: ThreadKind, { words, about }: Said) =>
  kind === "reply"
    ? {
        words: FILED_REPLIES[about as keyof typeof FILED_REPLIES] ?? say("Replied"),
        about: words ? shortened(words, 200) : null,
      }
    : { words: shortened(words, 200), about }

/** All nodes of these, with their words; whatever the asker may not read is not among them. */
async function nodesOf(ctx: Ctx, ends: Ends[]): Promise<ThreadNode[]> {
  const staff = isStaff(ctx.actor)
  const kinds = [...new Set(ends.map(({ kind }) => kind))]
  const rows = await ctx.tx.execute<Said & { kind: ThreadKind }>(sql`
    with ends as (select * from unnest(${sql.param(ends.map(({ kind }) => kind))}::text[], ${sql.param(ends.map(({ id }) => id))}::uuid[]) e(kind, id))
    select * from (${sql.join(
      kinds.map(
        (kind) =>
          sql`select ${kind}::text as kind, w.* from (${WORDS[kind]}) w where w.id in (select e.id from ends e where e.kind = ${kind}::text)`,
      ),
      sql` union all `,
    )}) w order by w.at nulls last, w.id`)
  return [...rows].map((row): ThreadNode => {
    const { kind, id, at } = row
    const own = MEMBERS_OWN[kind]
    const path = staff ? row.path : own ? own(row.path) : null
    return { key: `${kind}:${id}`, kind, id, at, path, ...wordsOf(kind, row) }
  })
}

/** The links between the nodes that are shown. */
async function linksAmong(ctx: Ctx, nodes: ThreadNode[]): Promise<ThreadLink[]> {
  const keys = nodes.map(({ key }) => key)
  return [
    ...(await ctx.tx.execute<ThreadLink>(sql`
    select distinct from_kind || ':' || from_id as "from", to_kind || ':' || to_id as "to" from (${LINKS}) l
    where from_kind || ':' || from_id = any (${sql.param(keys)}::text[]) and to_kind || ':' || to_id = any (${sql.param(keys)}::text[])
    order by 1, 2`)),
  ]
}

/** Whether an address names something that can stand on the thread. */
const isThreadKind = (kind: string): kind is ThreadKind => Object.hasOwn(THREAD_KINDS, kind)

/**
 * Everything that led to something and everything that came of it, as far as the asker may read it: for staff all of it, for
 * members what their groups said and what came of that. NotFound where the thing itself is not theirs to see.
 */
export async function getThread(ctx: Ctx, kind: string, id: string) {
  found(isThreadKind(kind) || null)
  const ends = await followed(ctx, { kind: kind as ThreadKind, id })
  const nodes = await nodesOf(ctx, ends)
  // The nearest way to a thing is the one it stands on.
  const way = new Map(ends.toReversed().map((end) => [`${end.kind}:${end.id}`, end.way]))
  const here = found(nodes.find(({ key }) => way.get(key) === "here"))
  const rank = (one: ThreadNode) => LAYERS.findIndex(({ kinds }) => kinds.includes(one.kind))
  const on = (side: "up" | "down") =>
    nodes.filter(({ key }) => way.get(key) === side).sort((one, other) => rank(one) - rank(other))
  return {
    here,
    up: on("up"),
    down: on("down"),
    links: await linksAmong(ctx, nodes),
    whole: ends.length < MOST_NODES,
  }
}
export type Thread = Awaited<ReturnType<typeof getThread>>
