import type { ReactNode } from "react"
import { Form } from "@/app/_ui/form"
import { say } from "@/lib/words"
import { undoForm } from "./undo-actions"

type Props = {
  lio: string
  /** `back`: the page it leads to afterwards, where that is not the thing's own. */
  undo: { what: string; id: string; back?: string }
  /** What the button says. */
  label?: string
  /** Of several on a page: what tells this one apart. */
  formId?: string
  children?: ReactNode
}

/** The button that undoes what was done. */
export function Undo({
  lio,
  undo: { what, id, back },
  label = say("Undo"),
  formId = "undo",
  children,
}: Props) {
  return (
    <Form action={undoForm} lio={lio} submit={label} kind="plain" id={formId}>
      <input type="hidden" name="what" value={what} />
      <input type="hidden" name="id" value={id} />
      {back ? <input type="hidden" name="back" value={back} /> : null}
      {children}
    </Form>
  )
}
