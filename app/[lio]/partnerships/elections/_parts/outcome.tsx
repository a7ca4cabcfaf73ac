import { Select } from "@/app/_ui/choices"
import { Form } from "@/app/_ui/form"
import type { Nomination } from "@/lib/partnerships/elections/nominations/queries"
import type { Election } from "@/lib/partnerships/elections/queries"
import type { Result } from "@/lib/partnerships/elections/results/queries"
import { turnoutInWords } from "@/lib/partnerships/elections/results/words"
import { inWords, say } from "@/lib/words"
import { confirmSubstituteForm, giveSeatsForm } from "../actions"

type Came = { election: Election; nominations: Nomination[] }
type Seating = Came & { lio: string }

/** Those who were elected and have no seat yet: who takes which of those that are left. */
function toGive({ election, nominations }: Came) {
  const elected = nominations.filter(({ electedAs }) => electedAs !== null)
  const waiting = elected.filter(({ seatId }) => !seatId)
  const left = election.seats.filter((seat) => !elected.some(({ seatId }) => seatId === seat.id))
  return waiting.length === 0 || left.length === 0 ? null : { waiting, left }
}

/** The form to say who takes which seat; nothing where all of them have one. */
export function GiveSeats({ lio, election, nominations }: Seating) {
  const { waiting, left } = toGive({ election, nominations }) ?? { waiting: [], left: [] }
  if (waiting.length === 0) return null
  return (
    <>
      <h3>{say("Who takes which seat?")}</h3>
      <p>
        {say(
          "Ask those who were elected, then choose here. Each gets an email about their seat. If somebody still holds a seat, end their term first.",
        )}
      </p>
      <ul>
        {left.map((seat) => (
          <li key={seat.id}>
            <a href={`/${lio}/partnerships/${election.boardId}/seats/${seat.id}`}>{seat.title}</a>
          </li>
        ))}
      </ul>
      <Form action={giveSeatsForm} lio={lio} submit={say("Give them their seats")} id="seats">
        <input type="hidden" name="id" value={election.id} />
        {waiting.map((one, at) => (
          <div key={one.id}>
            <input type="hidden" name={`taking.${at}.id`} value={one.id} />
            <Select
              name={`taking.${at}.seatId`}
              label={say("{name} ({group})", { name: one.name, group: one.group })}
              options={left.map(({ id, title }) => ({ value: id, label: title }))}
              empty={say("No seat yet")}
            />
          </div>
        ))}
      </Form>
    </>
  )
}

/** Whoever came next stands in; where there are several seats, staff say on which. */
function standsIn({ election, nominations }: Came) {
  const next = nominations.find(({ runnerUp, seatId }) => runnerUp && !seatId)
  const held = election.seats.filter(({ id }) =>
    nominations.some(({ electedAs, seatId }) => electedAs !== null && seatId === id),
  )
  const several = election.seats.length > 1
  return !next || (several && held.length === 0) ? null : { next, held, several }
}

/** The form to make whoever came next the substitute. */
export function Substitute({ lio, election, nominations }: Seating) {
  const found = standsIn({ election, nominations })
  if (!found) return null
  const { next, held, several } = found
  return (
    <>
      <h3>{say("Who stands in?")}</h3>
      <p>{say("{name} ({group}) came next.", { name: next.name, group: next.group })}</p>
      <Form
        action={confirmSubstituteForm}
        lio={lio}
        submit={say("Make {name} the substitute", { name: next.name })}
        id="substitute"
      >
        <input type="hidden" name="id" value={election.id} />
        {several ? (
          <Select
            name="seatId"
            label={say("On which seat?")}
            options={held.map(({ id, title }) => ({ value: id, label: title }))}
          />
        ) : null}
      </Form>
    </>
  )
}

/** Whether staff still have to say who takes which seat, or stands in. */
export const seatsRemain = (came: Came) => toGive(came) !== null || standsIn(came) !== null

/** How it came out: who is elected, by how many, and whether groups know. */
export function Outcome({ election, nominations, result }: Came & { result: Result | null }) {
  const { state, outcome, shownAt } = election
  if (state !== "ended") return null
  const elected = nominations.filter(({ electedAs }) => electedAs !== null)
  return (
    <>
      <p className="lead">
        {elected.length > 0
          ? say("Elected: {names}.", {
              names: inWords(elected.map(({ name, group }) => say("{name} ({group})", { name, group }))),
            })
          : say("Nobody stood.")}
      </p>
      <p>
        {outcome === "unopposed" ? say("No more stood than there are seats, so nobody had to vote.") : null}
        {result ? turnoutInWords(result) : null}{" "}
        {shownAt ? say("Groups have been told.") : say("Groups haven’t been told yet.")}
      </p>
    </>
  )
}
