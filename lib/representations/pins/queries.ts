import "server-only"
import { sql } from "drizzle-orm"
import { SESSION_KINDS } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { standsIn } from "../../consultations/passages/words"
import { getResults } from "../../consultations/results/queries"
import { ensure } from "../../errors"
import { mayReadRepresentations } from "../policy"
import type { PinSaid } from "./words"

type Row = {
  id: string
  askId: string | null
  partId: string | null
  sentence: string | null
  kind: PinSaid["kind"]
  questionId: string | null
  consultationId: string | null
  consultation: string | null
  passage: {
    id: string
    quote: string
    now: string | null
    groupId: string
    group: string
    quotable: boolean
    named: boolean
  } | null
  need: string | null
  topic: { title: string; network: string; posts: number } | null
  sessions: { count: number; groups: number } | null
  sessionKind: keyof typeof SESSION_KINDS | null
  fromDay: string | null
  untilDay: string | null
  title: string | null
  figure: string | null
  source: string | null
  on: string | null
  website: string | null
}

/** A pin with what it says now. `printed`: it may stand in a version. */
export type Pinned = {
  id: string
  askId: string | null
  partId: string | null
  sentence: string | null
  said: PinSaid
  printed: boolean
  groupId: string | null
  group: string | null
}

/** The numbers of the questions that are pinned, by the rule for small numbers that everybody reads them by: all of its consultation. */
async function numbersOf(ctx: Ctx, rows: Row[]) {
  const of = rows.find(({ kind, consultationId }) => kind === "question" && consultationId)?.consultationId
  const questions = of ? (await getResults(ctx, of)).questions : []
  return new Map(questions.map((one) => [one.id, one] as const))
}
type Numbers = Awaited<ReturnType<typeof numbersOf>>

function saidBy(row: Row, numbers: Numbers): PinSaid | null {
  const { kind } = row
  if (kind === "passage" && row.passage) {
    const { id, quote, named, group } = row.passage
    return { kind, passageId: id, quote, by: named ? group : null }
  }
  if (kind === "question") {
    const one = numbers.get(row.questionId ?? "")
    if (!one || one.held) return null
    const counts = one.options.map(({ label, count }) => ({ label, count }))
    return {
      kind,
      consultation: row.consultation ?? "",
      question: one.title,
      finding: one.finding,
      answered: one.answered,
      counts,
    }
  }
  if (kind === "need" && row.need) return { kind, need: row.need }
  if (kind === "topic" && row.topic) return { kind, ...row.topic }
  if (kind === "sessions" && row.sessions) {
    const work = row.sessionKind ? SESSION_KINDS[row.sessionKind] : null
    return { kind, ...row.sessions, work, from: row.fromDay ?? "", until: row.untilDay ?? "" }
  }
  if (kind !== "figure") return null
  const { title, figure, source, on, website } = row
  return {
    kind,
    title: title ?? "",
    figure: figure ?? "",
    source: source ?? "",
    on: on ?? "",
    website: website ?? "",
  }
}

/** What is pinned to the paragraphs and asks of a paper, with what each says now. For staff. */
export async function listPins(ctx: Ctx, representationId: string): Promise<Pinned[]> {
  ensure(mayReadRepresentations(ctx.actor))
  const rows = [
    ...(await ctx.tx.execute<Row>(sql`
      select pp.id, pp.ask_id as "askId", pp.part_id as "partId", pp.sentence, pp.kind, pp.question_id as "questionId",
        q.consultation_id as "consultationId", c.title as consultation, n.title as need, pp.session_kind as "sessionKind",
        pp.from_day::text as "fromDay", pp.until_day::text as "untilDay", pp.title, pp.figure, pp.source, pp.on_day::text as "on", pp.website,
        case when pa.id is not null then json_build_object('id', pa.id, 'quote', pa.quote, 'groupId', g.id, 'group', g.name,
          'quotable', coalesce(r.quotable, false) and pc.stopped_at is null, 'named', pc.naming = 'body', 'now', v.answers -> pa.question_id::text ->> 'text') end as passage,
        case when t.id is not null then json_build_object('title', t.title, 'network', w.name, 'posts', t.posts) end as topic,
        case when pp.kind = 'sessions' then (
          select json_build_object('count', count(distinct s.id), 'groups', count(distinct sg.group_id))
          from sessions s left join session_groups sg on sg.session_id = s.id
          where s.undone_at is null and s."on" between pp.from_day and pp.until_day
            and (pp.session_kind is null or s.kind = pp.session_kind)) end as sessions
      from paper_pins pp left join asks a on a.id = pp.ask_id left join paper_parts t2 on t2.id = pp.part_id
        left join questions q on q.id = pp.question_id left join consultations c on c.id = q.consultation_id
        left join needs n on n.id = pp.need_id left join topics t on t.id = pp.topic_id left join networks w on w.id = t.network_id
        left join passages pa on pa.id = pp.passage_id left join groups g on g.id = pa.group_id
        left join responses r on r.id = pa.response_id left join consultations pc on pc.id = r.consultation_id
        left join response_versions v on v.response_id = r.id and v.version = r.version
      where coalesce(a.representation_id, t2.representation_id) = ${representationId} order by pp.created_at, pp.id`)),
  ]
  const numbers = await numbersOf(ctx, rows)
  return rows.flatMap((row) => {
    const said = saidBy(row, numbers)
    if (!said) return []
    const { passage } = row
    const printed = !passage || (passage.quotable && standsIn(passage.now ?? "", passage.quote))
    const { id, askId, partId, sentence } = row
    return [
      {
        id,
        askId,
        partId,
        sentence,
        said,
        printed,
        groupId: passage?.groupId ?? null,
        group: passage?.group ?? null,
      },
    ]
  })
}

/** What can be pinned to a paper besides passages: the questions with numbers of its consultation, open needs, and topics. */
export async function listToPin(ctx: Ctx, consultationId: string | null) {
  ensure(mayReadRepresentations(ctx.actor))
  const [questions, needs, topics] = await Promise.all([
    ctx.tx.execute<{ id: string; name: string }>(sql`
      select q.id, q.position || '. ' || q.title as name from questions q
      where q.consultation_id = ${consultationId}::uuid and q.kind <> 'text' order by q.position`),
    ctx.tx.execute<{ id: string; name: string }>(sql`
      select n.id, n.title as name from needs n where n.closed_at is null order by n.title limit 300`),
    ctx.tx.execute<{ id: string; name: string }>(sql`
      select t.id, w.name || ': ' || t.title as name from topics t join networks w on w.id = t.network_id
      order by t.last_post_at desc limit 200`),
  ])
  return { questions: [...questions], needs: [...needs], topics: [...topics] }
}
