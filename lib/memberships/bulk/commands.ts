import "server-only"
import type { Ctx } from "../../access/ctx"
import { RuleBroken } from "../../errors"
import { recordSeveral } from "../../journal/commands"
import { say } from "../../words"
import type { BeginMany, Many } from "../input"
import { listOwed } from "../list/queries"
import { writePaid, writePeriods } from "../periods/commands"
import { ensureOpen, ensurePayable, listHeld, planBeginning, planRenewal } from "../periods/queries"
import type { Period } from "../queries"
import { getType } from "../types/queries"

/** For which groups it was done, why not for the others, which periods were paid by it, and what undoes all of it. */
export type Outcome = {
  /** `startsOn`: the day to come on which it begins. */
  done: { groupId: string; group: string; startsOn: string | null }[]
  left: { groupId: string; because: string }[]
  paid: { groupId: string; group: string; feePence: number }[]
  undo: string | null
}
type Held = Awaited<ReturnType<typeof listHeld>>[number]

/** Plans the same for each group; one for which it cannot be done is left alone, with the reason. */
async function planEach<T>(ctx: Ctx, groupIds: string[], plan: (held: Held) => T) {
  const outcome: Outcome = { done: [], left: [], paid: [], undo: null }
  const plans: T[] = []
  for (const held of await listHeld(ctx, [...new Set(groupIds)])) {
    try {
      ensureOpen(held.group)
      plans.push(plan(held))
    } catch (refusal) {
      if (!(refusal instanceof RuleBroken)) throw refusal
      outcome.left.push({ groupId: held.group.id, because: refusal.message })
    }
  }
  return { plans, outcome }
}

/** Notes what was done to these periods, so that one press undoes all of it. */
const undoOf = async (ctx: Ctx, what: string, periods: { id: string }[]) =>
  periods.length > 0
    ? await recordSeveral(
        ctx,
        what,
        periods.map(({ id }) => id),
      )
    : null

/** Renews many memberships as they are. */
async function renewMany(ctx: Ctx, groupIds: string[]): Promise<Outcome> {
  const { plans, outcome } = await planEach(ctx, groupIds, (held) => planRenewal(ctx, held))
  const done = await writePeriods(ctx, "renewed", plans)
  return {
    ...outcome,
    done: done.map(({ groupId, group }) => ({ groupId, group, startsOn: null })),
    undo: await undoOf(ctx, "membership-period", done),
  }
}

/** What groups owe was paid on this day: all of it, or the fee of the latest period only. */
async function payMany(ctx: Ctx, { groups, what, paidOn }: Many): Promise<Outcome> {
  const owed = await listOwed(ctx, groups)
  const { plans, outcome } = await planEach(ctx, groups, ({ group, periods }) => {
    const due = owed.get(group.id) ?? []
    if (due.length === 0) throw new RuleBroken(say("Nothing is owed."))
    const ids = new Set((what === "paidAll" ? due : due.slice(0, 1)).map(({ id }) => id))
    const paid = periods.filter(({ id }) => ids.has(id))
    for (const period of paid) ensurePayable(ctx, period, paidOn ?? "")
    return { group, paid }
  })
  const periods: Period[] = plans.flatMap(({ paid }) => paid)
  await writePaid(ctx, periods, paidOn ?? "")
  return {
    ...outcome,
    done: plans.map(({ group }) => ({ groupId: group.id, group: group.name, startsOn: null })),
    paid: plans.flatMap(({ group, paid }) =>
      paid.map(({ feePence }) => ({ groupId: group.id, group: group.name, feePence: feePence ?? 0 })),
    ),
    undo: await undoOf(ctx, "membership-paid", periods),
  }
}

/** Renews many memberships as they are, or says that what they owe was paid. */
export const doForMany = (ctx: Ctx, input: Many): Promise<Outcome> =>
  input.what === "renew" ? renewMany(ctx, input.groups) : payMany(ctx, input)

/** Begins the same membership for many groups. */
export async function beginMany(ctx: Ctx, { groups, typeId, startsOn }: BeginMany): Promise<Outcome> {
  const type = await getType(ctx, typeId)
  const { plans, outcome } = await planEach(ctx, groups, (held) => planBeginning(ctx, held, type, startsOn))
  const done = await writePeriods(ctx, "begun", plans)
  const toCome = startsOn > ctx.today ? startsOn : null
  return {
    ...outcome,
    done: done.map(({ groupId, group }) => ({ groupId, group, startsOn: toCome })),
    undo: await undoOf(ctx, "membership-period", done),
  }
}
