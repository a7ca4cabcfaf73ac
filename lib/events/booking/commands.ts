import "server-only"
import { eq, sql } from "drizzle-orm"
import { bookableEvents, bookingNeeds } from "@/db/schema"
import { readingAll } from "../../access/audiences"
import type { Ctx } from "../../access/ctx"
import { holdsLink } from "../../access/may"
import {
  type Answered,
  answerTogether,
  dateOfAnswer,
  ensureToCome,
  type HeldDate,
  holdDate,
  settleOffers,
  takeOffer,
  withdrawAnswer,
} from "../../calendar/answers/commands"
import { postAll } from "../../email/commands"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { say, sayCount } from "../../words"
import { mayKeepEvents } from "../policy"
import { listAlso } from "../queries"
import type { Book, BookIn } from "./input"
import { bookedLetters, offeredLetters } from "./letters"
import { headOf, listPartiesOf, whoIs } from "./queries"

type Booked = { head: string; eventId: string; coming: number; waiting: number }

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

/** Everybody in a booking of the same person for the same date, that still stands. */
async function bookedBefore(
  ctx: Ctx,
  date: HeldDate,
  { email, name }: { email: string | null; name: string },
) {
  const rows = await ctx.tx.execute<Answered & { name: string }>(sql`
    select a.id, a.name, a.state, coalesce(a.answered_by_id, a.id) as head from calendar_answers a
    where a.occurrence_id = ${date.id} and a.state in ('yes', 'waiting', 'offered') and coalesce(a.answered_by_id, a.id) = (
      select b.id from calendar_answers b where b.occurrence_id = ${date.id} and b.answered_by_id is null
        and b.email = ${email} and lower(b.name) = lower(${name}) and b.state in ('yes', 'waiting', 'offered') limit 1)`)
  return [...rows]
}

const summed = (eventId: string, answers: Answered[]): Booked => ({
  head: found(answers[0]).head,
  eventId,
  coming: answers.filter(({ state }) => state === "yes").length,
  waiting: answers.filter(({ state }) => state === "waiting").length,
})

/** Tells somebody what came of their booking. */
async function tellBooked(ctx: Ctx, { head, eventId }: Pick<Booked, "head" | "eventId">) {
  const [parties, also] = await Promise.all([listPartiesOf(ctx, [head]), listAlso(ctx, eventId)])
  await postAll(ctx, bookedLetters(ctx, parties, also))
}

/** Books places at a date that is held, for somebody and their colleagues. The same again is the first one. */
async function bookAt(ctx: Ctx, date: HeldDate, input: BookIn): Promise<Booked> {
  const before = await bookedBefore(ctx, date, input)
  if (before.length > 0) {
    if (input.colleagues.some((name) => !before.some((one) => isSame(one.name, name))))
      throw new RuleBroken(
        say("You’ve already booked this date. To bring somebody else, book again under their name."),
        "colleagues",
      )
    return summed(date.dateId, before)
  }
  const { personId, groupId } = await whoIs(ctx, input)
  const group = { groupId, groupName: input.group }
  const answers = await answerTogether(ctx, date, [
    { name: input.name, email: input.email, personId, ...group },
    ...input.colleagues.map((name) => ({ name, email: null, personId: null, ...group })),
  ])
  const booked = summed(date.dateId, answers)
  if (input.access || input.food)
    await ctx.tx
      .insert(bookingNeeds)
      .values({ lioId: ctx.lio.id, answerId: booked.head, access: input.access, food: input.food })
  await record(ctx, {
    what: "event.booked",
    subject: ["event", date.dateId],
    groupIds: groupId ? [groupId] : [],
    // Who booked stands in the booking alone, and goes with it.
    summary: sayCount(
      answers.length,
      {
        one: "Booked {count} place: {title}",
        other: "Booked {count} places: {title}",
      },
      { title: date.title },
    ),
  })
  await tellBooked(ctx, booked)
  return booked
}

