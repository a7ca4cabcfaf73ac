import "server-only"
import { asc, eq, sql } from "drizzle-orm"
import { areas, terms } from "@/db/schema"
import type { ASK_REPLIES, EVIDENCE_STRENGTHS, HEALTH_ANSWERS, NEED_ENDINGS } from "@/db/vocabulary"
import type { Ctx } from "../access/ctx"
import { ensure, found } from "../errors"
import { AREAS_OF, type Named, THEMES_OF } from "./about/queries"
import { type HeardIn, PLACES } from "./input"
import { mayReadNeeds } from "./policy"

/** One place where a need was heard. `href` is the path below the LIO's. */
export type Heard = {
  id: string
  kind: "session" | "answer" | "passage" | "topic" | "enquiry" | "check" | "plan" | "search"
  at: Date
  /** Null where a group doesn’t share its health check any more. */
  words: string | null
  /** The answer to a question of a health check. */
  answer: keyof typeof HEALTH_ANSWERS | null
  groups: string[]
  href: string | null
}

/** An ask in which a need was put to a body, with what came back. */
export type Put = {
  askId: string
  representationId: string
  representation: string
  body: string
  text: string
  reply: keyof typeof ASK_REPLIES | null
  replyText: string | null
  outcome: string | null
}

async function listHeard(ctx: Ctx, id: string): Promise<Heard[]> {
  const rows = await ctx.tx.execute<Omit<Heard, "at"> & { at: string }>(sql`
    select e.id, 'session' as kind, s."on"::timestamptz as at, s.note as words, null as answer, '/sessions/' || s.id as href,
      (select coalesce(json_agg(g.name order by g.name), '[]') from session_groups sg join groups g on g.id = sg.group_id where sg.session_id = s.id) as groups
    from need_evidence e join sessions s on s.id = e.session_id and s.undone_at is null where e.need_id = ${id}
    union all
    select e.id, 'answer', coalesce(r.signed_off_at, r.started_at), c.title, null, '/consultations/' || c.id, json_build_array(g.name)
    from need_evidence e join responses r on r.id = e.response_id join consultations c on c.id = r.consultation_id and c.stopped_at is null join groups g on g.id = r.group_id
    where e.need_id = ${id}
    union all
    select e.id, 'passage', p.created_at, p.quote, null, '/consultations/' || r.consultation_id || '/passages#' || p.id, json_build_array(g.name)
    from need_evidence e join passages p on p.id = e.passage_id join responses r on r.id = p.response_id
      join consultations c on c.id = r.consultation_id and c.stopped_at is null join groups g on g.id = p.group_id
    where e.need_id = ${id}
    union all
    select e.id, 'topic', t.created_at, t.title, null, '/networks/' || t.network_id || '/topics/' || t.id,
      (select coalesce(json_agg(distinct g.name), '[]') from posts p join groups g on g.id = p.group_id where p.topic_id = t.id and p.hidden_at is null)
    from need_evidence e join topics t on t.id = e.topic_id where e.need_id = ${id}
    union all
    select e.id, 'enquiry', q.asked_at, q.about, null, '/enquiries/' || q.id, '[]'
    from need_evidence e join enquiries q on q.id = e.enquiry_id where e.need_id = ${id}
    union all
    select e.id, case when e.health_step_id is null then 'check' else 'plan' end, coalesce(c.handed_in_at, e.created_at), coalesce(q.question, s.what), q.answer,
      '/health-checks/' || c.id, case when g.id is null then '[]' else json_build_array(g.name) end
    from need_evidence e left join health_check_questions q on q.id = e.health_question_id left join health_check_steps s on s.id = e.health_step_id
      left join health_checks c on c.id = coalesce(q.check_id, s.check_id) left join groups g on g.id = c.group_id
    where e.need_id = ${id} and num_nonnulls(e.health_question_id, e.health_step_id) = 1
    union all
    select e.id, 'search', s.created_at, s.what, null, '/funding/searches/' || s.id, json_build_array(g.name)
    from need_evidence e join funding_searches s on s.id = e.search_id join groups g on g.id = s.group_id where e.need_id = ${id}
    order by at desc`)
  return [...rows].map((row) => ({ ...row, at: new Date(row.at) }))
}

/** What came of an ask that met a need. */
type Met = { id: string; outcome: string; on: string; representationId: string; representation: string }

