import { FUNCTIONS, SESSION_KINDS, SESSION_PLACES } from "@/db/vocabulary"
import type { Session } from "@/lib/sessions/queries"
import { formatDate, formatMinutes, formatMoment, say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"

const WORDS: Record<string, [label: string, words: (value: unknown, session: Session) => string]> = {
  on: [say("When"), (value) => formatDate(String(value))],
  minutes: [say("How long"), (value) => formatMinutes(Number(value))],
  kind: [say("Kind of work"), (value) => SESSION_KINDS[value as keyof typeof SESSION_KINDS] ?? String(value)],
  typeId: [
    say("Kind of work"),
    (value, { kind, typeNames }) => typeNames[String(value)] ?? SESSION_KINDS[kind],
  ],
  function: [say("Counts for"), (value) => FUNCTIONS[value as keyof typeof FUNCTIONS] ?? String(value)],
  place: [say("Where"), (value) => SESSION_PLACES[value as keyof typeof SESSION_PLACES] ?? say("not said")],
  note: [say("Note"), String],
  groupIds: [say("Groups"), () => say("other groups")],
}

const TITLES: Record<string, string> = {
  "session.recorded": say("Recorded"),
  "session.changed": say("Changed"),
  "session.undone": say("Undone"),
  "session.restored": say("Restored"),
}

/** How a session was changed since it was recorded: who, when, and what it said before. */
export function History({ session }: { session: Session }) {
  if (session.history.length < 2) return null
  return (
    <section aria-labelledby="history">
      <h2 id="history">{say("History")}</h2>
      <ol className="max-w-3xl list-none space-y-4 p-0">
        {session.history.map((event) => (
          <li key={`${event.what} ${event.at.toISOString()}`}>
            <p className="m-0">
              {sayRich("{titles} by {who}, {at}", {
                titles: <strong>{TITLES[event.what] ?? say("Changed")}</strong>,
                who: event.who,
                at: formatMoment(event.at),
              })}
            </p>
            {event.what === "session.changed" ? <Before from={event.from} session={session} /> : null}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Before({ from, session }: { from: unknown; session: Session }) {
  const said = (from ?? {}) as Record<string, unknown>
  const fields = Object.entries(said).filter(
    ([field]) => field in WORDS && !(field === "kind" && said.typeId),
  )
  if (fields.length === 0) return null
  return (
    <dl className="m-0 text-soft">
      {fields.map(([field, value]) => (
        <div key={field}>
          <dt className="inline">{say("{words} before:", { words: WORDS[field]?.[0] ?? "" })} </dt>
          <dd className="m-0 inline whitespace-pre-line">{WORDS[field]?.[1](value, session)}</dd>
        </div>
      ))}
    </dl>
  )
}
