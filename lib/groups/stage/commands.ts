import "server-only"
import { sql } from "drizzle-orm"
import { MEMBERSHIP_STANDINGS, STAGES } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { RuleBroken } from "../../errors"
import { record, recordMany } from "../../journal/commands"
import { COUNTS } from "../../membership-status/period"
import { hasTypes, listMembershipStatuses, membershipStatuses } from "../../membership-status/queries"
import { say } from "../../words"

/** A stage of a group by its word. */
export type Stage = keyof typeof STAGES
type Kept = { id: string; from: Stage; to: Stage; reason: string | null; version: number }

/**
 * Keeps the stage of groups true to their memberships: while one counts, its type's standing; when none does any more,
 * not a member. Groups that never had one, and closed ones, are left alone. Without ids: every group of the LIO.
 */
export async function keepStages(ctx: Ctx, groupIds?: string[]): Promise<number> {
  const of = groupIds ? sql`m.group_id = any (${sql.param(groupIds)}::uuid[])` : undefined
  const rows = await ctx.tx.execute<Kept>(sql`
    with due as (
      select g.id, g.stage as was, g.stage_reason as reason, case when s.state in ('current', 'ending', 'grace') then s.standing
        when g.stage in ('member', 'affiliate') then 'not_member' else g.stage end as stage
      from (${membershipStatuses(ctx, of)}) s join groups g on g.id = s.group_id
      where g.stage <> 'closed' and g.removed_at is null)
    update groups g set stage = due.stage, stage_since = ${ctx.today}::date, stage_reason = null, version = g.version + 1,
      updated_at = ${ctx.now.toISOString()}::timestamptz
    from due where due.id = g.id and due.stage <> g.stage
    returning g.id, due.was as "from", due.reason, g.stage as "to", g.version`)
  for (const to of new Set(rows.map((row) => row.to))) {
    await recordMany(ctx, {
      what: "group.changed",
      summary: say("{stages} now, because of its membership", { stages: STAGES[to] }),
      groups: rows
        .filter((row) => row.to === to)
        .map(({ id, from, reason, version }) => ({
          groupId: id,
          from: { stage: from, ...(reason ? { stageReason: reason } : {}) },
          to: { stage: to, ...(reason ? { stageReason: null } : {}), version },
        })),
    })
  }
  return rows.length
}

/** Keeps from which day these groups are members, by memberships that were begun, where no day is known. */
export async function keepJoined(ctx: Ctx, membershipIds: string[]) {
  await ctx.tx.execute(sql`
    update groups g set joined_on = m.starts_on from memberships m
    where m.id = any (${sql.param(membershipIds)}::uuid[]) and g.id = m.group_id and g.joined_on is null`)
}

/**
 * Gives a group back what its first membership made of it, when that is taken back: its stage, and that no day of joining
 * was known. `begunAt`: when the membership was written down. A group that has another membership is left alone.
 */
export async function restoreStage(
  ctx: Ctx,
  { groupId, begunAt, startsOn }: { groupId: string; begunAt: Date; startsOn: string | null },
) {
  const without = sql`g.id = ${groupId} and not exists (select from memberships m where m.group_id = g.id)`
  const told = (field: string) => sql`e.subject_kind = 'group' and e.subject_id = g.id and e."to" ? ${field}`
  await ctx.tx.execute(sql`
    update groups g set joined_on = null
    where ${without} and g.joined_on = ${startsOn}::date and not exists (select from events e where ${told("joinedOn")})`)
  const [row] = await ctx.tx.execute<Kept>(sql`
    with due as (
      select g.id, g.stage as was, coalesce(e."from" ->> 'stage', 'not_member') as stage, e."from" ->> 'stageReason' as reason
      from groups g
      left join events e on ${told("stage")} and e.what = 'group.changed' and e.at = ${begunAt.toISOString()}::timestamptz
      where ${without} and g.stage in ('member', 'affiliate') limit 1)
    update groups g set stage = due.stage, stage_since = ${ctx.today}::date, stage_reason = due.reason,
      version = g.version + 1, updated_at = ${ctx.now.toISOString()}::timestamptz
    from due where due.id = g.id
    returning g.id, due.was as "from", due.reason, g.stage as "to", g.version`)
  if (!row) return
  await record(ctx, {
    what: "group.changed",
    subject: ["group", groupId],
    groupIds: [groupId],
    summary: say("{stage} again, because its membership was undone", { stage: STAGES[row.to] }),
    from: { stage: row.from },
    to: { stage: row.to, version: row.version },
  })
}

/** Whether a stage follows from a membership: member, affiliate. */
export const followsMembership = (stage: Stage) => stage in MEMBERSHIP_STANDINGS

/** Holds a typed stage against memberships: member and affiliate follow from them, once the LIO has kinds of membership. */
export async function checkTypedStage(ctx: Ctx, stage: Stage, groupId?: string) {
  if (followsMembership(stage) && (await hasTypes(ctx)))
    throw new RuleBroken(
      say(
        "Whether a group is a member follows from its membership. Begin one on the group’s page “Membership”.",
      ),
      "stage",
    )
  const [standing] = groupId ? await listMembershipStatuses(ctx, [groupId]) : []
  if (standing && COUNTS.has(standing.state) && !followsMembership(stage) && stage !== "closed")
    throw new RuleBroken(
      say("This group has a membership that counts. End it first, on the group’s page “Membership”."),
      "stage",
    )
}
