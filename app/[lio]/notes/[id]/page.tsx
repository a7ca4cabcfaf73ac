import { type PageProps, visit } from "@/app/_http/visit"
import { DateFields } from "@/app/_ui/date-field"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { mayKeepNotes } from "@/lib/notes/policy"
import { getNote } from "@/lib/notes/queries"
import { formatDate, say } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { changeNoteForm, removeNoteForm } from "../actions"

/** One note on a group: read it, change it, remove it. */
export default async function NotePage(props: PageProps) {
  const [frame, { note, keeps }] = await visit(props, async (ctx, _, params) => ({
    note: await getNote(ctx, params.id ?? ""),
    keeps: mayKeepNotes(ctx.actor),
  }))
  const lio = frame.lio.slug
  return (
    <Frame {...frame} title={say("Note: {group}", { group: note.group })} at="groups">
      <BackLink href={`/${lio}/groups/${note.groupId}/files`}>{note.group}</BackLink>
      <h1>{say("Note of {on}", { on: formatDate(note.on) })}</h1>
      {keeps ? (
        <>
          <Form action={changeNoteForm} lio={lio} submit={say("Save")} id="change">
            <input type="hidden" name="id" value={note.id} />
            <TextArea name="text" label={say("Note")} most={5000} value={note.text} />
            <DateFields name="on" legend={say("Day it’s about")} value={note.on} />
          </Form>
          <h2>{say("Remove this note")}</h2>
          <Form action={removeNoteForm} lio={lio} submit={say("Remove this note")} kind="danger" id="remove">
            <input type="hidden" name="id" value={note.id} />
          </Form>
        </>
      ) : (
        <p className="max-w-2xl whitespace-pre-line">{note.text}</p>
      )}
    </Frame>
  )
}
