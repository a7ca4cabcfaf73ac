import { type PageProps, visit } from "@/app/_http/visit"
import { EmptyState } from "@/app/_ui/empty-state"
import { TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { Static } from "@/app/_ui/static"
import { whenInWords } from "@/lib/calendar/words"
import { ensure } from "@/lib/errors"
import { listAttendees } from "@/lib/events/booking/queries"
import { mayKeepEvents } from "@/lib/events/policy"
import { getEventDate } from "@/lib/events/queries"
import { inAlphabet, say } from "@/lib/words"
import { Frame } from "../../../../_parts/frame"
import { CameRow } from "../../../_parts/came-row"
import { noteCameForm, noteCameUnbookedForm } from "../../../actions"

/** Who came to a date: a list to tick on a phone at the door. */
export default async function AttendancePage(props: PageProps) {
  const [frame, { event, date, people }] = await visit(
    props,
    async (ctx, _query, { id = "", dateId = "" }) => {
      ensure(mayKeepEvents(ctx.actor), say("Only workers and managers can note who came."))
      const [{ event, date }, people] = await Promise.all([
        getEventDate(ctx, id, dateId),
        listAttendees(ctx, dateId),
      ])
      return { event, date, people: people.filter(({ state }) => state === "yes") }
    },
  )
  const lio = frame.lio.slug
  const names = people.toSorted((one, other) => inAlphabet(one.name, other.name))
  const came = people.filter((person) => person.came).length
  return (
    <Frame {...frame} title={say("Who came: {title}", { title: event.title })} at="events">
      <BackLink href={`/${lio}/events/${event.id}/${date.id}`}>{event.title}</BackLink>
      <h1>{say("Who came?")}</h1>
      <p>{whenInWords(date)}</p>
      {names.length === 0 ? (
        <EmptyState drawing="groups" title={say("Nobody is booked")}>
          {say("Everyone with a place is listed here on the day.")}
        </EmptyState>
      ) : (
        <>
          <p className="text-lg font-semibold">
            {say("{came} of {all} have come.", { came, all: names.length })}
          </p>
          <Form action={noteCameForm} lio={lio} submit={null} className="max-w-2xl">
            <input type="hidden" name="eventId" value={event.id} />
            <input type="hidden" name="dateId" value={date.id} />
            <Static>
              <ul className="list-none p-0">
                {names.map((person) => (
                  <CameRow key={person.id} person={person} />
                ))}
              </ul>
            </Static>
          </Form>
        </>
      )}
      <h2>{say("Somebody who didn’t book")}</h2>
      <Form
        action={noteCameUnbookedForm}
        lio={lio}
        submit={say("Add them as here")}
        kind="secondary"
        className="max-w-2xl"
        id="unbooked"
      >
        <input type="hidden" name="eventId" value={event.id} />
        <input type="hidden" name="dateId" value={date.id} />
        <TextField name="name" label={say("Name")} width="md" />
        <TextField name="group" label={say("Group")} width="md" optional />
      </Form>
    </Frame>
  )
}
