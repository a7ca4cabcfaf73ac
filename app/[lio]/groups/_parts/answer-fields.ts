import type { FilterField } from "@/app/_ui/filter-fields"
import { type Field, isChosen, NONE_OF_THESE } from "@/lib/fields/input"
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

function fieldsOf({ id, kind, label, ...field }: Field): FilterField[] {
  const name = fieldKey(id)
  if (kind === "yes_no" || isChosen(kind))
    return [
      {
        kind: "list",
        name,
        label,
        empty: "Does not matter",
        options: optionsOf({ id, kind, label, ...field }),
      },
    ]
  if (kind === "text" || kind === "long") return [{ kind: "text", name, label: `${label} has in it` }]
  const hint = kind === "date" ? "Like 2026-06-04" : undefined
  const inputMode = kind === "date" ? undefined : "decimal"
  const prefix = kind === "money" ? "£" : undefined
  return [
    { kind: "text", name: `${name}.from`, label: `${label}, from`, hint, inputMode, prefix },
    { kind: "text", name: `${name}.to`, label: `${label}, up to`, hint, inputMode, prefix },
  ]
}

/** Narrows the list by answers to the LIO's own questions. */
export const answerFields = (fields: Field[]) => fields.flatMap(fieldsOf)
