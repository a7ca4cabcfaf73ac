import { createReadStream } from "node:fs"
import { pipeline } from "node:stream/promises"
import { createGunzip } from "node:zlib"
import { parse } from "csv-parse"
import type { Sql } from "postgres"
import { RuleBroken } from "../errors"

/** The headers by which a column is known, ONS's own (NSPL, ONSPD) among them. */
const COLUMNS = {
  postcode: ["postcode", "pcds", "pcd", "pcd7", "pcd8"],
  lat: ["lat", "latitude"],
  lon: ["lon", "long", "lng", "longitude"],
  ward: ["ward code", "wardcode", "ward", "osward", /^wd\d\dcd$/],
  district: ["district code", "districtcode", "district", "oslaua", "laua", /^lad\d\dcd$/],
} as const

const place = (headers: string[], known: readonly (string | RegExp)[]) =>
  headers.findIndex((header) =>
    known.some((one) => (typeof one === "string" ? one === header : one.test(header))),
  )

const plain = (value: string | undefined) => value?.trim() || null
const number = (value: string | undefined) =>
  value?.trim() && Number.isFinite(Number(value)) ? Number(value) : null
const escaped = (value: string | number | null) =>
  value === null ? "\\N" : String(value).replace(/[\\\t\n\r]/g, " ")

/** Reads a file of postcodes (.csv, .gz too) into the installation's table: done by the operator, on the owner's connection. */
export async function importPostcodes(
  operator: Sql,
  file: string,
): Promise<{ rows: number; written: number; skipped: number }> {
  let rows = 0
  let skipped = 0
  const written = await operator.begin(async (tx) => {
    await tx`create temporary table arriving (postcode text, lat float8, lon float8, ward_code text, district_code text) on commit drop`
    const into = await tx`copy arriving from stdin`.writable()
    const source = createReadStream(file)
    const records = parse({ bom: true, relax_column_count: true, relax_quotes: true })
    let at: Record<keyof typeof COLUMNS, number> | null = null
    const lines = async function* (stream: AsyncIterable<string[]>) {
      let block: string[] = []
      for await (const cells of stream) {
        if (!at) {
          const headers = cells.map((cell) => cell.trim().toLowerCase().replace(/_/g, " "))
          at = Object.fromEntries(
            Object.entries(COLUMNS).map(([field, known]) => [field, place(headers, known)]),
          ) as Record<keyof typeof COLUMNS, number>
          if (at.postcode < 0)
            throw new RuleBroken(
              `No column of this file is known to hold a postcode. Its columns: ${headers.slice(0, 12).join(", ")}.`,
            )
          continue
        }
        rows++
        const postcode = cells[at.postcode]?.replace(/\s/g, "").toUpperCase() ?? ""
        if (!/^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(postcode)) {
          skipped++
          continue
        }
        block.push(
          [
            postcode,
            number(cells[at.lat]),
            number(cells[at.lon]),
            plain(cells[at.ward]),
            plain(cells[at.district]),
          ]
            .map(escaped)
            .join("\t"),
        )
        if (block.length === 2_000) {
          yield `${block.join("\n")}\n`
          block = []
        }
      }
      if (block.length > 0) yield `${block.join("\n")}\n`
    }
    if (file.endsWith(".gz")) await pipeline(source, createGunzip(), records, lines, into)
    else await pipeline(source, records, lines, into)
    const done = await tx`
      insert into postcodes (postcode, lat, lon, ward_code, district_code)
      select distinct on (postcode) postcode, lat, lon, ward_code, district_code from arriving
      on conflict (postcode) do update set lat = excluded.lat, lon = excluded.lon, ward_code = excluded.ward_code, district_code = excluded.district_code`
    return done.count
  })
  return { rows, written, skipped }
}

type Feature = { properties?: Record<string, unknown>; geometry?: unknown }

/** Reads wards or districts with their outlines from GeoJSON into the installation's table of places. */
export async function importBoundaries(operator: Sql, text: string): Promise<{ areas: number }> {
  let features: Feature[]
  try {
    features = (JSON.parse(text) as { features: Feature[] }).features
  } catch {
    throw new RuleBroken("This is not a GeoJSON file.")
  }
  if (!Array.isArray(features)) throw new RuleBroken("This is not a GeoJSON file: it has no features.")
  const areas = features.flatMap(({ properties = {}, geometry }) => {
    const said = (form: RegExp) =>
      Object.entries(properties).find(([key]) => form.test(key.toLowerCase()))?.[1]
    const ward = said(/^wd\d\dcd$/)
    const district = said(/^lad\d\dcd$/)
    const code = String(ward ?? district ?? said(/^(area_)?code$/) ?? "")
    const name = String(said(ward ? /^wd\d\dnm$/ : district ? /^lad\d\dnm$/ : /^(area_)?name$/) ?? "")
    if (!name) return []
    const kind = /^E0[6-9]|^S12|^W06|^N09/.test(code) ? "district" : code ? "ward" : "neighbourhood"
    return [
      {
        code: code || `local:${name}`,
        kind,
        name,
        district: ward && district ? String(district) : null,
        outline: geometry ?? null,
      },
    ]
  })
  if (areas.length === 0) throw new RuleBroken("No area in this file has a name that Trellis can read.")
  await operator`
    insert into places (code, kind, name, district_code, outline)
    select a.code, a.kind, a.name, a.district, a.outline from jsonb_to_recordset(${operator.json(areas as never)}) as a(code text, kind text, name text, district text, outline jsonb)
    on conflict (code) do update set kind = excluded.kind, name = excluded.name, district_code = excluded.district_code, outline = excluded.outline`
  return { areas: areas.length }
}
