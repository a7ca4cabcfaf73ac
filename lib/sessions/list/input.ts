import { z } from "zod"
import { FUNCTIONS, keys, SESSION_KINDS } from "@/db/vocabulary"
import { dayFrom } from "../../days"
import { pageIn } from "../../input"

const UUID = z.uuid()

/** Which sessions: mine or the team's, with one group, of a kind, for a function, between days, with words in the note. */
export type SessionFilter = {
  whose: "mine" | "team"
  group?: string
  kind?: keyof typeof SESSION_KINDS
  function?: keyof typeof FUNCTIONS
  from?: string
  to?: string
  /** Days that were said and cannot be read: they find nothing, and are told. */
  unread?: { from?: string; to?: string }
  q?: string
  page: number
}

type Query = Record<string, string | string[] | undefined>
const one = (said: string | string[] | undefined) => ((Array.isArray(said) ? said[0] : said) ?? "").trim()
const wordOf = <T extends string>(list: readonly T[], said: string) => list.find((word) => word === said)

/** A day in one field or in three; what was typed where it is none. */
function dayOf(query: Query, name: string): { day?: string; unread?: string } {
  const parts = ["day", "month", "year"].map((part) => one(query[`${name}.${part}`]))
  const said = (parts.some(Boolean) ? parts.join(" ") : one(query[name])).slice(0, 40)
  if (!said.trim()) return {}
  const day = dayFrom(said)
  return day ? { day } : { unread: said.trim() }
}

/** Reads the filters out of an address; what makes no sense is left out, but never a date: that is told. */
export function sessionFilter(query: Query): SessionFilter {
  const group = one(query.group)
  const [from, to] = [dayOf(query, "from"), dayOf(query, "to")]
  return {
    whose: one(query.whose) === "team" || (group && one(query.whose) !== "mine") ? "team" : "mine",
    group: UUID.safeParse(group).success ? group : undefined,
    kind: wordOf(keys(SESSION_KINDS), one(query.kind)),
    function: wordOf(keys(FUNCTIONS), one(query.function)),
    from: from.day,
    to: to.day,
    unread: from.unread || to.unread ? { from: from.unread, to: to.unread } : undefined,
    q: one(query.q).replaceAll("\0", "").slice(0, 200) || undefined,
    page: pageIn(query.page),
  }
}

/** The filters as they stand in an address, without the first page. */
export function sessionQuery({ unread, ...filter }: Partial<SessionFilter>): string {
  const said = Object.entries({
    ...filter,
    from: filter.from ?? unread?.from,
    to: filter.to ?? unread?.to,
  }).filter(([name, value]) => value && !(name === "page" && value === 1))
  return new URLSearchParams(said.map(([name, value]) => [name, String(value)])).toString()
}