/** Somebody books places at a date of a public event for themselves and for colleagues. */
export async function bookPlaces(ctx: Ctx, { dateId, company: _nobody, ...input }: Book): Promise<Booked> {
  return readingAll(ctx, "whether the same was booked before; whoever books sees no bookings", async () => {
    const date = await holdDate(ctx, dateId)
    const [event] = await ctx.tx.select().from(bookableEvents).where(eq(bookableEvents.id, date.dateId))
    found(date.audience === "public" && event?.publishedAt ? event : null)
    ensureToCome(ctx, date)
    return bookAt(ctx, date, { dateId, ...input })
  })
}

/** Staff book somebody in, who rang or wrote. */
export async function bookIn(ctx: Ctx, input: BookIn): Promise<Booked & { name: string }> {
  ensure(mayKeepEvents(ctx.actor), say("Only workers and managers can book people in."))
  const date = await holdDate(ctx, input.dateId)
  const [event] = await ctx.tx.select().from(bookableEvents).where(eq(bookableEvents.id, date.dateId))
  if (!event?.publishedAt) throw new RuleBroken(say("Publish the event first. Then you can book people in."))
  ensureToCome(ctx, date)
  return { ...(await bookAt(ctx, date, input)), name: input.name }
}

/** Tells those to whom a place was offered. */
async function tellOffered(ctx: Ctx, offered: Answered[]) {
  const parties = await listPartiesOf(
    ctx,
    offered.map(({ head }) => head),
  )
  await postAll(
    ctx,
    offeredLetters(
      ctx,
      parties,
      offered.map(({ id }) => id),
    ),
  )
}

/** Whether somebody may turn a place of a booking: staff, or whoever holds the link of the booking. Gives who booked it. */
async function ensureMayTurn(ctx: Ctx, id: string): Promise<string> {
  const head = await headOf(ctx, id)
  ensure(
    mayKeepEvents(ctx.actor) || holdsLink(ctx.actor, "booking", head),
    say("You can’t change this booking."),
  )
  return head
}

/** Gives a place back, or a wish for one. Whoever waits first is offered it at once. */
export async function givePlaceBack(ctx: Ctx, { id }: { id: string }) {
  return readingAll(ctx, "who waits for the place", async () => {
    await ensureMayTurn(ctx, id)
    const date = await holdDate(ctx, await dateOfAnswer(ctx, id))
    if (!mayKeepEvents(ctx.actor)) ensureToCome(ctx, date)
    const { stood, offered } = await withdrawAnswer(ctx, date, id)
    if (!stood) throw new RuleBroken(say("This place was given back already."))
    await record(ctx, {
      what: "event.withdrawn",
      subject: ["event", date.dateId],
      summary: say("Gave a place back: {title}", { title: date.title }),
    })
    await tellOffered(ctx, offered)
    return { id, dateId: date.id, eventId: date.dateId }
  })
}

/** Takes a place that was offered, in time. */
export async function takePlace(ctx: Ctx, { id }: { id: string }) {
  return readingAll(ctx, "whether the place is still kept", async () => {
    const head = await ensureMayTurn(ctx, id)
    const date = await holdDate(ctx, await dateOfAnswer(ctx, id))
    ensureToCome(ctx, date)
    if (await takeOffer(ctx, date, id)) {
      await record(ctx, {
        what: "event.place_taken",
        subject: ["event", date.dateId],
        summary: say("Took a place that had become free: {title}", { title: date.title }),
      })
      await tellBooked(ctx, { head, eventId: date.dateId })
    }
    return { id, dateId: date.id, eventId: date.dateId }
  })
}

/** Says again what those who are booked need. */
export async function sayNeeds(
  ctx: Ctx,
  { id, access, food }: { id: string; access: string | null; food: string | null },
) {
  ensure(holdsLink(ctx.actor, "booking", id))
  await readingAll(ctx, "needs are for staff to read", () =>
    ctx.tx
      .insert(bookingNeeds)
      .values({ lioId: ctx.lio.id, answerId: id, access, food })
      .onConflictDoUpdate({ target: [bookingNeeds.lioId, bookingNeeds.answerId], set: { access, food } }),
  )
}

/** Lets offers of a date go that have run out, and offers what is free to the next. For the clock. */
export async function settleDate(ctx: Ctx, dateId: string) {
  ensure(ctx.actor.kind === "system")
  const { offered } = await settleOffers(ctx, await holdDate(ctx, dateId))
  await tellOffered(ctx, offered)
}
