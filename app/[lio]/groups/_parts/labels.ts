import { INCOME_BANDS, MEMBERSHIP_STATES, SECTORS, STAGES } from "@/db/vocabulary"
import type { GroupFilter } from "@/lib/groups/list/input"

type Named = {
  areas: { id: string; code: string | null; name: string }[]
  terms: { id: string; name: string }[]
}

/** The filters in force, each in words and with its name in the address. */
export function activeFilters(
  filter: GroupFilter,
  { areas, terms }: Named,
): { name: string; label: string }[] {
  const area = (by: (one: Named["areas"][number]) => boolean) =>
    areas.find(by)?.name ?? "an area that is not on your list"
  const labels: Record<string, string | undefined> = {
    q: filter.q && `“${filter.q}”`,
    stage: filter.stage && STAGES[filter.stage],
    membership: filter.membership && `Membership: ${MEMBERSHIP_STATES[filter.membership].toLowerCase()}`,
    sector: filter.sector && SECTORS[filter.sector],
    based: filter.based && `Based in ${area((one) => one.code === filter.based)}`,
    serves: filter.serves && `Serves ${area((one) => one.id === filter.serves)}`,
    term:
      filter.term &&
      (terms.find((term) => term.id === filter.term)?.name ?? "a word that is not on your lists"),
    income:
      filter.income &&
      (filter.income === "unknown" ? "Income not known" : `Income: ${INCOME_BANDS[filter.income]}`),
    needs: filter.needs && "Needs details",
    quiet: filter.quiet ? `Not contacted in ${filter.quiet} months` : undefined,
    unconfirmed: filter.unconfirmed ? `Not confirmed for ${filter.unconfirmed} months` : undefined,
    missing: filter.missing && "Missing email or contact",
    joined:
      filter.joined && (filter.joined === "this-year" ? "Joined this year" : `Joined in ${filter.joined}`),
  }
  return Object.entries(labels).flatMap(([name, label]) => (label ? [{ name, label }] : []))
}
