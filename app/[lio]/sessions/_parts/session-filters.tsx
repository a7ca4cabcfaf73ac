import type { Place } from "@/app/_ui/address"
import { ExportMenu } from "@/app/_ui/export-links"
import type { FilterField } from "@/app/_ui/filter-fields"
import { Filters } from "@/app/_ui/filters"
import { FUNCTIONS, SESSION_KINDS } from "@/db/vocabulary"
import type { SessionFilter } from "@/lib/sessions/list/input"
import { formatDate } from "@/lib/words"

type Props = { place: Place; filter: SessionFilter; group: string | null; count: string; some: boolean }

const options = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

function inForce(filter: SessionFilter, group: string | null) {
  const labels: [name: string, label: string | false | undefined][] = [
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
  return labels.flatMap(([name, label]) => (label ? [{ name, label }] : []))
}

const FIELDS: FilterField[] = [
  { kind: "list", name: "kind", label: "Kind of work", options: options(SESSION_KINDS), empty: "Any" },
  {
    kind: "list",
    name: "function",
    label: "Counts for",
    options: options(FUNCTIONS),
    empty: "Any of the five",
  },
  { kind: "date", name: "from", label: "From" },
  { kind: "date", name: "to", label: "To" },
  { kind: "text", name: "q", label: "Words in the note", type: "search" },
]

/** Narrows the list of sessions. */
export const SessionFilters = ({ place, filter, group, count, some }: Props) => (
  <Filters
    place={place}
    count={count}
    fields={FIELDS}
    active={inForce(filter, group)}
    keep={["whose", "group"]}
    folded
    actions={some ? <ExportMenu place={place} /> : undefined}
  />
)
