import { createHash } from "node:crypto"
import fs from "node:fs"
import path from "node:path"
import { parse } from "csv-parse/sync"
import type { Sql, TransactionSql } from "postgres"

type Row = Record<string, string>

/** How each file goes into its table. What an operator brought in of places stays as it is. */
const FILES: Record<string, (tx: TransactionSql, rows: string) => Promise<unknown>> = {
  "postcode-parts.csv": async (tx, rows) => {
    await tx`
      insert into postcode_parts (code, lat, lon, postcodes, known, districts)
      select code, lat, lon, postcodes, known, string_to_array(districts, ' ')
      from json_to_recordset(${rows}::text::json) r(code text, lat float8, lon float8, postcodes int, known int, districts text)
      on conflict (code) do update set lat = excluded.lat, lon = excluded.lon, postcodes = excluded.postcodes,
        known = excluded.known, districts = excluded.districts`
    // AV is the area of no real postcode: the demo's own.
    await tx`
      delete from postcode_parts where code not like 'AV%'
        and code not in (select code from json_to_recordset(${rows}::text::json) r(code text))`
  },
  "places.csv": (tx, rows) => tx`
    insert into places (code, kind, name, district_code, lat, lon)
    select code, kind, name, nullif(district, ''), nullif(lat, '')::float8, nullif(lon, '')::float8
    from json_to_recordset(${rows}::text::json) r(code text, kind text, name text, district text, lat text, lon text)
    on conflict (code) do update set district_code = coalesce(places.district_code, excluded.district_code),
      lat = coalesce(places.lat, excluded.lat), lon = coalesce(places.lon, excluded.lon)`,
}

/** Reads the open data that ships with Trellis into the database behind `operator`; a file that was read already is left alone. */
export async function loadOpenData(operator: Sql): Promise<string[]> {
  const read: string[] = []
  for (const [name, put] of Object.entries(FILES)) {
    const text = fs.readFileSync(path.join(import.meta.dirname, name), "utf8")
    const digest = createHash("sha256").update(text).digest("hex")
    await operator.begin(async (tx) => {
      const [known] = await tx`select from open_data_files where name = ${name} and digest = ${digest}`
      if (known) return
      await put(tx, JSON.stringify(parse(text, { columns: true }) as Row[]))
      await tx`
        insert into open_data_files (name, digest, read_at) values (${name}, ${digest}, now())
        on conflict (name) do update set digest = excluded.digest, read_at = excluded.read_at`
      read.push(name)
    })
  }
  if (read.length > 0) await operator`analyze postcode_parts, places`
  return read
}
