import "server-only"
import { eq, sql } from "drizzle-orm"
import { calendarDates, calendarOccurrences } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { found, RuleBroken } from "../../errors"
import { say } from "../../words"
import { copyAnswers } from "../answers/whole/commands"
import { daysWithin } from "../commands"
import { spanOf } from "../times"
import { type Repeating, ruleOf } from "./rules"

/** One of the dates that another rule goes for. `answered`: somebody has said whether they come. */
type Affected = { id: string; ruleDay: string; cancelled: boolean; answered: boolean }

/** Holds the dates to come from a day on, so that nobody answers one as it falls away. */
async function holdFrom(ctx: Ctx, dateId: string, fromDay: string): Promise<Affected[]> {
  const which = sql`o.date_id = ${dateId} and o.rule_day >= ${fromDay}::date and o.starts_at > ${ctx.now.toISOString()}::timestamptz`
  await ctx.tx.execute(sql`select o.id from calendar_occurrences o where ${which} order by o.id for update`)
  const rows = await ctx.tx.execute<Affected>(sql`
    select o.id, o.rule_day::text as "ruleDay", o.cancelled_at is not null as cancelled,
      exists (select from calendar_answers a where a.occurrence_id = o.id) as answered
    from calendar_occurrences o where ${which} order by o.rule_day`)
  return [...rows]
}

/** What came of another rule: the dates that fall away though people had answered, and those that are new. */
export type Rearranged = { gone: string[]; added: string[] }

/**
 * Has a series repeat by another rule from one of its dates on (`fromId`); what comes before stays. A date that the new rule
 * has too is the same date, with its answers. One that falls away is cancelled where anybody has answered, else it goes.
 * Those who have booked a course have a place at its new dates. Who may is settled by its room.
 */
export async function repeatAnew(
  ctx: Ctx,
  id: string,
  {
    fromId,
    on,
    reason,
    ...repeating
  }: Repeating & { fromId: string; on: string | null; reason: string | null },
): Promise<Rearranged> {
  const [row] = await ctx.tx.select().from(calendarDates).where(eq(calendarDates.id, id)).for("update")
  const series = found(row)
  const [from] = await ctx.tx.execute<{ day: string; over: boolean }>(sql`
    select rule_day::text as day, starts_at <= ${ctx.now.toISOString()}::timestamptz as over
    from calendar_occurrences where id = ${fromId} and date_id = ${id}`)
  const { day, over } = found(from)
  if (!series.rule || over)
    throw new RuleBroken(say("This date is over. Choose one that’s still to come."), "fromId")
  const begins = { ...series, on: on ?? day }
  const rule = ruleOf(begins, repeating)
  const days = daysWithin({ ...begins, rule })
  if (spanOf(series, found(days[0])).startsAt <= ctx.now)
    throw new RuleBroken(say("This is in the past. Enter a date in the future."), "on")
  const affected = await holdFrom(ctx, id, day)
  const away = affected.filter(({ ruleDay }) => !days.includes(ruleDay))
  const gone = away.filter(({ answered, cancelled }) => answered && !cancelled).map((one) => one.id)
  if (gone.length > 0 && !reason)
    throw new RuleBroken(
      say("Enter a reason: people have booked dates that are being dropped, and they’ll read it."),
      "reason",
    )
  const bookings = series.whole ? await listBookings(ctx, id) : []
  await ctx.tx.execute(sql`
    update calendar_occurrences set cancelled_at = ${ctx.now.toISOString()}::timestamptz, cancelled_reason = ${reason}, sequence = sequence + 1
    where id = any (${sql.param(gone)}::uuid[])`)
  const empty = away.filter(({ answered }) => !answered).map((one) => one.id)
  await ctx.tx.execute(sql`delete from calendar_occurrences where id = any (${sql.param(empty)}::uuid[])`)
  const added = await ctx.tx
    .insert(calendarOccurrences)
    .values(days.map((one) => ({ lioId: ctx.lio.id, dateId: id, ruleDay: one, ...spanOf(series, one) })))
    .onConflictDoNothing()
    .returning({ id: calendarOccurrences.id })
  await ctx.tx
    .update(calendarDates)
    .set({ on: found(days[0]), rule, sequence: sql`${calendarDates.sequence} + 1`, changedAt: ctx.now })
    .where(eq(calendarDates.id, id))
  const made = added.map((one) => one.id)
  await copyAnswers(ctx, bookings, made)
  return { gone, added: made }
}

/** The answers to something as a whole that stand, each where it stands last. */
async function listBookings(ctx: Ctx, id: string): Promise<string[]> {
  const rows = await ctx.tx.execute<{ id: string }>(sql`
    select distinct on (a.whole_id) a.id from calendar_answers a join calendar_occurrences o on o.id = a.occurrence_id
    where o.date_id = ${id} and a.whole_id is not null
    order by a.whole_id, o.cancelled_at is not null, o.starts_at desc`)
  return rows.map((one) => one.id)
}
