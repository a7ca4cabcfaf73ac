import { EmptyState } from "@/app/_ui/empty-state"
import { Form } from "@/app/_ui/form"
import { Tag, type Tone } from "@/app/_ui/tag"
import { PLACE_ANSWERS } from "@/db/vocabulary"
import type { Attendee } from "@/lib/events/booking/queries"
import { formatMoment, say } from "@/lib/words"
import { givePlaceBackForm, takePlaceForm } from "../actions"

const TONES: Record<Attendee["state"], Tone> = {
  yes: "good",
  perhaps: "note",
  offered: "wait",
  waiting: "wait",
  lapsed: "plain",
  no: "plain",
}

type Props = {
  lio: string
  /** The page of the date. */
  at: string
  people: Attendee[]
  keeps: boolean
  coming: boolean
}

/** Whether they came, once that is noted; until then, what they said. */
function StateTag({ person: { state, came } }: { person: Attendee }) {
  if (came === null) return <Tag tone={TONES[state]}>{PLACE_ANSWERS[state]}</Tag>
  return came ? <Tag tone="good">{say("Came")}</Tag> : <Tag tone="problem">{say("Didn’t come")}</Tag>
}

/** Everybody who has booked a date or waits for a place, with what they need. */
export function Attendees({ lio, at, people, keeps, coming }: Props) {
  if (people.length === 0)
    return (
      <EmptyState drawing="groups" title={say("Nobody has booked yet")}>
        {say("People who book are listed here, with what they need to take part.")}
      </EmptyState>
    )
  return (
    <ul className="act-list">
      {people.map((person) => (
        <li key={person.id} className="act-row">
          <div className="act-words">
            <p className="m-0 font-semibold">
              {person.name} <StateTag person={person} />{" "}
              {person.came === true ? (
                <a href={`${at}/certificate/${person.id}`} className="font-normal">
                  {say("Certificate")}
                  <span className="sr-only">: {person.name}</span>
                </a>
              ) : null}
            </p>
            <p className="m-0 text-soft">
              {person.groupId ? (
                <a href={`/${lio}/groups/${person.groupId}`}>{person.groupName}</a>
              ) : (
                person.groupName
              )}
              {person.groupName && person.email ? " · " : ""}
              {person.email ? <a href={`mailto:${person.email}`}>{person.email}</a> : ""}
              {person.bookedBy ? ` · ${say("Booked by {name}", { name: person.bookedBy })}` : ""}
              {person.offeredUntil
                ? ` · ${say("Kept until {until}", { until: formatMoment(person.offeredUntil) })}`
                : ""}
            </p>
            {person.access ? (
              <p className="m-0">{say("Access: {access}", { access: person.access })}</p>
            ) : null}
            {person.food ? <p className="m-0">{say("Food: {food}", { food: person.food })}</p> : null}
          </div>
          {keeps && coming && person.state !== "no" && person.state !== "lapsed" ? (
            <div className="acts no-print">
              {person.state === "offered" ? (
                <Form
                  action={takePlaceForm}
                  lio={lio}
                  submit={say("They’re coming")}
                  kind="secondary"
                  id={`take-${person.id}`}
                >
                  <input type="hidden" name="id" value={person.id} />
                </Form>
              ) : null}
              <Form
                action={givePlaceBackForm}
                lio={lio}
                submit={
                  <>
                    {say("Take off the list")}
                    <span className="sr-only">: {person.name}</span>
                  </>
                }
                kind="plain"
                id={`back-${person.id}`}
              >
                <input type="hidden" name="id" value={person.id} />
              </Form>
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
