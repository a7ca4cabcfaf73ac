import type { ReactNode } from "react"
import { say } from "@/lib/words/say"
import { DateBoxes, type Listed, ListedOptions, ManyFields, OneField, OneTick } from "./field-parts"
import { SomeOf } from "./some-of"

type Common = { name: string; label: string; hint?: string }

/** One thing that a list can be narrowed by: words, one or some of a list, a day, or a box to tick (sends "yes"). */
export type FilterField = Common &
  (
    | { kind: "text"; type?: "search"; inputMode?: "decimal"; prefix?: string }
    | { kind: "list"; options: readonly Listed[]; empty: string | null }
    | { kind: "some"; options: readonly Listed[]; empty: string }
    | { kind: "date" }
    | { kind: "tick" }
  )

type Values = Record<string, string | string[] | undefined>

const saidOf = (values: Values, name: string) => {
  const current = values[name]
  return (Array.isArray(current) ? current[0] : current) ?? ""
}

/** What was typed into the boxes of a day that cannot be read. */
function boxesOf(typed: string): Record<string, string> | undefined {
  if (!typed || /^\d{4}-\d\d-\d\d$/.test(typed)) return undefined
  const [day = "", month = "", year = ""] = typed.split(typed.includes(" ") ? " " : /[./-]/)
  return { day, month, year }
}

function Text({ field, id, value }: { field: FilterField & { kind: "text" }; id: string; value: string }) {
  const input = (
    <input
      id={id}
      name={field.name}
      type={field.type ?? "text"}
      inputMode={field.inputMode}
      defaultValue={value}
      className="input max-w-2xl"
      aria-describedby={field.hint ? `${id}-hint` : undefined}
    />
  )
  if (!field.prefix) return input
  return (
    <span className="input-group">
      <span className="affix">{field.prefix}</span>
      {input}
    </span>
  )
}

function Field({ field, values }: { field: FilterField; values: Values }): ReactNode {
  const id = `filter-${field.name}`
  const value = saidOf(values, field.name)
  const { name, label, hint } = field
  const describedBy = hint ? `${id}-hint` : undefined
  if (field.kind === "date")
    return (
      <ManyFields
        id={id}
        label={label}
        hint={hint ?? say("For example, 27 6 2026")}
        describedBy={`${id}-hint`}
      >
        <DateBoxes
          name={name}
          idOf={(box) => (box === "day" ? id : `${id}.${box}`)}
          value={value}
          typed={(box) => boxesOf(value)?.[box]}
        />
      </ManyFields>
    )
  if (field.kind === "some")
    return (
      <SomeOf
        {...field}
        id={id}
        values={[values[name] ?? []].flat()}
        without={saidOf(values, `${name}.not`) === "yes"}
      />
    )
  if (field.kind === "tick")
    return (
      <div className="field">
        <OneTick {...{ id, name, label, hint, describedBy }} value="yes" checked={value === "yes"} />
      </div>
    )
  return (
    <OneField id={id} label={label} hint={hint}>
      {field.kind === "text" ? (
        <Text {...{ field, id, value }} />
      ) : (
        <select
          id={id}
          name={name}
          defaultValue={value}
          className="input sm:max-w-80"
          aria-describedby={describedBy}
        >
          <ListedOptions options={field.options} empty={field.empty} />
        </select>
      )}
    </OneField>
  )
}

/** The fields of a list's filters, without scripts: what the address says stands in them. */
export const FilterFields = ({ fields, values }: { fields: readonly FilterField[]; values: Values }) =>
  fields.map((field) => <Field key={field.name} field={field} values={values} />)
