import "server-only"
import { sql } from "drizzle-orm"
import { SESSION_KINDS } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { standsIn } from "../../consultations/passages/words"
import { getResults } from "../../consultations/results/queries"
import { ensure } from "../../errors"
import { say } from "../../words"
import { whyNotPrinted } from "../paper"
import { mayReadRepresentations } from "../policy"
import { type Pinned, type PinSaid, pinInWords } from "./words"

type Row = {
  id: string
  askId: string | null
  partId: string | null
  sentence: string | null
  kind: PinSaid["kind"]
  restsOn: string | null
  questionId: string | null
  question: string | null
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

/** The numbers of the consultation that a paper rests on, as far as they may be printed: of answers without names, once they don't change. */
async function numbersOf(ctx: Ctx, consultationId: string | null, rows: Row[]) {
  if (!consultationId || !rows.some((row) => row.consultationId === consultationId)) return null
  const { consultation, frozenAt, questions } = await getResults(ctx, consultationId)
  const settled = frozenAt !== null || consultation.naming === "body"
  return {
    settled,
    stopped: consultation.state === "stopped",
    of: new Map(questions.map((one) => [one.id, one] as const)),
  }
}
type Numbers = Awaited<ReturnType<typeof numbersOf>>
type Told = Pick<Pinned, "said" | "why">

function numbersSaid(row: Row, numbers: Numbers): Told {
  const one = numbers?.of.get(row.questionId ?? "")
  if (!numbers || row.consultationId !== row.restsOn)
    return { said: null, why: say("it isn’t a question from the consultation that this paper rests on") }
  if (numbers.stopped) return { said: null, why: say("the consultation was stopped") }
  if (!numbers.settled || !one)
    return {
      said: null,
      why: say("answers here aren’t named, so the results are printed once the consultation has closed"),
    }
  if (one.held) return { said: null, why: say("so few groups answered that it could show who said what") }
  const { title: question, finding, answered } = one
  const counts = one.options.map(({ label, count }) => ({ label, count }))
  const consultation = row.consultation ?? ""
  return { said: { kind: "question", consultation, question, finding, answered, counts }, why: null }
}

function figureSaid({ title, figure, source, on, website }: Row): PinSaid {
  return {
    kind: "figure",
    title: title ?? "",
    figure: figure ?? "",
    source: source ?? "",
    on: on ?? "",
    website: website ?? "",
  }
}

function told(row: Row, numbers: Numbers): Told {
  const { kind } = row
  if (kind === "question") return numbersSaid(row, numbers)
  if (kind === "passage" && row.passage) {
    const { id, quote, named, group, quotable, now } = row.passage
    const why = whyNotPrinted({ quotable, stands: standsIn(now ?? "", quote) })
    return { said: { kind, passageId: id, quote, by: named ? group : null }, why }
  }
  if (kind === "need" && row.need) return { said: { kind, need: row.need }, why: null }
  if (kind === "topic" && row.topic) return { said: { kind, ...row.topic }, why: null }
  if (kind === "sessions" && row.sessions) {
    const work = row.sessionKind ? SESSION_KINDS[row.sessionKind] : null
    const days = { from: row.fromDay ?? "", until: row.untilDay ?? "" }
    return { said: { kind, ...row.sessions, work, ...days }, why: null }
  }
  return { said: figureSaid(row), why: null }
}

/** What is pinned to the paragraphs and asks of a paper, with what each says now. For staff. */
export async function listPins(ctx: Ctx, representationId: string): Promise<Pinned[]> {
  ensure(mayReadRepresentations(ctx.actor))
  const rows = [
    ...(await ctx.tx.execute<Row>(sql`
      select pp.id, pp.ask_id as "askId", pp.part_id as "partId", pp.sentence, pp.kind, pp.question_id as "questionId", q.title as question,
        rp.consultation_id as "restsOn", q.consultation_id as "consultationId", c.title as consultation, n.title as need, pp.session_kind as "sessionKind",
        pp.from_day::text as "fromDay", pp.until_day::text as "untilDay", pp.title, pp.figure, pp.source, pp.on_day::text as "on", pp.website,
        case when pa.id is not null then json_build_object('id', pa.id, 'quote', pa.quote, 'groupId', g.id, 'group', g.name,
          'quotable', coalesce(r.quotable, false) and pc.stopped_at is null, 'named', pc.naming = 'body', 'now', v.answers -> pa.question_id::text ->> 'text') end as passage,
        case when t.id is not null then json_build_object('title', t.title, 'network', w.name, 'posts', t.posts) end as topic,
        case when pp.kind = 'sessions' then (
          select json_build_object('count', count(distinct s.id), 'groups', count(distinct sg.group_id))
          from sessions s left join session_groups sg on sg.session_id = s.id
          where s.undone_at is null and s."on" between pp.from_day and pp.until_day
            and (pp.session_kind is null or s.kind = pp.session_kind)) end as sessions
      from paper_pins pp join representations rp on rp.id = pp.representation_id
        left join questions q on q.id = pp.question_id left join consultations c on c.id = q.consultation_id
        left join needs n on n.id = pp.need_id left join topics t on t.id = pp.topic_id left join networks w on w.id = t.network_id
        left join passages pa on pa.id = pp.passage_id left join groups g on g.id = pa.group_id
        left join responses r on r.id = pa.response_id left join consultations pc on pc.id = r.consultation_id
        left join response_versions v on v.response_id = r.id and v.version = r.version
      where pp.representation_id = ${representationId} order by pp.created_at, pp.id`)),
  ]
  const numbers = await numbersOf(ctx, rows[0]?.restsOn ?? null, rows)
  return rows.map((row): Pinned => {
    const { id, askId, partId, sentence, passage } = row
    const { said, why } = told(row, numbers)
    const of = { question: row.question ?? "", consultation: row.consultation ?? "" }
    const words = said ? pinInWords(said) : say("“{question}” in “{consultation}”", of)
    const { groupId = null, group = null } = passage ?? {}
    return { id, askId, partId, sentence, said, words, why, groupId, group }
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
