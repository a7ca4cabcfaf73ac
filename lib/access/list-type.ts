import type { SQL } from "drizzle-orm"
import type { Ctx } from "./ctx"

/** Something that can be chosen; `group` is the heading that it stands under. */
export type Option = { value: string; label: string; group?: string }

/** What an LIO has to choose from, by the name that filters call it: its areas, its staff. */
export type Choices = Record<string, readonly Option[]>

/** How a filter is set: nothing of its own for one that only links set, such as a tab or the group of a page. */
export type FilterField =
  | { kind: "text"; search?: true; hint?: string; decimal?: true; prefix?: string }
  | { kind: "one" | "several"; empty: string | null; options: (choices: Choices) => readonly Option[] }
  | { kind: "date" }
  | { kind: "tick" }
  | { kind: "link"; several?: true }

/**
 * One thing that a list can be narrowed by, in one place: how it stands in the address, how it is read, what it says, and
 * which rows it leaves. Made by the functions of `lib/lists/filters.ts`.
 */
export type Filter = {
  /** Its name in the address; `name.not` says that what is chosen is left out. */
  name: string
  label: string
  field: FilterField
  /** Always in sight; the others stand behind a press. */
  first?: true
  /** A tab of the page: always set, and no filter that could be taken off. `usual` is what it is when nobody chose. */
  tab?: { usual: (values: (name: string) => string[]) => string }
  /** What was typed, as it is compared; null when it cannot be read. */
  read: (typed: string) => string | null
  /** What to do when it cannot be read: "Write a date like 27 6 2026". */
  help: string
  /** What a value that can be read says in the list of filters in force: "Based in Padiham". */
  inWords: (value: string, choices: Choices) => string
  /** The rows that have any of these values. `loosely` forgives spelling. */
  where: (ctx: Ctx, values: string[], reading: { loosely: boolean }) => SQL
  /** The rows there are while nobody asks; all of them when nothing is said. */
  byDefault?: (ctx: Ctx) => SQL
}

/** A list that people narrow, sort, keep under a name and take along as a file. */
export type List = {
  /** Its path below the LIO's address, which is also what saved views know it by. */
  name: string
  /** What a view without filters is called: "All". */
  everything: string
  filters: readonly Filter[]
  /** Filters that an LIO makes itself: their names, and how they are found. */
  own?: { names: RegExp; filters: (ctx: Ctx) => Promise<Filter[]> }
  /** What there is to choose from, and the names of whatever a listing asks for. */
  choices: (ctx: Ctx, listing: Listing) => Promise<Choices>
  /** Whether a word in ?sort= (without its dash) sorts it, and the usual one. */
  sorts?: { has: (word: string) => boolean; usual: string }
  /** Reads the columns that were chosen; none when they are the usual ones. */
  columns?: (keys: string[]) => string[] | undefined
  /** Views that are there from the first day. */
  ready?: readonly { name: string; query: string }[]
  /** What its rows are counted in, `from …` with a `where` that is always true of them. */
  from: (ctx: Ctx) => SQL
  /** Who may look through it. */
  maySee: (actor: Ctx["actor"]) => boolean
}

/** What a list is narrowed to, its order, columns and page, as an address says them. */
export type Listing = {
  /** What was typed or chosen, by the name of the filter: any of `values`, or none of them. */
  chosen: Record<string, { values: string[]; not: boolean }>
  cols?: string[]
  sort: string
  page: number
}