/** One need, followed both ways: where it was heard, who answers it, which body was asked and what it said. */
export async function getNeed(ctx: Ctx, id: string) {
  ensure(mayReadNeeds(ctx.actor))
  const [row] = await ctx.tx.execute<{
    id: string
    title: string
    about: string | null
    affected: string | null
    strength: keyof typeof EVIDENCE_STRENGTHS | null
    strengthWhy: string | null
    ending: keyof typeof NEED_ENDINGS | null
    mergedIntoId: string | null
    publicWords: string | null
    shownAt: string | null
    response: string | null
    areas: Named[]
    themes: Named[]
    openedAt: string
    openedBy: string | null
    closedAt: string | null
    closedReason: string | null
  }>(sql`
    select n.id, n.title, n.about, n.affected, n.strength, n.strength_why as "strengthWhy", n.ending, n.merged_into_id as "mergedIntoId",
      n.public_words as "publicWords", n.shown_at as "shownAt", n.response, ${AREAS_OF} as areas, ${THEMES_OF} as themes,
      n.created_at as "openedAt", p.name as "openedBy", n.closed_at as "closedAt", n.closed_reason as "closedReason"
    from needs n left join people p on p.id = n.opened_by
    where n.id = ${id}`)
  const need = found(row)
  const [heard, answering, put, met] = await Promise.all([
    listHeard(ctx, id),
    ctx.tx.execute<{ id: string; name: string }>(
      sql`select g.id, g.name from need_groups ng join groups g on g.id = ng.group_id where ng.need_id = ${id} order by g.name`,
    ),
    ctx.tx.execute<Put>(sql`
      select a.id as "askId", r.id as "representationId", r.title as representation, b.name as body, a.text, a.reply, a.reply_text as "replyText", a.outcome
      from need_asks na join asks a on a.id = na.ask_id join representations r on r.id = a.representation_id join groups b on b.id = r.body_id
      where na.need_id = ${id} order by r.created_at`),
    ctx.tx.execute<Met>(sql`
      select o.id, o.outcome, o.outcome_on::text as "on", r.id as "representationId", r.title as representation
      from outcome_needs m join ask_outcomes o on o.id = m.outcome_id join asks a on a.id = o.ask_id
        join representations r on r.id = a.representation_id
      where m.need_id = ${id} order by o.outcome_on, o.id`),
  ])
  return {
    ...need,
    openedAt: new Date(need.openedAt),
    closedAt: need.closedAt ? new Date(need.closedAt) : null,
    heard,
    answering: [...answering],
    put: [...put],
    met: [...met],
  }
}

/** The needs that were heard in one session, answer, passage or topic. */
export async function listNeedsHeardIn(ctx: Ctx, where: HeardIn) {
  ensure(mayReadNeeds(ctx.actor))
  const [place, id] = Object.entries(where).find(([, value]) => value) ?? [null, null]
  if (!place || !id) return []
  const column = PLACES[place as keyof typeof PLACES]
  const rows = await ctx.tx.execute<{ id: string; title: string }>(sql`
    select n.id, n.title from need_evidence e join needs n on n.id = e.need_id where ${sql.identifier(column)} = ${id} order by n.title`)
  return [...rows]
}

/** The needs that were heard in a health check, each with the question or the step of the plan; nothing once its group doesn’t share it. */
export async function listNeedsOfCheck(ctx: Ctx, checkId: string) {
  ensure(mayReadNeeds(ctx.actor))
  const rows = await ctx.tx.execute<{ id: string; title: string; at: string }>(sql`
    select n.id, n.title, coalesce(q.id, s.id) as at from need_evidence e join needs n on n.id = e.need_id
      left join health_check_questions q on q.id = e.health_question_id left join health_check_steps s on s.id = e.health_step_id
    where coalesce(q.check_id, s.check_id) = ${checkId} order by n.title`)
  return [...rows]
}

/** The needs that were heard in the answers to a consultation, each with the answer or the passage it was heard in. */
export async function listNeedsOfConsultation(ctx: Ctx, consultationId: string) {
  ensure(mayReadNeeds(ctx.actor))
  const rows = await ctx.tx.execute<{
    id: string
    title: string
    responseId: string
    passageId: string | null
  }>(sql`
    select n.id, n.title, r.id as "responseId", p.id as "passageId"
    from need_evidence e join needs n on n.id = e.need_id left join passages p on p.id = e.passage_id
    join responses r on r.id = coalesce(e.response_id, p.response_id)
    where r.consultation_id = ${consultationId} order by n.title`)
  return [...rows]
}

/** Open needs by area or theme, each under all of its own, for the chart of gaps: how many, and how many that no group answers yet. */
export async function countGaps(ctx: Ctx, by: "area" | "theme") {
  ensure(mayReadNeeds(ctx.actor))
  const name = by === "area" ? sql`coalesce(a.name, 'Whole district')` : sql`coalesce(t.name, 'No theme')`
  const rows = await ctx.tx.execute<{ name: string; open: number; unanswered: number }>(sql`
    select ${name} as name, count(*)::int as open,
      count(*) filter (where not exists (select from need_groups ng where ng.need_id = n.id))::int as unanswered
    from needs n left join need_areas na on na.need_id = n.id and ${by === "area"} left join areas a on a.id = na.area_id
      left join need_themes nt on nt.need_id = n.id and ${by === "theme"} left join terms t on t.id = nt.term_id
    where n.closed_at is null group by 1 order by 2 desc, 1`)
  return [...rows]
}

/** Areas and themes to choose from. */
export async function listNeedChoices(ctx: Ctx) {
  ensure(mayReadNeeds(ctx.actor))
  const [areaRows, themeRows] = await Promise.all([
    ctx.tx.select({ id: areas.id, name: areas.name }).from(areas).orderBy(asc(areas.kind), asc(areas.name)),
    ctx.tx
      .select({ id: terms.id, name: terms.name })
      .from(terms)
      .where(eq(terms.list, "theme"))
      .orderBy(asc(terms.name)),
  ])
  return { areas: areaRows, themes: themeRows }
}

/** Asks of representations that are still open, to put a need in. */
export async function listOpenAsks(ctx: Ctx) {
  ensure(mayReadNeeds(ctx.actor))
  const rows = await ctx.tx.execute<{ id: string; text: string; representation: string }>(sql`
    select a.id, a.text, r.title as representation from asks a join representations r on r.id = a.representation_id
    where r.closed_at is null order by r.created_at desc, a.position limit 200`)
  return [...rows]
}
