import { type PageProps, visit } from "@/app/_http/visit"
import { DateFields } from "@/app/_ui/date-field"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { mayKeepEvents } from "@/lib/events/policy"
import { themeOptions } from "@/lib/lists/choices/queries"
import { say } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { LongForm } from "../../_parts/long-form"
import { AboutFields, PlaceFields, RepeatFields, TimeFields } from "../_parts/event-fields"
import { addEventForm } from "../actions"

/** Adds an event or a series, as a draft. */
export default async function NewEvent(props: PageProps) {
  const [frame, themes] = await visit(props, async (ctx) => {
    ensure(mayKeepEvents(ctx.actor))
    return themeOptions(ctx)
  })
  const lio = frame.lio.slug
  return (
    <Frame {...frame} title={say("Add an event")} at="events">
      <BackLink href={`/${lio}/events`}>{say("Events and training")}</BackLink>
      <h1>{say("Add an event")}</h1>
      <p>{say("It’s saved as a draft. Nobody outside your team sees it until you publish it.")}</p>
      <LongForm
        action={addEventForm}
        frame={frame}
        values={{ audience: "public", bookedAs: "date" }}
        submit={say("Save the draft")}
        secondary={<a href={`/${lio}/events`}>{say("Cancel")}</a>}
      >
        <AboutFields themes={themes} />
        <DateFields name="on" legend={say("Date")} />
        <TimeFields optional />
        <RepeatFields />
        <PlaceFields />
      </LongForm>
    </Frame>
  )
}
