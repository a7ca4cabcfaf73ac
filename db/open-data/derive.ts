// Makes the open data that ships with Trellis from larger files: run by whoever brings it up to date (README.md beside this).
import fs from "node:fs"
import path from "node:path"
import { parseArgs } from "node:util"
import { gunzipSync } from "node:zlib"
import { parse } from "csv-parse/sync"

type Row = Record<string, string>

const { values: given } = parseArgs({
  options: {
    postcodes: { type: "string" },
    outcodes: { type: "string" },
    sectors: { type: "string" },
    districts: { type: "string" },
    wards: { type: "string" },
  },
})
const rowsOf = (file = "") => {
  if (!file) throw new Error("Name all five files: --postcodes --outcodes --sectors --districts --wards")
  const bytes = fs.readFileSync(file)
  return parse(file.endsWith(".gz") ? gunzipSync(bytes) : bytes, { columns: true, bom: true }) as Row[]
}
const write = (name: string, headers: string, lines: string[]) =>
  fs.writeFileSync(path.join(import.meta.dirname, name), `${[headers, ...lines].join("\n")}\n`)
const rounded = (degrees: string | number | undefined) => Number(degrees).toFixed(3)
const quoted = (name = "") => (name.includes(",") ? `"${name}"` : name)
const columnOf = (row: Row, form: RegExp) => Object.keys(row).find((name) => form.test(name)) ?? ""

/** How many postcodes of each code are in which district. */
type Counted = Map<string, Map<string, number>>
function count(into: Counted, code: string, district: string) {
  const districts = into.get(code) ?? new Map<string, number>()
  into.set(code, districts.set(district, (districts.get(district) ?? 0) + 1))
}
const total = (counted: Counted, code: string) =>
  [...(counted.get(code)?.values() ?? [])].reduce((sum, more) => sum + more, 0)

const postcodes = rowsOf(given.postcodes)
const districtColumn = columnOf(postcodes[0] ?? {}, /^lad\d\dcd$/)
const byOutcode: Counted = new Map()
const bySector: Counted = new Map()
for (const { postcode = "", ...row } of postcodes) {
  const plain = postcode.replace(/\s/g, "")
  const district = row[districtColumn] ?? ""
  count(byOutcode, plain.slice(0, -3), district)
  count(bySector, `${plain.slice(0, -3)} ${plain.at(-3)}`, district)
}

const lineOf = (counted: Counted, code: string, row: Row) => {
  const districts = [...(counted.get(code) ?? [])].sort(([, a], [, b]) => b - a).map(([district]) => district)
  const { lat, lon, postcodes: all } = row
  return [code, rounded(lat), rounded(lon), all, total(counted, code), districts.join(" ")].join(",")
}
/** Whether all that there is of a code lies in one district, as far as both files go. */
const isDecided = (counted: Counted, code: string, all: string | undefined) =>
  counted.get(code)?.size === 1 && total(counted, code) === Number(all)

const outcodes = rowsOf(given.outcodes)
// A sector says more than its outward code only where that alone can't decide.
const open = new Set(
  outcodes
    .filter(
      ({ outcode = "", postcodes: all }) => byOutcode.has(outcode) && !isDecided(byOutcode, outcode, all),
    )
    .map(({ outcode }) => outcode),
)
const sectors = rowsOf(given.sectors).filter(
  ({ sector = "" }) => open.has(sector.split(" ")[0]) && bySector.has(sector),
)
write("postcode-parts.csv", "code,lat,lon,postcodes,known,districts", [
  ...outcodes.map((row) => lineOf(byOutcode, row.outcode ?? "", row)),
  ...sectors.map((row) => lineOf(bySector, row.sector ?? "", row)),
])

const wards = rowsOf(given.wards)
const wardColumns = (["cd", "nm"] as const).map((end) =>
  columnOf(wards[0] ?? {}, new RegExp(`^wd\\d\\d${end}$`)),
)
const wardDistrict = columnOf(wards[0] ?? {}, /^lad\d\dcd$/)
/** The middle of a district, weighed by the postcodes of its wards. */
function middleOf(district: string) {
  const its = wards.filter((ward) => ward[wardDistrict] === district)
  const weight = its.reduce((sum, ward) => sum + Number(ward.postcodes), 0)
  if (weight === 0) return ["", ""]
  return ["lat", "lon"].map((axis) =>
    rounded(its.reduce((sum, ward) => sum + Number(ward[axis]) * Number(ward.postcodes), 0) / weight),
  )
}
const districts = rowsOf(given.districts).filter(({ Current }) => Current === "TRUE")
write("places.csv", "code,kind,name,district,lat,lon", [
  ...districts.map(({ LADCD = "", LADNM }) =>
    [LADCD, "district", quoted(LADNM), "", ...middleOf(LADCD)].join(","),
  ),
  ...wards.map((ward) => {
    const [code, name] = wardColumns.map((column) => ward[column])
    return [code, "ward", quoted(name), ward[wardDistrict], rounded(ward.lat), rounded(ward.lon)].join(",")
  }),
])
