import type { Filter, List, Listing } from "../access/list-type"
import { pageIn } from "../input"

/** The longest query string of a list that is kept or sent with a form: as long as an address may be. */
export const LONGEST_QUERY = 16_000

/** The most rows that can be ticked for one act: more would not fit on a page to look at first. */
export const MOST_TICKED = 500

type Query = Record<string, string | string[] | undefined>

const LONGEST = 200
const NOT = ".not"

/** A query string as a page is given it: a name that stands in it several times has several values. */
export function queryOf(query: string | URLSearchParams): Record<string, string | string[]> {
  const params = new URLSearchParams(query)
  return Object.fromEntries(
    [...new Set(params.keys())].map((name) => {
      const values = params.getAll(name)
      return [name, values.length > 1 ? values : (values[0] ?? "")]
    }),
  )
}

const clean = (typed: string) => typed.replaceAll("\0", "").trim().slice(0, LONGEST)
const allOf = (typed: Query[string]) => [...new Set([typed ?? []].flat().flatMap((one) => clean(one) || []))]

type Typed = Pick<Filter, "name" | "field"> & Partial<Pick<Filter, "read" | "tab">>

/** The values of a filter, as they are compared where they can be read. A day may come in three boxes. */
function typedIn(query: Query, { name, field, read }: Typed): string[] {
  if (field.kind === "date") {
    const boxes = ["day", "month", "year"].map((box) => allOf(query[`${name}.${box}`])[0] ?? "")
    const typed = boxes.join(" ")
    if (boxes.some(Boolean)) return [read?.(typed) ?? typed]
  }
  const values = allOf(query[name]).map((typed) => read?.(typed) ?? typed)
  const many = field.kind === "several" || (field.kind === "link" && field.several)
  return many ? values : values.slice(0, 1)
}

const ownFilter = (name: string): Typed => ({
  name,
  field: { kind: "several", empty: "", options: () => [] },
})

function sortIn({ sorts }: List, typed: Query[string]): string {
  const word = allOf(typed)[0] ?? ""
  return sorts?.has(word.replace(/^-/, "")) ? word : (sorts?.usual ?? "")
}

/**
 * What an address says of a list. What was typed stays as it was typed, also what cannot be read: that finds nothing and is
 * told (`unreadIn`), so that no list is longer than was asked for.
 */
export function readList(list: List, query: Query | string | URLSearchParams): Listing {
  const params = typeof query === "string" || query instanceof URLSearchParams ? queryOf(query) : query
  const own = Object.keys(params)
    .filter((name) => list.own?.names.test(name))
    .sort()
    .map(ownFilter)
  const usual = ({ tab }: Typed) => {
    const value = tab?.usual((other) => allOf(params[other]))
    return value === undefined ? [] : [value]
  }
  const chosen: Listing["chosen"] = {}
  for (const filter of [...list.filters, ...own]) {
    const typed = typedIn(params, filter)
    const values = typed.length > 0 ? typed : usual(filter)
    const not = filter.field.kind === "several" && allOf(params[`${filter.name}${NOT}`])[0] === "yes"
    if (values.length > 0) chosen[filter.name] = { values, not }
  }
  const cols = list.columns?.([params.cols ?? []].flat().flatMap((part) => part.split(",")))
  return { chosen, ...(cols ? { cols } : {}), sort: sortIn(list, params.sort), page: pageIn(params.page) }
}

/** Reads the columns of a list that has these (key → label): those asked for, in their order; undefined when they are the usual ones. */
export const fewColumns = (columns: Record<string, string>) => (asked: string[]) => {
  const chosen = [...new Set(asked)].filter((key) => Object.hasOwn(columns, key))
  return chosen.length === 0 || chosen.join() === Object.keys(columns).join() ? undefined : chosen
}

/** It as an address's query string, always in the same order; the usual sort, columns and page are left out. */
export function listQuery(list: List, { chosen, cols, sort, page }: Listing): string {
  const query = new URLSearchParams()
  for (const [name, { values, not }] of Object.entries(chosen)) {
    for (const value of values) query.append(name, value)
    if (not) query.set(`${name}${NOT}`, "yes")
  }
  if (cols) query.set("cols", cols.join(","))
  if (sort && sort !== list.sorts?.usual) query.set("sort", sort)
  if (page > 1) query.set("page", String(page))
  return query.toString()
}

/** A tab that is set to something that there is: it is where one stands, and not a filter. */
export const isTab = (filter: Filter | undefined, values: string[]) =>
  filter?.tab !== undefined && values.every((value) => filter.read(value) !== null)

/** Whether a filter narrows the list; tabs don’t count. */
export const isNarrowed = (list: List, { chosen }: Listing) =>
  Object.entries(chosen).some(
    ([name, { values }]) =>
      !isTab(
        list.filters.find((filter) => filter.name === name),
        values,
      ),
  )

/** The first value that a filter is set to. */
export const firstValue = ({ chosen }: Listing, name: string): string | undefined => chosen[name]?.values[0]

/** All values of a filter that can be read. */
export const valuesIn = (list: List, { chosen }: Listing, name: string): string[] => {
  const filter = list.filters.find((one) => one.name === name)
  return (chosen[name]?.values ?? []).flatMap((typed) => filter?.read(typed) ?? [])
}
