import "server-only"
import { eq, type SQL, sql } from "drizzle-orm"
import { lios } from "@/db/schema"
import { type DIRECTORY_PARTS, USUALLY_SHOWN } from "@/db/vocabulary"
import { readingAll } from "../access/audiences"
import type { Ctx } from "../access/ctx"
import { ensure, found, NotFound } from "../errors"
import { placeName } from "../places/queries"
import { say } from "../words"
import type { DirectoryFilter } from "./input"
import { lookNear, type Near } from "./near/queries"
import { mayKeepDirectory } from "./policy"

/** How many entries are on a page. */
export const ENTRIES_AT_ONCE = 20

/** What the public may know of a group: its name, and of the rest what it lets be shown. */
export type Entry = {
  id: string
  name: string
  about: string | null
  website: string | null
  email: string | null
  phone: string | null
  address: string | null
  postcode: string | null
  /** Where that postcode is; null where the address is not shown. */
  district: string | null
  lat: number | null
  lon: number | null
  contact: string | null
  areas: { id: string; name: string; code: string | null }[]
  words: { id: string; list: string; name: string; category: string | null }[]
  /** Numbers on public registers. */
  numbers: { register: string; value: string }[]
  updatedAt: Date
}

/** The groups that agreed to be in the directory, as `g`. */
const LISTED = sql`g.directory_consent and g.removed_at is null and g.stage <> 'closed'`

const SHOWS = sql.raw(`coalesce(g.directory_shows, '{${USUALLY_SHOWN.join(",")}}')`)
const shows = (part: keyof typeof DIRECTORY_PARTS) => sql`${part}::text = any (${SHOWS})`
const shown = (part: keyof typeof DIRECTORY_PARTS, what: SQL) =>
  sql`case when ${shows(part)} then ${what} end`
const PUBLIC_LISTS = sql`t.list in ('theme', 'client_group', 'service')`

/** The columns of an entry: what is not to be shown never leaves PostgreSQL. */
const columns = sql`g.id, g.name, ${shown("about", sql`g.about`)} as about, ${shown("website", sql`g.website`)} as website,
  ${shown("email", sql`g.email`)} as email, ${shown("phone", sql`g.phone`)} as phone, ${shown("address", sql`g.address`)} as address,
  ${shown("address", sql`g.postcode`)} as postcode,
  ${shown("address", sql.raw(placeName("g.district_code")))} as district,
  ${shown("address", sql`(select p.lat from postcodes p where p.postcode = replace(g.postcode, ' ', ''))`)} as lat,
  ${shown("address", sql`(select p.lon from postcodes p where p.postcode = replace(g.postcode, ' ', ''))`)} as lon,
  ${shown("contact", sql`(select p.name from people p where p.id = g.main_contact_id and p.left_at is null)`)} as contact,
  coalesce(${shown("areas", sql`(select json_agg(json_build_object('id', a.id, 'name', a.name, 'code', a.code) order by a.name) from group_areas l join areas a on a.id = l.area_id where l.group_id = g.id)`)}, '[]') as areas,
  coalesce(${shown("words", sql`(select json_agg(json_build_object('id', t.id, 'list', t.list, 'name', t.name, 'category', t.category) order by t.list, t.name) from group_terms l join terms t on t.id = l.term_id where l.group_id = g.id and ${PUBLIC_LISTS})`)}, '[]') as words,
  coalesce((select json_agg(json_build_object('register', i.register, 'value', i.value) order by i.register, i.value) from group_identifiers i where i.group_id = g.id and i.register <> 'local'), '[]') as numbers,
  g.updated_at as "updatedAt"`

/** Whether the LIO has a directory. */
export async function hasDirectory(ctx: Ctx): Promise<boolean> {
  const [row] = await ctx.tx.select({ has: lios.hasDirectory }).from(lios).where(eq(lios.id, ctx.lio.id))
  return found(row).has
}

