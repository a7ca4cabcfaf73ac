import "server-only"
import { sql } from "drizzle-orm"
import type { CALENDAR_KINDS, PLACE_ANSWERS } from "@/db/vocabulary"
import { readingAll } from "../../access/audiences"
import type { Ctx } from "../../access/ctx"
import { found, RuleBroken } from "../../errors"
import { say } from "../../words"
import { answerAt, copyAnswers, spreadAnswers } from "./whole/commands"

type State = keyof typeof PLACE_ANSWERS

/** How long a place that has become free is kept for whoever is next, in hours; half the time there is left, if that is less. */
const OFFER_HOURS = 48
/** The places there are where there is no limit. */
const NO_LIMIT = 1_000_000

/** An answer as it stands after an act. `head`: the answer of whoever answered for them; to its address go the letters. */
export type Answered = { id: string; state: State; head: string }

/** A date that people answer, held until the transaction ends: nobody else takes a place meanwhile. */
export type HeldDate = {
  id: string
  dateId: string
  title: string
  startsAt: Date
  capacity: number | null
  cancelledAt: Date | null
  audience: string
  /** It is answered as a whole, with its other dates to come. */
  whole: boolean
  others: string[]
}
type HeldRow = Omit<HeldDate, "startsAt" | "cancelledAt" | "others"> & {
  startsAt: string
  cancelledAt: string | null
}

const HELD = sql`select o.id, o.date_id as "dateId", d.title, o.starts_at as "startsAt", d.capacity, o.cancelled_at as "cancelledAt", d.audience, d.whole
  from calendar_occurrences o join calendar_dates d on d.id = o.date_id`
const heldOf = (row: HeldRow, others: string[] = []): HeldDate => ({
  ...row,
  others,
  startsAt: new Date(row.startsAt),
  cancelledAt: row.cancelledAt ? new Date(row.cancelledAt) : null,
})

/** Holds what is answered as a whole, by its own row, before any of its dates: so two who want it never wait for each other. */
const holdWhole = (ctx: Ctx, occurrenceId: string) =>
  ctx.tx.execute<{ id: string }>(sql`
    select d.id from calendar_dates d
    where d.whole and d.id = (select o.date_id from calendar_occurrences o where o.id = ${occurrenceId}) for update`)

/**
 * Holds a date: whoever else wants a place at it waits until this is done, so that no place is given twice. Of what is
 * answered as a whole it is the next date to come, with the others after it.
 */
export async function holdDate(ctx: Ctx, occurrenceId: string): Promise<HeldDate> {
  const [row] = await ctx.tx.execute<HeldRow>(
    sql`${HELD} where o.id = ${occurrenceId} and not d.whole for update of o`,
  )
  if (row) return heldOf(row)
  const [whole] = await holdWhole(ctx, occurrenceId)
  const { id } = found(whole)
  const [first, ...others] = await ctx.tx.execute<HeldRow>(sql`
    ${HELD} where o.date_id = ${id} and o.cancelled_at is null and o.starts_at > ${ctx.now.toISOString()}::timestamptz
    order by o.starts_at, o.id`)
  if (first)
    return heldOf(
      first,
      others.map((one) => one.id),
    )
  return holdOneDate(ctx, occurrenceId)
}

/** Holds just this date, whatever it is a part of. */
export async function holdOneDate(ctx: Ctx, occurrenceId: string): Promise<HeldDate> {
  await holdWhole(ctx, occurrenceId)
  const [row] = await ctx.tx.execute<HeldRow>(sql`${HELD} where o.id = ${occurrenceId} for update of o`)
  return heldOf({ ...found(row), whole: false })
}

/** Refuses to give a place at a date that has begun or doesn't take place. */
export function ensureToCome(ctx: Ctx, date: HeldDate) {
  if (date.cancelledAt) throw new RuleBroken(say("This date has been cancelled."))
  if (date.startsAt <= ctx.now)
    throw new RuleBroken(say("This date has begun, so it can’t be booked any more."))
}

