import { keys, SPECIALISMS } from "@/db/vocabulary"

const ABOUT = keys(SPECIALISMS)
/** Whom a group is for, as whoever looks for help may say. */
export type About = (typeof ABOUT)[number]

/** What is asked of the finder: words, a point on the map, a place by its code; and whom the group is for. */
export type FinderQuery = { q: string; at: string; place: string; about: About | null }

type Typed = Record<string, string | string[] | undefined>

const first = (value: string | string[] | undefined) =>
  (Array.isArray(value) ? value[0] : value)?.replace(/\0/g, "").trim().slice(0, 200) ?? ""

/** The finder's query as an address has it. */
export function finderQuery(typed: Typed): FinderQuery {
  const about = first(typed.about) as About
  return {
    q: first(typed.q),
    at: first(typed.at),
    place: first(typed.place),
    about: ABOUT.includes(about) ? about : null,
  }
}
