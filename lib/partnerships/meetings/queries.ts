import "server-only"
import { type SQL, sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { isStaff, sitsOn } from "../../access/may"
import { found } from "../../errors"
import { mayReadBoard } from "../policy"

/** A meeting in a list: when, and how far its brief and its report are. */
export type MeetingRow = {
  id: string
  boardId: string
  board: string
  startsAt: Date
  endsAt: Date
  allDay: boolean
  zone: string
  place: string | null
  cancelled: boolean
  questions: number
  brief: "none" | "gathered" | "sent"
  report: "none" | "draft" | "sent" | "given_back" | "published"
}

/** A report of a meeting that is so many days ago isn’t asked for any more. */
export const REPORT_DAYS = 30

type Row = Omit<MeetingRow, "startsAt" | "endsAt"> & { startsAt: string; endsAt: string }

const MEETING = sql`m.id, m.board_id as "boardId", b.name as board, o.starts_at as "startsAt", o.ends_at as "endsAt", d.at_time is null as "allDay",
  d.zone, d.place, (d.cancelled_at is not null) as cancelled,
  (select count(*)::int from raised_questions q where q.meeting_id = m.id) as questions,
  coalesce((select case when f.sent_at is null then 'gathered' else 'sent' end from meeting_briefs f where f.meeting_id = m.id), 'none') as brief,
  coalesce((select case when r.published_at is not null then 'published' when r.sent_at is not null then 'sent' when r.given_back is not null then 'given_back' else 'draft' end
    from meeting_reports r where r.meeting_id = m.id), 'none') as report`
const FROM = sql`board_meetings m join boards b on b.id = m.board_id join calendar_dates d on d.id = m.id join calendar_occurrences o on o.date_id = d.id`

const asMeeting = ({ startsAt, endsAt, ...row }: Row): MeetingRow => ({
  ...row,
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
})

/** The meetings of a board, or of all boards that the asker may read: those to come first, then the last ones. */
export async function listMeetings(
  ctx: Ctx,
  { boardId, boardIds, most = 12 }: { boardId?: string; boardIds?: string[]; most?: number } = {},
) {
  const which = boardId
    ? sql`m.board_id = ${boardId}`
    : boardIds
      ? sql`m.board_id = any (${sql.param(boardIds)}::uuid[])`
      : sql`true`
  const now = sql`${ctx.now.toISOString()}::timestamptz`
  const read = async (when: SQL, order: SQL) => {
    const rows = await ctx.tx.execute<Row>(
      sql`select ${MEETING} from ${FROM} where ${which} and ${when} order by ${order}, m.id limit ${most}::int`,
    )
    return rows.map(asMeeting)
  }
  const [coming, past] = await Promise.all([
    read(sql`o.ends_at > ${now}`, sql`o.starts_at`),
    read(sql`o.ends_at <= ${now}`, sql`o.starts_at desc`),
  ])
  return { coming, past }
}

/** Meetings of the boards on which the asker sits of which no report was sent yet, of the last month; the last first. */
export async function listToReport(ctx: Ctx): Promise<MeetingRow[]> {
  const boardIds =
    "seats" in ctx.actor
      ? ctx.actor.seats.flatMap(({ boardId, holds }) => (holds === "representative" ? [boardId] : []))
      : []
  if (boardIds.length === 0) return []
  const { past } = await listMeetings(ctx, { boardIds, most: 6 })
  const since = ctx.now.getTime() - REPORT_DAYS * 86_400_000
  const open = ["none", "draft", "given_back"]
  return past.filter((row) => open.includes(row.report) && !row.cancelled && row.endsAt.getTime() > since)
}

/** One meeting with its board, for whoever may read the board; `inside`: also what goes with it. */
export async function getMeeting(ctx: Ctx, id: string) {
  const [row] = await ctx.tx.execute<
    Row & {
      agenda: string | null
      on: string
      at: string | null
      minutes: number
      onlineLink: string | null
      cancelledReason: string | null
      askedAt: string | null
      networks: { id: string; name: string }[]
    }
  >(sql`
    select ${MEETING}, m.agenda, d.on_day::text as "on", d.at_time as "at", d.minutes, d.online_link as "onlineLink", d.cancelled_reason as "cancelledReason",
      m.asked_at as "askedAt",
      coalesce((select json_agg(json_build_object('id', n.id, 'name', n.name) order by n.name) from board_networks bn join networks n on n.id = bn.network_id
        where bn.board_id = b.id), '[]') as networks
    from ${FROM} where m.id = ${id}`)
  const { onlineLink, ...meeting } = found(row)
  const inside = mayReadBoard(ctx.actor, meeting.boardId)
  return {
    ...meeting,
    ...asMeeting(found(row)),
    onlineLink: inside ? onlineLink : null,
    inside,
    sits: sitsOn(ctx.actor, meeting.boardId),
    staff: isStaff(ctx.actor),
    over: new Date(meeting.endsAt) <= ctx.now,
    begun: new Date(meeting.startsAt) <= ctx.now,
  }
}
export type Meeting = Awaited<ReturnType<typeof getMeeting>>

/** Asks to the bodies of a board that are out, and those put at this meeting. For staff. */
export async function listAsksToPut(ctx: Ctx, { id, boardId }: { id: string; boardId: string }) {
  const rows = await ctx.tx.execute<{ id: string; text: string; paper: string; put: boolean }>(sql`
    select a.id, a.text, r.title as paper, exists (select from meeting_asks x where x.meeting_id = ${id} and x.ask_id = a.id) as put
    from asks a join representations r on r.id = a.representation_id
    where r.sent_on is not null and r.body_id in (select bb.body_id from board_bodies bb where bb.board_id = ${boardId})
      and (r.closed_at is null or exists (select from meeting_asks x where x.meeting_id = ${id} and x.ask_id = a.id))
    order by put desc, r.sent_on desc, a.position limit 200`)
  return [...rows]
}
