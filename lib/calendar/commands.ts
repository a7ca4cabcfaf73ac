import "server-only"
import { and, eq, gt, isNull, sql } from "drizzle-orm"
import { calendarDates, calendarOccurrences } from "@/db/schema"
import type { CALENDAR_KINDS } from "@/db/vocabulary"
import type { Ctx } from "../access/ctx"
import { found, RuleBroken } from "../errors"
import { say, sayCount } from "../words"
import { daysOf, MOST_DATES, ruleAt } from "./repeating/rules"
import { spanOf } from "./times"

/** Something that is put into the calendar: `at` null is all day, `rule` null is once. */
export type PlannedDate = {
  title: string
  about: string | null
  on: string
  at: string | null
  minutes: number
  place: string | null
  onlineLink: string | null
  capacity: number | null
  rule: string | null
  /** Whoever answers, answers for all its dates to come. */
  whole: boolean
}

/** The days of something, of which there must be some, and not too many. */
export function daysWithin(dated: Parameters<typeof daysOf>[0]): string[] {
  const days = daysOf(dated, MOST_DATES + 1)
  if (days.length === 0)
    throw new RuleBroken(say("There isn’t a single date between the first day and the last."), "until")
  if (days.length > MOST_DATES)
    throw new RuleBroken(
      sayCount(MOST_DATES, {
        one: "A series can have {count} date. Choose an earlier last day.",
        other: "A series can have {count} dates at most. Choose an earlier last day.",
      }),
      "until",
    )
  return days
}

/** Puts something into the calendar, a row for each time it takes place. Who may is settled by its room. Gives its id. */
export async function putInCalendar(
  ctx: Ctx,
  date: PlannedDate & { kind: keyof typeof CALENDAR_KINDS; audience: string },
): Promise<string> {
  const dated = { ...date, zone: ctx.lio.timezone }
  const days = daysWithin(dated)
  const [made] = await ctx.tx
    .insert(calendarDates)
    .values({ ...dated, on: found(days[0]), lioId: ctx.lio.id, changedAt: ctx.now })
    .returning({ id: calendarDates.id })
  const { id } = found(made)
  await ctx.tx
    .insert(calendarOccurrences)
    .values(days.map((day) => ({ lioId: ctx.lio.id, dateId: id, ruleDay: day, ...spanOf(dated, day) })))
  return id
}

/** Says in the calendar who may see something. */
export async function showInCalendar(ctx: Ctx, id: string, audience: string) {
  await ctx.tx.update(calendarDates).set({ audience, changedAt: ctx.now }).where(eq(calendarDates.id, id))
}

/** Whether anybody has said yet whether they come. */
export async function hasAnswers(ctx: Ctx, id: string): Promise<boolean> {
  const [row] = await ctx.tx.execute<{ any: boolean }>(sql`
    select exists (select from calendar_answers a join calendar_occurrences o on o.id = a.occurrence_id where o.date_id = ${id}) as any`)
  return row?.any ?? false
}

type Changed = Omit<PlannedDate, "rule" | "on"> & { on: string | null }

/**
 * Changes something in the calendar. Another time or place goes for the dates to come that were not moved by themselves;
 * another day (`on`) only for what takes place once.
 */
