import { INCOME_BANDS, keys, MEMBERSHIP_STATES, SECTORS, STAGES } from "@/db/vocabulary"

import { pageIn } from "../../input"
import { SORTS, USUAL } from "./columns"

type Query = Record<string, string | string[] | undefined>

/** What the list of groups is narrowed to. Everything that is left out matches all. */
export type GroupFilter = {
  q?: string
  stage?: keyof typeof STAGES
  /** Where its membership stands today. */
  membership?: keyof typeof MEMBERSHIP_STATES
  sector?: keyof typeof SECTORS
  /** GSS code of the ward or district where the address is. */
  based?: string
  /** Id of an area that the group serves. */
  serves?: string
  /** Id of a word of the LIO's lists. */
  term?: string
  /** `unknown`: the income is not known. */
  income?: keyof typeof INCOME_BANDS | "unknown"
  /** What it said of the public directory; `unknown`: nobody has asked. */
  directory?: "yes" | "no" | "unknown"
  /** Groups that were added with their name only. */
  needs?: "details"
  /** Not contacted in this many months. */
  quiet?: number
  /** Nobody of the group said in this many months that its details are right. */
  unconfirmed?: number
  /** No email address, or nobody as main contact. */
  missing?: "contact"
  /** A year, or `this-year`. */
  joined?: string
  /** A year of joining that was said and cannot be read: it finds nothing, and is told. */
  unread?: { joined?: string }
  /** Answers to the LIO's own questions: `f.ID`, `f.ID.from` or `f.ID.to` → what was asked for. */
  answers?: Record<string, string>
  /** The columns to show, by their keys; the usual ones when left out. */
  cols?: string[]
  /** The word of a column; a dash in front turns it round. */
  sort: string
  page: number
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const one = (said: string | string[] | undefined) =>
  (Array.isArray(said) ? said[0] : said)?.replaceAll("\0", "").trim() || undefined
const oneOf = <T extends string>(said: string | undefined, list: readonly T[]) =>
  list.find((word) => word === said)
const like = (said: string | undefined, form: RegExp) => (said && form.test(said) ? said : undefined)

/** What asks for groups whose answer to one of the LIO's own questions is not known. */
export const NOT_KNOWN = "not-known"

/** A number of months, up to ten years. */
function months(said: string | undefined) {
  const number = Number(said)
  return Number.isInteger(number) && number > 0 && number <= 120 ? number : undefined
}

/** Whether a GSS code is a ward's; the others are districts'. */
export const isWard = (code: string) => /^(E05|W05|S13|N08)/.test(code)

const ANSWER = /^f\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(\.from|\.to)?$/
const MOST_ANSWERS = 20
const MOST_COLUMNS = 60

/** What is asked of the LIO's own questions; which of them there are is settled when the list is read. */
function answersIn(query: Query) {
  const asked = Object.keys(query)
    .filter((name) => ANSWER.test(name))
    .sort()
    .flatMap((name) => {
      const value = one(query[name])?.slice(0, 200)
      return value ? [[name, value] as const] : []
    })
  return asked.length > 0 ? Object.fromEntries(asked.slice(0, MOST_ANSWERS)) : undefined
}

/** The columns that were chosen; none when they are the usual ones. */
function colsIn(said: string | string[] | undefined) {
  const keys = [said ?? []].flat().flatMap((part) => part.split(","))
  const chosen = [...new Set(keys.filter((key) => /^[A-Za-z_]{1,30}$/.test(key) || ANSWER.test(key)))]
  const usual = chosen.length === USUAL.length && chosen.every((key) => USUAL.includes(key))
  return chosen.length === 0 || usual ? undefined : chosen.slice(0, MOST_COLUMNS)
}

function sortIn(said: string | undefined) {
  const word = said?.replace(/^-/, "") ?? ""
  return said && (SORTS.has(word) || ANSWER.test(word)) ? said : "name"
}

const JOINED = /^(this-year|(19|20)\d\d)$/

/** Reads the filters out of an address; what makes no sense is left out, but never a date: that is told. */
export function groupFilter(query: Query): GroupFilter {
  const said = (name: string) => one(query[name])
  return {
    q: said("q")?.slice(0, 200),
    stage: oneOf(said("stage"), keys(STAGES)),
    membership: oneOf(said("membership"), keys(MEMBERSHIP_STATES)),
    sector: oneOf(said("sector"), keys(SECTORS)),
    based: like(said("based"), /^[A-Z]\d{8}$/),
    serves: like(said("serves"), UUID),
    term: like(said("term"), UUID),
    income: oneOf(said("income"), [...keys(INCOME_BANDS), "unknown"] as const),
    directory: oneOf(said("directory"), ["yes", "no", "unknown"] as const),
    needs: oneOf(said("needs"), ["details"]),
    quiet: months(said("quiet")),
    unconfirmed: months(said("unconfirmed")),
    missing: oneOf(said("missing"), ["contact"]),
    joined: like(said("joined"), JOINED),
    unread:
      said("joined") && !like(said("joined"), JOINED) ? { joined: said("joined")?.slice(0, 40) } : undefined,
    answers: answersIn(query),
    cols: colsIn(query.cols),
    sort: sortIn(said("sort")),
    page: pageIn(said("page")),
  }
}

/** The filters as an address's query string, always in the same order; the usual sort, columns and page are left out. */
export function filterQuery(filter: Partial<GroupFilter>): string {
  const query = new URLSearchParams()
  const names = [
    "q",
    "stage",
    "membership",
    "sector",
    "based",
    "serves",
    "term",
    "income",
    "directory",
    "needs",
    "quiet",
    "unconfirmed",
    "missing",
    "joined",
  ] as const
  for (const name of names) {
    const value = filter[name]
    if (value !== undefined) query.set(name, String(value))
  }
  if (filter.unread?.joined) query.set("joined", filter.unread.joined)
  for (const [name, value] of Object.entries(filter.answers ?? {})) query.set(name, value)
  if (filter.cols) query.set("cols", filter.cols.join(","))
  if (filter.sort && filter.sort !== "name") query.set("sort", filter.sort)
  if (filter.page && filter.page > 1) query.set("page", String(filter.page))
  return query.toString()
}

/** Reads a kept query string (a saved view's, an audience's). */
export const filterOf = (query: string) => groupFilter(Object.fromEntries(new URLSearchParams(query)))

/** Whether anything narrows the list. */
export const isNarrowed = (filter: GroupFilter) =>
  filterQuery({ ...filter, cols: undefined, sort: "name", page: 1 }) !== ""
