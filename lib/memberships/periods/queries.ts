import "server-only"
import { and, isNull } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { groups } from "@/db/schema"
import type { STAGES } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { ensure, found, RuleBroken } from "../../errors"
import { getGroup } from "../../groups/queries"
import { COUNTS, periodAfter, periodFrom } from "../../membership-status/period"
import { formatDate, say } from "../../words"
import { mayKeepMemberships } from "../policy"
import { listPeriods, listPeriodsOf, listWaitingAmong, type Period, standingAmong } from "../queries"
import type { Type } from "../types/queries"

type Named = { id: string; name: string }
/** A group as it stands before its membership begins, goes on or is paid. */
export type Held = { group: Named; periods: Period[]; waiting: boolean }
/** A period that is to be written down. */
export type Plan = { group: Named; type: Type; startsOn: string; endsOn: string | null }

/** These groups in this order, each as it stands, if the asker may keep their memberships; NotFound when one is not there. */
export async function listHeld(ctx: Ctx, groupIds: string[]) {
  ensure(mayKeepMemberships(ctx.actor), say("Only workers and managers can change a membership."))
  const rows = await ctx.tx
    .select({ id: groups.id, name: groups.name, stage: groups.stage })
    .from(groups)
    .where(and(isOneOf(groups.id, groupIds), isNull(groups.removedAt)))
  const there = new Map(rows.map((group) => [group.id, group]))
  const periods = Map.groupBy(await listPeriodsOf(ctx, groupIds), ({ groupId }) => groupId)
  const waiting = await listWaitingAmong(ctx, groupIds)
  const gone = groupIds.find((id) => !there.has(id))
  if (gone) await getGroup(ctx, gone)
  return groupIds.map((id) => ({
    group: found(there.get(id)),
    periods: periods.get(id) ?? [],
    waiting: waiting.has(id),
  }))
}

/** The same of one group, whose own people renew it. Who may is settled before. */
export async function readHeld(ctx: Ctx, group: Named): Promise<Held> {
  const waiting = await listWaitingAmong(ctx, [group.id])
  return { group, periods: await listPeriods(ctx, group.id), waiting: waiting.has(group.id) }
}

/** A closed group has no membership: RuleBroken. */
export function ensureOpen({ stage }: { stage: keyof typeof STAGES }) {
  if (stage === "closed") throw new RuleBroken(say("This group has closed, so it can have no membership."))
}

/** A group that has asked gets an answer to its request, so that it hears of it. */
function ensureNotAsked({ waiting }: Held) {
  if (waiting)
    throw new RuleBroken(
      say("The group has asked already. Answer its request instead, so that it gets an email."),
    )
}

function offered(type: Type) {
  if (type.retiredAt)
    throw new RuleBroken(
      say("“{type}” is not offered any more. Choose another membership.", { type: type.name }),
      "typeId",
    )
  return type
}

/** The first period of a membership that begins; RuleBroken for a group that has one. */
export function planBeginning(ctx: Ctx, held: Held, type: Type, startsOn: string): Plan {
  const { group, periods } = held
  const standing = standingAmong(ctx, periods)
  if (standing && (COUNTS.has(standing.state) || standing.state === "future"))
    throw new RuleBroken(
      say("{group} has a membership already. Renew it, or end it first.", { group: group.name }),
    )
  ensureNotAsked(held)
  return { group, type: offered(type), ...periodFrom(type, startsOn) }
}

/** The period after the one that speaks for a group, of its kind or another; RuleBroken where there is nothing to renew. */
export function planRenewal(ctx: Ctx, held: Held, as?: Type): Plan {
  const { group, periods } = held
  const standing = standingAmong(ctx, periods)
  if (!standing) throw new RuleBroken(say("This group never had a membership. Begin one instead."))
  if (periods.some(({ state }) => state === "future"))
    throw new RuleBroken(say("It is renewed already: its next period has not begun yet."))
  if (COUNTS.has(standing.state) && standing.endsOn === null)
    throw new RuleBroken(say("This membership has no last day. It lasts until it’s ended."))
  ensureNotAsked(held)
  const type = offered(as ?? standing.type)
  return { group, type, ...periodAfter(type, standing, ctx.today) }
}

/** Whether a period can be paid on a day; RuleBroken where it cannot. */
export function ensurePayable(ctx: Ctx, { feePence, paidOn }: Period, on: string) {
  if (!feePence) throw new RuleBroken(say("There is no fee for this period."), "paidOn")
  if (paidOn)
    throw new RuleBroken(say("It was paid on {paidOn} already.", { paidOn: formatDate(paidOn) }), "paidOn")
  if (on > ctx.today)
    throw new RuleBroken(say("This day has not come yet. Enter the day of payment."), "paidOn")
}