export async function changeInCalendar(ctx: Ctx, id: string, { on, ...to }: Changed) {
  const [before] = await ctx.tx.select().from(calendarDates).where(eq(calendarDates.id, id)).for("update")
  const date = { ...found(before), ...to }
  const rule = date.rule && ruleAt(date.rule, date)
  const day = date.rule ? date.on : (on ?? date.on)
  await ctx.tx
    .update(calendarDates)
    .set({ ...to, on: day, rule, sequence: sql`${calendarDates.sequence} + 1`, changedAt: ctx.now })
    .where(eq(calendarDates.id, id))
  const coming = await ctx.tx
    .select({ id: calendarOccurrences.id, ruleDay: calendarOccurrences.ruleDay })
    .from(calendarOccurrences)
    .where(
      and(
        eq(calendarOccurrences.dateId, id),
        isNull(calendarOccurrences.movedAt),
        isNull(calendarOccurrences.cancelledAt),
        // What takes place once may have been put into the past by mistake.
        date.rule ? gt(calendarOccurrences.endsAt, ctx.now) : undefined,
      ),
    )
  const times = coming.map((one) => {
    const onDay = date.rule ? one.ruleDay : day
    const { startsAt, endsAt } = spanOf(date, onDay)
    return { id: one.id, day: onDay, starts: startsAt.toISOString(), ends: endsAt.toISOString() }
  })
  await ctx.tx.execute(sql`
    update calendar_occurrences o set rule_day = t.day, starts_at = t.starts, ends_at = t.ends,
      reminded_at = case when o.starts_at = t.starts then o.reminded_at end
    from jsonb_to_recordset(${JSON.stringify(times)}::jsonb) as t(id uuid, day date, starts timestamptz, ends timestamptz)
    where o.id = t.id`)
}

/** Puts one date of a series on another day, at another time or in another place; the others stay. */
export async function moveOccurrence(
  ctx: Ctx,
  id: string,
  to: { on: string; at: string | null; minutes: number; place: string | null },
) {
  const span = spanOf({ ...to, zone: ctx.lio.timezone }, to.on)
  if (span.startsAt <= ctx.now)
    throw new RuleBroken(say("This is in the past. Enter a date in the future."), "on")
  const [moved] = await ctx.tx
    .update(calendarOccurrences)
    .set({
      ...span,
      place: to.place,
      movedAt: ctx.now,
      remindedAt: null,
      sequence: sql`${calendarOccurrences.sequence} + 1`,
    })
    .where(
      and(
        eq(calendarOccurrences.id, id),
        isNull(calendarOccurrences.cancelledAt),
        gt(calendarOccurrences.startsAt, ctx.now),
      ),
    )
    .returning({ id: calendarOccurrences.id })
  if (!moved) throw new RuleBroken(say("This date is over or was cancelled, so it can’t be moved."))
}

/** Cancels one date, once; the others of its series stay. */
export async function cancelOccurrence(ctx: Ctx, id: string, reason: string) {
  const [gone] = await ctx.tx
    .update(calendarOccurrences)
    .set({
      cancelledAt: ctx.now,
      cancelledReason: reason,
      sequence: sql`${calendarOccurrences.sequence} + 1`,
    })
    .where(
      and(
        eq(calendarOccurrences.id, id),
        isNull(calendarOccurrences.cancelledAt),
        gt(calendarOccurrences.startsAt, ctx.now),
      ),
    )
    .returning({ id: calendarOccurrences.id })
  if (!gone) throw new RuleBroken(say("This date is over or was cancelled already."))
}

/** Cancels something with all its dates to come, once. Gives the ids of the dates. */
export async function cancelInCalendar(ctx: Ctx, id: string, reason: string): Promise<string[]> {
  const [gone] = await ctx.tx
    .update(calendarDates)
    .set({
      cancelledAt: ctx.now,
      cancelledReason: reason,
      sequence: sql`${calendarDates.sequence} + 1`,
      changedAt: ctx.now,
    })
    .where(and(eq(calendarDates.id, id), isNull(calendarDates.cancelledAt)))
    .returning({ id: calendarDates.id })
  if (!gone) throw new RuleBroken(say("This was cancelled already."))
  const dates = await ctx.tx
    .update(calendarOccurrences)
    .set({ cancelledAt: ctx.now, cancelledReason: reason })
    .where(
      and(
        eq(calendarOccurrences.dateId, id),
        isNull(calendarOccurrences.cancelledAt),
        gt(calendarOccurrences.startsAt, ctx.now),
      ),
    )
    .returning({ id: calendarOccurrences.id })
  return dates.map((date) => date.id)
}
