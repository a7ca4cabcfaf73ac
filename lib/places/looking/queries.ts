import "server-only"
import { sql } from "drizzle-orm"
import type { Outside } from "../../access/ctx"
import type { Asked } from "./input"

type Named = { code: string; name: string }
type Position = { lat: number; lon: number }

/** A place that somebody looked for, as far as it is known. */
export type LookedUp = {
  kind: "postcode" | "part" | "point" | "place"
  /** As people write it: "OL1 1AA". Empty for a point. */
  name: string
  /** Whether it lies in the one district for certain. Otherwise it may be in any of them. */
  sure: boolean
  districts: Named[]
  /** Its ward, where that is known for certain. */
  ward: Named | null
  /** It may as well be in a district that isn't known here. */
  elsewhere: boolean
  position: Position | null
  /** It is an area of an LIO's own, which these LIOs serve. */
  lioIds: string[]
}

/** As people write a postcode: "OL1 1AA". */
const written = (postcode: string) => `${postcode.slice(0, -3)} ${postcode.slice(-3)}`

type Part = Position & { postcodes: number; known: number; districts: string[] }
type Row = {
  found: boolean
  lat: number | null
  lon: number | null
  ward: string | null
  district: string | null
  part: Part | null
  whole: Part | null
}

const partOf = (code: string | null) =>
  sql`(select json_build_object('lat', lat, 'lon', lon, 'postcodes', postcodes, 'known', known, 'districts', districts)
    from postcode_parts where code = ${code})`

/** The districts of the postcodes that begin so, with how many each has, from the table of postcodes. */
async function countDistricts({ tx }: Outside, outward: string, sector: string | null) {
  const digits = sector ? [sector.slice(-1)] : "0123456789".split("")
  // A range a sector, each by itself: OL11 1AA stands among those of OL1 in the table.
  const sectors = digits.map(
    (digit) => sql`postcode between ${`${outward}${digit}AA`} and ${`${outward}${digit}ZZ`}`,
  )
  return tx.execute<{ code: string; count: number }>(sql`
    select district_code as code, count(*)::int as count from postcodes
    where (${sql.join(sectors, sql` or `)}) and district_code is not null
    group by 1 order by 2 desc, 1`)
}

/** The names of these districts and wards, in the order of the codes; a code without a name stands for itself. */
async function named({ tx }: Outside, codes: string[]): Promise<Named[]> {
  if (codes.length === 0) return []
  const rows = await tx.execute<Named>(sql`
    select distinct on (c.n) c.code, coalesce(p.name, s.name, c.code) as name
    from unnest(${sql.param(codes)}::text[]) with ordinality c(code, n)
      left join places p on p.code = c.code left join served_areas s on s.code = c.code and s.by = 'lio'
    order by c.n, s.name`)
  return [...rows]
}

/**
 * Where a postcode, or the first part of one, is. With the table of postcodes that is exact. Without it, or for one that
 * the table lacks, the open data that ships with Trellis decides only if every postcode that there is of its sector, or of
 * its outward code, lies in one district. Null: no postcode begins so.
 */
export async function lookUpPostcode(
  ctx: Outside,
  asked: Exclude<Asked, { kind: "name" }>,
): Promise<LookedUp | null> {
  const full = asked.kind === "postcode" ? asked.postcode : null
  const [row] = await ctx.tx.execute<Row>(sql`
    select p.postcode is not null as found, p.lat, p.lon, p.ward_code as ward, p.district_code as district,
      ${partOf(asked.sector)} as part, ${partOf(asked.outward)} as whole
    from (select) one left join postcodes p on p.postcode = ${full}`)
  const name = asked.kind === "postcode" ? written(asked.postcode) : asked.code
  const basis = { kind: asked.kind, name, lioIds: [] }
  if (row?.district) {
    const [district, ward] = await named(ctx, [row.district, ...(row.ward ? [row.ward] : [])])
    const position = row.lat === null || row.lon === null ? null : { lat: row.lat, lon: row.lon }
    const districts = district ? [district] : []
    return { ...basis, sure: true, districts, ward: ward ?? null, elsewhere: false, position }
  }
  const part = row?.part ?? row?.whole ?? null
  // A sector that isn't in the open data by itself is counted with all of its outward code.
  const counted = await countDistricts(ctx, asked.outward, row?.part ? asked.sector : null)
  if (!part && counted.length === 0) return null
  const total = counted.reduce((sum, { count }) => sum + count, 0)
  const codes = [...new Set([...counted.map(({ code }) => code), ...(part?.districts ?? [])])]
  const elsewhere = Math.max(total, part?.known ?? 0) < (part?.postcodes ?? Number.POSITIVE_INFINITY)
  return {
    ...basis,
    // A postcode that the table lacks though it has its neighbours may be a new one, or none.
    sure: !elsewhere && codes.length === 1 && !(full && total > 0),
    districts: await named(ctx, codes),
    ward: null,
    elsewhere,
    position: part && { lat: part.lat, lon: part.lon },
  }
}

/** How far one degree east goes, beside one degree north, at this height of the map. */
const shrink = (lat: number) => Math.cos((lat * Math.PI) / 180)

/** How far a point is from the place of a row (`lat`, `lon`), squared, in degrees north. */
const farness = ({ lat, lon }: Position) =>
  sql`((lat - ${lat}::float8) ^ 2 + ((lon - ${lon}::float8) * ${shrink(lat)}::float8) ^ 2)`

