import type { FrameData } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { undoChangeForm } from "../groups/change/actions"
import { unmergeGroupsForm } from "../groups/duplicates/actions"
import { undoSessionForm } from "../sessions/actions"
import { reopenTaskForm } from "../tasks/actions"

const TAKE_BACK = {
  session: undoSessionForm,
  task: reopenTaskForm,
  merge: unmergeGroupsForm,
  bulk: undoChangeForm,
}

/** The button in a banner that takes back what was just done. */
export function Undo({
  lio,
  undo,
}: {
  lio: string
  undo: NonNullable<NonNullable<FrameData["banner"]>["undo"]>
}) {
  return (
    <Form action={TAKE_BACK[undo.what]} lio={lio} submit="Undo" kind="plain" id="undo">
      <input type="hidden" name="id" value={undo.id} />
    </Form>
  )
}
