"use client"

import { Checkboxes, Radios, Select } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { TextField } from "@/app/_ui/fields"
import type { Cell } from "@/lib/access/room-type"
import { say } from "@/lib/words/say"

const FEW = 7

/** The field of a cell, by its kind; it sends `value`. */
export function CellField({
  cell: { kind, label, hint, options },
}: {
  cell: Pick<Cell, "kind" | "label" | "hint" | "options">
}) {
  if (kind === "typed") return <TextField name="value" label={label} hint={hint} />
  if (kind === "day") return <DateFields name="value" legend={label} hint={hint} />
  if (kind === "several")
    return options.length > 0 ? (
      <div className="cell-many">
        <Checkboxes name="value" legend={label} options={options} />
      </div>
    ) : (
      <p>{say("There is nothing to choose from yet: add to your lists under Settings.")}</p>
    )
  return options.length > FEW ? (
    <Select name="value" label={label} empty={null} options={options} />
  ) : (
    <Radios name="value" legend={label} options={options} />
  )
}
