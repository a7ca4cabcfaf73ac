import "server-only"
import { and, eq, isNull, sql } from "drizzle-orm"
import { bookableEvents } from "@/db/schema"
import { type Ctx, personOf } from "../access/ctx"
import {
  cancelInCalendar,
  cancelOccurrence,
  changeInCalendar,
  hasAnswers,
  moveOccurrence,
  putInCalendar,
  showInCalendar,
} from "../calendar/commands"
import { repeatAnew } from "../calendar/repeating/commands"
import { ruleOf } from "../calendar/repeating/rules"
import { whenInWords } from "../calendar/words"
import { postAll } from "../email/commands"
import { ensure, found, RuleBroken } from "../errors"
import { enqueue } from "../jobs/commands"
import { record } from "../journal/commands"
import { say } from "../words"
import { cancelledLetters, changedLetters, rearrangedLetters } from "./booking/letters"
import { listParties, listPartiesOfEvent } from "./booking/queries"
import { askTheUsual } from "./feedback/questions/commands"
import type { AddEvent, CancelEvent, ChangeEvent, MoveDate, RepeatAnew } from "./input"
import { mayKeepEvents } from "./policy"
import { getEvent, listDatesOf } from "./queries"
import { writeThemes } from "./themes/commands"

const guard = (ctx: Ctx) =>
  ensure(mayKeepEvents(ctx.actor), say("Only workers and managers can change events."))

/** Refuses a day that is over. */
function ensureToCome(ctx: Ctx, on: string | null) {
  if (on && on < ctx.today)
    throw new RuleBroken(say("This date is in the past. Enter today or a later date."), "on")
}

/** Adds an event or a series, as a draft. */
export async function addEvent(ctx: Ctx, input: AddEvent): Promise<{ id: string; title: string }> {
  guard(ctx)
  const { every, until, notIn, bookedAs, price, audience, termIds, ...date } = input
  const zone = ctx.lio.timezone
  const rule = every && until ? ruleOf({ on: date.on, at: date.at, zone }, { every, until, notIn }) : null
  ensureToCome(ctx, date.on)
  const id = await putInCalendar(ctx, {
    ...date,
    rule,
    whole: rule !== null && bookedAs === "course",
    kind: "event",
    audience: "staff",
  })
  await ctx.tx.insert(bookableEvents).values({
    ...{ lioId: ctx.lio.id, id, price, openTo: audience },
    addedAt: ctx.now,
    addedBy: personOf(ctx.actor)?.personId ?? null,
  })
  await writeThemes(ctx, id, termIds)
  await askTheUsual(ctx, id)
  await record(ctx, {
    what: "event.added",
    subject: ["event", id],
    summary: say("Added an event: {title}", { title: date.title }),
  })
  return { id, title: date.title }
}

/** Publishes an event, once: from then on people can book. */
export async function publishEvent(ctx: Ctx, { id }: { id: string }): Promise<{ id: string; title: string }> {
  guard(ctx)
  const event = await getEvent(ctx, id)
  if (event.cancelledAt) throw new RuleBroken(say("This event is cancelled, so it can’t be published."))
  const [published] = await ctx.tx
    .update(bookableEvents)
    .set({ publishedAt: ctx.now })
    .where(and(eq(bookableEvents.id, id), isNull(bookableEvents.publishedAt)))
    .returning({ id: bookableEvents.id })
  if (!published) throw new RuleBroken(say("This event was published already."))
  await showInCalendar(ctx, id, event.openTo)
  await record(ctx, {
    what: "event.published",
    subject: ["event", id],
    summary: say("Published the event: {title}", { title: event.title }),
  })
  return { id, title: event.title }
}

/** When and where each date of an event is, to tell what was different. */
const placesOf = async (ctx: Ctx, id: string) =>
  new Map(
    (await listDatesOf(ctx, id)).map((date) => [date.id, { when: whenInWords(date), place: date.place }]),
  )
type Places = Awaited<ReturnType<typeof placesOf>>

/** Tells those who booked dates whose time or place is another than before, or all (`everybody`). Gives how many letters go. */
async function tellChanged(ctx: Ctx, id: string, before: Places, everybody = false): Promise<number> {
  const now = await placesOf(ctx, id)
  const changed = [...now].flatMap(([dateId, { when, place }]) => {
    const was = before.get(dateId)
    return everybody || (was && (was.when !== when || was.place !== place)) ? [dateId] : []
  })
  if (changed.length === 0) return 0
  const parties = await listParties(
    ctx,
    sql`o.id = any (${sql.param(changed)}::uuid[]) and o.cancelled_at is null and o.ends_at > ${ctx.now.toISOString()}::timestamptz`,
  )
  return postAll(ctx, changedLetters(ctx, parties, before))
}

