import type { Ctx } from "../../access/ctx"
import { bookingPaths } from "../../access/links"
import type { Letter } from "../../email/commands"
import { formatMoment } from "../../words"
import type { PublicDate } from "../queries"
import { whenInWords } from "../words"
import type { Party } from "./queries"

const KEPT_DAYS = 60
const live = ({ places }: Party) => places.filter(({ state }) => state !== "no" && state !== "lapsed")

/** What every letter about a booking says of it. */
function aboutBooking(ctx: Ctx, party: Party) {
  const expires = new Date(party.endsAt.getTime() + KEPT_DAYS * 86_400_000)
  const places = live(party)
  const coming = places.filter(({ state }) => state === "yes").map(({ name }) => name)
  return {
    title: party.title,
    when: whenInWords(party),
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
    .map((party) => ({ letter: "event-reminder", ...to(party), props: aboutBooking(ctx, party) }))

/** Asks those who came how it was. */
export const feedbackLetters = (ctx: Ctx, parties: Party[]): Letter[] =>
  reached(parties).map((party) => ({
    letter: "event-feedback",
    ...to(party),
    props: { title: party.title, url: `${aboutBooking(ctx, party).url}#feedback` },
  }))

/** Tells of another time or place, or another link to join online. `before` is when and where it was to be. */
export const changedLetters = (
  ctx: Ctx,
  parties: Party[],
  before: Map<string, { when: string; place: string | null }>,
): Letter[] =>
  reached(parties)
    .filter((party) => live(party).length > 0)
    .map((party) => {
      const was = before.get(party.dateId)
      const stays = was?.when === whenInWords(party) && was.place === party.place
      return {
        letter: "event-changed",
        ...to(party),
        props: { ...aboutBooking(ctx, party), before: stays ? null : (was ?? null) },
      }
    })

/** Tells that it doesn't take place. */
export const cancelledLetters = (ctx: Ctx, parties: Party[], reason: string): Letter[] =>
  reached(parties)
    .filter((party) => live(party).length > 0)
    .map((party) => ({
      letter: "event-cancelled",
      ...to(party),
      props: { title: party.title, when: whenInWords(party), reason, eventsUrl: `/${ctx.lio.slug}/events` },
    }))
