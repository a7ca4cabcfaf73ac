import { createReadStream } from "node:fs"
import { pipeline } from "node:stream/promises"
import { createGunzip } from "node:zlib"
import { parse } from "csv-parse"
import type { Sql } from "postgres"
import { RuleBroken } from "../errors"
import { say } from "../words"

/** The headers by which a column is known, ONS's own (NSPL, ONSPD) among them. */
const COLUMNS = {
  postcode: ["postcode", "pcds", "pcd", "pcd7", "pcd8"],
  lat: ["lat", "latitude"],
  lon: ["lon", "long", "lng", "longitude"],
  ward: ["ward code", "wardcode", "ward", "osward", "wd", /^wd\d\dcd$/],
  district: ["district code", "districtcode", "district", "oslaua", "laua", "lad", /^lad\d\dcd$/],
  ended: ["doterm"],
  wardName: ["ward name", "wardname", /^wd\d\dnm$/],
  districtName: ["district name", "districtname", "local authority", /^lad\d\dnm$/],
} as const

const place = (headers: string[], headings: readonly (string | RegExp)[]) =>
  headers.findIndex((header) =>
    headings.some((one) => (typeof one === "string" ? one === header : one.test(header))),
  )

const plain = (value: string | undefined) => value?.trim() || null
const number = (value: string | undefined) =>
  value?.trim() && Number.isFinite(Number(value)) ? Number(value) : null
const escaped = (value: string | number | null) =>
  value === null ? "\\N" : String(value).replace(/[\\\t\n\r]/g, " ")

const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/
const UNKNOWN_PLACE = /^[A-Z]99999999$/
/** ONS writes 99.999999 and nought where a postcode has no place. */
const nowhere = (lat: number | null, lon: number | null) =>
  lat === null || lon === null || lat > 90 || (lat === 0 && lon === 0)

/** The version of a file by its name: "NSPL_MAY_2026_UK.csv.gz" is "NSPL_MAY_2026_UK". */
export const versionOf = (file: string) =>
  (file.split(/[\\/]/).at(-1) ?? file).replace(/(\.csv|\.txt)?(\.gz)?$/i, "").slice(0, 100)

/** One row of the file in the form that COPY reads, or why not. A postcode that has ended is kept: old lists have it. */
function lineOf(cells: string[], at: Record<keyof typeof COLUMNS, number>): string | null {
  const postcode = cells[at.postcode]?.replace(/\s/g, "").toUpperCase() ?? ""
  if (!POSTCODE.test(postcode)) return null
  const [lat, lon] = [number(cells[at.lat]), number(cells[at.lon])]
  const [ward, district] = [plain(cells[at.ward]), plain(cells[at.district])]
  const area = (code: string | null) => (code && UNKNOWN_PLACE.test(code) ? null : code)
  const [north, east] = nowhere(lat, lon) ? [null, null] : [lat, lon]
  const line = [
    area(ward),
    area(district),
    plain(cells[at.ended]),
    plain(cells[at.wardName]),
    plain(cells[at.districtName]),
  ]
  return [postcode, north, east, ...line].map(escaped).join("\t")
}

/**
 * Reads a file of postcodes (.csv, .gz too) into the installation's table, which is then of that version: done by the
 * operator, on the owner's connection. A file changes only what it says: a column that it does not have and a cell that
 * is empty leave what is known. Postcodes that have ended are kept with their last place, because old lists have
 * them; where a file has one twice, the one still in use counts.
 */
