import type { Choices, Filter, Listing } from "../access/list-type"
import { say } from "../words"
import { isTab } from "./input"

/** A filter in force: its words, its name in the address, and the value that is taken off with it. */
export type InForce = { name: string; label: string; value: string }

/** The filters in force, each value in words, in the order of the list. Tabs are none. */
export function filtersInForce(filters: readonly Filter[], { chosen }: Listing, choices: Choices): InForce[] {
  return Object.entries(chosen).flatMap(([name, { values, not }]) => {
    const filter = filters.find((one) => one.name === name)
    if (isTab(filter, values)) return []
    return values.map((value) => {
      const read = filter?.read(value)
      const words =
        filter && read != null
          ? filter.inWords(read, choices)
          : `${filter?.label ?? say("A question")}: “${value}”`
      return { name, value, label: not ? say("Not: {words}", { words }) : words }
    })
  })
}

/** A day from which that lies after the day until which: nothing is between them. */
function turnedRound(filters: readonly Filter[], { chosen }: Listing): string[] {
  return filters.flatMap((from) => {
    const to = filters.find(
      ({ name }) => /from$/.test(from.name) && name === from.name.replace(/from$/, "to"),
    )
    const [first, last] = [from, to].map((end) => end?.read(chosen[end.name]?.values[0] ?? ""))
    return from.field.kind === "date" && to && first && last && first > last
      ? [say("“{from}” is after “{to}”. Change one of the dates.", { from: from.label, to: to.label })]
      : []
  })
}

/** What was asked for and cannot be read, or is not there any more, each in a sentence: nothing is shown until it is mended. */
export const unreadIn = (filters: readonly Filter[], listing: Listing): string[] => [
  ...turnedRound(filters, listing),
  ...Object.entries(listing.chosen).flatMap(([name, { values }]) => {
    const filter = filters.find((one) => one.name === name)
    if (!filter) return [say("One of the filters uses a question that you no longer ask. Take it off.")]
    return values.flatMap((value) =>
      filter.read(value) === null
        ? [
            say("{filter}: we can’t read “{value}”. {help}.", {
              filter: filter.label,
              value,
              help: filter.help,
            }),
          ]
        : [],
    )
  }),
]
