"use client"

import type { ReactNode } from "react"
import { say } from "@/lib/words/say"
import { type Listed, ListedOptions, ManyFields, OneField, OneTick } from "./field-parts"
import { useField } from "./form-context"

/** One thing to choose: its value, its words, a hint under them, fields that show only when it is chosen. */
type Option = { value: string; label: ReactNode; hint?: ReactNode }

type Many = {
  name: string
  legend: ReactNode
  options: readonly Option[]
  hint?: ReactNode
  optional?: boolean
  /** The question is the page's h1. */
  large?: boolean
  /** Beside each other: only for two or three short words. */
  inline?: boolean
  /** Chosen when the form knows nothing of it. */
  value?: string | string[]
}

function Choices({
  type,
  name,
  legend,
  options,
  hint,
  optional,
  large,
  inline,
  value,
}: Many & { type: "radio" | "checkbox" }) {
  const { id, values, error, theirs, describedBy, wired } = useField(name, value, hint)
  const sent = type === "checkbox" ? `${name}[]` : name
  return (
    <ManyFields {...{ id, label: legend, hint, optional, large, error, theirs, describedBy }}>
      <div key={theirs} className={inline ? "choices-inline" : undefined}>
        {options.map((option, at) => (
          <label key={option.value} className="choice">
            <input
              {...wired(sent)}
              type={type}
              id={at === 0 ? id : `${id}-${at}`}
              name={sent}
              value={option.value}
              defaultChecked={values.includes(option.value)}
            />
            <span>
              {option.label}
              {option.hint ? <span className="hint m-0">{option.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </ManyFields>
  )
}

/** One of a few: up to seven. */
export const Radios = (props: Many) => <Choices {...props} type="radio" />

/** Any of a few. The form sends a list, empty when none is ticked. */
export const Checkboxes = (props: Many) => <Choices {...props} type="checkbox" />

/** One box to tick; sends "yes". */
export function Tick({
  name,
  label,
  hint,
  value = "yes",
  checked,
}: {
  name: string
  label: ReactNode
  hint?: ReactNode
  value?: string
  checked?: boolean
}) {
  const { id, values, error, describedBy, wired } = useField(name, checked ? value : undefined, hint)
  return (
    <div className={error ? "field field-wrong" : "field"}>
      {error ? (
        <p id={`${id}-error`} className="wrong">
          <span className="sr-only">{say("Error:")} </span>
          {error}
        </p>
      ) : null}
      <OneTick
        {...{ id, name, label, hint, value, describedBy }}
        wire={wired()}
        checked={values.includes(value)}
      />
    </div>
  )
}

type SelectProps = {
  name: string
  label: ReactNode
  options: readonly Listed[]
  /** The words of the empty choice; null for none. */
  empty?: string | null
  hint?: ReactNode
  optional?: boolean
  value?: string
}

/** One of a longer list, with the browser's own control. Options with a group stand under its heading. */
export function Select({ name, label, options, empty = say("Choose…"), hint, optional, value }: SelectProps) {
  const { id, value: current, error, theirs, describedBy, wired } = useField(name, value, hint)
  return (
    <OneField {...{ id, label, hint, optional, error, theirs }}>
      <select
        {...wired()}
        key={current}
        id={id}
        name={name}
        defaultValue={current}
        className="input sm:max-w-80"
        aria-describedby={describedBy}
        aria-invalid={error ? true : undefined}
      >
        <ListedOptions options={options} empty={empty} />
      </select>
    </OneField>
  )
}
