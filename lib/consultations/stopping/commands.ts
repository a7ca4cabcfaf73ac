import "server-only"
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm"
import { consultations, invitations } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { say } from "../../words"
import { giveFilesBack } from "../answering/files/commands"
import { holdConsultation } from "../commands"
import { forgetPeople } from "../individuals/parting/commands"
import type { Stop } from "../input"
import { tellStopped } from "../invitations/letters"
import { knowsWhose } from "../policy"
import { settleModeration } from "../statements/moderating/commands"

/**
 * Stops a consultation before it is counted, for good, with a reason that everybody who was asked reads. Nothing that was
 * answered is counted or published; answers that are named to nobody are deleted unopened. It is also the way out where they
 * can’t be opened on the day.
 */
export async function stopConsultation(ctx: Ctx, { id, reason }: Stop) {
  const consultation = await holdConsultation(ctx, id)
  const { title } = consultation
  const [stopped] = await ctx.tx
    .update(consultations)
    .set({ stoppedAt: ctx.now, stoppedReason: reason, closedAt: ctx.now })
    .where(and(eq(consultations.id, id), isNotNull(consultations.openedAt), isNull(consultations.closedAt)))
    .returning({ id: consultations.id })
  if (!stopped) throw new RuleBroken(say("Only an open consultation can be stopped."))
  await settleModeration(ctx, id)
  await giveFilesBack(ctx, id)
  await forgetPeople(ctx, id)
  if (!knowsWhose(consultation)) await ctx.tx.execute(sql`select part_answers(${id}::uuid)`)
  const asked = await ctx.tx
    .select({ groupId: invitations.groupId })
    .from(invitations)
    .where(eq(invitations.consultationId, id))
  const groupIds = asked.map(({ groupId }) => groupId)
  await record(ctx, {
    what: "consultation.stopped",
    subject: ["consultation", id],
    groupIds,
    summary: say("Stopped “{title}”: {reason}", { title, reason }),
  })
  return { id, title, told: await tellStopped(ctx, { ...consultation, reason }, groupIds) }
}
