import { Form } from "@/app/_ui/form"
import { Tag } from "@/app/_ui/tag"
import { PLACE_ANSWERS } from "@/db/vocabulary"
import { whenInWords } from "@/lib/calendar/words"
import type { Party } from "@/lib/events/booking/queries"
import { formatMoment, say } from "@/lib/words"
import { givePlaceBackByLinkForm, takePlaceByLinkForm } from "../actions"
import { CourseDates } from "./public-event"
import { QrCode } from "./qr-code"

const BACK: Partial<Record<keyof typeof PLACE_ANSWERS, string>> = {
  yes: say("Give the place back"),
  perhaps: say("Say that you’re not coming"),
  offered: say("No, give it to someone else"),
  waiting: say("Leave the waiting list"),
}

type Props = { lio: string; token: string; party: Party; coming: boolean }

/** When and where the event is, and the places of a booking with what can be done about each. */
export function YourPlaces({ lio, token, party, coming }: Props) {
  const isCourse = party.dates.length > 0
  const hasPlace = party.places.some(({ state }) => state === "yes")
  const hidden = (id: string) => (
    <>
      <input type="hidden" name="lio" value={lio} />
      <input type="hidden" name="key" value={token} />
      <input type="hidden" name="id" value={id} />
    </>
  )
  return (
    <>
      {party.cancelledAt ? (
        <p className="max-w-2xl font-semibold">
          {say("This event is cancelled: {reason}", { reason: party.cancelledReason ?? "" })}
        </p>
      ) : null}
      {isCourse ? <CourseDates dates={party.dates.map((date) => ({ ...party, ...date }))} /> : null}
      <p className="max-w-2xl text-lg">
        {isCourse && coming ? say("Next: {when}", { when: whenInWords(party) }) : null}
        {isCourse ? null : whenInWords(party)}
        {party.place && !isCourse ? (
          <>
            <br />
            {party.place}
          </>
        ) : null}
        {hasPlace && party.onlineLink && coming ? (
          <>
            <br />
            <a href={party.onlineLink}>{say("Join online")}</a>
          </>
        ) : null}
      </p>
      {party.price ? <p>{say("Cost: {price}", { price: party.price })}</p> : null}
      <ul className="list-none p-0">
        {party.places.map(({ id, name, state, offeredUntil, came }) => (
          <li key={id} className="card mb-4 max-w-2xl">
            <p className="mb-2 font-semibold">
              {name}{" "}
              {coming || state !== "yes" ? (
                <Tag tone={state === "yes" ? "good" : "plain"}>{PLACE_ANSWERS[state]}</Tag>
              ) : null}
            </p>
            {offeredUntil ? (
              <p className="mb-2">
                {say("A place has become free. We’re keeping it until {until}.", {
                  until: formatMoment(offeredUntil),
                })}
              </p>
            ) : null}
            {came ? (
              <p className="mb-0">
                <a href={`/${lio}/events/booking/certificate/${id}?${new URLSearchParams({ key: token })}`}>
                  {say("Certificate of attendance (PDF)")}
                  <span className="sr-only">: {name}</span>
                </a>
              </p>
            ) : null}
            {coming && BACK[state] ? (
              <div className="flex flex-wrap gap-4">
                {state === "offered" ? (
                  <Form action={takePlaceByLinkForm} submit={say("Yes, take the place")} id={`take-${id}`}>
                    {hidden(id)}
                  </Form>
                ) : null}
                <Form
                  action={givePlaceBackByLinkForm}
                  submit={
                    <>
                      {BACK[state]}
                      <span className="sr-only">: {name}</span>
                    </>
                  }
                  kind="secondary"
                  id={`back-${id}`}
                >
                  {hidden(id)}
                </Form>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {hasPlace && coming ? (
        <details className="fold">
          <summary>{say("Code to show at the door")}</summary>
          <p className="max-w-2xl">
            {say(
              "Show this code at the door and we’ll tick you off straight away. You don’t need it: your name is on our list.",
            )}
          </p>
          <ul className="flex list-none flex-wrap gap-6 p-0">
            {party.places
              .filter(({ state }) => state === "yes")
              .map(({ id, name }) => (
                <li key={id}>
                  <p className="mb-1 font-semibold">{name}</p>
                  <QrCode
                    address={`${process.env.APP_URL ?? ""}/${lio}/events/door/${id}`}
                    label={say("Code of {name} for the door", { name })}
                  />
                </li>
              ))}
          </ul>
        </details>
      ) : null}
      {hasPlace && coming ? (
        <p>
          <a href={`/${lio}/events/booking/calendar.ics?${new URLSearchParams({ key: token })}`}>
            {say("Add it to your calendar")}
          </a>
        </p>
      ) : null}
    </>
  )
}
