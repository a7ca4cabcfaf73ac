import type { FilterField } from "@/app/_ui/filter-fields"
import { AREA_KINDS, INCOME_BANDS, MEMBERSHIP_STATES, SECTORS, STAGES, TERM_LISTS } from "@/db/vocabulary"
import type { Field } from "@/lib/fields/input"
import type { listAreas, listTerms } from "@/lib/groups/queries"
import { answerFields } from "./answer-fields"
import { DIRECTORY_ANSWERS } from "./labels"

const options = (list: Record<string, string>) =>
  Object.entries(list).map(([value, label]) => ({ value, label }))
const QUIET = [1, 3, 6, 12, 24]

const DOES_NOT_MATTER = "Does not matter"

type Props = {
  areas: Awaited<ReturnType<typeof listAreas>>
  terms: Awaited<ReturnType<typeof listTerms>>
  year: number
  /** The LIO's own questions. */
  fields: Field[]
}

const list = (
  name: string,
  label: string,
  empty: string,
  options: (FilterField & { kind: "list" })["options"],
): FilterField => ({ kind: "list", name, label, empty, options })
const asked = (field: FilterField) => field.kind !== "list" || field.options.length > 0

/** What the list of groups is narrowed by most: in sight at once. */
export const firstFields = ({ areas }: Pick<Props, "areas">): FilterField[] =>
  [
    { kind: "text" as const, name: "q", label: "Name or number", type: "search" as const },
    list("stage", "Stage", "Any", options(STAGES)),
    list(
      "based",
      "Based in",
      "Anywhere",
      areas.flatMap(({ kind, code, name }) =>
        code ? [{ value: code, label: name, group: AREA_KINDS[kind] }] : [],
      ),
    ),
  ].filter(asked)

/** What else it may be narrowed by, behind a press. */
export function moreFields({ areas, terms, year, fields }: Props): FilterField[] {
  const years = Array.from({ length: 10 }, (_, back) => String(year - back))
  const quiet = QUIET.map((months) => ({
    value: String(months),
    label: months === 1 ? "1 month" : `${months} months`,
  }))
  return [
    list("membership", "Membership", "Any", options(MEMBERSHIP_STATES)),
    list("sector", "Sector", "Any", options(SECTORS)),
    list(
      "serves",
      "Serves",
      "Anywhere",
      areas.map(({ id, kind, name }) => ({ value: id, label: name, group: AREA_KINDS[kind] })),
    ),
    list(
      "term",
      "Theme or service",
      "Any",
      terms.map(({ id, list, name }) => ({ value: id, label: name, group: TERM_LISTS[list] })),
    ),
    list("income", "Yearly income", "Any", [
      ...options(INCOME_BANDS),
      { value: "unknown", label: "Not known" },
    ]),
    list("directory", "In the public directory", DOES_NOT_MATTER, options(DIRECTORY_ANSWERS)),
    list("quiet", "Not contacted in", DOES_NOT_MATTER, quiet),
    list(
      "unconfirmed",
      "Details not confirmed for",
      DOES_NOT_MATTER,
      quiet.filter(({ value }) => Number(value) >= 12),
    ),
    list("joined", "Joined in", "Any year", [
      { value: "this-year", label: "This year" },
      ...years.map((one) => ({ value: one, label: one })),
    ]),
    list("missing", "How to reach them", DOES_NOT_MATTER, [
      { value: "contact", label: "Email or contact is missing" },
    ]),
    list("needs", "Details", DOES_NOT_MATTER, [{ value: "details", label: "Needs details" }]),
    ...answerFields(fields),
  ].filter(asked)
}
