import type { ReactNode } from "react"
import { DATE_PARTS, datePartsOf, type Listed, ListedOptions, ManyFields, OneField } from "./field-parts"

type Common = { name: string; label: string; hint?: string }

/** One thing that a list can be narrowed by: words, one of a list, a day, or a box to tick (sends "yes"). */
export type FilterField = Common &
  (
    | { kind: "text"; type?: "search"; inputMode?: "decimal"; prefix?: string }
    | { kind: "list"; options: readonly Listed[]; empty: string | null }
    | { kind: "date" }
    | { kind: "tick" }
  )

type Values = Record<string, string | string[] | undefined>

const valueOf = (values: Values, name: string) => {
  const said = values[name]
  return (Array.isArray(said) ? said[0] : said) ?? ""
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

function Day({ field: { name, label, hint }, id, values }: { field: Common; id: string; values: Values }) {
  const whole = datePartsOf(valueOf(values, name))
  return (
    <ManyFields id={id} label={label} hint={hint ?? "For example, 4 6 2026"} describedBy={`${id}-hint`}>
      <div className="flex flex-wrap gap-4">
        {DATE_PARTS.map(([box, words, width]) => (
          <label key={box} className="block">
            <span className="block">{words}</span>
            <input
              id={box === "day" ? id : `${id}.${box}`}
              name={`${name}.${box}`}
              inputMode="numeric"
              autoComplete="off"
              maxLength={box === "year" ? 4 : 2}
              defaultValue={valueOf(values, `${name}.${box}`) || whole[box]}
              className={`input ${width}`}
            />
          </label>
        ))}
      </div>
    </ManyFields>
  )
}

function Ticked({ field: { name, label, hint }, id, value }: { field: Common; id: string; value: string }) {
  return (
    <div className="field">
      <label className="choice">
        <input
          type="checkbox"
          id={id}
          name={name}
          value="yes"
          defaultChecked={value === "yes"}
          aria-describedby={hint ? `${id}-hint` : undefined}
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
    </div>
  )
}

function Field({ field, values }: { field: FilterField; values: Values }): ReactNode {
  const id = `filter-${field.name}`
  const value = valueOf(values, field.name)
  if (field.kind === "date") return <Day {...{ field, id, values }} />
  if (field.kind === "tick") return <Ticked {...{ field, id, value }} />
  return (
    <OneField id={id} label={field.label} hint={field.hint}>
      {field.kind === "text" ? (
        <Text {...{ field, id, value }} />
      ) : (
        <select
          id={id}
          name={field.name}
          defaultValue={value}
          className="input sm:max-w-80"
          aria-describedby={field.hint ? `${id}-hint` : undefined}
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
