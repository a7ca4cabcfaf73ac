import "server-only"
import { and, eq, isNull } from "drizzle-orm"
import { z } from "zod"
import { isOneOf } from "@/db/conditions"
import { consultations, invitations } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure, RuleBroken } from "../../errors"
import { enqueue } from "../../jobs/commands"
import { record } from "../../journal/commands"
import { getChange } from "../../journal/queries"
import { formatMoment, say } from "../../words"
import type { ConsultationId } from "../input"
import { postReminders, tryReminder } from "../invitations/letters"
import { listSpokespeople } from "../invitations/queries"
import { nextDaytime } from "../period"
import { mayKeepConsultations } from "../policy"
import { getConsultation } from "../queries"
import { listToRemind, type Planned } from "./queries"

/** What the log keeps of reminders that were put off. */
const plannedInput = z.object({ groupIds: z.array(z.uuid()) })

/**
 * Reminds, once, each group that has not finished and can be written to. A group that nobody could be written to keeps its
 * reminder. By the clock three days before closing, or by hand; by day only.
 */
async function remind(ctx: Ctx, id: string, { only, which }: { only?: string[]; which: Planned }) {
  const consultation = await getConsultation(ctx, id)
  const { closesAt } = consultation
  if (consultation.state !== "open" || !closesAt) return null
  const waiting = await listToRemind(ctx, id, which)
  const due = only ? waiting.filter((groupId) => only.includes(groupId)) : waiting
  const spokespeople = await listSpokespeople(ctx, due, "consultations")
  const reached = [...new Set(spokespeople.map(({ groupId }) => groupId))]
  const silent = { groups: 0, letters: 0, unreached: due.length - reached.length, later: null, plan: null }
  if (reached.length === 0) return silent
  const dayTime = nextDaytime(ctx.now, ctx.lio.timezone)
  if (dayTime > ctx.now) {
    if (dayTime >= closesAt) return silent
    const plan = await planReminders(ctx, consultation, reached, dayTime)
    return { ...silent, groups: reached.length, later: dayTime, plan }
  }
  const marked = await mark(ctx, id, reached, { remindedAt: ctx.now })
  if (marked.length === 0) return silent
  const letters = await postReminders(
    ctx,
    { ...consultation, closesAt },
    spokespeople.filter(({ groupId }) => marked.includes(groupId)),
  )
  await record(ctx, {
    what: "invitation.reminded",
    subject: ["consultation", id],
    groupIds: marked,
    summary: say("Reminded of the consultation “{consultation}”", { consultation: consultation.title }),
  })
  return { ...silent, groups: marked.length, letters }
}

/** Writes something about the reminders of groups that have had none. Gives those groups. */
async function mark(
  ctx: Ctx,
  id: string,
  groupIds: string[],
  what: { remindedAt: Date } | { reminderDueAt: Date | null },
) {
  const marked = await ctx.tx
    .update(invitations)
    .set(what)
    .where(
      and(
        eq(invitations.consultationId, id),
        isOneOf(invitations.groupId, groupIds),
        isNull(invitations.remindedAt),
      ),
    )
    .returning({ groupId: invitations.groupId })
  return marked.map(({ groupId }) => groupId)
}

/** Puts reminders off until the morning. Gives the act, by which they are called off. */
async function planReminders(
  ctx: Ctx,
  { id, title }: { id: string; title: string },
  groupIds: string[],
  at: Date,
) {
  const marked = await mark(ctx, id, groupIds, { reminderDueAt: at })
  await enqueue(
    ctx,
    "remind-consultation",
    { id, planned: true },
    { runAt: at, key: `remind-consultation-again:${id}` },
  )
  return record(ctx, {
    what: "invitation.reminder_planned",
    subject: ["consultation", id],
    groupIds: marked,
    summary: say("A reminder of the consultation “{title}” goes out on {at}", {
      title,
      at: formatMoment(at, ctx.lio.timezone),
    }),
    to: { groupIds: marked },
  })
}

/** Calls off reminders that have not gone yet. `act`: the one that planned them. */
export async function callOffReminders(ctx: Ctx, act: string) {
  ensure(mayKeepConsultations(ctx.actor), say("Only workers and managers can remind groups."))
  const { id, to } = await getChange(ctx, act, ["invitation.reminder_planned"])
  const waiting = await listToRemind(ctx, id, "planned")
  const planned = plannedInput.parse(to).groupIds.filter((groupId) => waiting.includes(groupId))
  if (planned.length === 0)
    throw new RuleBroken(say("These reminders have already gone out or been called off."))
  const groupIds = await mark(ctx, id, planned, { reminderDueAt: null })
  const { title } = await getConsultation(ctx, id)
  await record(ctx, {
    what: "invitation.reminder_called_off",
    subject: ["consultation", id],
    groupIds,
    summary: say("Called off the reminder of the consultation “{title}”", { title }),
  })
  return { id, groups: groupIds.length }
}

/** Reminds by the clock: `planned`, what was put off at night. Nothing happens when it has closed or is gone, or when all have answered or were reminded. */
export async function remindWhenDue(ctx: Ctx, id: string, planned = false): Promise<number> {
  const [there] = await ctx.tx
    .select({ id: consultations.id })
    .from(consultations)
    .where(eq(consultations.id, id))
  if (!there) return 0
  const done = await remind(ctx, id, { which: planned ? "planned" : "all" })
  return done && !done.later ? done.groups : 0
}

/** Reminds by hand: every group, or those that were chosen, that has not finished, can be written to and was not reminded yet. */
export async function remindNow(ctx: Ctx, { id, groupIds }: { id: string; groupIds?: string[] }) {
  ensure(mayKeepConsultations(ctx.actor), say("Only workers and managers can remind groups."))
  const done = await remind(ctx, id, { only: groupIds, which: "unplanned" })
  if (!done) throw new RuleBroken(say("This consultation is not open."))
  if (done.groups === 0) {
    throw new RuleBroken(
      done.unreached > 0
        ? say("Nobody can be emailed at these groups. A call may help more.")
        : say("These groups have answered or were reminded already. A call may help more."),
    )
  }
  return { id, ...done }
}

/** The reminder to oneself, before anybody gets it. */
export async function tryRemindNow(ctx: Ctx, { id }: ConsultationId) {
  ensure(mayKeepConsultations(ctx.actor), say("Only workers and managers can remind groups."))
  const consultation = await getConsultation(ctx, id)
  const { closesAt, state } = consultation
  if (state !== "open" || !closesAt) throw new RuleBroken(say("This consultation is not open."))
  return { id, email: await tryReminder(ctx, { ...consultation, closesAt }) }
}
