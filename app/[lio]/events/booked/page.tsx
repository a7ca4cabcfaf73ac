import { z } from "zod"
import { isId } from "@/app/_http/address"
import { type PageProps, visitPublic } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import type { Ctx } from "@/lib/access/ctx"
import { whenInWords } from "@/lib/calendar/words"
import { NotFound } from "@/lib/errors"
import { getPublicDate, listAlso, listDatesOf } from "@/lib/events/queries"
import { getFace } from "@/lib/lios/look/queries"
import { say, sayCount } from "@/lib/words"
import { PublicFrame } from "../../_parts/public-frame"
import { AlsoForYou } from "../_parts/also-for-you"

/** What was booked, as the public page says it; null where that is gone, or was never public. */
async function readBooked(ctx: Ctx, eventId: string, dateId: string) {
  const read = await getPublicDate(ctx, eventId, dateId).catch((refusal: unknown) => {
    if (refusal instanceof NotFound) return null
    throw refusal
  })
  if (!read) return null
  const { event, date } = read
  const dates = event.whole ? await listDatesOf(ctx, event.id) : [date]
  return { event, dates: dates.filter((one) => !one.cancelledAt && one.endsAt > ctx.now) }
}

/** Says what came of a booking. Public. */
export default async function BookedPage(props: PageProps) {
  const { face, waiting, also, booked, places } = await visitPublic(props, async (ctx, _, query) => {
    const [event, date] = [query.event, query.date].map((id) =>
      typeof id === "string" && isId(id) ? id : null,
    )
    return {
      face: await getFace(ctx),
      also: event ? await listAlso(ctx, event) : [],
      booked: event && date ? await readBooked(ctx, event, date) : null,
      waiting: query.as === "waiting",
      places: z.coerce.number().int().min(1).max(10).catch(1).parse(query.places),
    }
  })
  const title = waiting ? say("You’re on the waiting list") : say("You’re booked")
  return (
    <PublicFrame lio={face} title={title}>
      <h1>{title}</h1>
      {booked ? (
        <div className="card max-w-2xl">
          <h2 className="mt-0 mb-1 text-xl">{booked.event.title}</h2>
          <ul className="m-0 list-none p-0">
            {booked.dates.map((date) => (
              <li key={date.id}>{whenInWords(date)}</li>
            ))}
          </ul>
          {booked.event.place ? <p className="m-0">{booked.event.place}</p> : null}
          <p className="m-0">
            {sayCount(places, { one: "For {count} person", other: "For {count} people" })}
          </p>
          <p className="mb-0">
            <a href={`/${face.slug}/events/${booked.event.id}/calendar.ics`}>
              {say("Add it to your calendar")}
            </a>
          </p>
        </div>
      ) : null}
      <p className="max-w-2xl text-lg">
        {waiting
          ? say(
              "Not everyone got a place. We’ve emailed you to say who did, and we’ll write again as soon as a place becomes free.",
            )
          : say("We’ve emailed you a confirmation. It has a link to change or cancel your booking.")}
      </p>
      <p className="max-w-2xl">
        {say(
          "If there’s no email within a few minutes, look in your spam folder, or get in touch with {name}.",
          {
            name: face.name,
          },
        )}
      </p>
      <AlsoForYou lio={face.slug} dates={also} />
      <p>
        <ButtonLink href={`/${face.slug}/events`} kind="secondary">
          {say("See other events")}
        </ButtonLink>
      </p>
    </PublicFrame>
  )
}
