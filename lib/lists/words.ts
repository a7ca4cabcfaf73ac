import type { Choices, Filter, Listing } from "../access/list-type"

/** A filter in force: its words, its name in the address, and the value that is taken off with it. */
export type InForce = { name: string; label: string; value: string }

/** The filters in force, each value in words, in the order of the list. Tabs are none. */
export function filtersInForce(filters: readonly Filter[], { chosen }: Listing, choices: Choices): InForce[] {
  return Object.entries(chosen).flatMap(([name, { values, not }]) => {
    const filter = filters.find((one) => one.name === name)
    if (filter?.tab) return []
    return values.map((value) => {
      const read = filter?.read(value)
      const words =
        filter && read != null
          ? filter.inWords(read, choices)
          : `${filter?.label ?? "A question"}: “${value}”`
      return { name, value, label: not ? `Not: ${words}` : words }
    })
  })
}

/** What was asked for and cannot be read, or is not there any more, each in a sentence: nothing is shown until it is mended. */
export const unreadIn = (filters: readonly Filter[], { chosen }: Listing): string[] =>
  Object.entries(chosen).flatMap(([name, { values }]) => {
    const filter = filters.find((one) => one.name === name)
    if (!filter) return ["One of the filters asks a question that is no longer kept here. Take it off."]
    return values.flatMap((value) =>
      filter.read(value) === null ? [`${filter.label}: we can’t read “${value}”. ${filter.help}.`] : [],
    )
  })
