import { type PageProps, visit } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { whenInWords } from "@/lib/calendar/words"
import { ensure, found } from "@/lib/errors"
import { getDateOfAnswer, listAttendees } from "@/lib/events/booking/queries"
import { mayKeepEvents } from "@/lib/events/policy"
import { getEventDate } from "@/lib/events/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { CameRow } from "../../_parts/came-row"
import { noteCameForm } from "../../actions"

/** Where the code on somebody’s booking leads staff who hold their phone’s camera to it at the door. */
export default async function DoorPage(props: PageProps) {
  const [frame, { event, date, person }] = await visit(props, async (ctx, _query, { answerId = "" }) => {
    ensure(mayKeepEvents(ctx.actor), say("Only workers and managers can note who came."))
    const { eventId, dateId, answerId: there } = await getDateOfAnswer(ctx, answerId)
    const [{ event, date }, people] = await Promise.all([
      getEventDate(ctx, eventId, dateId),
      listAttendees(ctx, dateId),
    ])
    return { event, date, person: found(people.find(({ id }) => id === there)) }
  })
  const lio = frame.lio.slug
  return (
    <Frame {...frame} title={say("{name}: {title}", { name: person.name, title: event.title })} at="events">
      <BackLink href={`/${lio}/events/${event.id}/${date.id}/attendance`}>
        {say("Everyone on the list")}
      </BackLink>
      <h1>{event.title}</h1>
      <p>{whenInWords(date)}</p>
      {person.state === "yes" ? (
        <Form action={noteCameForm} lio={lio} submit={null} className="max-w-2xl">
          <input type="hidden" name="eventId" value={event.id} />
          <input type="hidden" name="dateId" value={date.id} />
          <ul className="list-none p-0">
            <CameRow person={person} />
          </ul>
        </Form>
      ) : (
        <p className="font-semibold">
          {say("{name} doesn’t have a place at this event.", { name: person.name })}
        </p>
      )}
    </Frame>
  )
}
