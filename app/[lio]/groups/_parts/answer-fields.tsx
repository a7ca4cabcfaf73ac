import { Select } from "@/app/_ui/choices"
import { TextField } from "@/app/_ui/fields"
import { type Field, isChosen, NONE_OF_THESE } from "@/lib/groups/fields/input"
import { fieldKey } from "@/lib/groups/list/columns"
import { NOT_KNOWN } from "@/lib/groups/list/input"

const YES_NO = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
]

function optionsOf({ kind, options }: Field) {
  const own = options.map((option) => ({ value: option, label: option }))
  const none = kind === "choices" ? [{ value: NONE_OF_THESE, label: "None of these" }] : []
  return [...(kind === "yes_no" ? YES_NO : [...own, ...none]), { value: NOT_KNOWN, label: "Not known" }]
}

/** Narrows the list by answers to the LIO's own questions. */
export const AnswerFields = ({ fields }: { fields: Field[] }) =>
  fields.map((field) => <AnswerField key={field.id} field={field} />)

function AnswerField({ field }: { field: Field }) {
  const { kind, label } = field
  const name = fieldKey(field.id)
  if (kind === "yes_no" || isChosen(kind))
    return <Select name={name} label={label} empty="Does not matter" options={optionsOf(field)} />
  if (kind === "text" || kind === "long") return <TextField name={name} label={`${label} has in it`} />
  const hint = kind === "date" ? "Like 2026-06-04" : undefined
  const mode = kind === "date" ? undefined : "decimal"
  const prefix = kind === "money" ? "£" : undefined
  return (
    <>
      <TextField name={`${name}.from`} label={`${label}, from`} {...{ hint, prefix }} inputMode={mode} />
      <TextField name={`${name}.to`} label={`${label}, up to`} {...{ hint, prefix }} inputMode={mode} />
    </>
  )
}
