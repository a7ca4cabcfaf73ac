import "server-only"
import { and, eq, isNotNull, isNull, lte, sql } from "drizzle-orm"
import { consultations } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { log } from "../../log"
import { say } from "../../words"
import { holdConsultation, withChange } from "../commands"
import { freezeResults } from "../editions/commands"
import type { Close } from "../input"

/**
 * Closes it by hand: from then on no answer changes. Before its day that needs a reason, which is kept and printed with the
 * numbers as every other change of that day; after it, it counts as closed on its day.
 */
export async function closeConsultation(ctx: Ctx, { id, reason }: Close) {
  const before = await holdConsultation(ctx, id)
  const { title, openedAt, closesAt } = before
  if (!openedAt || before.closedAt) throw new RuleBroken(say("This consultation is not open."))
  const early = closesAt !== null && closesAt > ctx.now
  if (early && !reason)
    throw new RuleBroken(say("Say why it’s closing before the date groups were given"), "reason")
  await ctx.tx
    .update(consultations)
    .set({
      closedAt: early ? ctx.now : (closesAt ?? ctx.now),
      ...(early ? { closingChanges: withChange(ctx, before, ctx.now, reason) } : {}),
    })
    .where(eq(consultations.id, id))
  await freezeResults(ctx, id)
  await record(ctx, {
    what: "consultation.closed",
    subject: ["consultation", id],
    summary: early
      ? say("Closed the consultation early: {title}. {reason}", { title, reason: reason ?? "" })
      : say("Closed the consultation: {title}", { title }),
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
