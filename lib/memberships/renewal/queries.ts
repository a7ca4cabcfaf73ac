import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { asLink } from "../../access/doors"
import { isHeld } from "../../access/may"
import { SignedOut } from "../../errors"
import { statusOn } from "../../membership-status/period"
import { membershipStatuses } from "../../membership-status/queries"
import { say } from "../../words"
import { getWaiting, listPeriods, renewable } from "../queries"

/** A membership that a letter is due for. */
export type Due = {
  membershipId: string
  groupId: string
  group: string
  typeName: string
  endsOn: string
  graceDays: number
  feePence: number | null
  period: "rolling" | "fixed" | "open"
  months: number
  yearStarts: string | null
  rollsOver: string | null
  step: "before" | "grace"
}

/** Memberships that end soon or are in grace, whose letter of this step did not go yet, and which nobody has seen to. */
export async function listDue(ctx: Ctx): Promise<Due[]> {
  const rows = await ctx.tx.execute<Due>(sql`
    select d.* from (
      select s.id as "membershipId", g.id as "groupId", g.name as "group", t.name as "typeName", s.ends_on::text as "endsOn",
        t.grace_days as "graceDays", t.fee_pence as "feePence", t.period, t.months, t.year_starts as "yearStarts", t.rolls_over as "rollsOver",
        case s.state when 'ending' then 'before' else 'grace' end as step
      from (${membershipStatuses(ctx)}) s
      join membership_types t on t.id = s.type_id and t.retired_at is null
      join groups g on g.id = s.group_id and g.removed_at is null and g.stage <> 'closed'
      where s.state in ('ending', 'grace')
        and not exists (select from membership_requests r where r.group_id = s.group_id and r.decided_at is null)
        and not exists (select from memberships n where n.group_id = s.group_id and n.starts_on > s.ends_on and n.cancelled_on is null)
    ) d
    where not exists (select from membership_chases c where c.membership_id = d."membershipId" and c.step = d.step)
    order by d."endsOn", d."group"`)
  return [...rows]
}

/** Somebody who looks after a group's membership: a lead, or its main contact. */
export type Keeper = {
  groupId: string
  personId: string
  name: string
  email: string | null
  stopped: boolean
  suppressed: boolean
}

/** Who looks after the membership of these groups, and whether they may be written to. */
export async function listKeepers(ctx: Ctx, groupIds: string[]): Promise<Keeper[]> {
  const ids = sql.param(groupIds)
  const rows = await ctx.tx.execute<Keeper>(sql`
    select k.group_id as "groupId", p.id as "personId", p.name, p.email,
      coalesce('membership' = any (f.stopped), false) as stopped, x.email is not null as suppressed
    from (
      select r.group_id, r.person_id from roles r where r.group_id = any (${ids}::uuid[]) and r.speaks = 'lead'
        and ${isHeld(ctx)}
      union
      select g.id, g.main_contact_id from groups g where g.id = any (${ids}::uuid[]) and g.main_contact_id is not null
    ) k
    join people p on p.id = k.person_id and p.left_at is null
    left join preferences f on f.person_id = p.id
    left join suppressions x on x.email = p.email
    order by k.group_id, p.name`)
  return [...rows]
}

const ranOut = () => new SignedOut(say("This link has expired."))

/** What the link of a renewal letter opens: one membership, and who holds the link. Refused once they look after it no more. */
async function readRenewal(ctx: Ctx, membershipId: string, personId: string) {
  const [row] = await ctx.tx.execute<{ groupId: string; group: string }>(sql`
    select g.id as "groupId", g.name as "group" from memberships m
    join groups g on g.id = m.group_id and g.removed_at is null and g.stage <> 'closed' where m.id = ${membershipId}`)
  if (!row) throw ranOut()
  const keeper = (await listKeepers(ctx, [row.groupId])).find((one) => one.personId === personId)
  if (!keeper) throw ranOut()
  const [periods, waiting] = await Promise.all([listPeriods(ctx, row.groupId), getWaiting(ctx, row.groupId)])
  const standing = statusOn(ctx.today, periods)
  const later = periods.find(({ state }) => state === "future")
  if (!standing) throw ranOut()
  const { period } = standing
  // The link is for this period: once another speaks for the group, it has been renewed.
  const renewed = later ?? (period.id === membershipId ? null : period)
  return {
    ...row,
    lio: ctx.lio,
    membershipId,
    person: keeper.name,
    personId,
    state: standing.state,
    type: period.type,
    endsOn: period.endsOn,
    waiting,
    renewed: renewed && { endsOn: renewed.endsOn, feePence: renewed.feePence },
    next: renewed ? null : renewable(ctx, periods, period),
  }
}
export type Renewal = Awaited<ReturnType<typeof readRenewal>>

async function groupOfMembership(tx: Ctx["tx"], id: string) {
  const [row] = await tx.execute<{ groupId: string }>(
    sql`select group_id as "groupId" from memberships where id = ${id}`,
  )
  return row?.groupId ?? null
}

/** Opens the door for whoever holds the link of a renewal letter, to that one membership. */
export function byRenewalLink<T>(
  { lio, key, now }: { lio: string; key: string; now?: Date },
  work: (ctx: Ctx, renewal: Renewal) => Promise<T>,
): Promise<T> {
  return asLink(
    { lio, purpose: "renewal", key, groupOf: groupOfMembership },
    async (ctx, { about, holder }) => {
      if (!about || !holder) throw ranOut()
      return work(ctx, await readRenewal(ctx, about, holder.personId))
    },
    { now },
  )
}
