import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { say } from "@/lib/words"
import { addNoteForm } from "../../../notes/actions"

/** A note of today, written over the group's timeline; the notes' own page has those of another day. */
export function QuickNote({ lio, groupId }: { lio: string; groupId: string }) {
  return (
    <div className="mb-3">
      <Form
        fold={say("Add a note")}
        action={addNoteForm}
        lio={lio}
        submit={say("Add note")}
        id="quick"
        className="max-w-3xl"
      >
        <input type="hidden" name="groupId" value={groupId} />
        <input type="hidden" name="activity" value="1" />
        <TextArea
          name="text"
          label={say("Note")}
          hint={say("Only staff can read it. You can paste an email here.")}
          most={5000}
        />
      </Form>
    </div>
  )
}
