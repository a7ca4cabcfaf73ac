import "server-only"
import { and, eq, inArray, isNull } from "drizzle-orm"
import { consultations, invitations } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { formatMoment, plural } from "../../words"
import { getDraft } from "../commands"
import type { ConsultationId, Open } from "../input"
import { isShort } from "../period"
import { mayKeepConsultations } from "../policy"
import { getConsultation, listQuestions } from "../queries"
import { postInvitations, postReminders, scheduleEnd } from "./letters"
import { listAudience, listToRemind } from "./queries"

/**
 * Opens a consultation: freezes whom it asks, invites them by letter, and sets its clock. The body's reason is asked
 * when groups get less than twelve weeks. Happens once.
 */
export async function openConsultation(ctx: Ctx, { id, periodReason }: Open) {
  const draft = await getDraft(ctx, id)
  const [asked, groupIds] = await Promise.all([listQuestions(ctx, id), listAudience(ctx, draft)])
  const { closesAt } = draft
  if (asked.length === 0) throw new RuleBroken("Add at least one question first.")
  if (!closesAt) throw new RuleBroken("Say first when it closes.")
  if (closesAt <= ctx.now) throw new RuleBroken("Its closing time has gone by. Choose a later one first.")
  if (groupIds.length === 0)
    throw new RuleBroken("There is no group in its audience. Choose another one first.")
  const reason = periodReason ?? draft.periodReason
  if (isShort(ctx.now, closesAt, ctx.lio.timezone) && !reason) {
    throw new RuleBroken("Say why groups get less than 12 weeks", "periodReason")
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
    summary: `Asked in the consultation “${title}”, open until ${formatMoment(closesAt, ctx.lio.timezone)}`,
  })
  return { id, title, asked: groupIds.length, letters }
}

/** Reminds, once, each group that has not finished. By the clock three days before closing, or by hand. */
async function remind(ctx: Ctx, id: string) {
  const consultation = await getConsultation(ctx, id)
  const { closesAt } = consultation
  if (consultation.state !== "open" || !closesAt) return null
  const due = await listToRemind(ctx, id)
  if (due.length === 0) return { groups: 0, letters: 0 }
  const marked = await ctx.tx
    .update(invitations)
    .set({ remindedAt: ctx.now })
    .where(
      and(
        eq(invitations.consultationId, id),
        inArray(invitations.groupId, due),
        isNull(invitations.remindedAt),
      ),
    )
    .returning({ groupId: invitations.groupId })
  const groupIds = marked.map(({ groupId }) => groupId)
  if (groupIds.length === 0) return { groups: 0, letters: 0 }
  const letters = await postReminders(ctx, { ...consultation, closesAt }, groupIds)
  await record(ctx, {
    what: "invitation.reminded",
    subject: ["consultation", id],
    groupIds,
    summary: `Reminded of the consultation “${consultation.title}”`,
  })
  return { groups: groupIds.length, letters }
}

/** Reminds by the clock. Nothing happens when it has closed, or when all have answered or were reminded. */
export async function remindWhenDue(ctx: Ctx, id: string): Promise<number> {
  return (await remind(ctx, id))?.groups ?? 0
}

/** Reminds by hand: every group that has not finished and was not reminded yet. */
export async function remindNow(ctx: Ctx, { id }: ConsultationId) {
  ensure(mayKeepConsultations(ctx.actor), "Only workers and managers can remind groups.")
  const done = await remind(ctx, id)
  if (!done) throw new RuleBroken("This consultation is not open.")
  if (done.groups === 0) {
    throw new RuleBroken("Every group that has not answered was reminded already. A call may help more.")
  }
  return { id, ...done, words: plural(done.groups, "group") }
}
