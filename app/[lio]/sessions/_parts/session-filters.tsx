import type { Place } from "@/app/_ui/address"
import { Select } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { TextField } from "@/app/_ui/fields"
import { Filters } from "@/app/_ui/filters"
import { FUNCTIONS, SESSION_KINDS } from "@/db/vocabulary"
import type { SessionFilter } from "@/lib/sessions/list/input"
import { formatDate } from "@/lib/words"

type Props = { place: Place; filter: SessionFilter; group: string | null; count: string }

const options = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

function inForce(filter: SessionFilter, group: string | null) {
  const said: [name: string, label: string | false | undefined][] = [
    ["group", filter.group && `With ${group ?? "a group that is not here"}`],
    ["kind", filter.kind && SESSION_KINDS[filter.kind]],
    ["function", filter.function && FUNCTIONS[filter.function]],
    [
      "from",
      filter.from ? `From ${formatDate(filter.from)}` : filter.unread?.from && `From “${filter.unread.from}”`,
    ],
    ["to", filter.to ? `To ${formatDate(filter.to)}` : filter.unread?.to && `To “${filter.unread.to}”`],
    ["q", filter.q && `“${filter.q}”`],
  ]
  return said.flatMap(([name, label]) => (label ? [{ name, label }] : []))
}

/** Narrows the list of sessions. */
export function SessionFilters({ place, filter, group, count }: Props) {
  return (
    <Filters place={place} count={count} active={inForce(filter, group)} keep={["whose", "group"]} folded>
      <Select name="kind" label="Kind of work" options={options(SESSION_KINDS)} empty="Any" />
      <Select name="function" label="Counts for" options={options(FUNCTIONS)} empty="Any of the five" />
      <DateFields name="from" legend="From" />
      <DateFields name="to" legend="To" />
      <TextField name="q" label="Words in the note" type="search" />
    </Filters>
  )
}
