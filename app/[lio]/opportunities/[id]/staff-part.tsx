import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import type { Opportunity } from "@/lib/opportunities/queries"
import { say } from "@/lib/words"
import { hideOpportunityForm, noteOpportunityForm, showOpportunityForm } from "../actions"

/** What workers and managers do with an opportunity: say what they think of it, hide it, show it. */
export function StaffPart({ lio, its }: { lio: string; its: Opportunity }) {
  return (
    <section aria-labelledby="ours" className="no-print">
      <h2 id="ours">{say("For staff")}</h2>
      <Form
        action={noteOpportunityForm}
        lio={lio}
        id="note"
        fold={its.note ? say("Change what we think of it") : say("Say what we think of it")}
        submit={say("Save the note")}
        values={{ note: its.note ?? "" }}
      >
        <input type="hidden" name="id" value={its.id} />
        <TextArea
          name="note"
          label={say("What do we think of it?")}
          hint={say("The people of your groups read it. To take it away, leave it empty.")}
        />
      </Form>
      <Form
        action={its.hidden ? showOpportunityForm : hideOpportunityForm}
        lio={lio}
        id="hide"
        submit={its.hidden ? say("Show it to groups again") : say("Hide it from groups")}
        kind="secondary"
      >
        <input type="hidden" name="id" value={its.id} />
      </Form>
    </section>
  )
}