/** NotFound where the LIO has none. */
export async function needDirectory(ctx: Ctx) {
  if (!(await hasDirectory(ctx))) throw new NotFound(say("There is no directory here."))
}

const contains = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`

/**
 * What is looked for stands in the name or is like it, or in what is shown of what a group does. The search of the LIO's
 * staff says quickly who comes into question; it knows more than the public, so each is looked at again.
 */
function foundBy(q: string) {
  const like = sql`fold(${contains(q)})`
  const sorted = sql`select l.group_id from group_terms l join terms t on t.id = l.term_id and ${PUBLIC_LISTS} where fold(t.name) like ${like}`
  return sql`g.id in (select id from search_ids('group', ${q}, true) union ${sorted})
    and (fold(concat_ws(' ', g.name, g.also_known_as)) like ${like} or word_similarity(fold(${q}), fold(g.name)) >= 0.5
      or (${shows("about")} and to_tsvector('english', unaccent(coalesce(g.about, ''))) @@ websearch_to_tsquery('english', unaccent(${q})))
      or (${shows("words")} and g.id in (${sorted})))`
}

/** Whether the words themselves are there, and not only something like them: such entries come first. */
function holds(q: string) {
  const like = sql`fold(${contains(q)})`
  return sql`(fold(concat_ws(' ', g.name, g.also_known_as)) like ${like}
    or (${shows("about")} and to_tsvector('english', unaccent(coalesce(g.about, ''))) @@ websearch_to_tsquery('english', unaccent(${q}))))`
}

/** Whether a group shows that it works there, or that its address is there: in the ward (0) or in the district (1); null for neither. */
function nearness({ wards, districts, names }: Near) {
  const among = (codes: string[]) => sql`any (${sql.param(codes)}::text[])`
  const works = (there: SQL) =>
    sql`(${shows("areas")} and exists (select from group_areas l join areas a on a.id = l.area_id where l.group_id = g.id and ${there}))`
  return sql`case
    when ${works(sql`(a.code = ${among(wards)} or a.name = ${among(names)})`)} or (${shows("address")} and g.ward_code = ${among(wards)}) then 0
    when ${works(sql`a.code = ${among(districts)}`)} or (${shows("address")} and g.district_code = ${among(districts)}) then 1 end`
}
/** No place is known by that name. */
const NOWHERE: Near = { wards: [], districts: [], names: [] }

function whereOf({ q, word, area }: Partial<DirectoryFilter>) {
  return sql.join(
    [
      LISTED,
      ...(q ? [foundBy(q)] : []),
      ...(word
        ? [
            sql`${shows("words")} and exists (select from group_terms l join terms t on t.id = l.term_id and ${PUBLIC_LISTS} where l.group_id = g.id and t.id = ${word}::uuid)`,
          ]
        : []),
      ...(area
        ? [
            sql`${shows("areas")} and exists (select from group_areas l where l.group_id = g.id and l.area_id = ${area}::uuid)`,
          ]
        : []),
    ],
    sql` and `,
  )
}

/** One page of the directory, by name, and how many entries match. `more`: what else is asked of a group `g`. */
export async function listEntries(
  ctx: Ctx,
  filter: DirectoryFilter,
  how: { size?: number; more?: SQL } = {},
): Promise<{ entries: Entry[]; total: number }> {
  await needDirectory(ctx)
  const read = () => readEntries(ctx, filter, how)
  // The words of every group say which come into question; what is shown is worked out from what each one shows.
  return filter.q
    ? readingAll(ctx, "looks for words among all groups, shows those in the directory", read)
    : read()
}

async function readEntries(
  ctx: Ctx,
  filter: DirectoryFilter,
  { size = ENTRIES_AT_ONCE, more = sql`true` }: { size?: number; more?: SQL },
) {
  const near = filter.near ? nearness((await lookNear(ctx, filter.near)) ?? NOWHERE) : null
  const where = sql`${whereOf(filter)} and ${near ? sql`${near} is not null` : sql`true`} and ${more}`
  const rows = await ctx.tx.execute<Entry & { total: number }>(sql`
    with found as materialized (select g.id, g.name, ${filter.q ? holds(filter.q) : sql`true`} as holds, ${near ?? sql`0`} as near, (count(*) over ())::int as total
      from groups g where ${where}
      order by 3 desc, 4, g.name, g.id limit ${size} offset ${(filter.page - 1) * size})
    select ${columns}, found.total from found join groups g on g.id = found.id order by found.holds desc, found.near, found.name, found.id`)
  const entries = rows.map(({ total: _total, ...entry }) => withDates(entry))
  return { entries, total: rows[0]?.total ?? (filter.page > 1 ? await countOf(ctx, where) : 0) }
}

async function countOf(ctx: Ctx, where: SQL) {
  const [row] = await ctx.tx.execute<{ total: number }>(
    sql`select count(*)::int as total from groups g where ${where}`,
  )
  return row?.total ?? 0
}

const withDates = (entry: Entry): Entry => ({ ...entry, updatedAt: new Date(entry.updatedAt) })

/** One entry; NotFound for a group that is not in the directory. */
export async function getEntry(ctx: Ctx, id: string): Promise<Entry> {
  await needDirectory(ctx)
  const [row] = await ctx.tx.execute<Entry>(
    sql`select ${columns} from groups g where g.id = ${id}::uuid and ${LISTED}`,
  )
  return withDates(found(row))
}

/** Whether the public finds this group. */
export async function isListed(ctx: Ctx, id: string): Promise<boolean> {
  if (!(await hasDirectory(ctx))) return false
  const rows = await ctx.tx.execute(sql`select g.id from groups g where g.id = ${id}::uuid and ${LISTED}`)
  return rows.length > 0
}

/** How many groups are in the directory; none where the LIO has no directory. */
export async function countEntries(ctx: Ctx): Promise<number> {
  if (!(await hasDirectory(ctx))) return 0
  const [row] = await ctx.tx.execute<{ entries: number }>(
    sql`select count(*)::int as entries from groups g where ${LISTED}`,
  )
  return row?.entries ?? 0
}

/** The words and areas by which the entries can be told apart: those that some entry shows. */
export async function listHandles(ctx: Ctx) {
  await needDirectory(ctx)
  const [words, areas] = await Promise.all([
    ctx.tx.execute<{
      id: string
      list: "theme" | "client_group" | "service"
      name: string
      category: string | null
    }>(sql`
      select t.id, t.list, t.name, t.category from terms t where ${PUBLIC_LISTS} and t.merged_into_id is null and exists (
        select from group_terms l join groups g on g.id = l.group_id where l.term_id = t.id and ${LISTED} and ${shows("words")})
      order by t.list, t.name`),
    ctx.tx.execute<{ id: string; kind: "district" | "ward" | "neighbourhood"; name: string }>(sql`
      select a.id, a.kind, a.name from areas a where exists (
        select from group_areas l join groups g on g.id = l.group_id where l.area_id = a.id and ${LISTED} and ${shows("areas")})
      order by a.kind, a.name`),
  ])
  return { words: [...words], areas: [...areas] }
}

/** How the groups that are not closed answered. */
export async function countConsents(ctx: Ctx) {
  ensure(mayKeepDirectory(ctx.actor), say("Only a manager can look at this."))
  const [row] = await ctx.tx.execute<{ yes: number; no: number; unknown: number }>(sql`
    select count(*) filter (where g.directory_consent)::int as yes, count(*) filter (where not g.directory_consent)::int as no,
      count(*) filter (where g.directory_consent is null)::int as unknown
    from groups g where g.removed_at is null and g.stage <> 'closed'`)
  return { yes: row?.yes ?? 0, no: row?.no ?? 0, unknown: row?.unknown ?? 0 }
}
