import { formatDate, When } from "@/app/_ui/date"
import { DateFields } from "@/app/_ui/date-field"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import type { Note } from "@/lib/notes/queries"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { addNoteForm } from "../../../notes/actions"

type Props = { lio: string; groupId: string; notes: Note[]; keeps: boolean; now: Date }

/** What staff noted of a group, and the form that adds a note. */
export function NotesOf({ lio, groupId, notes, keeps, now }: Props) {
  return (
    <section aria-labelledby="notes" className="mt-10">
      <h2 id="notes">{say("Notes")}</h2>
      <p className="text-soft">{say("Only staff can read these.")}</p>
      {notes.length > 0 ? (
        <ul className="max-w-3xl list-none border-t border-line p-0">
          {notes.map((note) => (
            <li key={note.id} id={note.id} className="border-b border-line py-3">
              <p className="mb-1 whitespace-pre-line break-words">{note.text}</p>
              <p className="m-0 flex flex-wrap items-center gap-x-4 text-soft">
                <span>
                  {formatDate(note.on)}
                  {note.by ? `, ${note.by}` : ""}
                </span>
                <span>
                  {say("Written")} <When at={note.createdAt} now={now} />
                </span>
                {keeps ? (
                  <a href={`/${lio}/notes/${note.id}`} className="inline-flex min-h-11 items-center">
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
      ) : (
        <p className="text-soft">{say("No notes yet.")}</p>
      )}
      {keeps ? (
        <Form
          action={addNoteForm}
          lio={lio}
          submit={say("Add note")}
          kind="secondary"
          id="note"
          className="mt-6"
        >
          <input type="hidden" name="groupId" value={groupId} />
          <TextArea name="text" label={say("New note")} most={5000} />
          <DateFields name="on" legend={say("Day it’s about")} quick />
        </Form>
      ) : null}
    </section>
  )
}
