import { REGISTERS, TERM_LISTS } from "@/db/vocabulary"
import { say } from "../../words"
import type { Entry } from "../queries"
import { idOf } from "./ids"

/** The lists that are taxonomies of the feed. */
export const TAXONOMIES = ["theme", "client_group", "service"] as const
export type Taxonomy = (typeof TAXONOMIES)[number]

/** Leaves out what is not known: the standard has no nulls. */
const withoutEmpty = <T extends object>(input: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(input).filter(
      ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  ) as Partial<T>

/** A taxonomy of Open Referral UK: one of the LIO's own lists. */
export const taxonomyOf = (lio: { id: string; name: string }, list: Taxonomy) => ({
  id: idOf(`taxonomy ${list}`, lio.id),
  name: TERM_LISTS[list],
  description: say("{termLists}, as {lio} sorts the groups it knows", {
    termLists: TERM_LISTS[list],
    lio: lio.name,
  }),
})

/** A word of one of the lists as a term of its taxonomy. */
export const termOf = (
  lio: { id: string; name: string },
  word: { id: string; list: string; name: string; category: string | null },
) => {
  const taxonomy = taxonomyOf(lio, word.list as Taxonomy)
  return {
    id: word.id,
    name: word.name,
    description: word.name,
    taxonomy: taxonomy.name,
    taxonomy_id: taxonomy.id,
    ...(word.category ? { term: `UK-CAT ${word.category}` } : {}),
  }
}

const described = ({ about, name }: Entry) =>
  about ?? say("{name} is a local voluntary or community group.", { name })

const organizationOf = (entry: Entry) =>
  withoutEmpty({
    id: idOf("organization", entry.id),
    name: entry.name,
    description: described(entry),
    email: entry.email,
    website: entry.website,
    organization_identifiers: entry.numbers.map(({ register, value }) => ({
      id: idOf(`identifier ${register} ${value}`, entry.id),
      identifier_scheme: register,
      identifier_type: REGISTERS[register as keyof typeof REGISTERS],
      identifier: value,
    })),
  })

/** An address as lines: the last that is no postcode is the town. */
function linesOf({ address, postcode }: Entry) {
  const lines = (address ?? "")
    .split(/\s*[,\n]\s*/)
    .filter((line) => line && line.replace(/\s/g, "") !== postcode?.replace(/\s/g, ""))
  return {
    first: lines.slice(0, Math.max(1, lines.length - 1)).join(", "),
    town: lines.length > 1 ? lines.at(-1) : null,
  }
}

/** Where a group is, when it lets that be shown and it is known. */
export function locationOf(entry: Entry) {
  if (!entry.address || !entry.postcode) return null
  const { first, town } = linesOf(entry)
  // Where the district is not known, the standard still wants a county: the part of the postcode that tells it best.
  const place = entry.district ?? town ?? entry.postcode.replace(/\s*\d[A-Z]{2}$/i, "")
  return withoutEmpty({
    id: idOf("location", entry.id),
    location_type: "physical",
    name: entry.name,
    latitude: entry.lat,
    longitude: entry.lon,
    addresses: [
      {
        id: idOf("address", entry.id),
        address_1: first,
        city: town ?? place,
        state_province: place,
        postal_code: entry.postcode,
        country: "GB",
        address_type: "physical",
      },
    ],
  })
}

/** A group as one service of Open Referral UK, in short: what a list of services holds. */
export const serviceInShort = (entry: Entry) =>
  withoutEmpty({
    id: entry.id,
    name: entry.name,
    description: described(entry),
    url: entry.website,
    email: entry.email,
    status: "active",
    last_modified: entry.updatedAt.toISOString(),
    organization: organizationOf(entry),
  })

/** The same with where, for whom, and whom to ask. */
export function serviceOf(entry: Entry, lio: { id: string; name: string }) {
  const location = locationOf(entry)
  const { contact, phone } = entry
  const phones = phone ? [{ id: idOf("phone", entry.id), number: phone }] : []
  return {
    ...serviceInShort(entry),
    ...withoutEmpty({
      service_areas: entry.areas.map(({ id, name, code }) =>
        withoutEmpty({
          id: idOf(`area ${id}`, entry.id),
          name,
          extent: code,
          extent_type: code ? "GSS code" : null,
        }),
      ),
      service_at_locations: location ? [{ id: idOf("at", entry.id), location }] : [],
      contacts:
        contact || phone ? [withoutEmpty({ id: idOf("contact", entry.id), name: contact, phones })] : [],
      attributes: entry.words.map((word) => ({
        id: idOf(`attribute ${word.id}`, entry.id),
        link_id: entry.id,
        link_type: "service",
        taxonomy_term_id: word.id,
        taxonomy_term: termOf(lio, word),
      })),
    }),
  }
}
