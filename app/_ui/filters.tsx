import Link from "next/link"
import type { ReactNode } from "react"
import { type Place, withQuery } from "./address"
import { FieldsFrom } from "./fields-from"

type Props = {
  place: Place
  /** What stands in the list now, as "214 groups": announced. */
  count: string
  /** The filters in force: the words of each, and the name in the query that it goes by. */
  active?: { label: string; name: string }[]
  /** Names of the query that Apply keeps (sort, tab). */
  keep?: string[]
  /** Folded away at first when nothing is filtered. */
  folded?: boolean
  /** What the button says. */
  apply?: string
  /** Beside the count: save this view, export. */
  actions?: ReactNode
  children: ReactNode
}

const plain = (query: Place["query"] = {}) =>
  Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.replace(/\[\]$/, ""), value]],
    ),
  )

/** Narrows a list: plain fields with Apply, everything in the address, each filter in force with a way to take it off. */
export function Filters({
  place,
  count,
  active = [],
  keep = ["sort"],
  folded,
  apply = "Apply",
  actions,
  children,
}: Props) {
  const nothing = Object.fromEntries(active.map((filter) => [filter.name, null]))
  const form = (
    <form action={place.path} method="get" className="max-w-4xl">
      {keep.map((name) => {
        const value = place.query?.[name]
        return typeof value === "string" && value ? (
          <input key={name} type="hidden" name={name} value={value} />
        ) : null
      })}
      <FieldsFrom values={plain(place.query)}>
        <div className="grid gap-x-5 sm:grid-cols-2 lg:grid-cols-3 [&_.field]:mb-4">{children}</div>
      </FieldsFrom>
      <button type="submit" className="button button-secondary">
        {apply}
      </button>
    </form>
  )
  return (
    <section aria-label="Filters" className="filters mb-6">
      {folded ? (
        <details className="fold" open={active.length > 0}>
          <summary>Filters</summary>
          {form}
        </details>
      ) : (
        form
      )}
      <div className="mt-5 flex flex-wrap items-center gap-x-5 gap-y-2">
        <p role="status" className="m-0 text-lg font-semibold">
          {count}
        </p>
        {active.length > 0 ? (
          <ul aria-label="Filters in force" className="flex list-none flex-wrap gap-2 p-0">
            {active.map((filter) => (
              <li key={filter.name}>
                <Link
                  href={withQuery(place, { [filter.name]: null })}
                  className="inline-flex min-h-9 items-center gap-2 rounded-full border border-line-strong bg-surface px-3 text-ink no-underline hover:bg-sunken"
                >
                  <span className="sr-only">Take off: </span>
                  {filter.label}
                  <span aria-hidden="true">✕</span>
                </Link>
              </li>
            ))}
            <li>
              <Link href={withQuery(place, nothing)} className="inline-flex min-h-9 items-center">
                Clear filters
              </Link>
            </li>
          </ul>
        ) : null}
        {actions ? <div className="flex flex-wrap items-center gap-4 sm:ml-auto">{actions}</div> : null}
      </div>
    </section>
  )
}
