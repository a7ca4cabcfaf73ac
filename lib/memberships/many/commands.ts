import "server-only"
import type { Ctx } from "../../access/ctx"
import { RuleBroken } from "../../errors"
import { beginMembership, payMembership, renewMembership } from "../commands"
import type { BeginMany, Many } from "../input"
import { listPeriods } from "../queries"
import { isUnpaid } from "../words"

/** How many groups it was done for, and why not for the others. */
export type Outcome = { done: number; left: { groupId: string; because: string }[] }

/** Does the same for each group; one for which it cannot be done is left alone, with the reason. */
async function forEach(groups: string[], work: (groupId: string) => Promise<unknown>): Promise<Outcome> {
  const outcome: Outcome = { done: 0, left: [] }
  for (const groupId of new Set(groups)) {
    try {
      await work(groupId)
      outcome.done += 1
    } catch (refusal) {
      if (!(refusal instanceof RuleBroken)) throw refusal
      outcome.left.push({ groupId, because: refusal.message })
    }
  }
  return outcome
}

/** The latest period of a group that is not paid was paid on this day. */
async function payLatest(ctx: Ctx, groupId: string, paidOn: string) {
  const due = (await listPeriods(ctx, groupId)).filter((one) => isUnpaid(one) && one.state !== "cancelled")
  const [latest] = due
  if (!latest) throw new RuleBroken("Nothing is owed.")
  await payMembership(ctx, { groupId, id: latest.id, paidOn })
}

/** Renews many memberships as they are, or says that their latest fee was paid. */
export const doForMany = (ctx: Ctx, { groups, what, paidOn }: Many): Promise<Outcome> =>
  forEach(groups, (groupId) =>
    what === "renew" ? renewMembership(ctx, { groupId }) : payLatest(ctx, groupId, paidOn ?? ""),
  )

/** Begins the same membership for many groups. */
export const beginMany = (ctx: Ctx, { groups, typeId, startsOn }: BeginMany): Promise<Outcome> =>
  forEach(groups, (groupId) => beginMembership(ctx, { groupId, typeId, startsOn }))
