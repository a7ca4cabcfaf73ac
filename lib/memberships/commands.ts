import "server-only"
import { and, eq, isNull, lte, or, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { membershipChases, memberships } from "@/db/schema"
import { CHASE_WAYS } from "@/db/vocabulary"
import { type Ctx, personOf } from "../access/ctx"
import { ensure, found, RuleBroken } from "../errors"
import { getGroup } from "../groups/queries"
import { keepStages, restoreStage } from "../groups/stage/commands"
import { record } from "../journal/commands"
import { mayTakeBack } from "../membership-status/period"
import { paidInWords, periodInWords } from "../membership-status/words"
import { formatDate, say } from "../words"
import type { Begin, Change, Chase, End, LastDay, Paid, Renew } from "./input"
import { listEndless } from "./list/queries"
import { writePaid, writePeriods } from "./periods/commands"
import {
  ensureOpen,
  ensurePayable,
  type Held,
  listHeld,
  planBeginning,
  planRenewal,
  readHeld,
} from "./periods/queries"
import { mayKeepMemberships } from "./policy"
import { getMembershipStatus, listPeriods, type Period } from "./queries"
import { getType } from "./types/queries"

type Done = { id: string; groupId: string; group: string }

/** The group, if the asker may keep its membership and it is there to have one. */
async function openGroup(ctx: Ctx, groupId: string) {
  ensure(mayKeepMemberships(ctx.actor), say("Only workers and managers can change a membership."))
  const group = await getGroup(ctx, groupId)
  ensureOpen(group)
  return group
}

async function periodOf(ctx: Ctx, groupId: string, id: string): Promise<Period> {
  return found((await listPeriods(ctx, groupId)).find((period) => period.id === id))
}

/** Begins a group's membership. One that has a membership already renews it instead. */
export async function beginMembership(ctx: Ctx, { groupId, typeId, startsOn }: Begin) {
  const held = await heldBy(ctx, groupId)
  const plan = planBeginning(ctx, held, await getType(ctx, typeId), startsOn)
  return found((await writePeriods(ctx, "begun", [plan]))[0])
}

/** Adds the next period. It follows on the old one, also in the days of grace; later it begins today. */
export async function renewMembership(ctx: Ctx, { groupId, typeId }: Renew) {
  return renew(ctx, await heldBy(ctx, groupId), typeId)
}

/** The same for a group whose own people renew it, where that needs nobody's yes. Who may is settled before. */
export async function renewFor(ctx: Ctx, group: { id: string; name: string }, typeId?: string) {
  return renew(ctx, await readHeld(ctx, group), typeId)
}

async function heldBy(ctx: Ctx, groupId: string) {
  const held = found((await listHeld(ctx, [groupId]))[0])
  ensureOpen(held.group)
  return held
}

async function renew(ctx: Ctx, held: Held, typeId: string | undefined) {
  const plan = planRenewal(ctx, held, typeId ? await getType(ctx, typeId) : undefined)
  return found((await writePeriods(ctx, "renewed", [plan]))[0])
}

/** Says that a period's fee was paid. */
export async function payMembership(ctx: Ctx, { groupId, id, paidOn }: Paid): Promise<Done> {
  const group = await openGroup(ctx, groupId)
  const before = await periodOf(ctx, groupId, id)
  ensurePayable(ctx, before, paidOn)
  await writePaid(ctx, [before], paidOn)
  return { id, groupId, group: group.name }
}

/** Puts a period right: its dates, its fee, when it was paid. */
export async function changeMembership(ctx: Ctx, input: Change): Promise<Done> {
  const { groupId, id, ...values } = input
  const group = await openGroup(ctx, groupId)
  const before = await periodOf(ctx, groupId, id)
  const fields = (Object.keys(values) as (keyof typeof values)[]).filter(
    (field) => before[field] !== values[field],
  )
  if (fields.length > 0) {
    await ctx.tx.update(memberships).set(values).where(eq(memberships.id, id))
    await record(ctx, {
      what: "membership.changed",
      subject: ["membership", id],
      groupIds: [groupId],
      summary: say("Changed the membership: {values}, {fee}", {
        values: periodInWords(values),
        fee: paidInWords(values),
      }),
      from: Object.fromEntries(fields.map((field) => [field, before[field]])),
      to: Object.fromEntries(fields.map((field) => [field, values[field]])),
    })
    await keepStages(ctx, [groupId])
  }
  return { id, groupId, group: group.name }
}

/** Gives one last day to every membership whose last day nobody knew. One that ends before it began is left alone. */
export async function setLastDay(ctx: Ctx, { endsOn }: LastDay): Promise<{ groups: number; endsOn: string }> {
  ensure(mayKeepMemberships(ctx.actor), say("Only workers and managers can change a membership."))
  const endless = await listEndless(ctx)
  const changed = await ctx.tx
    .update(memberships)
    .set({ endsOn })
    .where(
      and(
        isOneOf(
          memberships.id,
          endless.map(({ id }) => id),
        ),
        or(isNull(memberships.startsOn), lte(memberships.startsOn, endsOn)),
      ),
    )
    .returning({ groupId: memberships.groupId })
  const groupIds = changed.map(({ groupId }) => groupId)
  if (groupIds.length > 0) {
    await record(ctx, {
      what: "membership.changed",
      subject: ["membership", null],
      groupIds,
      summary: say("The membership’s last day is {endsOn}", { endsOn: formatDate(endsOn) }),
      from: { endsOn: null },
      to: { endsOn },
    })
    await keepStages(ctx, groupIds)
  }
  return { groups: groupIds.length, endsOn }
}

/** Ends a membership before its time, with the reason. */
export async function endMembership(ctx: Ctx, { groupId, id, cancelledOn, reason }: End): Promise<Done> {
  const group = await openGroup(ctx, groupId)
  const before = await periodOf(ctx, groupId, id)
  if (before.cancelledOn) throw new RuleBroken(say("This membership has been ended already."))
  // A period that has not begun may be ended on any day before: it then never is.
  if (before.startsOn && cancelledOn < before.startsOn && before.state !== "future")
    throw new RuleBroken(
      say("This is before it began, on {startsOn}.", { startsOn: formatDate(before.startsOn) }),
      "cancelledOn",
    )
  if (before.endsOn && cancelledOn > before.endsOn)
    throw new RuleBroken(
      say("It runs out by itself on {endsOn}. Enter an earlier day.", { endsOn: formatDate(before.endsOn) }),
      "cancelledOn",
    )
  await ctx.tx.update(memberships).set({ cancelledOn, cancelledReason: reason }).where(eq(memberships.id, id))
  await record(ctx, {
    what: "membership.ended",
    subject: ["membership", id],
    groupIds: [groupId],
    summary: say("Ended the membership on {cancelledOn}: {reason}", {
      cancelledOn: formatDate(cancelledOn),
      reason,
    }),
    to: { cancelledOn, reason },
  })
  await keepStages(ctx, [groupId])
  return { id, groupId, group: group.name }
}

/**
 * Takes back a period that was begun or renewed by mistake, while nothing was paid for it: the group stands where it
 * stood before. What was paid is put right, or ended with a reason.
 */
export async function takeBackPeriod(
  ctx: Ctx,
  { groupId, id }: { groupId: string; id: string },
): Promise<Done> {
  const group = await openGroup(ctx, groupId)
  const before = await periodOf(ctx, groupId, id)
  if (before.paidOn)
    throw new RuleBroken(
      say("It was paid, so it can’t be undone. Put its dates or fee right, or end it with a reason."),
    )
  if (!mayTakeBack(before, ctx.now))
    throw new RuleBroken(
      say("It began more than a month ago. End it with a reason instead, so that the history stays."),
    )
  await ctx.tx.execute(sql`update membership_requests set membership_id = null where membership_id = ${id}`)
  const [gone] = await ctx.tx
    .delete(memberships)
    .where(eq(memberships.id, id))
    .returning({ begunAt: memberships.createdAt, startsOn: memberships.startsOn })
  await record(ctx, {
    what: "membership.taken_back",
    subject: ["membership", id],
    groupIds: [groupId],
    summary: say("Undid the membership: {typeName}, {before}", {
      typeName: before.typeName,
      before: periodInWords(before),
    }),
    from: {
      typeId: before.typeId,
      startsOn: before.startsOn,
      endsOn: before.endsOn,
      feePence: before.feePence,
    },
  })
  await keepStages(ctx, [groupId])
  await restoreStage(ctx, { groupId, ...found(gone) })
  return { id, groupId, group: group.name }
}

/** Writes down that somebody of the staff asked the group to renew. */
export async function addChase(ctx: Ctx, { groupId, how, note }: Chase): Promise<Done> {
  const group = await openGroup(ctx, groupId)
  const standing = await getMembershipStatus(ctx, groupId)
  if (!standing) throw new RuleBroken(say("This group never had a membership. Begin one first."))
  await ctx.tx.insert(membershipChases).values({
    lioId: ctx.lio.id,
    groupId,
    membershipId: standing.id,
    at: ctx.now,
    how,
    note,
    byPersonId: personOf(ctx.actor)?.personId ?? null,
  })
  await record(ctx, {
    what: "chase.made",
    subject: ["membership", standing.id],
    groupIds: [groupId],
    summary: say("Asked to renew the membership: {chaseWays}{note}", {
      chaseWays: CHASE_WAYS[how].toLowerCase(),
      note: note ? `. ${note}` : "",
    }),
  })
  return { id: standing.id, groupId, group: group.name }
}