/** Somebody who answers. */
export type Answering = {
  name: string
  email: string | null
  personId: string | null
  groupId: string | null
  groupName: string | null
}

/**
 * Answers of people who come together, in their order: places while there are any, then the waiting list; nobody gets past
 * those who wait already. The first of them is the head of the others. The date is held before. Who may is settled by its room.
 */
export async function answerTogether(
  ctx: Ctx,
  date: HeldDate,
  people: Answering[],
  answer: "yes" | "perhaps" | "no" = "yes",
): Promise<Answered[]> {
  return readingAll(ctx, "how many places are taken, and whether anybody waits", async () => {
    const rows = await ctx.tx.execute<Answered>(sql`
      with there as (
        select count(*) filter (where state in ('yes', 'offered')) as taken, count(*) filter (where state = 'waiting') as waiting,
          coalesce(max(position), 0) as last
        from calendar_answers where occurrence_id = ${date.id}),
      heads as materialized (select gen_random_uuid() as id),
      said as materialized (
        select e.place, case when e.place = 1 then h.id else gen_random_uuid() end as id, h.id as head, r.*
        from jsonb_array_elements(${JSON.stringify(people)}::jsonb) with ordinality as e(said, place), heads h,
          lateral jsonb_to_record(e.said) as r(name text, email text, "personId" uuid, "groupId" uuid, "groupName" text))
      insert into calendar_answers (lio_id, id, occurrence_id, person_id, group_id, name, email, group_name, answered_by_id, whole_id,
        state, position, answered_at)
      select ${ctx.lio.id}::uuid, p.id, ${date.id}::uuid, p."personId", p."groupId", p.name, p.email, p."groupName",
        case when p.place > 1 then p.head end, case when ${date.whole}::boolean then p.id end,
        case when ${answer} <> 'yes' then ${answer}
          when ${date.capacity}::int is null or (t.waiting = 0 and t.taken + p.place <= ${date.capacity}::int) then 'yes' else 'waiting' end,
        t.last + p.place, ${ctx.now.toISOString()}::timestamptz
      from said p, there t
      order by p.place
      returning id, state, coalesce(answered_by_id, id) as head`)
    await copyAnswers(
      ctx,
      rows.map(({ id }) => id),
      date.others,
    )
    return [...rows]
  })
}

/** When an offer that is made now runs out. */
function offerUntil(now: Date, startsAt: Date): Date {
  const left = startsAt.getTime() - now.getTime()
  return new Date(now.getTime() + Math.min(OFFER_HOURS * 3_600_000, left / 2))
}

/** Offers whatever places are free to those who wait, in the order in which they came. The date is held before. */
async function moveUp(ctx: Ctx, date: HeldDate): Promise<Answered[]> {
  if (date.cancelledAt || date.startsAt <= ctx.now) return []
  const capacity = date.capacity ?? NO_LIMIT
  const rows = await ctx.tx.execute<Answered>(sql`
    update calendar_answers set state = 'offered', offered_until = ${offerUntil(ctx.now, date.startsAt).toISOString()}::timestamptz
    where occurrence_id = ${date.id} and id in (
      select id from calendar_answers where occurrence_id = ${date.id} and state = 'waiting' order by position
      limit greatest(0, ${capacity}::int - (
        select count(*) from calendar_answers where occurrence_id = ${date.id} and state in ('yes', 'offered'))))
    returning id, state, coalesce(answered_by_id, id) as head`)
  await spreadAnswers(ctx, date)
  return [...rows]
}

/** The date that an answer is to. */
export async function dateOfAnswer(ctx: Ctx, answerId: string): Promise<string> {
  const [row] = await ctx.tx.execute<{ id: string }>(
    sql`select occurrence_id as id from calendar_answers where id = ${answerId}`,
  )
  return found(row).id
}

