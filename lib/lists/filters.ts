import { type SQL, sql } from "drizzle-orm"
import type { PgColumn } from "drizzle-orm/pg-core"
import { isOneOf } from "@/db/conditions"
import { type Ctx, personIdOf } from "../access/ctx"
import type { Choices, Filter, FilterField, Option } from "../access/list-type"
import { dayFrom } from "../days"
import { formatDate, say } from "../words"

type Common = Pick<Filter, "name" | "label"> &
  Partial<Pick<Filter, "first" | "inWords" | "tab" | "byDefault">>

const optionsOf = (words: Record<string, string>): Option[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** Words to look for. */
export const wordsFilter = (
  common: Common & { where: Filter["where"]; field?: Partial<FilterField & { kind: "text" }> },
): Filter => ({
  inWords: (value) => `“${value}”`,
  help: say("Enter a word or two"),
  read: (typed) => typed,
  ...common,
  field: { kind: "text", ...common.field },
})

type OfWords = Common & {
  words: Record<string, string>
  /** What the field says while nothing is chosen. */
  empty?: string
  where: Filter["where"]
}

const ofWords =
  (kind: "one" | "several") =>
  ({ words, empty = say("Any"), ...common }: OfWords): Filter => ({
    inWords: (value) => words[value] ?? value,
    help: say("Choose one of the options"),
    read: (typed) => (Object.hasOwn(words, typed) ? typed : null),
    ...common,
    field: { kind, empty: common.tab ? null : empty, options: () => optionsOf(words) },
  })

/** One word of a closed list. */
export const oneOfWords = ofWords("one")
/** One or several words of a closed list, or all but those. */
export const someOfWords = ofWords("several")

/** A word of a closed list that tabs and links choose. */
export const tabFilter = (common: Omit<OfWords, "empty"> & { tab: NonNullable<Filter["tab"]> }): Filter => ({
  ...oneOfWords(common),
  field: { kind: "link" },
})

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

type OfChoices = Omit<Common, "inWords"> & {
  /** The name of what there is to choose from. */
  from: string
  empty?: string
  /** How a value looks; an id when nothing is said. */
  form?: RegExp
  /** What one that is not among the choices is called: "an area that is not on your list". */
  missing: string
  /** What stands before its name: "Based in". */
  before?: string
  where: Filter["where"]
  /** Set by links only: one, or as many as were ticked. */
  linked?: true | "several"
}

const nameIn = (choices: Choices, from: string, value: string) =>
  choices[from]?.find((option) => option.value === value)?.label

/** One or several of the LIO's own (areas, terms, people), or all but those. */
export const someOfChoices = ({
  from,
  empty = say("Any"),
  form = UUID,
  missing,
  before,
  linked,
  ...common
}: OfChoices): Filter => ({
  inWords: (value, choices) =>
    [before, nameIn(choices, from, value) ?? missing].filter((word) => word !== undefined).join(" "),
  help: say("Choose one of the options"),
  read: (typed) => (form.test(typed) ? typed : null),
  ...common,
  field: linked
    ? { kind: "link", ...(linked === "several" ? { several: true } : {}) }
    : { kind: "several", empty, options: (choices) => choices[from] ?? [] },
})

/** Rows that were ticked: only a press on the bar over a list asks for them. `which`: what one is called, "task". */
export const tickedFilter = (column: PgColumn | SQL, which: string): Filter =>
  someOfChoices({
    name: "id",
    label: say("Ticked"),
    from: "ticked",
    missing: say("{which} that was ticked", { which }),
    linked: "several",
    where: (_, ids) => isOneOf(column, ids, "uuid"),
  })

/** Whose rows: one's own, by the column that says whose they are, or the whole team's. A group's page shows the team's. */
export const whoseTab = ({ label, owner }: { label: string; owner: PgColumn }): Filter =>
  tabFilter({
    name: "whose",
    label,
    words: { mine: say("Mine"), team: say("The team’s") },
    tab: { usual: (valuesOf) => (valuesOf("group").length > 0 ? "team" : "mine") },
    where: (ctx, [whose]) => (whose === "mine" ? sql`${owner} = ${personIdOf(ctx.actor)}::uuid` : sql`true`),
  })

/** The group whose rows a link asks for: "With Hob’s Mill Food Bank". */
export const groupFilter = (common: { before: string; where: Filter["where"] }): Filter =>
  someOfChoices({
    name: "group",
    label: say("Group"),
    from: "groups",
    missing: say("a group that isn’t on your list"),
    linked: true,
    ...common,
  })

/** A box to tick. */
export const tickFilter = ({ where, ...common }: Common & { where: (ctx: Ctx) => SQL }): Filter => ({
  inWords: () => common.label,
  help: say("Tick the box or leave it empty"),
  read: (typed) => (typed === "yes" ? typed : null),
  ...common,
  field: { kind: "tick" },
  where,
})

/** A day as people type it, in one field or three. */
export const dayFilter = ({
  column,
  sign,
  ...common
}: Common & { column: SQL; sign: ">=" | "<=" }): Filter => ({
  inWords: (value) => `${common.label} ${formatDate(value)}`,
  help: say("Enter a date such as 27 6 2026"),
  read: dayFrom,
  ...common,
  field: { kind: "date" },
  where: (_, [day]) => sql`${column} ${sql.raw(sign)} ${day}::date`,
})
