import "server-only"
import { and, eq, isNull, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { consultations, invitations } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure, found, RuleBroken } from "../../errors"
import { enqueue } from "../../jobs/commands"
import { record } from "../../journal/commands"
import { formatMoment, say } from "../../words"
import { audienceColumns, getDraft } from "../commands"
import type { ChooseAudience, ConsultationId, Open, WriteEmail } from "../input"
import { isShort, nextDaytime } from "../period"
import { mayKeepConsultations } from "../policy"
import { getConsultation, listQuestions } from "../queries"
import { postInvitations, postReminders, scheduleEnd, tryInvitation, tryReminder } from "./letters"
import { listAudience, listSpokespeople, listToRemind } from "./queries"

/**
 * Opens a consultation: freezes whom it asks, invites them by letter, and sets its clock. The body's reason is asked
 * when groups get less than twelve weeks. Happens once.
 */
export async function openConsultation(ctx: Ctx, { id, periodReason }: Open) {
  const draft = await getDraft(ctx, id)
  const [questions, groupIds] = await Promise.all([listQuestions(ctx, id), listAudience(ctx, draft)])
  const { closesAt } = draft
  if (questions.length === 0) throw new RuleBroken(say("Add at least one question first."))
  if (!closesAt) throw new RuleBroken(say("Set a closing date first."))
  if (closesAt <= ctx.now)
    throw new RuleBroken(say("Its closing time has gone by. Choose a later one first."))
  if (groupIds.length === 0)
    throw new RuleBroken(say("There is no group in its audience. Choose another one first."))
  const reason = periodReason ?? draft.periodReason
  if (isShort(ctx.now, closesAt, ctx.lio.timezone) && !reason) {
    throw new RuleBroken(say("Say why groups get less than 12 weeks"), "periodReason")
  }
  const [opened] = await ctx.tx
    .update(consultations)
    .set({ openedAt: ctx.now, periodReason: reason })
    .where(and(eq(consultations.id, id), isNull(consultations.openedAt)))
    .returning({ id: consultations.id, title: consultations.title })
  const { title } = found(opened)
  await ctx.tx
    .insert(invitations)
    .values(
      groupIds.map((groupId) => ({ lioId: ctx.lio.id, consultationId: id, groupId, invitedAt: ctx.now })),
    )
  await scheduleEnd(ctx, { id, closesAt })
  const letters = await postInvitations(ctx, { ...draft, closesAt }, groupIds)
  await record(ctx, {
    what: "consultation.opened",
    subject: ["consultation", id],
    groupIds,
    summary: say("Asked in the consultation “{title}”, open until {closesAt}", {
      title,
      closesAt: formatMoment(closesAt, ctx.lio.timezone),
    }),
  })
  return { id, title, asked: groupIds.length, letters }
}

/** Chooses whom a draft asks. */
export async function chooseAudience(ctx: Ctx, { id, audience }: ChooseAudience) {
  const draft = await getDraft(ctx, id)
  const chosen = await audienceColumns(ctx, audience)
  if (chosen.networkId === draft.networkId && chosen.viewQuery === draft.viewQuery) return { id }
  await ctx.tx
    .update(consultations)
    .set(chosen)
    .where(and(eq(consultations.id, id), isNull(consultations.openedAt)))
  await record(ctx, {
    what: "consultation.changed",
    subject: ["consultation", id],
    summary: say("Changed who “{draft}” asks", { draft: draft.title }),
    from: { networkId: draft.networkId, viewQuery: draft.viewQuery },
    to: chosen,
  })
  return { id }
}

/** Keeps what the invitation of a draft says; with `try` the writer gets it, and nobody else. */
export async function writeEmail(ctx: Ctx, { id, button, ...said }: WriteEmail) {
  const draft = await getDraft(ctx, id)
  if (said.emailSubject !== draft.emailSubject || said.emailWords !== draft.emailWords) {
    await ctx.tx
      .update(consultations)
      .set(said)
      .where(and(eq(consultations.id, id), isNull(consultations.openedAt)))
    await record(ctx, {
      what: "consultation.changed",
      subject: ["consultation", id],
      summary: say("Changed the email of “{draft}”", { draft: draft.title }),
      from: { emailSubject: draft.emailSubject, emailWords: draft.emailWords },
      to: said,
    })
  }
  if (button !== "try") return { id, email: null }
  const { closesAt } = draft
  if (!closesAt) throw new RuleBroken(say("Set a closing date first."))
  return { id, email: await tryInvitation(ctx, { ...draft, ...said, closesAt }) }
}

/**
 * Reminds, once, each group that has not finished and can be written to. A group that nobody could be written to keeps its
 * reminder. By the clock three days before closing, or by hand; by day only.
 */
async function remind(ctx: Ctx, id: string, only?: string[]) {
  const consultation = await getConsultation(ctx, id)
  const { closesAt } = consultation
  if (consultation.state !== "open" || !closesAt) return null
  const waiting = await listToRemind(ctx, id)
  const due = only ? waiting.filter((groupId) => only.includes(groupId)) : waiting
  const spokespeople = await listSpokespeople(ctx, due, "consultations")
  const reached = [...new Set(spokespeople.map(({ groupId }) => groupId))]
  const silent = { groups: 0, letters: 0, unreached: due.length - reached.length, later: null }
  if (reached.length === 0) return silent
  const dayTime = nextDaytime(ctx.now, ctx.lio.timezone)
  if (dayTime > ctx.now) {
    if (dayTime >= closesAt) return silent
    await enqueue(
      ctx,
      "remind-consultation",
      { id, groupIds: only },
      { runAt: dayTime, key: only ? undefined : `remind-consultation-again:${id}` },
    )
    return { ...silent, later: dayTime }
  }
  const marked = await ctx.tx
    .update(invitations)
    .set({ remindedAt: ctx.now })
    .where(
      and(
        eq(invitations.consultationId, id),
        isOneOf(invitations.groupId, reached),
        isNull(invitations.remindedAt),
      ),
    )
    .returning({ groupId: invitations.groupId })
  const groupIds = marked.map(({ groupId }) => groupId)
  if (groupIds.length === 0) return silent
  const letters = await postReminders(
    ctx,
    { ...consultation, closesAt },
    spokespeople.filter(({ groupId }) => groupIds.includes(groupId)),
  )
  await record(ctx, {
    what: "invitation.reminded",
    subject: ["consultation", id],
    groupIds,
    summary: say("Reminded of the consultation “{consultation}”", { consultation: consultation.title }),
  })
  return { ...silent, groups: groupIds.length, letters }
}

/** Reminds by the clock. Nothing happens when it has closed or is gone, or when all have answered or were reminded. */
export async function remindWhenDue(ctx: Ctx, id: string, only?: string[]): Promise<number> {
  const [there] = await ctx.tx.execute(sql`select from consultations where id = ${id}`)
  if (!there) return 0
  return (await remind(ctx, id, only))?.groups ?? 0
}

/** Reminds by hand: every group, or those that were chosen, that has not finished, can be written to and was not reminded yet. */
export async function remindNow(ctx: Ctx, { id, groupIds }: { id: string; groupIds?: string[] }) {
  ensure(mayKeepConsultations(ctx.actor), say("Only workers and managers can remind groups."))
  const done = await remind(ctx, id, groupIds)
  if (!done) throw new RuleBroken(say("This consultation is not open."))
  if (done.groups === 0 && !done.later) {
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
