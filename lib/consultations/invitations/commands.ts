import "server-only"
import { and, eq, isNull } from "drizzle-orm"
import { consultations, invitations } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { formatMoment, say } from "../../words"
import { audienceColumns, holdDraft } from "../commands"
import type { ChooseAudience, Open, WriteEmail } from "../input"
import { offerLanguages } from "../languages/commands"
import { isShort } from "../period"
import { listQuestions } from "../queries"
import { ensureNoFiles } from "../questions/files/queries"
import { ensureAskedOfAll } from "../questions/showing/queries"
import { newSalt } from "../sealed"
import { postInvitations, scheduleEnd, tryInvitation } from "./letters"
import { listAudience } from "./queries"

/**
 * Opens a consultation: freezes whom it asks, invites them by letter, and sets its clock. The body's reason is asked
 * when groups get less than twelve weeks. Happens once.
 */
export async function openConsultation(ctx: Ctx, { id, periodReason }: Open) {
  const draft = await holdDraft(ctx, id)
  const [questions, groupIds] = await Promise.all([listQuestions(ctx, id), listAudience(ctx, draft)])
  const { closesAt } = draft
  if (questions.length === 0) throw new RuleBroken(say("Add at least one question first."))
  const bandless = questions.find(({ kind, setting }) => kind === "number" && !setting.bands)
  if (bandless && draft.partsBy !== "every")
    throw new RuleBroken(
      say("Set bands for “{title}” first. Results will only show how many groups are in each band.", {
        title: bandless.title,
      }),
    )
  if (draft.naming !== "body") await ensureAskedOfAll(ctx, id)
  await ensureNoFiles(ctx, id, draft)
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
    .set({
      openedAt: ctx.now,
      periodReason: reason,
      sealSalt: draft.naming === "nobody" ? newSalt() : null,
    })
    .where(and(eq(consultations.id, id), isNull(consultations.openedAt)))
    .returning({ id: consultations.id, title: consultations.title })
  const { title } = found(opened)
  await ctx.tx
    .insert(invitations)
    .values(
      groupIds.map((groupId) => ({ lioId: ctx.lio.id, consultationId: id, groupId, invitedAt: ctx.now })),
    )
  await scheduleEnd(ctx, { id, closesAt })
  await offerLanguages(ctx, draft)
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
  const draft = await holdDraft(ctx, id)
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
  const draft = await holdDraft(ctx, id)
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
