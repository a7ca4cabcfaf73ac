import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"

/** What is new of a board for groups: they are asked what to raise, a report can be read, or what they wanted raised has a reply. */
export type OfBoard = {
  kind: "reply" | "ask" | "report"
  meetingId: string
  board: string
  /** When the meeting is or was. */
  meetsAt: string
  /** What was replied, or what is needed from groups. */
  words: string | null
  /** The group that it is for; null: the groups of these networks, or all groups where there are none. */
  groupId: string | null
  networkIds: string[]
  at: string
}

/** What is new of boards since a moment, for everybody at once. A meeting that has begun is asked for no more. */
export async function gatherOfBoards(ctx: Ctx, since: Date): Promise<OfBoard[]> {
  const from = sql`${since.toISOString()}::timestamptz`
  const now = sql`${ctx.now.toISOString()}::timestamptz`
  const networks = sql`array(select bn.network_id from board_networks bn where bn.board_id = b.id)`
  const rows = await ctx.tx.execute<OfBoard>(sql`
    select 'reply' as kind, m.id as "meetingId", b.name as board, o.starts_at as "meetsAt", q.reply as words, q.group_id as "groupId",
      '{}'::uuid[] as "networkIds", q.replied_at as at, 1 as rank
    from raised_questions q join board_meetings m on m.id = q.meeting_id join boards b on b.id = m.board_id
      join calendar_occurrences o on o.date_id = m.id where q.replied_at > ${from} and q.replied_at <= ${now}
    union all
    select 'ask', m.id, b.name, o.starts_at, m.agenda, null, ${networks}, m.asked_at, 2
    from board_meetings m join boards b on b.id = m.board_id join calendar_dates d on d.id = m.id join calendar_occurrences o on o.date_id = m.id
    where m.asked_at > ${from} and m.asked_at <= ${now} and o.starts_at > ${now} and d.cancelled_at is null
    union all
    select 'report', m.id, b.name, o.starts_at, coalesce(r.decided, r.promised, r.said, r.needed), null, ${networks}, r.published_at, 3
    from meeting_reports r join board_meetings m on m.id = r.meeting_id join boards b on b.id = m.board_id
      join calendar_occurrences o on o.date_id = m.id where r.published_at > ${from} and r.published_at <= ${now}
    order by rank, "meetsAt", "meetingId"`)
  return [...rows]
}
