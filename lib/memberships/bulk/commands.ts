import "server-only"
import type { Ctx } from "../../access/ctx"
import { RuleBroken } from "../../errors"
import { beginMembership, payMembership, renewMembership } from "../commands"
import type { BeginMany, Many } from "../input"
import { listOwed } from "../queries"

/** For which groups it was done, why not for the others, and which periods were paid by it. */
export type Outcome = {
  /** `startsOn`: the day to come on which it begins. */
  done: { groupId: string; group: string; startsOn: string | null }[]
  left: { groupId: string; because: string }[]
  paid: { groupId: string; group: string; feePence: number }[]
}

/** Does the same for each group; one for which it cannot be done is left alone, with the reason. */
async function forEach(
  groups: string[],
  work: (groupId: string, outcome: Outcome) => Promise<{ group: string; startsOn?: string | null }>,
): Promise<Outcome> {
  const outcome: Outcome = { done: [], left: [], paid: [] }
  for (const groupId of new Set(groups)) {
    try {
      const { group, startsOn = null } = await work(groupId, outcome)
      outcome.done.push({ groupId, group, startsOn })
    } catch (refusal) {
      if (!(refusal instanceof RuleBroken)) throw refusal
      outcome.left.push({ groupId, because: refusal.message })
    }
  }
  return outcome
}

/** What a group owes was paid on this day: all of it, or the fee of the latest period only. */
async function pay(ctx: Ctx, groupId: string, { what, paidOn }: Many): Promise<Outcome["paid"]> {
  const due = (await listOwed(ctx, [groupId])).get(groupId) ?? []
  if (due.length === 0) throw new RuleBroken("Nothing is owed.")
  const paid: Outcome["paid"] = []
  for (const { id, feePence } of what === "paidAll" ? due : due.slice(0, 1)) {
    const { group } = await payMembership(ctx, { groupId, id, paidOn: paidOn ?? "" })
    paid.push({ groupId, group, feePence })
  }
  return paid
}

/** Renews many memberships as they are, or says that what they owe was paid. */
export const doForMany = (ctx: Ctx, input: Many): Promise<Outcome> =>
  forEach(input.groups, async (groupId, outcome) => {
    if (input.what === "renew") return renewMembership(ctx, { groupId })
    const paid = await pay(ctx, groupId, input)
    outcome.paid.push(...paid)
    return { group: paid[0]?.group ?? "" }
  })

/** Begins the same membership for many groups. */
export const beginMany = (ctx: Ctx, { groups, typeId, startsOn }: BeginMany): Promise<Outcome> =>
  forEach(groups, async (groupId) => ({
    ...(await beginMembership(ctx, { groupId, typeId, startsOn })),
    startsOn: startsOn && startsOn > ctx.today ? startsOn : null,
  }))
