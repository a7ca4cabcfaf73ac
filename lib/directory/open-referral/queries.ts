import "server-only"
import { type SQL, sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { NotFound, RuleBroken } from "../../errors"
import { say } from "../../words"
import { getEntry, listEntries, listHandles, needDirectory } from "../queries"
import { idInSql } from "./ids"
import { locationOf, serviceInShort, serviceOf, TAXONOMIES, taxonomyOf, termOf } from "./shape"

/** Where the pages of this feed are described. NotFound where there is no directory. */
export async function describeFeed(ctx: Ctx) {
  await needDirectory(ctx)
  return ABOUT_FEED
}

const ABOUT_FEED = {
  version: "HSDS-UK-3.0",
  profile: "https://github.com/OpenReferralUK/uk-profile/blob/main/docs/index.md",
  openapi_url: "https://openreferraluk.org/specifications/3.0/openapi.json",
}

const MOST = 100
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** How far is near, in metres, when only a postcode is given: five miles. */
const NEAR = 8_047
const KNOWN = ["search", "page", "per_page", "taxonomy_term_id", "taxonomy_id", "postcode", "proximity"]
const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/

/**
 * What is asked of the feed, out of the query of an address. RuleBroken for what it cannot be asked, or not so: whoever
 * asks for some services is never given all.
 */
export function feedQuery(query: URLSearchParams) {
  for (const name of query.keys())
    if (!KNOWN.includes(name))
      throw new RuleBroken(
        say("This feed has no filter “{name}”. It has: {known}.", {
          name: name.slice(0, 60),
          known: KNOWN.join(", "),
        }),
      )
  const parameter = (name: string) => query.get(name)?.replaceAll("\0", "").trim() || undefined
  const read = <T>(name: string, form: RegExp, what: string, as: (text: string) => T): T | undefined => {
    const text = parameter(name)
    if (text === undefined) return undefined
    if (!form.test(text)) throw new RuleBroken(say("“{name}” is {what}.", { name, what }))
    return as(text)
  }
  const whole = (name: string) => read(name, /^[1-9]\d{0,5}$/, say("a whole number from 1"), Number)
  const id = (name: string) =>
    read(name, UUID, say("the id of a taxonomy or a term"), (text) => text.toLowerCase())
  const postcode = parameter("postcode")?.toUpperCase().replace(/\s/g, "")
  if (postcode !== undefined && !POSTCODE.test(postcode))
    throw new RuleBroken(say("“postcode” is a whole UK postcode, like OL1 1AA."))
  const proximity = read("proximity", /^\d{1,7}(\.\d+)?$/, say("a distance in metres"), Number)
  if (proximity !== undefined && postcode === undefined)
    throw new RuleBroken(say("“proximity” needs a postcode beside it."))
  return {
    search: parameter("search")?.slice(0, 200),
    page: whole("page") ?? 1,
    size: Math.min(whole("per_page") ?? 50, MOST),
    taxonomyTermId: id("taxonomy_term_id"),
    taxonomyId: id("taxonomy_id"),
    postcode,
    /** In metres, as the standard has it. */
    proximity: proximity ?? NEAR,
  }
}
export type FeedQuery = ReturnType<typeof feedQuery>

/** A page of anything, as the standard wraps it. */
function pageOf<T>(contents: T[], total: number, { page, size }: Pick<FeedQuery, "page" | "size">) {
  const pages = Math.max(1, Math.ceil(total / size))
  return {
    total_items: total,
    total_pages: pages,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page >= pages,
    empty: contents.length === 0,
    contents,
  }
}

const ofTaxonomy = (ctx: Ctx, id: string | undefined): SQL => {
  if (!id) return sql`true`
  const list = TAXONOMIES.find((one) => taxonomyOf(ctx.lio, one).id === id)
  return list
    ? sql`exists (select from group_terms l join terms t on t.id = l.term_id and t.list = ${list} where l.group_id = g.id
        and 'words' = any (coalesce(g.directory_shows, '{words}')))`
    : sql`false`
}

const filterOf = ({ search, page, taxonomyTermId }: FeedQuery) => ({ q: search, word: taxonomyTermId, page })

/** A page of services: each group of the directory is one. */
export async function listServices(ctx: Ctx, query: FeedQuery) {
  const { entries, total } = await listEntries(ctx, filterOf(query), {
    size: query.size,
    more: ofTaxonomy(ctx, query.taxonomyId),
  })
  return pageOf(entries.map(serviceInShort), total, query)
}

/** One service in full. */
export const getService = async (ctx: Ctx, id: string) => serviceOf(await getEntry(ctx, id), ctx.lio)

const AT_A_PLACE = sql`'address' = any (g.directory_shows) and g.address is not null and g.postcode is not null`

/** Within so many metres of a postcode, by the great circle. */
const near = (postcode: string, metres: number) => sql`exists (
  select from postcodes here, postcodes there where here.postcode = ${postcode} and there.postcode = replace(g.postcode, ' ', '')
    and 6371008.8 * 2 * asin(sqrt(least(1, power(sin(radians(there.lat - here.lat) / 2), 2)
      + cos(radians(here.lat)) * cos(radians(there.lat)) * power(sin(radians(there.lon - here.lon) / 2), 2)))) <= ${metres}::float8)`

/** A page of services with a place of their own; `postcode` and `proximity` (metres) narrow it to those near by. */
export async function listAtLocations(ctx: Ctx, query: FeedQuery) {
  const close = query.postcode ? near(query.postcode, query.proximity) : sql`true`
  const { entries, total } = await listEntries(ctx, filterOf(query), {
    size: query.size,
    more: sql`${AT_A_PLACE} and ${ofTaxonomy(ctx, query.taxonomyId)} and ${close}`,
  })
  return pageOf(
    entries.map((entry) => atLocation(ctx, entry, serviceInShort(entry))),
    total,
    query,
  )
}

type Entry = Awaited<ReturnType<typeof getEntry>>
const atLocation = (ctx: Ctx, entry: Entry, service: object) => {
  const [at] = serviceOf(entry, ctx.lio).service_at_locations ?? []
  return { id: at?.id, location: locationOf(entry), service }
}

/** One service at its place, in full. */
export async function getAtLocation(ctx: Ctx, id: string) {
  const { entries } = await listEntries(
    ctx,
    { page: 1 },
    {
      size: 1,
      more: sql`${AT_A_PLACE} and ${idInSql("at")} = ${id}::uuid`,
    },
  )
  const [entry] = entries
  if (!entry) throw new NotFound(say("There is nothing here."))
  const { service_at_locations: _here, ...service } = serviceOf(entry, ctx.lio)
  return atLocation(ctx, entry, service)
}

async function taxonomies(ctx: Ctx) {
  const { words } = await listHandles(ctx)
  return TAXONOMIES.map((list) => ({
    ...taxonomyOf(ctx.lio, list),
    taxonomy_terms: words.filter((word) => word.list === list).map((word) => termOf(ctx.lio, word)),
  }))
}

const pieceOf = <T>(all: T[], query: FeedQuery) =>
  pageOf(all.slice((query.page - 1) * query.size, query.page * query.size), all.length, query)

function theOne<T extends { id: string }>(all: T[], id: string): T {
  const one = all.find((candidate) => candidate.id === id)
  if (!one) throw new NotFound(say("There is nothing here."))
  return one
}

/** The LIO's own lists of words, as taxonomies. */
export const listTaxonomies = async (ctx: Ctx, query: FeedQuery) =>
  pieceOf(
    (await taxonomies(ctx)).map(({ taxonomy_terms: _terms, ...taxonomy }) => taxonomy),
    query,
  )

/** One of them with its terms. */
export const getTaxonomy = async (ctx: Ctx, id: string) => theOne(await taxonomies(ctx), id)

const terms = async (ctx: Ctx) => (await taxonomies(ctx)).flatMap((taxonomy) => taxonomy.taxonomy_terms)

/** Every term of theirs. */
export const listTaxonomyTerms = async (ctx: Ctx, query: FeedQuery) => {
  const all = await terms(ctx)
  return pieceOf(query.taxonomyId ? all.filter((term) => term.taxonomy_id === query.taxonomyId) : all, query)
}

/** One term. */
export const getTaxonomyTerm = async (ctx: Ctx, id: string) => theOne(await terms(ctx), id)
