import { sql as query } from "drizzle-orm"
import type postgres from "postgres"
import type { Ctx } from "@/lib/access/ctx"
import { asPerson } from "@/lib/access/doors"
import { listTimeline } from "@/lib/groups/timeline/queries"
import { getWork } from "@/lib/reports/work/queries"
import { recordSession } from "@/lib/sessions/commands"
import { recordSessionInput } from "@/lib/sessions/input"

/** Five years of work with so many groups. */
const DAYS = 1_825
const GROUPS = 5_000

/**
 * Writes so many sessions of an LIO over five years, each with one of its groups and its line in the history. The triggers
 * that keep the search are off meanwhile: words are no part of what is measured here.
 */
export async function makeSessions(sql: postgres.Sql, lio: string, number: number): Promise<void> {
  const tables = ["sessions", "session_groups", "events"]
  for (const table of tables) await sql`alter table ${sql(table)} disable trigger user`
  await sql.begin(async (tx) => {
    await tx`select set_config('app.lio_id', (select id::text from lios where slug = ${lio}), true), set_config('app.audiences', '{*}', true)`
    await tx`create temporary table its on commit drop as
      select row_number() over (order by name) as n, id from groups order by name limit ${GROUPS}`
    await tx`create temporary table made on commit drop as
      select gen_random_uuid() as id, current_date - (n % ${DAYS}::int) as "on", 15 + n % 76 as minutes,
        (array['development', 'support', 'liaison', 'representation', 'partnership'])[1 + n % 5] as function,
        (select g.id from its g where g.n = 1 + x.n % (select count(*) from its)) as group_id
      from generate_series(1, ${number}::int) x(n)`
    await tx`insert into sessions (lio_id, id, "on", minutes, kind, function, note, by_person_id)
      select l.id, m.id, m."on", m.minutes, 'phone', m.function, 'A call', (select person_id from staff s where s.lio_id = l.id limit 1)
      from made m, lios l where l.slug = ${lio}`
    await tx`insert into session_groups (lio_id, session_id, group_id) select l.id, m.id, m.group_id from made m, lios l where l.slug = ${lio}`
    await tx`insert into events (lio_id, at, what, summary, subject_kind, subject_id, group_id, actor_name, audience, via)
      select l.id, m."on" + time '12:00', 'session.recorded', 'Phone call', 'session', m.id, m.group_id, 'Bench', 'staff', 'page'
      from made m, lios l where l.slug = ${lio}`
  })
  for (const table of tables) {
    await sql`alter table ${sql(table)} enable trigger user`
    await sql`analyze ${sql(table)}`
  }
}

const middle = (times: number[]) =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0
async function timed(rounds: number, work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now()
    await work()
    times.push(performance.now() - begun)
  }
  return times
}

/** Milliseconds of recording a session, of a group's timeline and of a month's report, and of bare SQL for that month. */
export async function timeSessions(sql: postgres.Sql, lio: string, email: string) {
  const as = <T>(work: (ctx: Ctx) => Promise<T>) => asPerson(lio, { email }, work)
  const [group] = await as((ctx) =>
    ctx.tx.execute<{ id: string }>(query`select group_id as id from session_groups limit 1`),
  )
  const id = group?.id ?? ""
  const said = recordSessionInput.parse({ groupIds: [id], kind: "phone", note: "One more call" })
  const recording = await timed(60, () => as((ctx) => recordSession(ctx, said)))
  const timeline = await timed(30, () => as((ctx) => listTimeline(ctx, id, {})))
  const day = new Date(Date.now() - 90 * 86_400_000).toISOString()
  const [from, to] = [`${day.slice(0, 8)}01`, `${day.slice(0, 8)}28`]
  const month = await timed(9, () => as((ctx) => getWork(ctx, { from, to })))
  const bare: number[] = []
  await sql.begin(async (tx) => {
    await tx`select set_config('app.lio_id', (select id::text from lios where slug = ${lio}), true), set_config('app.audiences', '{*}', true)`
    const counted = () => tx`
      select function, count(*), sum(minutes) from sessions
      where undone_at is null and "on" between ${from}::date and ${to}::date group by function`
    if ((await counted()).length === 0)
      throw new Error("There are no sessions in the month that is measured.")
    bare.push(...(await timed(9, counted)))
  })
  const late = recording.toSorted((one, other) => one - other)[56] ?? 999
  return {
    recording: middle(recording),
    late,
    timeline: middle(timeline),
    month: middle(month),
    bare: middle(bare),
  }
}
