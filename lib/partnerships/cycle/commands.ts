import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { inOffice } from "../../access/may"
import { whenInWords } from "../../calendar/words"
import { daysAfter, monthsBefore } from "../../days"
import { type Letter, postAll } from "../../email/commands"
import { ensure } from "../../errors"
import { leaveForStaff } from "../../tasks/commands"
import { whereIs } from "../../tasks/words"
import { formatDate, say } from "../../words"
import { ENDING_DAYS } from "../alarms/queries"
import { makeBrief, sendBrief } from "../briefs/commands"
import { whereBrief } from "../briefs/words"
import { getMeeting, REPORT_DAYS } from "../meetings/queries"
import { listInOffice } from "../seats/queries"

/** Days before a meeting on which its brief is made, and on which it goes out if staff haven’t sent it. */
const BRIEF_DAYS = 7
const SEND_DAYS = 3
/** Days before a meeting on which its networks are asked what to raise, by their digest. */
const ASK_DAYS = 14
/** Days after a meeting on which a report that hasn’t come is asked for again. */
const REMIND_DAYS = 5

type Due = { id: string; boardId: string; board: string }

/** The meetings on a day between these two that aren’t cancelled and of which `what` is true. */
const meetingsBetween = (ctx: Ctx, from: string, to: string, what: ReturnType<typeof sql>) =>
  ctx.tx.execute<Due>(sql`
    select m.id, m.board_id as "boardId", b.name as board from board_meetings m join boards b on b.id = m.board_id join calendar_dates d on d.id = m.id
    where d.cancelled_at is null and b.ended_on is null and d.on_day between ${from}::date and ${to}::date and ${what} order by d.on_day, m.id limit 50`)

/** Whether a meeting, a row called `m`, isn’t over yet: one of today may be. */
const notOver = ({ now }: Ctx) =>
  sql`exists (select from calendar_occurrences o where o.date_id = m.id and o.ends_at > ${now.toISOString()}::timestamptz)`

/**
 * Two weeks before a meeting the networks of its board are asked what to raise: it stands in their next digest. A week before,
 * its brief is made for staff to look at; one that nobody has sent goes out by itself three days before.
 */
export async function prepareMeetings(ctx: Ctx): Promise<number> {
  ensure(ctx.actor.kind === "system")
  await ctx.tx.execute(sql`
    update board_meetings m set asked_at = ${ctx.now.toISOString()}::timestamptz from calendar_dates d, boards b
    where d.id = m.id and b.id = m.board_id and m.asked_at is null and d.cancelled_at is null and b.ended_on is null
      and d.on_day between ${ctx.today}::date and ${daysAfter(ctx.today, ASK_DAYS)}::date`)
  const ahead = await meetingsBetween(
    ctx,
    ctx.today,
    daysAfter(ctx.today, BRIEF_DAYS),
    sql`not exists (select from meeting_briefs f where f.meeting_id = m.id) and ${notOver(ctx)}`,
  )
  for (const { id } of ahead) await makeBrief(ctx, { meetingId: id })
  await leaveForStaff(
    ctx,
    ahead.map(({ id, board }) => ({
      what: say("The brief for {board} is ready: look at it and send it {where}", {
        ...{ board, where: whereBrief(id) },
      }),
    })),
  )
  const unsent = await meetingsBetween(
    ctx,
    ctx.today,
    daysAfter(ctx.today, SEND_DAYS),
    sql`exists (select from meeting_briefs f where f.meeting_id = m.id and f.sent_at is null)
      and exists (select from seat_terms t join seats s on s.id = t.seat_id where s.board_id = m.board_id and t.starts_on <= ${ctx.today}::date and t.ended_on is null)
      and ${notOver(ctx)}`,
  )
  for (const { id } of unsent) await sendBrief(ctx, { meetingId: id })
  return ahead.length + unsent.length
}

const reportLetters = async (ctx: Ctx, { id, boardId, board }: Due, again: boolean): Promise<Letter[]> => {
  const when = whenInWords(await getMeeting(ctx, id))
  const people = await listInOffice(ctx, boardId)
  return people
    .filter(({ holds }) => holds === "representative")
    .map(({ personId }) => ({
      letter: "board-report-asked" as const,
      stream: "service" as const,
      to: { personId },
      props: { board, when, again, url: `/${ctx.lio.slug}/board-meetings/${id}/report` },
    }))
}

