import { and, type SQL, sql } from "drizzle-orm"
import { groups } from "@/db/schema"
import type { Filter, Option } from "../../../access/list-type"
import { dayFrom } from "../../../days"
import { type Field, isChosen, NONE_OF_THESE } from "../../../fields/input"
import { wordsFilter } from "../../../lists/filters"
import { formatDate, say } from "../../../words"
import { fieldKey } from "../columns"

/** What asks for groups whose answer to one of the LIO's own questions is not known. */
const NOT_KNOWN = "not-known"

/** What may be asked of the LIO's own questions: `f.ID`, and `f.ID.from` and `f.ID.to` of those with figures or days. */
export const ANSWER = /^f\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(\.from|\.to)?$/

const YES_NO: Option[] = [
  { value: "yes", label: say("Yes") },
  { value: "no", label: say("No") },
]

function optionsOf({ kind, options }: Field): Option[] {
  const own = options.map((option) => ({ value: option, label: option }))
  const none = kind === "choices" ? [{ value: NONE_OF_THESE, label: say("None of these") }] : []
  return [...(kind === "yes_no" ? YES_NO : [...own, ...none]), { value: NOT_KNOWN, label: say("Not known") }]
}

/** The answer to a question is one of these. A choice that was taken off the list may still be an answer. */
function isAnswered({ id, kind }: Field, values: string[]): SQL {
  const known = values.filter((value) => value !== NOT_KNOWN)
  const answer = sql`${groups.custom}->>${id}`
  const among = sql`${sql.param(known)}::text[]`
  const matches =
    kind === "yes_no"
      ? sql`${answer} = any (${sql.param(known.map((one) => String(one === "yes")))}::text[])`
      : kind === "choices"
        ? sql`(${groups.custom}->${id} ?| ${among} or (${known.includes(NONE_OF_THESE)} and ${groups.custom}->${id} = '[]'::jsonb))`
        : sql`${answer} = any (${among})`
  return values.length > known.length ? sql`(not ${groups.custom} ? ${id} or ${matches})` : matches
}

const NO_ANSWERS: Record<string, string> = {
  [NOT_KNOWN]: say("not known"),
  [NONE_OF_THESE]: say("none of these"),
}

function chosenFilter(field: Field): Filter {
  return {
    name: fieldKey(field.id),
    label: field.label,
    field: { kind: "several", empty: say("Any"), options: () => optionsOf(field) },
    read: (typed) => (field.kind === "yes_no" && !["yes", "no", NOT_KNOWN].includes(typed) ? null : typed),
    help: say("Choose one of the options"),
    inWords: (value) => `${field.label}: ${NO_ANSWERS[value] ?? value}`,
    where: (_, values) => isAnswered(field, values),
  }
}

const escaped = (words: string) => `%${words.replace(/[\\%_]/g, "\\$&")}%`

const writtenFilter = ({ id, label }: Field): Filter =>
  wordsFilter({
    name: fieldKey(id),
    label: say("{label} has in it", { label }),
    inWords: (value) => `${label}: ${value === NOT_KNOWN ? say("not known") : `“${value}”`}`,
    where: (_, [words = ""]) =>
      words === NOT_KNOWN
        ? sql`not ${groups.custom} ? ${id}`
        : sql`${groups.custom}->>${id} ilike ${escaped(words)}`,
  })

const HELP = {
  date: say("Enter a date such as 27 6 2026"),
  money: say("Enter an amount such as 1250"),
} as const
const helpOf = (kind: Field["kind"]) =>
  kind === "date" || kind === "money" ? HELP[kind] : say("Enter a number")

/** A bound as it is compared: a day, or a number in figures. */
function boundOf(kind: Field["kind"], typed: string): string | null {
  if (kind === "date") return dayFrom(typed)
  const figures = typed.replace(/[£,\s]/g, "")
  return figures !== "" && Number.isFinite(Number(figures)) ? figures : null
}

/** A bound as the answers hold it: money is in pence. */
const heldAs = (kind: Field["kind"], bound: string): string | number =>
  kind === "date" ? bound : kind === "money" ? Math.round(Number(bound) * 100) : Number(bound)

const boundInWords = (kind: Field["kind"], bound: string) =>
  kind === "date" ? formatDate(bound) : kind === "money" ? `£${bound}` : bound

const ENDS = [
  {
    end: ".from",
    label: (label: string) => say("{label}, from", { label }),
    inWords: (label: string, bound: string) => say("{label} from {bound}", { label, bound }),
    sign: ">=",
  },
  {
    end: ".to",
    label: (label: string) => say("{label}, up to", { label }),
    inWords: (label: string, bound: string) => say("{label} up to {bound}", { label, bound }),
    sign: "<=",
  },
] as const

/** Answers of at least, at most, or just so much; those that are not known are none of it. */
function boundFilters({ id, label, kind }: Field): Filter[] {
  const compared = (sign: string, bound: string) =>
    sql`${groups.custom}->${id} ${sql.raw(sign)} ${JSON.stringify(heldAs(kind, bound))}::jsonb`
  const common = {
    read: (typed: string) => (typed === NOT_KNOWN ? typed : boundOf(kind, typed)),
    help: helpOf(kind),
  }
  const exact: Filter = {
    ...common,
    name: fieldKey(id),
    label,
    field: { kind: "link" },
    inWords: (value) => `${label}: ${value === NOT_KNOWN ? say("not known") : boundInWords(kind, value)}`,
    where: (_, [bound = ""]) =>
      bound === NOT_KNOWN
        ? sql`not ${groups.custom} ? ${id}`
        : (and(compared(">=", bound), compared("<=", bound)) as SQL),
  }
  const ends = ENDS.map(
    ({ end, label: labelOf, inWords, sign }): Filter => ({
      ...common,
      name: `${fieldKey(id)}${end}`,
      label: labelOf(label),
      field: {
        kind: "text",
        ...(kind === "date" ? { hint: say("Like 27 6 2026") } : { decimal: true }),
        ...(kind === "money" ? { prefix: "£" } : {}),
      },
      read: (typed) => boundOf(kind, typed),
      inWords: (bound) => inWords(label, boundInWords(kind, bound)),
      where: (_, [bound = ""]) => compared(sign, bound),
    }),
  )
  return [exact, ...ends]
}

/** Narrowing by answers to the LIO's own questions. Retired ones are still read, but have no field. */
export const answerFilters = (fields: Field[]): Filter[] =>
  fields.flatMap((field): Filter[] => {
    const filters =
      field.kind === "yes_no" || isChosen(field.kind)
        ? [chosenFilter(field)]
        : field.kind === "text" || field.kind === "long"
          ? [writtenFilter(field)]
          : boundFilters(field)
    return field.retiredAt
      ? filters.map((filter) => ({ ...filter, field: { kind: "link" as const } }))
      : filters
  })
