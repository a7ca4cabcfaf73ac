import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { ensure, RuleBroken } from "../../errors"
import { nameKey } from "../../groups/names"
import { record } from "../../journal/commands"
import { say, sayCount } from "../../words"
import { mayKeepOpportunities } from "../policy"
import { type Facts, factsOf } from "../standard/facts"
import { type Content, mergeReleases } from "../standard/merge"
import { type Invalid, type ReadPackage, type Release, readPackage } from "./input"

/** What an import found: releases in the file, the processes that its valid ones belong to, and what was left out. */
export type ReadIn = { releases: number; opportunities: number; invalid: Invalid[] }

const REFUSED = say("Only workers and managers bring in opportunities.")
/** So many of those that were left out are kept by name. */
const MOST_NAMED = 200

type Known = Omit<Release, "content">
const isNewer = (one: Known, other: Known | undefined) =>
  !other ||
  (one.digest !== other.digest &&
    (one.releasedAt > other.releasedAt || (one.releasedAt === other.releasedAt && one.digest > other.digest)))

const keyOf = ({ ocid, releaseId }: Pick<Known, "ocid" | "releaseId">) => JSON.stringify([ocid, releaseId])

/** Each release once; of two that call themselves the same the newer one. */
function oneOfEach(releases: Release[]): Release[] {
  const each = new Map<string, Release>()
  for (const release of releases)
    if (isNewer(release, each.get(keyOf(release)))) each.set(keyOf(release), release)
  return [...each.values()]
}

/** Those that are not kept yet, or stand there in an older form. */
async function freshAmong(ctx: Ctx, releases: Release[]): Promise<Release[]> {
  const rows = await ctx.tx.execute<Known & { at: string }>(sql`
    select o.ocid, r.release_id as "releaseId", r.released_at as at, r.digest
    from opportunity_releases r join opportunities o on o.id = r.opportunity_id
    where o.ocid = any (${sql.param(releases.map(({ ocid }) => ocid))}::text[])`)
  const known = new Map(
    rows.map((row) => [keyOf(row), { ...row, releasedAt: new Date(row.at).toISOString() }]),
  )
  return releases.filter((release) => isNewer(release, known.get(keyOf(release))))
}

type Kept = Release & { at: string }
/** All releases of the processes that something new was said of, the new ones in place of the older, by process and in their order. */
async function processesOf(ctx: Ctx, fresh: Release[]): Promise<Map<string, Release[]>> {
  const rows = await ctx.tx.execute<Kept>(sql`
    select o.ocid, r.release_id as "releaseId", r.released_at as at, r.tags, r.publisher, r.licence, r.digest, r.content
    from opportunity_releases r join opportunities o on o.id = r.opportunity_id
    where o.ocid = any (${sql.param(fresh.map(({ ocid }) => ocid))}::text[])`)
  const kept = rows.map((row) => ({ ...row, releasedAt: new Date(row.at).toISOString() }))
  const all = new Map([...kept, ...fresh].map((release) => [keyOf(release), release]))
  const placeOf = ({ releasedAt, releaseId }: Release) => `${releasedAt} ${releaseId}`
  const inOrder = [...all.values()].sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1))
  return Map.groupBy(inOrder, ({ ocid }) => ocid)
}

type Row = Facts & {
  ocid: string
  source: string | null
  licence: string | null
  buyerKey: string | null
  publishedAt: string
  releasedAt: string
}

function rowOf(ctx: Ctx, ocid: string, releases: Release[]): Row {
  const [first, last] = [releases[0], releases.at(-1)] as [Release, Release]
  const facts = factsOf(
    mergeReleases(releases.map(({ content }): Content => content)),
    releases.flatMap(({ tags }) => tags),
    ctx.lio.timezone,
  )
  return {
    ...facts,
    ocid,
    source: last.publisher,
    licence: last.licence,
    buyerKey: facts.buyer && nameKey(facts.buyer),
    publishedAt: first.releasedAt,
    releasedAt: last.releasedAt,
  }
}

/** The columns that an import writes, with their kinds. */
const COLUMNS: [field: keyof Row, column: string, kind: string][] = [
  ["ocid", "ocid", "text"],
  ["source", "source", "text"],
  ["licence", "licence", "text"],
  ["link", "link", "text"],
  ["title", "title", "text"],
  ["description", "description", "text"],
  ["stands", "stands", "text"],
  ["buyer", "buyer", "text"],
  ["buyerKey", "buyer_key", "text"],
  ["buyerEmail", "buyer_email", "text"],
  ["valueLeast", "value_least", "bigint"],
  ["valueMost", "value_most", "bigint"],
  ["currency", "currency", "text"],
  ["awardedTo", "awarded_to", "text[]"],
  ["awardedSum", "awarded_sum", "bigint"],
  ["awardedOn", "awarded_on", "date"],
  ["vcse", "vcse", "boolean"],
  ["sme", "sme", "boolean"],
  ["bought", "bought", "text"],
  ["codes", "codes", "text[]"],
  ["divisions", "divisions", "text[]"],
  ["place", "place", "text"],
  ["regions", "regions", "text[]"],
  ["postcodes", "postcodes", "text[]"],
  ["startsOn", "starts_on", "date"],
  ["endsOn", "ends_on", "date"],
  ["days", "days", "integer"],
  ["closesAt", "closes_at", "timestamptz"],
  ["lots", "lots", "jsonb"],
  ["documents", "documents", "jsonb"],
  ["publishedAt", "published_at", "timestamptz"],
  ["releasedAt", "released_at", "timestamptz"],
]
const names = sql.raw(COLUMNS.map(([, column]) => column).join(", "))
const sent = sql.raw(COLUMNS.map(([field]) => `r."${field}"`).join(", "))
const shape = sql.raw(COLUMNS.map(([field, , kind]) => `"${field}" ${kind}`).join(", "))
const anew = sql.raw(
  COLUMNS.filter(([field]) => field !== "ocid")
    .map(([, column]) => `${column} = excluded.${column}`)
    .join(", "),
)

