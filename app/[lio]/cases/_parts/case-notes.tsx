import { formatDate, When } from "@/app/_ui/date"
import { DateFields } from "@/app/_ui/date-field"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import type { CaseNote } from "@/lib/cases/notes/queries"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { addCaseNoteForm } from "../actions"

/** Confidential notes, each with its day and who wrote it. */
export function CaseNoteList({
  lio,
  notes,
  now,
  keeps,
}: {
  lio: string
  notes: CaseNote[]
  now: Date
  keeps: boolean
}) {
  return (
    <ul className="max-w-3xl list-none border-t border-line p-0">
      {notes.map((note) => (
        <li key={note.id} id={note.id} className="border-b border-line py-3">
          <p className="mb-1 whitespace-pre-line break-words">{note.text}</p>
          <p className="m-0 flex flex-wrap items-center gap-x-4 text-soft">
            <span>{say("{day}, {by}", { day: formatDate(note.on), by: note.by })}</span>
            <span>
              {say("Written")} <When at={note.createdAt} now={now} />
            </span>
            {note.sessionId ? (
              <a href={`/${lio}/sessions/${note.sessionId}`} className="inline-flex min-h-7 items-center">
                {say("The session")}
              </a>
            ) : null}
            {keeps ? (
              <a href={`/${lio}/cases/notes/${note.id}`} className="inline-flex min-h-7 items-center">
                {sayRich("Change<span> the note of {on}</span>", {
                  on: formatDate(note.on),
                  span: (text) => <span className="sr-only">{text}</span>,
                })}
              </a>
            ) : null}
          </p>
        </li>
      ))}
    </ul>
  )
}

type Props = { lio: string; caseId: string; notes: CaseNote[]; mine: boolean; keeps: boolean; now: Date }

/** The confidential notes of a case, for whoever works on it; others are told that they can't see any. */
export function CaseNotes({ lio, caseId, notes, mine, keeps, now }: Props) {
  return (
    <section aria-labelledby="notes" className="mt-8">
      <h2 id="notes">{say("Confidential notes")}</h2>
      {mine ? (
        <>
          <p className="text-soft">{say("Only the people working on this case can read these.")}</p>
          {notes.length > 0 ? (
            <CaseNoteList {...{ lio, notes, now, keeps }} />
          ) : (
            <p className="text-soft">{say("No notes yet.")}</p>
          )}
        </>
      ) : (
        <p className="text-soft">
          {say("Only the people working on this case can read its confidential notes.")}
        </p>
      )}
      {mine && keeps ? (
        <Form
          action={addCaseNoteForm}
          lio={lio}
          submit={say("Add note")}
          kind="secondary"
          id="note"
          className="mt-4"
        >
          <input type="hidden" name="caseId" value={caseId} />
          <TextArea name="text" label={say("New confidential note")} most={20_000} />
          <DateFields name="on" legend={say("Day it’s about")} quick />
        </Form>
      ) : null}
    </section>
  )
}
