import "server-only"
import { sql } from "drizzle-orm"
import { readingAll } from "../../access/audiences"
import type { Ctx } from "../../access/ctx"
import { holdsLink } from "../../access/may"
import { whenInWords } from "../../calendar/words"
import type { Document, Inline } from "../../documents/model"
import { ensure, found, RuleBroken } from "../../errors"
import { getLetterhead } from "../../lios/letterhead/queries"
import { dayOf, formatDate, formatMinutes, LOCALE, say } from "../../words"
import { maySeeAllEvents } from "../policy"

type Attended = {
  head: string
  name: string
  title: string
  startsAt: string
  endsAt: string
  allDay: boolean
  zone: string
  place: string | null
  came: boolean
}

const strong = (text: string): Inline => ({ kind: "text", text, strong: true })

/** The facts of when it was: of a course, the dates that somebody came to, and how many there were. */
function datesOf(all: Attended[]) {
  const span = (one: Attended) => ({
    ...one,
    startsAt: new Date(one.startsAt),
    endsAt: new Date(one.endsAt),
  })
  const came = all.filter((one) => one.came).map(span)
  const minutes = came.reduce((sum, { startsAt, endsAt }) => sum + (+endsAt - +startsAt) / 60_000, 0)
  const when = came.map(whenInWords)
  return {
    first: found(came[0]),
    facts: [
      all.length > 1
        ? { label: say("Dates"), value: when.join("; ") }
        : { label: say("Date"), value: when.join("") },
      ...(all.length > 1
        ? [
            {
              label: say("Attended"),
              value: say("{came} of {all} dates", { came: came.length, all: all.length }),
            },
          ]
        : []),
    ],
    minutes: Math.round(minutes),
  }
}

/** The certificate of somebody who came to an event, or to dates of a course: for staff, and for whoever holds the link of the booking. */
export async function readCertificate(ctx: Ctx, answerId: string): Promise<Document> {
  const all = await readingAll(ctx, "the link of a booking shows who came of it", async () => [
    ...(await ctx.tx.execute<Attended>(sql`
      select coalesce(h.whole_id, h.id) as head, n.name, d.title, o.starts_at as "startsAt", o.ends_at as "endsAt",
        d.at_time is null as "allDay", d.zone, coalesce(o.place, d.place) as place, n.came_at is not null as came
      from calendar_answers a join calendar_answers h on h.id = coalesce(a.answered_by_id, a.id)
        join calendar_answers n on n.id = a.id or n.whole_id = a.whole_id
        join calendar_occurrences o on o.id = n.occurrence_id and (o.cancelled_at is null or n.came_at is not null)
        join calendar_dates d on d.id = o.date_id and d.kind = 'event'
      where a.id = ${answerId} order by o.starts_at, o.id`)),
  ])
  const { head, name, title, allDay, place } = found(all[0])
  ensure(maySeeAllEvents(ctx.actor) || holdsLink(ctx.actor, "booking", head))
  if (!all.some(({ came }) => came))
    throw new RuleBroken(say("There’s a certificate once we’ve noted that they came."))
  const { first, facts, minutes } = datesOf(all)
  return {
    title: say("Certificate of attendance"),
    language: LOCALE,
    dated: formatDate(first.startsAt, first.zone),
    day: dayOf(first.startsAt, first.zone),
    version: name,
    letterhead: await getLetterhead(ctx),
    facts: [
      { label: say("Name"), value: name },
      { label: say("Event"), value: title },
      ...facts,
      ...(place ? [{ label: say("Place"), value: place }] : []),
      ...(allDay ? [] : [{ label: say("Length"), value: formatMinutes(minutes) }]),
    ],
    contents: false,
    blocks: [
      {
        kind: "paragraph",
        inlines: [strong(say("{name} took part in this event, run by {lio}.", { name, lio: ctx.lio.name }))],
      },
    ],
    notes: [],
  }
}
