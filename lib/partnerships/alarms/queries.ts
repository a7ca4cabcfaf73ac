import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { inOffice } from "../../access/may"
import { daysAfter, monthsBefore } from "../../days"
import { ensure } from "../../errors"
import { isUnderWay, waitsForCheck } from "../elections/queries"
import { mayKeepBoards, mayReadAllBoards } from "../policy"
import { isVacant } from "../queries"

/** A term that ends within so many days is told of. */
export const ENDING_DAYS = 90

/** Something about a board that staff should see to. `on`: since when, or when. */
export type Alarm = {
  kind:
    | "to_check"
    | "vacancy"
    | "being_chosen"
    | "term_ending"
    | "no_report"
    | "promise_overdue"
    | "not_declared"
  boardId: string
  board: string
  /** The seat, the person or the promise that it is about. */
  about: string
  on: string | null
  /** How many there are of it; null: it’s one thing. */
  many: number | null
  /** Its page, below the LIO's address. */
  path: string
}

/**
 * What staff should see to of all boards: nominations to check, seats that are vacant (or for which groups are choosing), terms that end soon or are past their end, boards of whose
 * last two meetings nobody has reported, promises whose day is past, and interests not declared for a year.
 */
export async function listAlarms(ctx: Ctx): Promise<Alarm[]> {
  ensure(mayReadAllBoards(ctx.actor) || mayKeepBoards(ctx.actor))
  const rows = await ctx.tx.execute<Alarm>(sql`
    select case when v.id is null then 'vacancy' else 'being_chosen' end as kind, b.id as "boardId", b.name as board, s.title as about,
      case when v.id is null then (select max(t.ended_on)::text from seat_terms t where t.seat_id = s.id and t.holds = 'representative')
        else (v.voting_until at time zone ${ctx.lio.timezone})::date::text end as "on",
      'partnerships/' || coalesce('elections/' || v.id, b.id || '/seats/' || s.id) as path, 1 as rank, null::int as many
    from seats s join boards b on b.id = s.board_id left join lateral (
      select e.id, e.voting_until from elections e join election_seats x on x.election_id = e.id
      where x.seat_id = s.id and ${isUnderWay} limit 1) v on true
    where ${isVacant(ctx)}
    union all
    select 'term_ending', b.id, b.name, p.name, t.ends_on::text, 'partnerships/' || b.id || '/seats/' || s.id, 2, null
    from seat_terms t join seats s on s.id = t.seat_id join boards b on b.id = s.board_id join people p on p.id = t.person_id
    where t.holds = 'representative' and t.ended_on is null and t.ends_on <= ${daysAfter(ctx.today, ENDING_DAYS)}::date and ${inOffice(ctx)}
    union all
    select 'no_report', b.id, b.name, '', max(m.day)::text, 'partnerships/' || b.id || '#meetings', 3, null
    from boards b join lateral (
      select d.on_day as day, exists (select from meeting_reports r where r.meeting_id = m.id and r.sent_at is not null) as reported
      from board_meetings m join calendar_dates d on d.id = m.id join calendar_occurrences o on o.date_id = d.id
      where m.board_id = b.id and d.cancelled_at is null and o.ends_at < ${ctx.now.toISOString()}::timestamptz order by o.starts_at desc limit 2) m on true
    where b.ended_on is null group by b.id, b.name having count(*) = 2 and not bool_or(m.reported)
    union all
    select 'promise_overdue', b.id, b.name, p.words, p.due_on::text, 'partnerships/' || b.id || '/promises/' || p.id, 4, null
    from board_promises p join boards b on b.id = p.board_id
    where p.due_on < ${ctx.today}::date and p.ending is null and not exists (select from ask_outcomes o where o.promise_id = p.reply_id)
      and not exists (select from ask_replies r join ask_replies later on later.ask_id = r.ask_id and later.reply <> 'acknowledged'
        and (later.entered_at, later.id) > (r.entered_at, r.id) where r.id = p.reply_id)
    union all
    select 'not_declared', b.id, b.name, p.name, max(d.declared_on)::text, 'partnerships/' || b.id || '#interests', 5, null
    from seat_terms t join seats s on s.id = t.seat_id join boards b on b.id = s.board_id join people p on p.id = t.person_id
      left join interest_declarations d on d.term_id = t.id
    where ${inOffice(ctx)} group by b.id, b.name, p.name, t.id
    having coalesce(max(d.declared_on), '-infinity'::date) <= ${monthsBefore(ctx.today, 12)}::date and min(t.starts_on) <= ${daysAfter(ctx.today, -30)}::date
    union all
    select 'to_check', b.id, b.name, e.title, null, 'partnerships/elections/' || e.id, 0, count(*)::int
    from nominations n join elections e on e.id = n.election_id join boards b on b.id = e.board_id
    where ${waitsForCheck} group by b.id, b.name, e.id, e.title
    order by rank, "on" nulls last, board, about`)
  return rows.map(({ kind, boardId, board, about, on, many, path }) => ({
    kind,
    boardId,
    board,
    about,
    on,
    many,
    path,
  }))
}
