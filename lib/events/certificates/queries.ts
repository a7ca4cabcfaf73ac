import "server-only"
import { sql } from "drizzle-orm"
import { readingAll } from "../../access/audiences"
import type { Ctx } from "../../access/ctx"
import { holdsLink } from "../../access/may"
import type { Document, Inline } from "../../documents/model"
import { ensure, found, RuleBroken } from "../../errors"
import { getLetterhead } from "../../lios/letterhead/queries"
import { dayOf, formatDate, formatMinutes, LOCALE, say } from "../../words"
import { maySeeAllEvents } from "../policy"
import { whenInWords } from "../words"

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

/** The certificate of somebody who came to an event: for staff, and for whoever holds the link of the booking. */
export async function readCertificate(ctx: Ctx, answerId: string): Promise<Document> {
  const attended = await readingAll(ctx, "the link of a booking shows who came of it", async () => {
    const [row] = await ctx.tx.execute<Attended>(sql`
      select coalesce(a.answered_by_id, a.id) as head, a.name, d.title, o.starts_at as "startsAt", o.ends_at as "endsAt",
        d.at_time is null as "allDay", d.zone, coalesce(o.place, d.place) as place, a.came_at is not null as came
      from calendar_answers a join calendar_occurrences o on o.id = a.occurrence_id
        join calendar_dates d on d.id = o.date_id and d.kind = 'event' where a.id = ${answerId}`)
    return found(row)
  })
  const { head, name, title, allDay, zone, place, came } = attended
  ensure(maySeeAllEvents(ctx.actor) || holdsLink(ctx.actor, "booking", head))
  if (!came) throw new RuleBroken(say("There’s a certificate once we’ve noted that they came."))
  const startsAt = new Date(attended.startsAt)
  const endsAt = new Date(attended.endsAt)
  const when = whenInWords({ startsAt, endsAt, allDay, zone })
  const minutes = Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000)
  return {
    title: say("Certificate of attendance"),
    language: LOCALE,
    dated: formatDate(startsAt, zone),
    day: dayOf(startsAt, zone),
    version: name,
    letterhead: await getLetterhead(ctx),
    facts: [
      { label: say("Name"), value: name },
      { label: say("Event"), value: title },
      { label: say("Date"), value: when },
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