/**
 * Gives an answer back, once, and offers its place to whoever waits first. Gives whether it had stood, and those to whom a
 * place was offered. The date is held before.
 */
export async function withdrawAnswer(ctx: Ctx, date: HeldDate, answerId: string) {
  const mine = await answerAt(ctx, date, answerId)
  const gone = await ctx.tx.execute(sql`
    update calendar_answers set state = 'no', offered_until = null
    where id = ${mine} and occurrence_id = ${date.id} and state in ('yes', 'perhaps', 'waiting', 'offered')`)
  return { stood: gone.count > 0, offered: await moveUp(ctx, date) }
}

/** Takes the place that was offered, once and in time. Gives whether it was taken just now. */
export async function takeOffer(ctx: Ctx, date: HeldDate, answerId: string): Promise<boolean> {
  const mine = await answerAt(ctx, date, answerId)
  const [taken] = await ctx.tx.execute(sql`
    update calendar_answers set state = 'yes', offered_until = null
    where id = ${mine} and occurrence_id = ${date.id} and state = 'offered' and offered_until > ${ctx.now.toISOString()}::timestamptz
    returning id`)
  if (taken) await spreadAnswers(ctx, date)
  if (taken) return true
  const [row] = await ctx.tx.execute<{ state: State }>(
    sql`select state from calendar_answers where id = ${mine}`,
  )
  if (found(row).state === "yes") return false
  throw new RuleBroken(
    say("This place isn’t kept for you any more. It has gone to the next person on the list."),
  )
}

/** The dates of one kind to come on which an offer has run out, or somebody waits though a place is free. */
export async function listDatesToSettle(ctx: Ctx, kind: keyof typeof CALENDAR_KINDS): Promise<string[]> {
  const now = sql`${ctx.now.toISOString()}::timestamptz`
  const rows = await ctx.tx.execute<{ id: string }>(sql`
    select o.id from calendar_occurrences o join calendar_dates d on d.id = o.date_id and d.kind = ${kind}
    where o.starts_at > ${now} and o.cancelled_at is null and (
      exists (select from calendar_answers a where a.occurrence_id = o.id and a.state = 'offered' and a.offered_until <= ${now})
      or (exists (select from calendar_answers a where a.occurrence_id = o.id and a.state = 'waiting')
        and coalesce(d.capacity, ${NO_LIMIT}) > (select count(*) from calendar_answers a where a.occurrence_id = o.id and a.state in ('yes', 'offered'))))
    order by o.starts_at`)
  return rows.map((row) => row.id)
}

/** Lets the offers of a date go that have run out, and offers their places to the next. The date is held before. */
export async function settleOffers(
  ctx: Ctx,
  date: HeldDate,
): Promise<{ lapsed: Answered[]; offered: Answered[] }> {
  const lapsed = await ctx.tx.execute<Answered>(sql`
    update calendar_answers set state = 'lapsed', offered_until = null
    where occurrence_id = ${date.id} and state = 'offered' and offered_until <= ${ctx.now.toISOString()}::timestamptz
    returning id, state, coalesce(answered_by_id, id) as head`)
  return { lapsed: [...lapsed], offered: await moveUp(ctx, date) }
}

/** Notes who came to a date and who had a place and didn't come; `came` null takes it back. Gives their groups, null for none. */
export async function noteAttendance(
  ctx: Ctx,
  occurrenceId: string,
  { answerIds, came }: { answerIds: string[]; came: boolean | null },
): Promise<(string | null)[]> {
  const at = ctx.now.toISOString()
  const noted = await ctx.tx.execute<{ groupId: string | null }>(sql`
    update calendar_answers set came_at = ${came ? at : null}::timestamptz, missed_at = ${came === false ? at : null}::timestamptz
    where occurrence_id = ${occurrenceId} and id = any (${sql.param(answerIds)}::uuid[]) and state <> 'no'
    returning group_id as "groupId"`)
  return noted.map(({ groupId }) => groupId)
}