/** Asks representatives the day after a meeting how it went, and once more when no report has come. */
export async function askForReports(ctx: Ctx): Promise<number> {
  ensure(ctx.actor.kind === "system")
  const none = sql`not exists (select from meeting_reports r where r.meeting_id = m.id and r.sent_at is not null)`
  const ended = (days: number) => daysAfter(ctx.today, -days)
  const first = await meetingsBetween(
    ctx,
    ended(REPORT_DAYS),
    ended(1),
    sql`m.report_asked_at is null and ${none}`,
  )
  const again = await meetingsBetween(
    ctx,
    ended(REPORT_DAYS),
    ended(REMIND_DAYS),
    sql`m.report_asked_at is not null and m.reminded_at is null and ${none}`,
  )
  const letters: Letter[] = []
  for (const due of first) letters.push(...(await reportLetters(ctx, due, false)))
  for (const due of again) letters.push(...(await reportLetters(ctx, due, true)))
  await postAll(ctx, letters)
  const now = sql`${ctx.now.toISOString()}::timestamptz`
  await ctx.tx.execute(sql`
    update board_meetings m set report_asked_at = coalesce(m.report_asked_at, ${now}),
      reminded_at = case when m.id = any (${sql.param(again.map(({ id }) => id))}::uuid[]) then ${now} else m.reminded_at end
    where m.id = any (${sql.param([...first, ...again].map(({ id }) => id))}::uuid[])`)
  return letters.length
}

/**
 * Asks whoever sits on a board to declare their interests for the year: a month after they began, and when a year is over since
 * they did; once for each time.
 */
export async function askToDeclare(ctx: Ctx): Promise<number> {
  ensure(ctx.actor.kind === "system")
  const now = sql`${ctx.now.toISOString()}::timestamptz`
  const lastYear = sql`${monthsBefore(ctx.today, 12)}::date`
  const asked = await ctx.tx.execute<{
    termId: string
    personId: string
    boardId: string
    board: string
    last: string | null
  }>(sql`
    update seat_terms t set asked_to_declare_at = ${now} from seats s, boards b, people p
    where s.id = t.seat_id and b.id = s.board_id and p.id = t.person_id and p.left_at is null and ${inOffice(ctx)}
      and t.starts_on <= ${daysAfter(ctx.today, -30)}::date
      and not exists (select from interest_declarations d where d.term_id = t.id and d.declared_on > ${lastYear})
      and (t.asked_to_declare_at is null or t.asked_to_declare_at <= ${now} - interval '11 months')
    returning t.id as "termId", t.person_id as "personId", b.id as "boardId", b.name as board,
      (select max(d.declared_on)::text from interest_declarations d where d.term_id = t.id) as last`)
  return postAll(
    ctx,
    asked.map(({ termId, personId, boardId, board, last }) => ({
      letter: "board-declare" as const,
      stream: "service" as const,
      to: { personId },
      props: {
        board,
        last: last ? formatDate(last) : null,
        url: `/${ctx.lio.slug}/representing/${boardId}/declare?term=${termId}`,
      },
    })),
  )
}

/** Tells staff, once each, of terms that end within three months and of promises whose day is past. */
export async function tellOfAlarms(ctx: Ctx): Promise<number> {
  ensure(ctx.actor.kind === "system")
  const now = sql`${ctx.now.toISOString()}::timestamptz`
  const terms = await ctx.tx.execute<{ name: string; board: string; on: string; path: string }>(sql`
    update seat_terms t set reminded_at = ${now} from seats s, boards b, people p
    where s.id = t.seat_id and b.id = s.board_id and p.id = t.person_id and t.reminded_at is null and t.holds = 'representative'
      and t.ended_on is null and t.ends_on <= ${daysAfter(ctx.today, ENDING_DAYS)}::date and s.ended_on is null
    returning p.name, b.name as board, t.ends_on::text as "on", 'partnerships/' || b.id || '/seats/' || s.id as path`)
  const promises = await ctx.tx.execute<{ words: string; board: string; on: string; path: string }>(sql`
    update board_promises p set reminded_at = ${now} from boards b
    where b.id = p.board_id and p.reminded_at is null and p.due_on < ${ctx.today}::date and p.ending is null
      and not exists (select from ask_outcomes o where o.promise_id = p.reply_id)
    returning p.words, b.name as board, p.due_on::text as "on", 'partnerships/' || b.id || '/promises/' || p.id as path`)
  await leaveForStaff(ctx, [
    ...terms.map(({ name, board, on, path }) => ({
      what: say("The term of {name} on {board} ends on {day}: plan who follows {where}", {
        ...{ name, board, day: formatDate(on), where: whereIs(path) },
      }),
    })),
    ...promises.map(({ words, board, on, path }) => ({
      what: say("Promised at {board} and due on {day}, so ask how it’s going: {promise} {where}", {
        ...{ board, day: formatDate(on), promise: words.slice(0, 200), where: whereIs(path) },
      }),
    })),
  ])
  return terms.length + promises.length
}
