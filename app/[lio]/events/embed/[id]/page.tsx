import { type PageProps, visitPublic } from "@/app/_http/visit"
import { NotFound } from "@/lib/errors"
import { getPublicEvent, listDatesOf } from "@/lib/events/queries"
import { getFace } from "@/lib/lios/look/queries"
import { say } from "@/lib/words"
import { EmbedFrame } from "../../_parts/embed-frame"
import { PublicDates } from "../../_parts/public-event"

/** One event with its button to book, to stand within the LIO's own website. One that is gone says so there. */
export default async function EmbeddedEvent(props: PageProps) {
  const { face, event, dates, now } = await visitPublic(props, async (ctx, { id = "" }) => {
    const [face, event] = await Promise.all([
      getFace(ctx),
      getPublicEvent(ctx, id).catch((refusal) => {
        if (refusal instanceof NotFound) return null
        throw refusal
      }),
    ])
    return { face, event, dates: event ? await listDatesOf(ctx, id) : [], now: ctx.now }
  })
  const { slug } = face
  const title = event?.title ?? say("Events and training")
  return (
    <EmbedFrame face={face} title={title} path={`/${slug}/events`}>
      <h1 className="mt-0">
        {event ? (
          <a href={`/${slug}/events/${event.id}`} target="_blank" rel="noopener">
            {title}
          </a>
        ) : (
          title
        )}
      </h1>
      {event === null ? <p>{say("This event isn’t listed any more.")}</p> : null}
      {event?.cancelledAt ? (
        <p className="font-semibold">
          {say("This event is cancelled: {reason}", { reason: event.cancelledReason ?? "" })}
        </p>
      ) : null}
      {event ? <PublicDates at={`/${slug}/events/${event.id}`} {...{ dates, now }} target="_blank" /> : null}
    </EmbedFrame>
  )
}
