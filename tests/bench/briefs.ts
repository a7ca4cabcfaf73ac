import type { Sql } from "postgres"
import { asPerson } from "@/lib/access/doors"
import { daysAfter } from "@/lib/days"
import { makeBrief } from "@/lib/partnerships/briefs/commands"
import { getBrief } from "@/lib/partnerships/briefs/queries"
import { openBoard } from "@/lib/partnerships/commands"
import { openBoardInput } from "@/lib/partnerships/input"
import { planMeeting } from "@/lib/partnerships/meetings/commands"
import { planMeetingInput } from "@/lib/partnerships/meetings/input"
import { dayOf } from "@/lib/words"

const TRIES = 9
const WORDS = '{"text": "Nobody came back."}'

/** A body with 200 asks in 20 papers, on whose grounds 5,000 answers stand, and 60 needs heard in them. Gives its id. */
async function makeAsks(sql: Sql): Promise<string> {
  return sql.begin(async (tx) => {
    const [lio] = await tx<{ id: string }[]>`
      select id, set_config('app.lio_id', id::text, true), set_config('app.audiences', '{*}', true) from lios where slug = 'bench'`
    const id = lio?.id ?? ""
    const [body] = await tx<{ id: string }[]>`
      insert into groups (lio_id, name, name_key, stage, sector) values (${id}, 'Bench Council', 'bench council', 'not_member', 'statutory') returning id`
    const bodyId = body?.id ?? ""
    await tx`create temporary table answering on commit drop as select id from groups where sector = 'voluntary' order by id limit 250`
    await tx`
      insert into consultations (lio_id, title, opened_at, closed_at, finished_at, body_id)
      select ${id}, 'Asked ' || n, now() - interval '9 days', now(), case when n > 3 then now() end, ${bodyId} from generate_series(1, 20) n`
    await tx`insert into invitations (lio_id, consultation_id, group_id, invited_at) select ${id}, c.id, g.id, now() from consultations c, answering g where c.body_id = ${bodyId}`
    await tx`insert into questions (lio_id, consultation_id, position, kind, title, required) select ${id}, c.id, 1, 'text', 'What do you need?', false from consultations c where c.body_id = ${bodyId}`
    await tx`
      insert into responses (lio_id, consultation_id, group_id, version, signed_off_at, reference, started_at)
      select ${id}, c.id, g.id, 1, now(), md5(c.id::text || g.id::text), now() from consultations c, answering g where c.body_id = ${bodyId}`
    await tx`
      insert into response_versions (lio_id, response_id, version, answers, signed_off_at, signed_off_name)
      select ${id}, r.id, 1, jsonb_build_object(q.id, ${WORDS}::jsonb), now(), 'x' from responses r join questions q on q.consultation_id = r.consultation_id`
    await tx`
      insert into passages (lio_id, response_id, version, question_id, group_id, quote)
      select ${id}, r.id, 1, q.id, r.group_id, 'Nobody came back.' from responses r join questions q on q.consultation_id = r.consultation_id`
    await tx`
      insert into representations (lio_id, title, body_id, consultation_id, sent_on, sent_version)
      select ${id}, c.title, ${bodyId}, c.id, now()::date - 90, 1 from consultations c where c.body_id = ${bodyId}`
    await tx`
      insert into asks (lio_id, representation_id, position, text)
      select ${id}, r.id, n, 'Ask ' || n from representations r, generate_series(1, 10) n where r.body_id = ${bodyId}`
    await tx`
      insert into ask_passages (lio_id, ask_id, passage_id)
      select ${id}, a.id, p.id from asks a join representations r on r.id = a.representation_id join responses s on s.consultation_id = r.consultation_id
        join passages p on p.response_id = s.id where abs(hashtext(p.id::text || a.id::text)) % 10 = 0`
    await tx`insert into needs (lio_id, title) select ${id}, 'Need ' || n from generate_series(1, 60) n`
    await tx`insert into need_asks (lio_id, need_id, ask_id) select ${id}, n.id, a.id from needs n join lateral (select id from asks order by id limit 5) a on true`
    await tx`
      insert into need_evidence (lio_id, need_id, response_id)
      select ${id}, n.id, r.id from needs n join lateral (select id from responses where abs(hashtext(id::text || n.id::text)) % 60 = 0 limit 100) r on true`
    return bodyId
  })
}

/** How long the brief of a body with 200 asks and 5,000 answers behind them takes to gather and to read: the middle of nine, in milliseconds. */
export async function timeBriefs(sql: Sql) {
  const bodyId = await makeAsks(sql)
  const as = <T>(work: Parameters<typeof asPerson<T>>[2]) =>
    asPerson("bench", { email: "bench@bench.example" }, work)
  const board = await as((ctx) =>
    openBoard(ctx, openBoardInput.parse({ name: "Bench Board", bodyIds: [bodyId] })),
  )
  const on = daysAfter(dayOf(new Date()), 7)
  const meeting = await as((ctx) => planMeeting(ctx, planMeetingInput.parse({ boardId: board.id, on })))
  const times: number[] = []
  for (let turn = 0; turn < TRIES; turn++) {
    const begun = performance.now()
    await as((ctx) => makeBrief(ctx, { meetingId: meeting.id }))
    await as((ctx) => getBrief(ctx, meeting.id))
    times.push(performance.now() - begun)
  }
  return times.toSorted((one, other) => one - other)[Math.floor(TRIES / 2)] ?? Number.NaN
}
