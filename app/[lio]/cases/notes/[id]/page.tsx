import { type PageProps, visit } from "@/app/_http/visit"
import { DateFields } from "@/app/_ui/date-field"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { getCaseNote } from "@/lib/cases/notes/queries"
import { mayKeepCases } from "@/lib/cases/policy"
import { formatDate, say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { changeCaseNoteForm, removeCaseNoteForm } from "../../actions"

/** One confidential note: read it, change it, remove it. For the people of its case. */
export default async function CaseNotePage(props: PageProps) {
  const [frame, { note, keeps }] = await visit(props, async (ctx, _, { id = "" }) => ({
    note: await getCaseNote(ctx, id),
    keeps: mayKeepCases(ctx.actor),
  }))
  const lio = frame.lio.slug
  return (
    <Frame {...frame} title={say("Confidential note: {title}", { title: note.case })} at="cases">
      <BackLink href={`/${lio}/cases/${note.caseId}#notes`}>{note.case}</BackLink>
      <h1>{say("Confidential note of {on}", { on: formatDate(note.on) })}</h1>
      {keeps ? (
        <>
          <Form action={changeCaseNoteForm} lio={lio} submit={say("Save")} id="change">
            <input type="hidden" name="id" value={note.id} />
            <TextArea name="text" label={say("Note")} most={20_000} value={note.text} />
            <DateFields name="on" legend={say("Day it’s about")} value={note.on} />
          </Form>
          <h2>{say("Remove this note")}</h2>
          <Form
            action={removeCaseNoteForm}
            lio={lio}
            submit={say("Remove this note")}
            kind="danger"
            id="remove"
          >
            <input type="hidden" name="id" value={note.id} />
          </Form>
        </>
      ) : (
        <p className="max-w-2xl whitespace-pre-line">{note.text}</p>
      )}
    </Frame>
  )
}
