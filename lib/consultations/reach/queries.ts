import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { isHeld } from "../../access/may"
import { ensure } from "../../errors"
import { say } from "../../words"
import { shownOf } from "../counted"
import { listSpokespeople, type Spokesperson } from "../invitations/queries"
import { maySeeAll } from "../policy"
import { countHeard, type FrozenGroup, readFrozen } from "../results/queries"
import { DIMENSIONS, type Dimension, type Facts, grainOf, listFacts, segmentsOf } from "../segments/queries"

/** Where a group stands: it signed an answer off, has nothing to say, is drafting, or has not begun. */
export type Standing = "answered" | "nothing" | "drafting" | "waiting"

/** A group that was asked. Of a draft only how much is answered is known, never what. */
export type Reached = {
  groupId: string
  group: string
  standing: Standing
  /** Questions with an answer, of a draft or of what was sent; the words stay with the group. */
  answered: number
  questions: number
  onBehalf: boolean
  /** Somebody of the group has had a question before them. */
  opened: boolean
  /** Somebody told the lead that it is ready. */
  ready: boolean
  /** Who to ring: somebody who leads it, else its main contact, and their telephone or the group’s. */
  contact: string | null
  phone: string | null
  /** The last day on which staff rang them since they were asked. */
  rungOn: string | null
  email: string | null
  /** By whom it can be asked by email (`listSpokespeople`); null when by nobody. */
  by: Spokesperson["by"] | null
  remindedAt: Date | null
  /** When a reminder goes that was asked for at night. */
  reminderDueAt: Date | null
}

/** A segment of those who were asked, with how many of it answered. */
export type ReachRow = { segment: string; asked: number; answered: number; drafting: number }

type Raw = Omit<Reached, "remindedAt" | "reminderDueAt" | "by"> & {
  remindedAt: string | null
  reminderDueAt: string | null
}

/** Everybody who was asked, by name, as it stands now. */
export async function listReached(ctx: Ctx, id: string): Promise<Reached[]> {
  const rows = await ctx.tx.execute<Raw>(sql`
    select g.id as "groupId", g.name as "group", i.reminded_at as "remindedAt", i.reminder_due_at as "reminderDueAt",
      case when c.response_id is not null then 'answered' when i.declined_at is not null then 'nothing'
        when q.answered > 0 then 'drafting' else 'waiting' end as standing,
      q.answered, q.n as questions, coalesce(c.on_behalf, r.on_behalf, false) as "onBehalf",
      r.ready_at is not null as ready, i.opened_at is not null as opened,
      p.name as contact, coalesce(p.phone, g.phone) as phone, coalesce(p.email, g.email) as email,
      (select max(s.on) from sessions s join session_groups sg on sg.session_id = s.id
        where sg.group_id = g.id and s.kind = 'phone' and s.undone_at is null and s.on >= (i.invited_at at time zone ${ctx.lio.timezone})::date)::text as "rungOn"
    from invitations i
    join groups g on g.id = i.group_id
    left join lateral (
      select k.name, k.phone, k.email from (
        select ro.person_id, 0 as rank from roles ro
          where ro.group_id = g.id and ro.speaks = 'lead' and ${isHeld(ctx, sql`ro`)}
        union all select g.main_contact_id, 1
      ) may join people k on k.id = may.person_id and k.left_at is null
      order by (k.phone is null), may.rank, k.name limit 1
    ) p on true
    left join counted_answers c on c.consultation_id = i.consultation_id and c.group_id = i.group_id
    left join responses r on r.consultation_id = i.consultation_id and r.group_id = i.group_id
    cross join lateral (select count(*)::int as n, count(a.*)::int as answered from ${shownOf(sql`r`, sql`${id}::uuid`)} s
      left join answers a on a.response_id = r.id and a.question_id = s.id and a.value <> '{}'::jsonb) q
    where i.consultation_id = ${id}::uuid
    order by g.name, g.id`)
  const spokespeople = await listSpokespeople(
    ctx,
    rows.map(({ groupId }) => groupId),
    "consultations",
  )
  const by = new Map(spokespeople.toReversed().map((spokesperson) => [spokesperson.groupId, spokesperson.by]))
  return rows.map((row) => ({
    ...row,
    remindedAt: row.remindedAt ? new Date(row.remindedAt) : null,
    reminderDueAt: row.reminderDueAt && !row.remindedAt ? new Date(row.reminderDueAt) : null,
    by: by.get(row.groupId) ?? null,
  }))
}

/** Where each group stood when it closed, with whom to ring there today. */
function asItClosed(frozen: FrozenGroup[], now: Reached[]): Reached[] {
  const today = new Map(now.map((one) => [one.groupId, one]))
  return frozen.map(({ groupId, group, standing }) => {
    const current = today.get(groupId)
    return current
      ? { ...current, standing }
      : {
          groupId,
          group,
          standing,
          answered: 0,
          questions: 0,
          onBehalf: false,
          opened: false,
          ready: false,
          contact: null,
          phone: null,
          rungOn: null,
          email: null,
          by: null,
          remindedAt: null,
          reminderDueAt: null,
        }
  })
}

const isSilent = ({ standing }: Reached) => standing === "drafting" || standing === "waiting"

/** Who was asked and who was heard, as a whole and by size, area, theme and sector. For staff. Drafts are no answers. */
export async function getReach(ctx: Ctx, id: string) {
  ensure(maySeeAll(ctx.actor), say("Only staff can see who has answered."))
  const [frozen, now, heard] = await Promise.all([
    readFrozen(ctx, id),
    listReached(ctx, id),
    countHeard(ctx, id),
  ])
  const reached = frozen ? asItClosed(frozen.content.groups, now) : now
  const facts: Map<string, Facts> = frozen
    ? new Map(frozen.content.groups.map((one) => [one.groupId, one.facts]))
    : await listFacts(
        ctx,
        reached.map(({ groupId }) => groupId),
        await grainOf(ctx, id),
      )
  const count = (standing: Standing) => reached.filter((one) => one.standing === standing).length
  const rowsOf = (dimension: Dimension): ReachRow[] =>
    segmentsOf(facts.values(), dimension).map((segment) => {
      const within = reached.filter(({ groupId }) => facts.get(groupId)?.[dimension].includes(segment))
      return {
        segment,
        asked: within.length,
        answered: within.filter(({ standing }) => standing === "answered").length,
        drafting: within.filter(({ standing }) => standing === "drafting").length,
      }
    })
  return {
    ...heard,
    drafting: count("drafting"),
    waiting: count("waiting"),
    /** Of those that haven’t begun, how many have looked at it. */
    opened: reached.filter(({ standing, opened }) => standing === "waiting" && opened).length,
    reminded: reached.filter(({ remindedAt }) => remindedAt).length,
    toRemind: reached.filter((one) => isSilent(one) && !one.remindedAt && !one.reminderDueAt && one.by)
      .length,
    /** Not heard, and nobody can be emailed. */
    toRing: reached.filter((one) => isSilent(one) && !one.by).length,
    groups: reached,
    by: (Object.keys(DIMENSIONS) as Dimension[]).map((dimension) => ({
      dimension,
      label: DIMENSIONS[dimension],
      rows: rowsOf(dimension),
    })),
  }
}
export type Reach = Awaited<ReturnType<typeof getReach>>
