import { type PageProps, visit } from "@/app/_http/visit"
import { BackLink } from "@/app/_ui/links"
import { whenInWords } from "@/lib/calendar/words"
import { ensure } from "@/lib/errors"
import { mayKeepEvents } from "@/lib/events/policy"
import { getEventDate } from "@/lib/events/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../../_parts/frame"
import { CancelForm } from "../../../_parts/cancel-form"
import { cancelDateForm } from "../../../actions"

/** Cancels one date of a series; the others stay. */
export default async function CancelDate(props: PageProps) {
  const [frame, { event, date }] = await visit(props, async (ctx, _query, { id = "", dateId = "" }) => {
    ensure(mayKeepEvents(ctx.actor))
    return getEventDate(ctx, id, dateId)
  })
  const lio = frame.lio.slug
  const back = `/${lio}/events/${event.id}/${date.id}`
  return (
    <Frame {...frame} title={say("Cancel one date: {title}", { title: event.title })} at="events">
      <BackLink href={back}>{whenInWords(date)}</BackLink>
      <h1>{say("Cancel this date?")}</h1>
      <p>
        {say("{title}, {when}. The other dates aren’t affected.", {
          title: event.title,
          when: whenInWords(date),
        })}
      </p>
      <CancelForm
        {...{ lio, back, id: date.id }}
        action={cancelDateForm}
        submit={say("Cancel this date")}
        booked={date.booked + date.offered + date.waiting}
      />
    </Frame>
  )
}
