import type { Sql } from "postgres"
import { finderQuery } from "@/lib/finder/input"
import { findSupport } from "@/lib/finder/queries"

/** So many outward codes with 4,000 postcodes each are 1.8 million. */
const OUTWARD = 450
const LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
const RUNS = 200

/** Fills the table of postcodes with 1.8 million, round the middle of each outward code; an LIO works in one of their districts. */
export async function makePostcodes(sql: Sql) {
  await sql`
    insert into postcodes (postcode, lat, lon, ward_code, district_code)
    select p.code || d || substr(${LETTERS}, a, 1) || substr(${LETTERS}, b, 1), p.lat + (d * 20 + a - 110) * 0.0002, p.lon + (b - 10) * 0.002,
      'E058' || lpad(p.n::text, 5, '0'), coalesce(p.districts[1], 'E089' || lpad(p.n::text, 5, '0'))
    from (select *, row_number() over (order by code) as n from postcode_parts where code not like '% %' and code not like 'AV%' order by code limit ${OUTWARD}) p,
      generate_series(0, 9) d, generate_series(1, 20) a, generate_series(1, 20) b
    order by 1 on conflict do nothing`
  await sql`select brin_summarize_new_values('postcodes_position')`
  await sql`analyze postcodes`
  await sql.begin(async (tx) => {
    await tx`select set_config('app.lio_id', (select id::text from lios where slug = 'bench'), true), set_config('app.audiences', '{*}', true)`
    await tx`
      insert into areas (lio_id, kind, code, name)
      select l.id, 'district', d.code, d.code from lios l, (select distinct district_code as code from postcodes limit 40) d where l.slug = 'bench'`
  })
  const [row] = await sql<{ postcodes: number }[]>`select count(*)::int as postcodes from postcodes`
  return row?.postcodes ?? 0
}

/** How long the finder takes over postcodes, outward codes, points and names drawn from the table: the 95th of a hundred, in milliseconds. */
export async function timeFinder(sql: Sql) {
  const drawn = await sql<{ postcode: string; lat: number; lon: number }[]>`
    select postcode, lat, lon from postcodes tablesample system (1) repeatable (1) where lat is not null order by random() limit ${RUNS}`
  const names = await sql<{ name: string }[]>`select name from places order by md5(code) limit ${RUNS}`
  const asked: Record<string, Record<string, string>[]> = {
    "a postcode": drawn.map(({ postcode }) => ({ q: postcode })),
    "a postcode that the table lacks": drawn.map(({ postcode }) => ({ q: `${postcode.slice(0, -2)}ZV` })),
    "an outward code": drawn.map(({ postcode }) => ({ q: postcode.slice(0, -3) })),
    "a point": drawn.map(({ lat, lon }) => ({ at: `${lat.toFixed(3)},${lon.toFixed(3)}` })),
    "a name": names.map(({ name }) => ({ q: name })),
  }
  const taken: { what: string; p50: number; p95: number }[] = []
  for (const [what, all] of Object.entries(asked)) {
    const times: number[] = []
    for (const one of all) {
      const begun = performance.now()
      await findSupport(finderQuery(one))
      times.push(performance.now() - begun)
    }
    times.sort((a, b) => a - b)
    const at = (part: number) => times[Math.floor(times.length * part)] ?? Number.NaN
    taken.push({ what, p50: at(0.5), p95: at(0.95) })
  }
  return taken
}
