import "server-only"
import { sql } from "drizzle-orm"
import { FUNCTIONS } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { answeredOf, askedOf } from "../../consultations/counted"
import { daysAfter, monthsBefore } from "../../days"
import { ensure, found } from "../../errors"
import { maySeeStaffHome } from "../policy"

/** After how many months without contact a member counts as not heard. */
const QUIET_MONTHS = 6
const DAYS_AHEAD = 30
const guard = (ctx: Ctx) => ensure(maySeeStaffHome(ctx.actor), "This page is for staff.")

/** Something with a last day. `asked` and `answered` count groups, for consultations. */
export type Deadline =
  | { kind: "closes"; id: string; title: string; on: string; asked: number; answered: number }
  | { kind: "reply"; id: string; title: string; on: string; body: string }

/** Consultations that close within 30 days, and representations whose reply is due by then or late; soonest first. */
export async function listDeadlines(ctx: Ctx): Promise<Deadline[]> {
  guard(ctx)
  const until = daysAfter(ctx.today, DAYS_AHEAD)
  const [closing, waiting] = await Promise.all([
    ctx.tx.execute<{ id: string; title: string; on: string; asked: number; answered: number }>(sql`
      select c.id, c.title, to_char(c.closes_at at time zone ${ctx.lio.timezone}, 'YYYY-MM-DD') as "on",
        ${askedOf(sql`c.id`)} as asked, ${answeredOf(sql`c.id`)} as answered
      from consultations c
      where c.opened_at is not null and c.closed_at is null and c.closes_at > ${ctx.now.toISOString()}::timestamptz
        and c.closes_at < (${until}::date + 1)
      order by c.closes_at limit 10`),
    ctx.tx.execute<{ id: string; title: string; on: string; body: string }>(sql`
      select r.id, r.title, to_char(r.reply_due_on, 'YYYY-MM-DD') as "on", g.name as body
      from representations r join groups g on g.id = r.body_id
      where r.sent_on is not null and r.replied_on is null and r.closed_at is null and r.reply_due_on <= ${until}::date
      order by r.reply_due_on limit 10`),
  ])
  const all: Deadline[] = [
    ...closing.map((row) => ({ kind: "closes" as const, ...row })),
    ...waiting.map((row) => ({ kind: "reply" as const, ...row })),
  ]
  return all.sort((one, other) => one.on.localeCompare(other.on))
}

/** Who has not been heard: groups asked in open consultations that have not answered, and members without contact. */
export async function countUnheard(ctx: Ctx) {
  guard(ctx)
  const quietSince = monthsBefore(ctx.today, QUIET_MONTHS)
  const [row] = await ctx.tx.execute<{
    silent: number
    quiet: number
    members: number
    consultations: number
    consultationId: string | null
  }>(sql`
    with waiting as (
      select i.group_id, i.consultation_id from invitations i join consultations c on c.id = i.consultation_id
      left join counted_answers a on a.consultation_id = i.consultation_id and a.group_id = i.group_id
      where c.opened_at is not null and c.closed_at is null
        and (c.closes_at is null or c.closes_at > ${ctx.now.toISOString()}::timestamptz)
        and i.declined_at is null and a.response_id is null
    ), members as (
      select last_contact_on from groups where stage = 'member' and removed_at is null
    )
    select (select count(distinct group_id) from waiting)::int as silent,
      (select count(distinct consultation_id) from waiting)::int as consultations,
      (select min(consultation_id::text) from waiting) as "consultationId",
      (select count(*) from members where last_contact_on is null or last_contact_on <= ${quietSince}::date)::int as quiet,
      (select count(*) from members)::int as members`)
  return found(row)
}

/** Sessions and minutes of this month for each of the five functions. A session with several groups counts once. */
export async function sumMonth(ctx: Ctx) {
  guard(ctx)
  const from = `${ctx.today.slice(0, 7)}-01`
  const rows = await ctx.tx.execute<{
    function: keyof typeof FUNCTIONS
    sessions: number
    minutes: number
  }>(sql`
    select s.function, count(*)::int as sessions, sum(s.minutes)::int as minutes
    from sessions s where s."on" >= ${from}::date and s."on" <= ${ctx.today}::date and s.undone_at is null
    group by s.function`)
  const functions = (Object.keys(FUNCTIONS) as (keyof typeof FUNCTIONS)[]).map((name) => {
    const row = rows.find((one) => one.function === name)
    return { name, label: FUNCTIONS[name], sessions: row?.sessions ?? 0, minutes: row?.minutes ?? 0 }
  })
  return { from, functions }
}

/** Which of the first five things of a new LIO are done. */
export async function getChecklist(ctx: Ctx) {
  guard(ctx)
  const [row] = await ctx.tx.execute<{
    described: boolean
    groups: boolean
    team: boolean
    session: boolean
    asked: boolean
  }>(sql`
    select (select l.about is not null and l.about <> '' from lios l where l.id = ${ctx.lio.id}) as described,
      exists (select from groups where removed_at is null) as groups,
      (select count(*) > 1 from staff where ended_at is null) as team,
      exists (select from sessions) as session,
      exists (select from networks) or exists (select from consultations) as asked`)
  return found(row)
}
export type Checklist = Awaited<ReturnType<typeof getChecklist>>
