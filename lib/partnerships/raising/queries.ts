import "server-only"
import { sql } from "drizzle-orm"
import type { RAISED_STATES } from "@/db/vocabulary"
import { type Ctx, personOf } from "../../access/ctx"
import { groupIdsOf, isStaff } from "../../access/may"
import type { Meeting } from "../meetings/queries"

/** What a group wants to have raised. `yours`: of a group that the asker speaks for. */
export type Raised = {
  id: string
  groupId: string
  group: string
  words: string
  askedBy: string | null
  askedAt: Date
  state: keyof typeof RAISED_STATES
  reply: string | null
  yours: boolean
}

/** What groups want to have raised at a meeting: staff and representatives read all of it, a group its own. */
export async function listRaised(ctx: Ctx, meetingId: string): Promise<Raised[]> {
  const mine = groupIdsOf(ctx)
  const rows = await ctx.tx.execute<Omit<Raised, "askedAt" | "yours"> & { askedAt: string }>(sql`
    select q.id, q.group_id as "groupId", g.name as "group", q.words, p.name as "askedBy", q.asked_at as "askedAt", q.state, q.reply
    from raised_questions q join groups g on g.id = q.group_id left join people p on p.id = q.asked_by
    where q.meeting_id = ${meetingId} order by q.asked_at, q.id`)
  return rows.map((row) => ({ ...row, askedAt: new Date(row.askedAt), yours: mine.includes(row.groupId) }))
}

/**
 * The groups for which the asker may say what should be raised at a meeting: those in the networks that the board is asked
 * for; any of theirs where it has no network.
 */
export async function listGroupsToRaise(ctx: Ctx, { networks }: Pick<Meeting, "networks">) {
  const person = personOf(ctx.actor)
  if (!person || isStaff(ctx.actor)) return []
  if (networks.length === 0) return person.groups
  const rows = await ctx.tx.execute<{ id: string }>(sql`
    select distinct j.group_id as id from network_groups j
    where j.network_id = any (${sql.param(networks.map(({ id }) => id))}::uuid[]) and j.joined_at is not null and j.left_at is null
      and j.group_id = any (${sql.param(groupIdsOf(ctx))}::uuid[])`)
  const inside = new Set(rows.map(({ id }) => id))
  return person.groups.filter(({ id }) => inside.has(id))
}

/** Meetings for which groups are being asked just now what to raise, as far as the asker’s groups are among them; the next first. */
export async function listMeetingsToRaise(ctx: Ctx): Promise<{ id: string; board: string; on: string }[]> {
  const groups = sql`any (${sql.param(groupIdsOf(ctx))}::uuid[])`
  const rows = await ctx.tx.execute<{ id: string; board: string; on: string }>(sql`
    select m.id, b.name as board, d.on_day::text as "on" from board_meetings m join boards b on b.id = m.board_id
      join calendar_dates d on d.id = m.id join calendar_occurrences o on o.date_id = d.id
    where m.asked_at is not null and d.cancelled_at is null and o.starts_at > ${ctx.now.toISOString()}::timestamptz
      and not exists (select from raised_questions q where q.meeting_id = m.id and q.group_id = ${groups})
      and (not exists (select from board_networks bn where bn.board_id = b.id) or exists (
        select from board_networks bn join network_groups j on j.network_id = bn.network_id and j.joined_at is not null and j.left_at is null
        where bn.board_id = b.id and j.group_id = ${groups}))
    order by o.starts_at, m.id limit 10`)
  return [...rows]
}