/** The statutory body on the list that a buyer is: by a number on a register, or by its name. */
const BODY = sql`(select g.id from groups g where g.sector = 'statutory' and g.removed_at is null
  and (g.name_key = r."buyerKey" or exists (select from group_identifiers gi join jsonb_to_recordset(r."buyerNumbers") as n(register text, value text)
    on gi.register = n.register and gi.value = n.value where gi.group_id = g.id))
  order by g.name_key = r."buyerKey" desc, g.id limit 1)`

async function writeOpportunities(ctx: Ctx, rows: Row[]): Promise<Map<string, string>> {
  const written = await ctx.tx.execute<{ id: string; ocid: string }>(sql`
    insert into opportunities as o (lio_id, added_at, buyer_id, ${names})
    select ${ctx.lio.id}::uuid, ${ctx.now.toISOString()}::timestamptz, ${BODY}, ${sent}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("buyerNumbers" jsonb, ${shape})
    on conflict (lio_id, ocid) do update set buyer_id = excluded.buyer_id, ${anew}
    returning o.id, o.ocid`)
  return new Map(written.map(({ ocid, id }) => [ocid, id]))
}

/** The areas of the LIO in which the work is done: by the ward and district of its postcodes, or by their names. */
async function writeAreas(ctx: Ctx, rows: Row[], ids: Map<string, string>) {
  const places = rows.map(({ ocid, postcodes, placeNames }) => ({ id: ids.get(ocid), postcodes, placeNames }))
  await ctx.tx.execute(
    sql`delete from opportunity_areas where opportunity_id = any (${sql.param([...ids.values()])}::uuid[])`,
  )
  await ctx.tx.execute(sql`
    insert into opportunity_areas (lio_id, opportunity_id, area_id)
    select distinct ${ctx.lio.id}::uuid, r.id, a.id
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as r(id uuid, postcodes text[], "placeNames" text[])
    join areas a on lower(a.name) = any (r."placeNames")
      or a.code in (select unnest(array[p.ward_code, p.district_code]) from postcodes p where p.postcode = any (r.postcodes))`)
}

const writeReleases = (ctx: Ctx, fresh: Release[], ids: Map<string, string>) =>
  ctx.tx.execute(sql`
    insert into opportunity_releases (lio_id, opportunity_id, release_id, released_at, tags, publisher, licence, digest, content, read_at)
    select ${ctx.lio.id}::uuid, r.id, r."releaseId", r."releasedAt", r.tags, r.publisher, r.licence, r.digest, r.content, ${ctx.now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(fresh.map((one) => ({ ...one, id: ids.get(one.ocid) })))}::jsonb)
      as r(id uuid, "releaseId" text, "releasedAt" timestamptz, tags text[], publisher text, licence text, digest text, content jsonb)
    on conflict (lio_id, opportunity_id, release_id) do update set released_at = excluded.released_at, tags = excluded.tags,
      publisher = excluded.publisher, licence = excluded.licence, digest = excluded.digest, content = excluded.content, read_at = excluded.read_at`)

/** Whether it was told already, not long ago, that just these releases are left out. */
async function toldAlready(ctx: Ctx, invalid: Invalid[]): Promise<boolean> {
  if (invalid.length === 0) return true
  const [told] = await ctx.tx.execute<{ same: boolean }>(sql`
    select coalesce(bool_or(e.invalid = ${JSON.stringify(invalid.slice(0, MOST_NAMED))}::jsonb), false) as same
    from (select "to" -> 'invalid' as invalid from events where subject_kind = 'opportunity' and subject_id is null order by at desc limit 100) e`)
  return told?.same ?? false
}

/** Keeps what a package says. Read again, it changes nothing; an older release that arrives late changes only what nobody has said since. */
export async function keepReleases(ctx: Ctx, read: Omit<ReadPackage, "next">): Promise<ReadIn> {
  ensure(mayKeepOpportunities(ctx.actor), REFUSED)
  const releases = oneOfEach(read.valid)
  const found = {
    releases: read.releases,
    opportunities: new Set(releases.map(({ ocid }) => ocid)).size,
    invalid: read.invalid,
  }
  // Two that import at once would each miss what the other has.
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtext('opportunities'), hashtext(${ctx.lio.id}))`)
  const fresh = await freshAmong(ctx, releases)
  if (fresh.length > 0) {
    const rows = [...(await processesOf(ctx, fresh))].map(([ocid, all]) => rowOf(ctx, ocid, all))
    const ids = await writeOpportunities(ctx, rows)
    await writeAreas(ctx, rows, ids)
    await writeReleases(ctx, fresh, ids)
  }
  if (fresh.length > 0 || !(await toldAlready(ctx, read.invalid)))
    await record(ctx, {
      what: "opportunities.read",
      subject: ["opportunity", null],
      summary: sayCount(fresh.length, {
        one: "Read {count} new notice of contracts",
        other: "Read {count} new notices of contracts",
      }),
      to: { ...found, invalid: read.invalid.slice(0, MOST_NAMED) },
    })
  return found
}

/** Reads a release package and keeps what is in it. RuleBroken, and nothing kept, when it can’t be read. */
export async function readOpportunities(ctx: Ctx, bytes: Uint8Array): Promise<ReadIn> {
  ensure(mayKeepOpportunities(ctx.actor), REFUSED)
  const read = readPackage(bytes)
  if (read.releases === 0) throw new RuleBroken(say("There are no releases in this file."))
  return keepReleases(ctx, read)
}
