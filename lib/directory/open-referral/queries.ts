import "server-only"
import { type SQL, sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { NotFound } from "../../errors"
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

/** What is asked of the feed, out of the query of an address. */
export function feedQuery(query: URLSearchParams) {
  const whole = (name: string, usual: number, most: number) => {
    const number = Number(query.get(name))
    return Number.isInteger(number) && number > 0 ? Math.min(number, most) : usual
  }
  const said = (name: string) => query.get(name)?.replaceAll("\0", "").trim() || undefined
  const id = (name: string) => (UUID.test(said(name) ?? "") ? said(name)?.toLowerCase() : undefined)
  return {
    search: said("search")?.slice(0, 200),
    page: whole("page", 1, 100_000),
    size: whole("per_page", 50, MOST),
    taxonomyTermId: id("taxonomy_term_id"),
    taxonomyId: id("taxonomy_id"),
    postcode: said("postcode")?.toUpperCase().replace(/\s/g, "").slice(0, 8),
    /** In miles, as the standard has it; 5 when only a postcode is given. */
    proximity: Number(query.get("proximity")) > 0 ? Number(query.get("proximity")) : 5,
  }
}
export type FeedQuery = ReturnType<typeof feedQuery>

/** A page of anything, as the standard wraps it. */
export function pageOf<T>(contents: T[], total: number, { page, size }: Pick<FeedQuery, "page" | "size">) {
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

/** Within so many miles of a postcode, by the great circle. */
const near = (postcode: string, miles: number) => sql`exists (
  select from postcodes here, postcodes there where here.postcode = ${postcode} and there.postcode = replace(g.postcode, ' ', '')
    and 3958.8 * 2 * asin(sqrt(least(1, power(sin(radians(there.lat - here.lat) / 2), 2)
      + cos(radians(here.lat)) * cos(radians(there.lat)) * power(sin(radians(there.lon - here.lon) / 2), 2)))) <= ${miles}::float8)`

/** A page of services with a place of their own; `postcode` and `proximity` (miles) narrow it to those near by. */
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
  return { id: at?.id, location: locationOf(entry, ctx.lio.name), service }
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
  if (!entry) throw new NotFound("There is nothing here.")
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
  if (!one) throw new NotFound("There is nothing here.")
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
