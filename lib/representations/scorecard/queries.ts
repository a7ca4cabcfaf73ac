import "server-only"
import { sql } from "drizzle-orm"
import { readingAll } from "../../access/audiences"
import type { Ctx } from "../../access/ctx"
import { ensure, NotFound } from "../../errors"
import { mayReadRepresentations } from "../policy"
import { getPaperOptions } from "../signing/queries"
import { PRINTED_ASKS, STANDING } from "../versions/queries"
import { figuresOf, type ScoredPaper } from "./figures"

type Between = { from: string; to: string; body?: string | null }

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

const commentRows = (ctx: Ctx) =>
  ctx.tx.execute<Comment>(sql`
    select distinct on (c.body_id) c.body_id as "bodyId", c.words, c.sender, c.said_on::text as "saidOn"
    from body_comments c order by c.body_id, c.entered_at desc, c.id desc`)

async function readScorecard(ctx: Ctx, between: Between) {
  const [papers, comments] = await Promise.all([paperRows(ctx, between), commentRows(ctx)])
  const bodies = new Map<string, ScoredPaper[]>()
  for (const paper of papers) bodies.set(paper.bodyId, [...(bodies.get(paper.bodyId) ?? []), paper])
  return [...bodies].map(([id, all]) => ({
    id,
    name: all[0]?.body ?? "",
    figures: figuresOf(all, ctx.today),
    comment: comments.find(({ bodyId }) => bodyId === id) ?? null,
  }))
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
    readScorecard(ctx, between),
  )
}