/** Says an event better. Whoever booked is told of another time, place or link; more places go to those who wait. */
export async function changeEvent(ctx: Ctx, input: ChangeEvent): Promise<{ id: string; told: number }> {
  guard(ctx)
  const { id, bookedAs, price, audience, termIds, ...date } = input
  const event = await getEvent(ctx, id)
  if (event.cancelledAt) throw new RuleBroken(say("This event is cancelled, so it can’t be changed."))
  if (!event.rule && date.on !== event.on) ensureToCome(ctx, date.on)
  const whole = event.rule !== null && bookedAs === "course"
  if (whole !== event.whole && (await hasAnswers(ctx, id)))
    throw new RuleBroken(
      say("People have booked this already, so how it’s booked stays as it is."),
      "bookedAs",
    )
  const before = await placesOf(ctx, id)
  await changeInCalendar(ctx, id, { ...date, whole })
  await ctx.tx.update(bookableEvents).set({ price, openTo: audience }).where(eq(bookableEvents.id, id))
  await writeThemes(ctx, id, termIds)
  if (event.publishedAt) await showInCalendar(ctx, id, audience)
  const told = await tellChanged(ctx, id, before, date.onlineLink !== event.onlineLink)
  if (date.capacity !== event.capacity) await enqueue(ctx, "event-places", {})
  await record(ctx, {
    what: "event.changed",
    subject: ["event", id],
    summary: say("Changed the event: {title}", { title: date.title }),
  })
  return { id, told }
}

async function eventOfDate(ctx: Ctx, dateId: string) {
  const [row] = await ctx.tx.execute<{ id: string }>(
    sql`select e.id from calendar_occurrences o join bookable_events e on e.id = o.date_id where o.id = ${dateId}`,
  )
  return getEvent(ctx, found(row).id)
}

/** Moves one date to another time or place. Those who booked it are told, and nobody else. */
export async function moveDate(ctx: Ctx, { id, on, at, ...to }: MoveDate) {
  guard(ctx)
  const event = await eventOfDate(ctx, id)
  if (!event.rule) throw new RuleBroken(say("This event has one date. Change the event instead."))
  const before = await placesOf(ctx, event.id)
  if (event.at && !at) throw new RuleBroken(say("Enter when it starts"), "at")
  const { place } = to
  await moveOccurrence(ctx, id, {
    place,
    on,
    at: event.at && at,
    minutes: event.at ? to.minutes : event.minutes,
  })
  const told = await tellChanged(ctx, event.id, before)
  await record(ctx, {
    what: "event.date_moved",
    subject: ["event", event.id],
    summary: say("Moved one date of the event: {title}", { title: event.title }),
  })
  return { id, eventId: event.id, told }
}

/**
 * Has a series repeat otherwise from one of its dates on. Whoever booked a date that falls away is told why, and whoever
 * booked a course of its new dates.
 */
export async function repeatEventAnew(ctx: Ctx, { id, ...to }: RepeatAnew) {
  guard(ctx)
  const event = await getEvent(ctx, id)
  if (!event.rule) throw new RuleBroken(say("This event has one date. Change the event instead."))
  if (event.cancelledAt) throw new RuleBroken(say("This event is cancelled, so it can’t be changed."))
  ensureToCome(ctx, to.on)
  const { gone, added } = await repeatAnew(ctx, id, to)
  const letters = event.whole
    ? gone.length + added.length > 0
      ? rearrangedLetters(ctx, await listPartiesOfEvent(ctx, id), to.reason)
      : []
    : cancelledLetters(
        ctx,
        await listParties(ctx, sql`o.id = any (${sql.param(gone)}::uuid[])`),
        to.reason ?? "",
      )
  const told = await postAll(ctx, letters)
  await record(ctx, {
    what: "event.repeats_anew",
    subject: ["event", id],
    summary: say("Changed how the event repeats: {title}", { title: event.title }),
    from: { rule: event.rule },
    to: { every: to.every, until: to.until },
  })
  return { id, told, gone: gone.length, added: added.length }
}

/** Cancels one date of an event. Those who booked it are told, and nobody else. */
export async function cancelDate(ctx: Ctx, { id, reason }: CancelEvent) {
  guard(ctx)
  const event = await eventOfDate(ctx, id)
  await cancelOccurrence(ctx, id, reason)
  const parties = await listParties(ctx, sql`o.id = ${id}`)
  const told = await postAll(ctx, cancelledLetters(ctx, parties, reason))
  await record(ctx, {
    what: "event.date_cancelled",
    subject: ["event", event.id],
    summary: say("Cancelled one date of the event: {title}", { title: event.title }),
  })
  return { id, eventId: event.id, told }
}

/** Cancels an event with all its dates to come, once. Everybody who booked one is told. */
export async function cancelEvent(ctx: Ctx, { id, reason }: CancelEvent) {
  guard(ctx)
  const { title } = await getEvent(ctx, id)
  const dates = await cancelInCalendar(ctx, id, reason)
  const parties = await listParties(ctx, sql`o.id = any (${sql.param(dates)}::uuid[])`)
  const told = await postAll(ctx, cancelledLetters(ctx, parties, reason))
  await record(ctx, {
    what: "event.cancelled",
    subject: ["event", id],
    summary: say("Cancelled the event: {title}", { title }),
  })
  return { id, told }
}
