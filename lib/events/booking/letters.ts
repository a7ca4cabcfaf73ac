import type { Ctx } from "../../access/ctx"
import { bookingPaths } from "../../access/links"
import { whenInWords } from "../../calendar/words"
import type { Letter } from "../../email/commands"
import { formatMoment, say, sayCount } from "../../words"
import type { PublicDate } from "../queries"
import { eachOnce, type Party } from "./queries"

const KEPT_DAYS = 60
const live = ({ places }: Party) => places.filter(({ state }) => state !== "no" && state !== "lapsed")

/** The dates of a course that are still to come, each with its place where that isn't the usual one. */
const datesToCome = (ctx: Ctx, party: Party): string[] =>
  party.dates
    .filter(({ startsAt, cancelledAt }) => startsAt > ctx.now && !cancelledAt)
    .map((date) => {
      const when = whenInWords({ ...party, ...date })
      return date.place && date.place !== party.place
        ? say("{when}, {place}", { when, place: date.place })
        : when
    })

/** What every letter about a booking says of it; `only`: of one date of a course. */
function aboutBooking(ctx: Ctx, party: Party, { only = false } = {}) {
  const ends = Math.max(party.endsAt.getTime(), ...party.dates.map(({ endsAt }) => endsAt.getTime()))
  const expires = new Date(ends + KEPT_DAYS * 86_400_000)
  const places = live(party)
  const coming = places.filter(({ state }) => state === "yes").map(({ name }) => name)
  return {
    title: party.title,
    when: whenInWords(party),
    dates: only ? [] : datesToCome(ctx, party),
    place: party.place,
    onlineLink: coming.length > 0 ? party.onlineLink : null,
    coming,
    waiting: places.filter(({ state }) => state === "waiting").map(({ name }) => name),
    ...bookingPaths(ctx.lio, party.id, expires),
  }
}

const to = ({ name, email }: Party) => ({ stream: "service" as const, to: { email: email ?? "", name } })
const reached = (parties: Party[]) => parties.filter(({ email }) => email)

/** Says what came of a booking: places, or the waiting list; and what else is on that is about the same. */
export const bookedLetters = (ctx: Ctx, parties: Party[], also: PublicDate[]): Letter[] =>
  reached(parties).map((party) => ({
    letter: "event-booked",
    ...to(party),
    props: {
      ...aboutBooking(ctx, party),
      price: party.price,
      also: also.map(({ eventId, title, ...date }) => ({
        title,
        when: whenInWords(date),
        url: `/${ctx.lio.slug}/events/${eventId}`,
      })),
    },
  }))

/** Offers places that have become free. */
export const offeredLetters = (ctx: Ctx, parties: Party[], offered: string[]): Letter[] =>
  reached(parties).map((party) => {
    const mine = party.places.filter(({ id }) => offered.includes(id))
    const until = mine[0]?.offeredUntil ?? party.startsAt
    return {
      letter: "event-offered",
      ...to(party),
      props: {
        ...aboutBooking(ctx, party),
        offered: mine.map(({ name }) => name),
        until: formatMoment(until, ctx.lio.timezone),
      },
    }
  })

/** Reminds those who come, the day before. */
export const reminderLetters = (ctx: Ctx, parties: Party[]): Letter[] =>
  reached(parties)
    .filter((party) => live(party).some(({ state }) => state === "yes"))
    .map((party) => ({
      letter: "event-reminder",
      ...to(party),
      props: aboutBooking(ctx, party, { only: true }),
    }))

/** Asks those who came how it was. */
export const feedbackLetters = (ctx: Ctx, parties: Party[]): Letter[] =>
  reached(parties).map((party) => ({
    letter: "event-feedback",
    ...to(party),
    props: { title: party.title, url: `${aboutBooking(ctx, party).url}#feedback` },
  }))

/** Tells of another time or place, or another link to join online. `before` is when and where it was to be. */
export function changedLetters(
  ctx: Ctx,
  parties: Party[],
  before: Map<string, { when: string; place: string | null }>,
): Letter[] {
  const often = Map.groupBy(parties, ({ id }) => id)
  return eachOnce(reached(parties))
    .filter((party) => live(party).length > 0)
    .map((party) => {
      const was = before.get(party.dateId)
      const stays = was?.when === whenInWords(party) && was.place === party.place
      const several = (often.get(party.id)?.length ?? 0) > 1
      return {
        letter: "event-changed",
        ...to(party),
        props: {
          ...aboutBooking(ctx, party),
          change: several ? ("dates" as const) : stays ? ("link" as const) : ("date" as const),
          before: stays || several ? null : (was ?? null),
          reason: null,
        },
      }
    })
}

/** Tells those who booked a course of its dates, now that they are others. */
export const rearrangedLetters = (ctx: Ctx, parties: Party[], reason: string | null): Letter[] =>
  reached(parties)
    .filter((party) => live(party).length > 0)
    .map((party) => ({
      letter: "event-changed",
      ...to(party),
      props: { ...aboutBooking(ctx, party), change: "dates", before: null, reason },
    }))

/** Tells that it doesn't take place: all of it, or one date of a course whose others stay. */
export function cancelledLetters(ctx: Ctx, parties: Party[], reason: string): Letter[] {
  const often = Map.groupBy(parties, ({ id }) => id)
  const whenOf = (party: Party) => {
    const when = whenInWords(party)
    const later = (often.get(party.id)?.length ?? 1) - 1
    return later === 0
      ? when
      : sayCount(
          later,
          { one: "{when}, and {count} later date", other: "{when}, and {count} later dates" },
          { when },
        )
  }
  return eachOnce(reached(parties))
    .filter((party) => live(party).length > 0)
    .map((party) => ({
      letter: "event-cancelled",
      ...to(party),
      props: {
        title: party.title,
        when: whenOf(party),
        reason,
        dates: datesToCome(ctx, party),
        eventsUrl: `/${ctx.lio.slug}/events`,
      },
    }))
}
