import { z } from "zod"
import { FUNCTIONS, keys, SESSION_KINDS } from "@/db/vocabulary"
import { pageIn } from "../../input"

const DAY = /^\d{4}-\d{2}-\d{2}$/
const UUID = z.uuid()

/** Which sessions: mine or the team's, with one group, of a kind, for a function, between days, with words in the note. */
export type SessionFilter = {
  whose: "mine" | "team"
  group?: string
  kind?: keyof typeof SESSION_KINDS
  function?: keyof typeof FUNCTIONS
  from?: string
  to?: string
  q?: string
  page: number
}

type Query = Record<string, string | string[] | undefined>
const one = (said: string | string[] | undefined) => ((Array.isArray(said) ? said[0] : said) ?? "").trim()
const wordOf = <T extends string>(list: readonly T[], said: string) => list.find((word) => word === said)

function dayOf(query: Query, name: string) {
  const [day, month, year] = ["day", "month", "year"].map((part) => one(query[`${name}.${part}`]))
  const said = year ? `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}` : one(query[name])
  return DAY.test(said) && !Number.isNaN(Date.parse(said)) ? said : undefined
}

/** Reads the filters out of an address; what makes no sense is left out. */
export function sessionFilter(query: Query): SessionFilter {
  const group = one(query.group)
  return {
    whose: one(query.whose) === "team" || (group && one(query.whose) !== "mine") ? "team" : "mine",
    group: UUID.safeParse(group).success ? group : undefined,
    kind: wordOf(keys(SESSION_KINDS), one(query.kind)),
    function: wordOf(keys(FUNCTIONS), one(query.function)),
    from: dayOf(query, "from"),
    to: dayOf(query, "to"),
    q: one(query.q).replaceAll("\0", "").slice(0, 200) || undefined,
    page: pageIn(query.page),
  }
}

/** The filters as they stand in an address, without the first page. */
export function sessionQuery(filter: Partial<SessionFilter>): string {
  const said = Object.entries(filter).filter(([name, value]) => value && !(name === "page" && value === 1))
  return new URLSearchParams(said.map(([name, value]) => [name, String(value)])).toString()
}
