import type { ReactNode } from "react"
import { FormClient } from "./form-client"
import { type FormAction, type FormValues, fieldValues } from "./form-state"

type Props = {
  action: FormAction
  /** The LIO's name in the address; left out in forms outside an LIO. */
  lio?: string
  /** What the fields show at first. */
  values?: FormValues
  /** The label of the button; null when the children bring their own. */
  submit?: ReactNode
  kind?: "secondary" | "danger" | "plain"
  /** What stands beside the button: a link back, a second button. */
  secondary?: ReactNode
  /** Put before the ids of the fields; needed when two forms of a page share a field name. */
  id?: string
  className?: string
  children?: ReactNode
}

/** A form that writes: works with scripts off, gives back what was typed, is written once however often it is sent. */
export function Form({ values, ...rest }: Props) {
  return <FormClient {...rest} values={fieldValues(values)} formKey={crypto.randomUUID()} />
}
