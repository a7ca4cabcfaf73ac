import type { FormLook } from "./form-body"
import { FormClient } from "./form-client"
import { type FormAction, type FormValues, fieldValues } from "./form-state"

type Props = FormLook & {
  action: FormAction
  /** What the fields show at first. */
  values?: FormValues
}

/** A form that writes: works with scripts off, gives back what was typed, is written once however often it is sent. */
export function Form({ values, ...rest }: Props) {
  return <FormClient {...rest} values={fieldValues(values)} formKey={crypto.randomUUID()} />
}
