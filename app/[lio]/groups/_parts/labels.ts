import { INCOME_BANDS, MEMBERSHIP_STATES, SECTORS, STAGES } from "@/db/vocabulary"
import { dayFrom } from "@/lib/days"
import type { Field } from "@/lib/fields/input"
import { NONE_OF_THESE } from "@/lib/fields/input"
import { boundHint, boundOf } from "@/lib/groups/list/answers/input"
import { fieldKey } from "@/lib/groups/list/columns"
import { type GroupFilter, NOT_KNOWN } from "@/lib/groups/list/input"
import { formatDate } from "@/lib/words"

/** What a group may have said of the public directory. */
export const DIRECTORY_ANSWERS = { yes: "Said yes", no: "Said no", unknown: "Not asked" }

type Named = {
  areas: { id: string; code: string | null; name: string }[]
  terms: { id: string; name: string }[]
  fields: Field[]
}

function answerInWords({ kind }: Field, said: string) {
  if (said === NOT_KNOWN) return "not known"
  if (said === NONE_OF_THESE) return "none of these"
  if (kind === "yes_no") return said === "yes" ? "yes" : "no"
  const day = kind === "date" ? dayFrom(said) : null
  if (day) return formatDate(day)
  if (kind === "money") return `£${said.replace(/^£/, "")}`
  return kind === "text" || kind === "long" ? `“${said}”` : said
}

/** What is asked of the LIO's own questions. */
function activeAnswers(asked: Record<string, string>, fields: Field[]) {
  const ways = { "": ": ", ".from": " from ", ".to": " up to " }
  return fields.flatMap((field) =>
    Object.entries(ways).flatMap(([end, way]) => {
      const name = `${fieldKey(field.id)}${end}`
      const said = asked[name]
      return said ? [{ name, label: `${field.label}${way}${answerInWords(field, said)}` }] : []
    }),
  )
}

/** Bounds and years that were typed and cannot be read, each in a sentence: nothing is shown until they can. */
export function unreadFilters({ unread, answers }: GroupFilter, fields: Field[]): string[] {
  const joined = unread?.joined
    ? [`We can’t read “${unread.joined}” as the year in which a group joined. Write it like 2026.`]
    : []
  const bounds = fields.flatMap(({ id, label, kind }) =>
    [".from", ".to"].flatMap((end) => {
      const said = answers?.[`${fieldKey(id)}${end}`]
      return said && boundOf(kind, said) === null
        ? [`${label}: we can’t read “${said}”. Write ${boundHint(kind)}.`]
        : []
    }),
  )
  return [...joined, ...bounds]
}

/** The filters in force, each in words and with its name in the address. */
export function activeFilters(
  filter: GroupFilter,
  { areas, terms, fields }: Named,
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
    directory: filter.directory && `Public directory: ${DIRECTORY_ANSWERS[filter.directory].toLowerCase()}`,
    needs: filter.needs && "Needs details",
    quiet: filter.quiet ? `Not contacted in ${filter.quiet} months` : undefined,
    unconfirmed: filter.unconfirmed ? `Not confirmed for ${filter.unconfirmed} months` : undefined,
    missing: filter.missing && "Missing email or contact",
    joined:
      (filter.joined &&
        (filter.joined === "this-year" ? "Joined this year" : `Joined in ${filter.joined}`)) ||
      (filter.unread?.joined && `Joined: “${filter.unread.joined}”`),
  }
  return [
    ...Object.entries(labels).flatMap(([name, label]) => (label ? [{ name, label }] : [])),
    ...activeAnswers(filter.answers ?? {}, fields),
  ]
}