/** The postcodes within so many degrees of a point, the nearest first. */
const postcodesNear = ({ tx }: Outside, point: Position, reach: number) =>
  tx.execute<{ district: string; ward: string | null }>(sql`
    select district_code as district, ward_code as ward from postcodes
    where lat between ${point.lat - reach}::float8 and ${point.lat + reach}::float8
      and lon between ${point.lon - reach * 2}::float8 and ${point.lon + reach * 2}::float8
      and district_code is not null
    order by ${farness(point)} limit 10`)

/** Where a point on the map is, by the postcodes nearest to it; without a table by the nearest outward code. Null: nowhere near any. */
export async function lookUpPoint(ctx: Outside, point: Position): Promise<LookedUp | null> {
  const basis = { kind: "point" as const, name: "", position: point, lioIds: [] }
  // Three hundred metres first, then three kilometres, then ten.
  const close = await postcodesNear(ctx, point, 0.003)
  const around = close.length > 0 ? close : await postcodesNear(ctx, point, 0.03)
  const near = around.length > 0 ? around : await postcodesNear(ctx, point, 0.1)
  if (near.length > 0) {
    const codes = [...new Set(near.map(({ district }) => district))]
    const wards = new Set(near.map(({ ward }) => ward))
    const sure = codes.length === 1
    const ward = sure && wards.size === 1 && near[0]?.ward ? await named(ctx, [near[0].ward]) : []
    return { ...basis, sure, districts: await named(ctx, codes), ward: ward[0] ?? null, elsewhere: false }
  }
  const [part] = await ctx.tx.execute<Part & { far: number }>(sql`
    select lat, lon, postcodes, known, districts, ${farness(point)} as far from postcode_parts order by far limit 1`)
  // A quarter of a degree is some thirty kilometres.
  if (!part || part.far > 0.25 ** 2) return null
  const { known, postcodes, districts } = part
  return {
    ...basis,
    sure: false,
    districts: await named(ctx, districts),
    ward: null,
    elsewhere: known < postcodes,
  }
}

/** A district, a ward or an LIO's own area that bears a name. */
export type NamedPlace = {
  /** Empty for an area of an LIO's own, which no register has. */
  code: string
  kind: "district" | "ward" | "neighbourhood"
  name: string
  district: Named | null
  position: Position | null
  lioIds: string[]
  exact: boolean
}

const MOST_PLACES = 20

/** Places that are called so, or whose name has a word that begins so; those that are called exactly so come first. */
export async function findNamedPlaces({ tx }: Outside, words: string): Promise<NamedPlace[]> {
  if (!/[\p{L}\d]/u.test(words)) return []
  const plain = sql`plain_name(${words})`
  const pattern = words.replace(/[\\%_]/g, "\\$&")
  const called = (name: string) =>
    sql`(' ' || plain_name(${sql.raw(name)})) like '% ' || plain_name(${pattern}) || '%'`
  const rows = await tx.execute<NamedPlace>(sql`
    select * from (
      select p.code, p.kind, p.name, '{}'::uuid[] as "lioIds", plain_name(p.name) = ${plain} as exact,
        case when d.code is not null then json_build_object('code', d.code, 'name', d.name) end as district,
        case when p.lat is not null then json_build_object('lat', p.lat, 'lon', p.lon) end as position
      from places p left join places d on d.code = p.district_code and p.kind <> 'district'
      where p.kind in ('district', 'ward') and ${called("p.name")}
      union all
      select s.code, min(s.kind), min(s.name), array_agg(distinct s.lio_id), plain_name(min(s.name)) = ${plain}, null, null
      from served_areas s where s.by = 'lio' and ${called("s.name")} and not exists (select from places p where p.code = s.code)
      group by s.code, plain_name(s.name)) called
    order by exact desc, kind <> 'district', length(name), name, code limit ${MOST_PLACES}`)
  return [...rows]
}

/** The district, ward or own area with this code, or with exactly this name where it has no code. */
export async function getNamedPlace(ctx: Outside, code: string): Promise<NamedPlace | null> {
  if (!/^[A-Z]\d{8}$/.test(code))
    return (await findNamedPlaces(ctx, code)).find((place) => place.exact && place.code === "") ?? null
  const [row] = await ctx.tx.execute<NamedPlace>(sql`
    select * from (
      select p.code, p.kind, p.name, '{}'::uuid[] as "lioIds", true as exact,
        case when d.code is not null then json_build_object('code', d.code, 'name', d.name) end as district,
        case when p.lat is not null then json_build_object('lat', p.lat, 'lon', p.lon) end as position
      from places p left join places d on d.code = p.district_code and p.kind <> 'district' where p.code = ${code}
      union all
      select s.code, s.kind, s.name, '{}', true, null, null from served_areas s where s.code = ${code} and s.by = 'lio') known
    limit 1`)
  return row ?? null
}

/** A named place as one that was looked up. */
export const asLookedUp = ({ code, kind, name, district, position, lioIds }: NamedPlace): LookedUp => {
  const its = kind === "district" ? { code, name } : district
  return {
    kind: "place",
    name,
    sure: its !== null || lioIds.length > 0,
    districts: its ? [its] : [],
    ward: kind === "ward" && code ? { code, name } : null,
    elsewhere: its === null && lioIds.length === 0,
    position,
    lioIds,
  }
}