export async function importPostcodes(
  operator: Sql,
  file: string,
  options: { version?: string } = {},
): Promise<{ rows: number; written: number; skipped: number; version: string }> {
  let rows = 0
  let skipped = 0
  const version = options.version?.trim() || versionOf(file)
  const written = await operator.begin(async (tx) => {
    await tx`create temporary table arriving (postcode text, lat float8, lon float8, ward_code text, district_code text, ended text, ward_name text, district_name text) on commit drop`
    const into = await tx`copy arriving from stdin`.writable()
    const records = parse({ bom: true, relax_column_count: true, relax_quotes: true })
    let at: Record<keyof typeof COLUMNS, number> | null = null
    const lines = async function* (stream: AsyncIterable<string[]>) {
      let block: string[] = []
      for await (const cells of stream) {
        if (!at) {
          at = columnsOf(cells)
          continue
        }
        rows++
        const line = lineOf(cells, at)
        if (line === null) skipped++
        else block.push(line)
        if (block.length === 2_000) {
          yield `${block.join("\n")}\n`
          block = []
        }
      }
      if (block.length > 0) yield `${block.join("\n")}\n`
    }
    const source = createReadStream(file)
    if (file.endsWith(".gz")) await pipeline(source, createGunzip(), records, lines, into)
    else await pipeline(source, records, lines, into)
    const done = await tx`
      insert into postcodes (postcode, lat, lon, ward_code, district_code)
      select distinct on (postcode) postcode, lat, lon, ward_code, district_code from arriving order by postcode, ended desc nulls first
      on conflict (postcode) do update set lat = coalesce(excluded.lat, postcodes.lat), lon = coalesce(excluded.lon, postcodes.lon),
        ward_code = coalesce(excluded.ward_code, postcodes.ward_code), district_code = coalesce(excluded.district_code, postcodes.district_code)`
    // A file that says what its wards and districts are called gives their codes a name.
    const named = at as Record<keyof typeof COLUMNS, number> | null
    if (named && (named.wardName >= 0 || named.districtName >= 0))
      await tx`
      insert into places (code, kind, name, district_code)
      select distinct on (code) code, kind, name, district from (
        select district_code as code, 'district' as kind, district_name as name, null as district from arriving
        union all select ward_code, 'ward', ward_name, district_code from arriving) n
      where code is not null and name is not null order by code, district nulls last
      on conflict (code) do update set name = excluded.name, district_code = coalesce(excluded.district_code, places.district_code)`
    await tx`
      update places set lat = m.lat, lon = m.lon from (
        select district_code as code, avg(lat) as lat, avg(lon) as lon from postcodes where lat is not null group by 1
        union all select ward_code, avg(lat), avg(lon) from postcodes where lat is not null group by 1) m
      where places.code = m.code and places.lat is null`
    if (done.count === 0)
      throw new RuleBroken(say("No row of this file holds a postcode. Nothing was changed."))
    await tx`
      insert into place_versions (version, imported_at, rows) values (${version}, clock_timestamp(), ${done.count})
      on conflict (version) do update set imported_at = excluded.imported_at, rows = excluded.rows`
    return done.count
  })
  // Until then the nearest postcode would be looked for among all of these.
  await operator`select brin_summarize_new_values('postcodes_position')`
  await operator`analyze postcodes`
  return { rows, written, skipped, version }
}

function columnsOf(cells: string[]): Record<keyof typeof COLUMNS, number> {
  const headers = cells.map((cell) => cell.trim().toLowerCase().replace(/_/g, " "))
  const at = Object.fromEntries(
    Object.entries(COLUMNS).map(([field, names]) => [field, place(headers, names)]),
  ) as Record<keyof typeof COLUMNS, number>
  if (at.postcode < 0)
    throw new RuleBroken(
      say("No column of this file is known to hold a postcode. Its columns: {headers}.", {
        headers: headers.slice(0, 12).join(", "),
      }),
    )
  if (at.ward < 0 && at.district < 0)
    throw new RuleBroken(
      say("No column of this file is known to hold a ward or a district. Nothing was changed."),
    )
  return at
}

type Feature = { properties?: Record<string, unknown>; geometry?: unknown }

/** Reads wards or districts with their outlines from GeoJSON into the installation's table of places. */
export async function importBoundaries(operator: Sql, text: string): Promise<{ areas: number }> {
  let features: Feature[]
  try {
    features = (JSON.parse(text) as { features: Feature[] }).features
  } catch {
    throw new RuleBroken(say("This is not a GeoJSON file."))
  }
  if (!Array.isArray(features)) throw new RuleBroken(say("This is not a GeoJSON file: it has no features."))
  const areas = features.flatMap(({ properties = {}, geometry }) => {
    const property = (form: RegExp) =>
      Object.entries(properties).find(([key]) => form.test(key.toLowerCase()))?.[1]
    const ward = property(/^wd\d\dcd$/)
    const district = property(/^lad\d\dcd$/)
    const code = String(ward ?? district ?? property(/^(area_)?code$/) ?? "")
    const name = String(property(ward ? /^wd\d\dnm$/ : district ? /^lad\d\dnm$/ : /^(area_)?name$/) ?? "")
    if (!name) return []
    const of = ward && district ? String(property(/^lad\d\dnm$/) ?? "") : ""
    const kind = /^E0[6-9]|^S12|^W06|^N09/.test(code) ? "district" : code ? "ward" : "neighbourhood"
    return [
      {
        code: code || `local:${name}`,
        kind,
        name,
        district: ward && district ? String(district) : null,
        districtName: of || null,
        outline: geometry ?? null,
      },
    ]
  })
  if (areas.length === 0) throw new RuleBroken(say("No area in this file has a name that Trellis can read."))
  await operator`
    insert into places (code, kind, name, district_code, outline)
    select a.code, a.kind, a.name, a.district, a.outline from jsonb_to_recordset(${operator.json(areas as never)}) as a(code text, kind text, name text, district text, outline jsonb)
    on conflict (code) do update set kind = excluded.kind, name = excluded.name, district_code = excluded.district_code, outline = excluded.outline`
  // Outlines of wards that name their districts give those a name, too.
  const districts = new Map(
    areas.flatMap(({ district, districtName }) =>
      district && districtName ? [[district, districtName] as const] : [],
    ),
  )
  if (districts.size > 0)
    await operator`
      insert into places ${operator([...districts].map(([code, name]) => ({ code, kind: "district", name })))} on conflict (code) do nothing`
  return { areas: areas.length }
}
