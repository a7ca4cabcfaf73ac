import type { ReactNode } from "react"
import { Form } from "@/app/_ui/form"
import { undoForm } from "./undo-actions"

type Props = {
  lio: string
  undo: { what: string; id: string }
  /** What the button says. */
  label?: string
  /** Of several on a page: what tells this one apart. */
  formId?: string
  children?: ReactNode
}

/** The button that undoes what was done. */
export function Undo({ lio, undo: { what, id }, label = "Undo", formId = "undo", children }: Props) {
  return (
    <Form action={undoForm} lio={lio} submit={label} kind="plain" id={formId}>
      <input type="hidden" name="what" value={what} />
      <input type="hidden" name="id" value={id} />
      {children}
    </Form>
  )
}
