import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import type { HeldPeriod } from "./told"

/** A period that a list is held against, with what says where it stands. */
export type KnownPeriod = HeldPeriod & {
  groupId: string
  cancelledOn: string | null
  graceDays: number
  renewalDays: number
  standing: "member" | "affiliate"
}

/** Every period of the groups' memberships, those that were ended early among them. */
export const listKnownPeriods = async (ctx: Ctx) => [
  ...(await ctx.tx.execute<KnownPeriod>(sql`
    select m.id, m.group_id as "groupId", m.starts_on::text as "startsOn", m.ends_on::text as "endsOn", m.paid_on::text as "paidOn",
      m.cancelled_on::text as "cancelledOn", t.grace_days as "graceDays", t.renewal_days as "renewalDays", t.standing
    from memberships m join membership_types t on t.id = m.type_id`)),
]
