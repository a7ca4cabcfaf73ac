"use client"

import { type MouseEvent, type ReactNode, useContext, useRef, useState } from "react"
import { useFieldArray, useFormContext } from "react-hook-form"
import { sayRich } from "@/lib/words/rich"
import { say } from "@/lib/words/say"
import { Select } from "./choices"
import { ManyFields } from "./field-parts"
import { TextField } from "./fields"
import { FormContext, useField } from "./form-context"
import { MORE } from "./rows"

type Part = {
  name: string
  label: string
  type?: "text" | "email" | "tel"
  width?: "sm" | "md" | "full"
  /** A choice from a list instead of typed words. */
  options?: readonly { value: string; label: string }[]
}

type Props = {
  name: string
  legend: string
  hint?: string
  optional?: boolean
  /** What one row is called, as "option" in "Add another option". */
  one: string
  /** The fields of a row; a row of a single field needs no words for it. */
  parts: readonly Part[]
  /** How many rows there may be. */
  most?: number
}

/** Rows of the same fields in a long form: sends name.0.part, name.1.part and so on. Empty rows count for nothing. */
export function RowFields({ name, legend, hint, optional, one, parts, most = 100 }: Props) {
  const { id, error, theirs, describedBy } = useField(name, undefined, hint)
  const { control } = useFormContext()
  const { fields, append, remove } = useFieldArray({ control, name })
  const [message, setMessage] = useState("")
  const box = useRef<HTMLDivElement>(null)

  function addOne(event: MouseEvent) {
    event.preventDefault()
    append(Object.fromEntries(parts.map((part) => [part.name, ""])))
    setMessage(say("Added {one} {fields}", { one, fields: fields.length + 1 }))
  }
  function takeAway(at: number) {
    remove(at)
    setMessage(say("Took away {one} {at}", { one, at: at + 1 }))
    box.current?.focus()
  }

  return (
    <div ref={box} id={id} tabIndex={-1}>
      <ManyFields {...{ id, label: legend, hint, optional, error, theirs, describedBy }}>
        {fields.map((row, at) => (
          <OneRow
            key={row.id}
            name={`${name}.${at}`}
            called={`${one} ${at + 1}`}
            parts={parts}
            values={row as Record<string, unknown>}
          >
            {fields.length > 1 ? (
              <button
                type="button"
                className="button button-plain needs-scripts"
                onClick={() => takeAway(at)}
              >
                {sayRich("Remove{one}", { one: <span className="sr-only">{` ${one} ${at + 1}`}</span> })}
              </button>
            ) : null}
          </OneRow>
        ))}
        {fields.length < most ? (
          <button type="submit" name={MORE} value={name} className="button button-secondary" onClick={addOne}>
            {say("Add another {one}", { one })}
          </button>
        ) : null}
        <span role="status" className="sr-only">
          {message}
        </span>
      </ManyFields>
    </div>
  )
}

type RowProps = {
  /** The list and the row's place in it, as "options.0". */
  name: string
  called: string
  parts: readonly Part[]
  values: Record<string, unknown>
  children: ReactNode
}

/** One row, which shows its own words wherever it has moved to. */
function OneRow({ name, called, parts, values, children }: RowProps) {
  const form = useContext(FormContext)
  const typed = Object.fromEntries(
    parts.map((part) => [`${name}.${part.name}`, String(values[part.name] ?? "")]),
  )
  const title = called.replace(/^./, (letter) => letter.toUpperCase())
  const fields = parts.map(({ options, label, ...part }) =>
    options ? (
      <Select key={part.name} name={`${name}.${part.name}`} label={label} options={options} />
    ) : (
      <TextField
        key={part.name}
        {...part}
        name={`${name}.${part.name}`}
        label={parts.length === 1 ? title : label}
      />
    ),
  )
  return (
    <FormContext value={{ ...form, state: { ...form.state, values: typed } }}>
      {parts.length === 1 ? (
        <div className="row-of-fields">
          {fields}
          {children}
        </div>
      ) : (
        <fieldset className="row-of-fields">
          <legend className="font-semibold">{title}</legend>
          {fields}
          {children}
        </fieldset>
      )}
    </FormContext>
  )
}
