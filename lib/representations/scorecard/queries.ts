import "server-only"
import { sql } from "drizzle-orm"
import { readingAll } from "../../access/audiences"
import type { Ctx } from "../../access/ctx"
import { ensure, NotFound } from "../../errors"
import { mayReadRepresentations } from "../policy"
import { getPaperOptions } from "../signing/queries"
import { PRINTED_ASKS, STANDING } from "../versions/queries"
import { type AtBoards, figuresOf, type Met, type ScoredPaper } from "./figures"

type Between = { from: string; to: string; body?: string | null; open?: boolean }

/** What a body says of its figures. */
export type Comment = { bodyId: string; words: string; sender: string; saidOn: string }

const paperRows = (ctx: Ctx, { from, to, body = null }: Between) =>
  ctx.tx.execute<ScoredPaper>(sql`
    select r.id, v.version, v.content ->> 'title' as title, g.id as "bodyId", g.name as body, r.sent_on::text as "sentOn",
      (r.reply_due_on - r.sent_on) as "daysAllowed",
      (select min(f.replied_on) from ask_replies f join asks a on a.id = f.ask_id
        where a.representation_id = r.id and f.reply not in ('acknowledged', 'no_reply')) - r.sent_on as "daysTaken",
      (select coalesce(json_agg(json_build_object('id', a.id, 'text', x.ask ->> 'text', 'reply', a.reply,
          'acknowledged', a.acknowledged_on is not null, 'promisedFor', p.promised_for,
          'ending', (select o.ending from ask_outcomes o where o.promise_id = p.id order by o.entered_at desc, o.id desc limit 1)) order by x.at), '[]')
        from ${PRINTED_ASKS}
        left join lateral (select l.id, l.promised_for from ask_replies l where l.ask_id = a.id and l.reply <> 'acknowledged'
          order by l.entered_at desc, l.id desc limit 1) p on true) as asks
    from representations r join groups g on g.id = r.body_id join ${STANDING} on true
    where r.sent_on between ${from}::date and ${to}::date and (${body}::uuid is null or r.body_id = ${body}::uuid)
    order by g.name, g.id, r.sent_on, r.id`)

/** Contact that staff recorded with bodies; of confidential cases none, for anybody may read the figures. */
const metRows = (ctx: Ctx, { from, to }: Between) =>
  ctx.tx.execute<Met & { bodyId: string }>(sql`
    select sg.group_id as "bodyId", count(*) filter (where s.kind = 'meeting')::int as meetings, count(*)::int as contacts
    from sessions s join session_groups sg on sg.session_id = s.id join groups g on g.id = sg.group_id and g.sector = 'statutory'
    where s.undone_at is null and s.case_id is null and s."on" between ${from}::date and ${to}::date group by 1`)

/**
 * Bodies with what there was at the boards on which they sit; a board on which groups have no seat is none. `open`: of boards
 * that stand on the public page alone.
 */
const boardRows = (ctx: Ctx, { from, to, body = null, open = false }: Between) =>
  ctx.tx.execute<AtBoards & { bodyId: string; body: string }>(sql`
    select g.id as "bodyId", g.name as body, count(distinct b.id)::int as boards, coalesce(sum(m.held), 0)::int as held,
      coalesce(sum(m.reported), 0)::int as reported, coalesce(sum(p.promised), 0)::int as promised, coalesce(sum(p.kept), 0)::int as kept
    from board_bodies bb join boards b on b.id = bb.board_id join groups g on g.id = bb.body_id
      left join lateral (select count(*) as held, count(r.published_at) as reported
        from board_meetings x join calendar_dates d on d.id = x.id join calendar_occurrences o on o.date_id = d.id
          left join meeting_reports r on r.meeting_id = x.id
        where x.board_id = b.id and d.cancelled_at is null and d.on_day between ${from}::date and ${to}::date
          and o.ends_at <= ${ctx.now.toISOString()}::timestamptz) m on true
      left join lateral (select count(*) as promised, count(*) filter (where x.ending = 'kept') as kept
        from board_promises x where x.board_id = b.id and x.body_id = g.id and x.reply_id is null
          and x.promised_on between ${from}::date and ${to}::date) p on true
    where exists (select from seats s where s.board_id = b.id) and (not ${open}::boolean or b.shown_at is not null) and (${body}::uuid is null or g.id = ${body}::uuid)
    group by g.id, g.name having sum(m.held) > 0 or sum(p.promised) > 0`)

const commentRows = (ctx: Ctx) =>
  ctx.tx.execute<Comment>(sql`
    select distinct on (c.body_id) c.body_id as "bodyId", c.words, c.sender, c.said_on::text as "saidOn"
    from body_comments c order by c.body_id, c.entered_at desc, c.id desc`)

async function readScorecard(ctx: Ctx, between: Between) {
  const [papers, comments, met, boards] = await Promise.all([
    paperRows(ctx, between),
    commentRows(ctx),
    metRows(ctx, between),
    boardRows(ctx, between),
  ])
  const byBody = Map.groupBy(papers, ({ bodyId }) => bodyId)
  const bodies = new Map([...papers, ...boards].map(({ bodyId, body }) => [bodyId, body]))
  return [...bodies]
    .map(([id, name]) => ({
      id,
      name,
      figures: figuresOf(
        byBody.get(id) ?? [],
        ctx.today,
        met.find(({ bodyId }) => bodyId === id),
        boards.find(({ bodyId }) => bodyId === id),
      ),
      comment: comments.find(({ bodyId }) => bodyId === id) ?? null,
    }))
    .sort((one, other) => one.name.localeCompare(other.name) || one.id.localeCompare(other.id))
}
export type ScoredBody = Awaited<ReturnType<typeof readScorecard>>[number]

/** How each body has replied to the papers that were sent to it in a period, or one of them. For staff. */
export async function getScorecard(ctx: Ctx, between: Between) {
  ensure(mayReadRepresentations(ctx.actor))
  return readScorecard(ctx, between)
}

/** The same for anybody, where the LIO says that it is public. NotFound where it doesn’t. */
export async function getPublicScorecard(ctx: Ctx, between: Between) {
  const { scorecardPublic } = await getPaperOptions(ctx)
  if (!scorecardPublic) throw new NotFound()
  return readingAll(ctx, "papers that were sent are for anybody, and so is how they were answered", () =>
    readScorecard(ctx, { ...between, open: true }),
  )
}
