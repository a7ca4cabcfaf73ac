import { FUNCTIONS, SESSION_KINDS } from "@/db/vocabulary"
import type { Session } from "@/lib/sessions/queries"
import { formatDate, formatMinutes, formatMoment } from "@/lib/words"

const WORDS: Record<string, [label: string, words: (value: unknown) => string]> = {
  on: ["When", (value) => formatDate(String(value))],
  minutes: ["How long", (value) => formatMinutes(Number(value))],
  kind: ["Kind of work", (value) => SESSION_KINDS[value as keyof typeof SESSION_KINDS] ?? String(value)],
  function: ["Counts for", (value) => FUNCTIONS[value as keyof typeof FUNCTIONS] ?? String(value)],
  note: ["Note", String],
  groupIds: ["Groups", () => "other groups"],
}

const TITLES: Record<string, string> = {
  "session.recorded": "Recorded",
  "session.changed": "Changed",
  "session.undone": "Undone",
  "session.restored": "Restored",
}

/** How a session was changed since it was recorded: who, when, and what it said before. */
export function History({ session }: { session: Session }) {
  if (session.history.length < 2) return null
  return (
    <section aria-labelledby="history">
      <h2 id="history">History</h2>
      <ol className="max-w-3xl list-none space-y-4 p-0">
        {session.history.map((event) => (
          <li key={`${event.what} ${event.at.toISOString()}`}>
            <p className="m-0">
              <strong>{TITLES[event.what] ?? "Changed"}</strong> by {event.who}, {formatMoment(event.at)}
            </p>
            {event.what === "session.changed" ? <Before from={event.from} /> : null}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Before({ from }: { from: unknown }) {
  const fields = Object.entries((from ?? {}) as Record<string, unknown>).filter(([field]) => field in WORDS)
  if (fields.length === 0) return null
  return (
    <dl className="m-0 text-soft">
      {fields.map(([field, value]) => (
        <div key={field}>
          <dt className="inline">{WORDS[field]?.[0]} before: </dt>
          <dd className="m-0 inline whitespace-pre-line">{WORDS[field]?.[1](value)}</dd>
        </div>
      ))}
    </dl>
  )
}
