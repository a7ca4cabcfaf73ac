import type { ReactNode } from "react"
import { sayRich } from "@/lib/words/rich"
import { say } from "@/lib/words/say"
import type { Wire } from "./form-context"

type Around = {
  id: string
  label: ReactNode
  hint?: ReactNode
  error?: string
  theirs?: string
  optional?: boolean
  large?: boolean
  children: ReactNode
}

/** What goes with every field: its hint, its error, and what somebody else saved meanwhile. */
function FieldNotes({ id, hint, error, theirs }: Pick<Around, "id" | "hint" | "error" | "theirs">) {
  return (
    <>
      {hint ? (
        <span id={`${id}-hint`} className="hint">
          {hint}
        </span>
      ) : null}
      {theirs === undefined ? null : (
        <p id={`${id}-theirs`} className="hint">
          {sayRich("Somebody else saved: {theirs}", { theirs: <strong>{theirs || say("nothing")}</strong> })}
        </p>
      )}
      {error ? (
        <p id={`${id}-error`} className="wrong">
          <span className="sr-only">{say("Error:")} </span>
          {error}
        </p>
      ) : null}
    </>
  )
}

const optionalWord = <span className="font-normal text-soft"> {say("(optional)")}</span>
const around = (error?: string) => (error ? "field field-wrong" : "field")

/** A label with one box. */
export function OneField({ id, label, optional, large, children, ...notes }: Around) {
  const words = (
    <label className={large ? "label label-large" : "label"} htmlFor={id}>
      {label}
      {optional ? optionalWord : null}
    </label>
  )
  return (
    <div className={around(notes.error)}>
      {large ? <h1 className="m-0">{words}</h1> : words}
      <FieldNotes id={id} {...notes} />
      {children}
    </div>
  )
}

/** A question with several boxes. */
export function ManyFields({
  id,
  label,
  optional,
  large,
  children,
  className,
  describedBy,
  ...notes
}: Around & { className?: string; describedBy?: string }) {
  return (
    <fieldset className={`${around(notes.error)} ${className ?? ""}`} aria-describedby={describedBy}>
      <legend className={large ? "label label-large" : "label"}>
        {large ? <h1 className="m-0 text-[length:inherit]">{label}</h1> : label}
        {optional ? optionalWord : null}
      </legend>
      <FieldNotes id={id} {...notes} />
      {children}
    </fieldset>
  )
}

/** What may be chosen from: `group` is the heading that it stands under. */
export type Listed = { value: string; label: string; group?: string }

/** The lines of a browser's own list; `empty` are the words of the empty choice, null for none. */
export function ListedOptions({ options, empty }: { options: readonly Listed[]; empty: string | null }) {
  const groups = [...new Set(options.map((option) => option.group))]
  return (
    <>
      {empty === null ? null : <option value="">{empty}</option>}
      {groups.map((group) => {
        const items = options
          .filter((option) => option.group === group)
          .map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))
        return group ? (
          <optgroup key={group} label={group}>
            {items}
          </optgroup>
        ) : (
          items
        )
      })}
    </>
  )
}

type Ticked = {
  id: string
  name: string
  label: ReactNode
  hint?: ReactNode
  /** What it sends when it is ticked. */
  value: string
  checked: boolean
  describedBy?: string
  wire?: Wire
}

/** A box to tick, with its words beside it. */
export function OneTick({ id, name, label, hint, value, checked, describedBy, wire }: Ticked) {
  return (
    <label className="choice">
      <input
        {...wire}
        type="checkbox"
        id={id}
        name={name}
        value={value}
        defaultChecked={checked}
        aria-describedby={describedBy}
      />
      <span>
        {label}
        {hint ? (
          <span id={`${id}-hint`} className="hint m-0">
            {hint}
          </span>
        ) : null}
      </span>
    </label>
  )
}

const DATE_PARTS = [
  ["day", say("Day"), "w-16"],
  ["month", say("Month"), "w-16"],
  ["year", say("Year"), "w-24"],
] as const

type Boxes = {
  name: string
  /** The ids of the three boxes. */
  idOf: (box: string) => string
  /** A day like "2026-06-04", or nothing. */
  value: string
  /** What was typed into a box, which goes before the day. */
  typed: (box: string) => string | undefined
  error?: string
  describedBy?: string
  /** What joins a box to its form, by the box's name. */
  wired?: (name: string) => Wire | undefined
}

/** The day, month and year of a date: sends name.day, name.month and name.year. */
export function DateBoxes({ name, idOf, value, typed, error, describedBy, wired }: Boxes) {
  const [year, month, day] = value.split("-")
  const whole = { day: String(Number(day) || ""), month: String(Number(month) || ""), year: year ?? "" }
  return (
    <div className="flex flex-wrap gap-4">
      {DATE_PARTS.map(([box, label, width]) => (
        <label key={box} className="block">
          <span className="block">{label}</span>
          <input
            {...wired?.(`${name}.${box}`)}
            id={idOf(box)}
            name={`${name}.${box}`}
            inputMode="numeric"
            autoComplete="off"
            maxLength={box === "year" ? 4 : box === "month" ? 9 : 2}
            defaultValue={typed(box) ?? whole[box]}
            className={`input ${width}`}
            aria-invalid={error ? true : undefined}
            aria-describedby={describedBy}
          />
        </label>
      ))}
    </div>
  )
}
