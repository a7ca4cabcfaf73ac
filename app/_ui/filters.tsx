import type { ReactNode } from "react"
import { say } from "@/lib/words/say"
import { type Place, withQuery } from "./address"
import { type FilterField, FilterFields } from "./filter-fields"
import { Static } from "./static"

type Active = { label: string; name: string; value?: string }

type Props = {
  place: Place
  /** What stands in the list now, as "214 groups": announced. */
  count: string
  fields: readonly FilterField[]
  /** More of them, behind a press; `open` when one of them is in force. */
  more?: { fields: readonly FilterField[]; open: boolean }
  /** The filters in force: the words of each, the name in the query that it goes by, and the value, where there are several. */
  active?: Active[]
  /** Names of the query that Apply keeps (sort, tab). */
  keep?: string[]
  /** Folded away at first when nothing is filtered. */
  folded?: boolean
  /** What the button says. */
  apply?: string
  /** Beside the count: save this view, export. */
  actions?: ReactNode
}

const plain = (query: Place["query"] = {}) =>
  Object.fromEntries(Object.entries(query).map(([name, value]) => [name.replace(/\[\]$/, ""), value]))

type InForce = { place: Place; active: Active[] }

/** What an address says without one filter, or without one of its values. */
function without({ query }: Place, { name, value }: Active) {
  const others = [query?.[name] ?? []].flat().filter((one) => value !== undefined && one !== value)
  const boxes = ["day", "month", "year"].map((box) => [`${name}.${box}`, null])
  return others.length > 0
    ? { [name]: others }
    : { ...Object.fromEntries(boxes), [name]: null, [`${name}.not`]: null }
}

function FiltersInForce({ place, active }: InForce) {
  const nothing = Object.assign({}, ...active.map(({ name, label }) => without(place, { name, label })))
  return (
    <ul aria-label={say("Filters in force")} className="flex list-none flex-wrap gap-2 p-0">
      {active.map((filter) => (
        <li key={`${filter.name} ${filter.value}`}>
          <a
            href={withQuery(place, without(place, filter))}
            className="inline-flex min-h-9 max-w-full items-center gap-2 rounded-full wrap-anywhere border border-line-strong bg-surface px-3 text-ink no-underline hover:bg-sunken"
          >
            <span className="sr-only">{say("Take off:")} </span>
            {filter.label}
            <span aria-hidden="true">✕</span>
          </a>
        </li>
      ))}
      <li>
        <a href={withQuery(place, nothing)} className="inline-flex min-h-9 items-center">
          {say("Clear filters")}
        </a>
      </li>
    </ul>
  )
}

/**
 * Narrows a list: plain fields with Apply, everything in the address, each filter in force with a way to take it off.
 * Nothing in it needs scripts, so it is drawn once (decision 012).
 */
export function Filters({
  place,
  count,
  fields,
  more,
  active = [],
  keep = ["sort"],
  folded,
  apply = say("Apply"),
  actions,
}: Props) {
  const values = plain(place.query)
  const form = (
    <form action={place.path} method="get" className="filter-row">
      {keep.map((name) => {
        const values = [place.query?.[name] ?? []].flat().filter(Boolean)
        return values.map((value) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))
      })}
      <FilterFields fields={fields} values={values} />
      {more ? (
        <details className="fold" open={more.open}>
          <summary>{say("More filters")}</summary>
          <div className="filter-grid">
            <FilterFields fields={more.fields} values={values} />
          </div>
        </details>
      ) : null}
      <button type="submit" className="button button-secondary">
        {apply}
      </button>
    </form>
  )
  return (
    <section aria-label={say("Filters")} className="filters">
      <Static>
        {folded ? (
          <details className="fold" open={active.length > 0}>
            <summary>{say("Filters")}</summary>
            {form}
          </details>
        ) : (
          form
        )}
      </Static>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1">
        <p role="status" className="m-0 font-semibold">
          {count}
        </p>
        {active.length > 0 ? <FiltersInForce place={place} active={active} /> : null}
        {actions ? <div className="flex flex-wrap items-center gap-4 ml-auto">{actions}</div> : null}
      </div>
    </section>
  )
}
