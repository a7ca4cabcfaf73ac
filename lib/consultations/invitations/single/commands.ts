import "server-only"
import { and, eq } from "drizzle-orm"
import { alsoAsked, invitations } from "@/db/schema"
import type { Ctx } from "../../../access/ctx"
import { found, RuleBroken } from "../../../errors"
import { settleGroups } from "../../../groups/picker/commands"
import { record } from "../../../journal/commands"
import { say } from "../../../words"
import { holdConsultation, holdDraft } from "../../commands"
import type { Consultation } from "../../queries"
import { postInvitations } from "../letters"
import { listAskable } from "../queries"
import type { AskAlso, DontAsk } from "./input"

/** Asks groups one by one, besides the audience: a draft keeps them until it opens; once it is open they are asked at once. */
export async function askAlso(ctx: Ctx, { id, ...which }: AskAlso) {
  const of = await holdConsultation(ctx, id)
  if (of.state !== "draft" && of.state !== "open")
    throw new RuleBroken(say("This consultation isn’t open any more, so nobody else can be asked."))
  const chosen = await settleGroups(ctx, which)
  const groupIds = await listAskable(
    ctx,
    chosen.map((group) => group.id),
    of.bodyId,
  )
  if (groupIds.length < chosen.length)
    throw new RuleBroken(
      say("Leave out closed groups and the body it’s about. They can’t be asked."),
      "groupName",
    )
  return of.state === "draft" ? keepForLater(ctx, of, groupIds) : inviteNow(ctx, of, groupIds)
}

async function keepForLater(ctx: Ctx, { id, title }: Consultation, groupIds: string[]) {
  const fresh = await ctx.tx
    .insert(alsoAsked)
    .values(groupIds.map((groupId) => ({ lioId: ctx.lio.id, consultationId: id, groupId })))
    .onConflictDoNothing()
    .returning({ groupId: alsoAsked.groupId })
  if (fresh.length === 0) throw new RuleBroken(say("You’ve already chosen them."), "groupName")
  await record(ctx, {
    what: "consultation.changed",
    subject: ["consultation", id],
    groupIds: fresh.map(({ groupId }) => groupId),
    summary: say("Chose to ask them as well: “{title}”", { title }),
  })
  return { id, asked: fresh.length, letters: null }
}

async function inviteNow(ctx: Ctx, of: Consultation, groupIds: string[]) {
  const fresh = await ctx.tx
    .insert(invitations)
    .values(
      groupIds.map((groupId) => ({
        ...{ lioId: ctx.lio.id, consultationId: of.id, groupId, invitedAt: ctx.now },
      })),
    )
    .onConflictDoNothing()
    .returning({ groupId: invitations.groupId })
  if (fresh.length === 0) throw new RuleBroken(say("You’ve already asked them."), "groupName")
  const asked = fresh.map(({ groupId }) => groupId)
  const letters = await postInvitations(ctx, { ...of, closesAt: found(of.closesAt) }, asked)
  await record(ctx, {
    what: "consultation.asked",
    subject: ["consultation", of.id],
    groupIds: asked,
    summary: say("Asked in the consultation “{title}”, after it had opened", { title: of.title }),
  })
  return { id: of.id, asked: asked.length, letters }
}

/** Leaves out again, from a draft, a group that was to be asked by itself. */
export async function dontAsk(ctx: Ctx, { id, groupId }: DontAsk) {
  const { title } = await holdDraft(ctx, id)
  const [gone] = await ctx.tx
    .delete(alsoAsked)
    .where(and(eq(alsoAsked.consultationId, id), eq(alsoAsked.groupId, groupId)))
    .returning({ groupId: alsoAsked.groupId })
  found(gone)
  await record(ctx, {
    what: "consultation.changed",
    subject: ["consultation", id],
    groupIds: [groupId],
    summary: say("No longer asking them by name: “{title}”", { title }),
  })
  return { id }
}
