import "server-only"
import { and, eq, isNotNull, isNull, lte, sql } from "drizzle-orm"
import { consultations } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { log } from "../../log"
import { say } from "../../words"
import { freezeResults } from "../editions/commands"
import type { ConsultationId } from "../input"
import { mayKeepConsultations } from "../policy"
import { getConsultation } from "../queries"

/** Closes it by hand, before its time. From then on no answer changes. */
export async function closeConsultation(ctx: Ctx, { id }: ConsultationId) {
  ensure(mayKeepConsultations(ctx.actor), say("Only workers and managers can do this."))
  const { title } = await getConsultation(ctx, id)
  const [closed] = await ctx.tx
    .update(consultations)
    .set({ closedAt: sql`least(${consultations.closesAt}, ${ctx.now.toISOString()}::timestamptz)` })
    .where(and(eq(consultations.id, id), isNotNull(consultations.openedAt), isNull(consultations.closedAt)))
    .returning({ id: consultations.id })
  if (!closed) throw new RuleBroken(say("This consultation is not open."))
  await freezeResults(ctx, id)
  await record(ctx, {
    what: "consultation.closed",
    subject: ["consultation", id],
    summary: say("Closed the consultation: {title}", { title }),
  })
  return { id, title }
}

/** Closes it when its time has come; does nothing when it is closed already or was given more time. */
export async function closeWhenDue(ctx: Ctx, id: string): Promise<boolean> {
  const [closed] = await ctx.tx
    .update(consultations)
    .set({ closedAt: sql`${consultations.closesAt}` })
    .where(
      and(
        eq(consultations.id, id),
        isNotNull(consultations.openedAt),
        isNull(consultations.closedAt),
        lte(consultations.closesAt, ctx.now),
      ),
    )
    .returning({ title: consultations.title })
  if (!closed) return false
  await freezeResults(ctx, id)
  await record(ctx, {
    what: "consultation.closed",
    subject: ["consultation", id],
    summary: say("The consultation closed on its day: {closed}", { closed: closed.title }),
  })
  return true
}

/** Closes a consultation whose time has gone by, or keeps the numbers of one that has closed without. */
const closeLate = async (ctx: Ctx, id: string) => {
  if (!(await closeWhenDue(ctx, id))) await freezeResults(ctx, id)
}

/**
 * Closes what a stopped worker left open past its day, and keeps the numbers of what has none kept. One that can’t be closed
 * stays as it is and keeps no other waiting; the log says why. Returns how many were closed.
 */
export async function closeOverdue(ctx: Ctx): Promise<number> {
  const due = await ctx.tx.execute<{ id: string }>(sql`
    select c.id from consultations c where c.opened_at is not null and c.stopped_at is null
      and (c.closed_at is not null or c.closes_at <= ${ctx.now.toISOString()}::timestamptz)
      and not exists (select from consultation_results f where f.consultation_id = c.id) limit 50`)
  let closed = 0
  for (const { id } of due) {
    try {
      await ctx.tx.transaction((tx) => closeLate({ ...ctx, tx }, id))
      closed += 1
    } catch (error) {
      log.error({ err: error, consultation: id }, "A consultation could not be closed")
    }
  }
  return closed
}
