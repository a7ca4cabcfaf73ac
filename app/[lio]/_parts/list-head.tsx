import type { ReactNode } from "react"
import type { Place } from "@/app/_ui/address"
import { Banner } from "@/app/_ui/banner"
import { ExportMenu } from "@/app/_ui/export-links"
import type { FilterField } from "@/app/_ui/filter-fields"
import { Filters } from "@/app/_ui/filters"
import type { Filter, Option } from "@/lib/access/list-type"
import { listQuery, queryOf } from "@/lib/lists/input"
import { filtersInForce, unreadIn } from "@/lib/lists/words"
import type { OpenList } from "@/lib/views/queries"
import { say } from "@/lib/words"
import { ChooseColumns, listed } from "./choose-columns"

/** What an address says of a list, without its page: how its links and files ask for the same. */
export const queryNow = ({ list, listing }: OpenList) => listQuery(list, { ...listing, page: 1 })

/** Where a list stands, with its filters, order and view. */
export const placeOf = (lio: string, head: OpenList): Required<Place> => ({
  path: `/${lio}/${head.list.name}`,
  query: { ...queryOf(queryNow(head)), ...(head.view ? { view: head.view.id } : {}) },
})

/** The choices of a filter, with what is asked for and is none of them: a press on Apply must not lose it. */
function optionsOf(filter: Filter, { listing, choices }: OpenList): Option[] {
  if (filter.field.kind !== "one" && filter.field.kind !== "several") return []
  const options = filter.field.options(choices)
  const chosen = listing.chosen[filter.name]?.values ?? []
  const others = chosen.filter((value) => !options.some((option) => option.value === value))
  return [
    ...options,
    ...others.map((value) => {
      const read = filter.read(value)
      return { value, label: read === null ? `“${value}”` : filter.inWords(read, choices) }
    }),
  ]
}

function fieldOf(filter: Filter, head: OpenList): FilterField[] {
  const { name, label, field } = filter
  const options = optionsOf(filter, head)
  switch (field.kind) {
    case "text":
      return [
        {
          kind: "text",
          name,
          label,
          hint: field.hint,
          prefix: field.prefix,
          ...(field.search ? { type: "search" } : {}),
          ...(field.decimal ? { inputMode: "decimal" } : {}),
        },
      ]
    case "one":
      return options.length > 0 ? [{ kind: "list", name, label, options, empty: field.empty }] : []
    case "several":
      return options.length > 0 ? [{ kind: "some", name, label, options, empty: field.empty ?? "" }] : []
    case "date":
    case "tick":
      return [{ kind: field.kind, name, label }]
    case "link":
      return []
  }
}

type Props = {
  lio: string
  head: OpenList
  /** What stands in the list now, as "214 groups". */
  count: string
  /** Its columns by their keys, those in sight, and the one that names a row; left out where there are no rows. */
  columns?: { all: Record<string, string>; chosen?: string[]; main: string }
  /** What can be done with the list, where that is more than choosing its columns and taking it along. */
  actions?: ReactNode
  /** Filters that have no field on this page. */
  without?: string[]
}

function ColumnsAndFiles({
  place,
  all,
  chosen,
  main,
}: { place: Required<Place> } & NonNullable<Props["columns"]>) {
  return (
    <>
      <ChooseColumns path={place.path} query={place.query} all={listed(all)} {...{ chosen, main }} />
      <ExportMenu place={place} />
    </>
  )
}

/** Over a list: its filters, those in force, and what of them cannot be read. */
export function ListHead({ lio, head, count, columns, actions, without = [] }: Props) {
  const { filters, listing, choices } = head
  const shown = filters.filter(({ name }) => !without.includes(name))
  const fields = (first: boolean) =>
    shown.filter((filter) => Boolean(filter.first) === first).flatMap((filter) => fieldOf(filter, head))
  const active = filtersInForce(filters, listing, choices)
  const place = placeOf(lio, head)
  const some = shown.some(({ first }) => first)
  const later = fields(false)
  const linked = filters.flatMap(({ name, field }) => (field.kind === "link" ? [name] : []))
  return (
    <>
      <Filters
        place={place}
        count={count}
        active={active}
        keep={[...linked, ...without, "sort", "view", "cols"]}
        actions={actions ?? (columns ? <ColumnsAndFiles place={place} {...columns} /> : undefined)}
        fields={fields(some)}
        more={
          some && later.length > 0
            ? { fields: later, open: later.some((field) => active.some(({ name }) => name === field.name)) }
            : undefined
        }
        folded={!some}
      />
      {unreadIn(filters, listing).map((sentence) => (
        <Banner key={sentence} kind="problem">
          {say("{sentence} We can’t show the list until you do.", { sentence })}
        </Banner>
      ))}
    </>
  )
}
