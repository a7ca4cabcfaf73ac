import { Form } from "@/app/_ui/form"
import { say } from "@/lib/words"
import { NewAreaFields } from "../../../_parts/new-area"
import { addAreaHereForm } from "../actions"

/** Adds an area that the list lacks, and comes `back` to the groups that were chosen. */
export function AddAreaHere({ lio, back }: { lio: string; back: string }) {
  return (
    <Form
      fold={say("It isn’t on the list")}
      action={addAreaHereForm}
      lio={lio}
      submit={say("Add this area")}
      kind="secondary"
      id="new"
    >
      <input type="hidden" name="back" value={back} />
      <NewAreaFields />
    </Form>
  )
}
