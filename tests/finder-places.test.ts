import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import { gunzipSync } from "node:zlib"
import { parse } from "csv-parse/sync"
import { beforeAll, describe, expect, it } from "vitest"
import { loadOpenData } from "@/db/open-data/load"
import { outside } from "@/lib/access/doors"
import { importPostcodes } from "@/lib/places/import"
import { type Asked, readAsked, readPoint } from "@/lib/places/looking/input"
import { findNamedPlaces, lookUpPoint, lookUpPostcode } from "@/lib/places/looking/queries"
import { world } from "./support/world"

const w = await world()
/** Every postcode of the North West, where there are public data to try things on. */
const POSTCODES = path.resolve(
  process.env.TRELLIS_SAMPLE_DATA ?? "../shared/data",
  "geo/postcodes_north_west.csv.gz",
)
const there = existsSync(POSTCODES)
const DRAWN = 10_000
type Row = Record<string, string>
const all = there ? (parse(gunzipSync(readFileSync(POSTCODES)), { columns: true }) as Row[]) : []
/** Ten thousand of them, all over the region. */
const sample =
  all.length === 0
    ? []
    : Array.from({ length: DRAWN }, (_, n) => all[Math.floor((n * all.length) / DRAWN)] as Row)
const lookUp = (typed: string) => outside((ctx) => lookUpPostcode(ctx, readAsked(typed) as never))
/** All of them at one door, each in the place of the one that was asked. */
const lookUpAll = (all: string[]) =>
  outside(async (ctx) => {
    const found = []
    for (const typed of all)
      found.push(await lookUpPostcode(ctx, readAsked(typed) as Exclude<Asked, { kind: "name" }>))
    return found
  })
const codes = (place: Awaited<ReturnType<typeof lookUp>>) => place?.districts.map(({ code }) => code) ?? []

beforeAll(async () => {
  expect(await loadOpenData(w.operator)).toEqual(["postcode-parts.csv", "places.csv"])
})

describe("What somebody types who looks for a place", () => {
  it.each([
    ["ol11aa", { kind: "postcode", postcode: "OL11AA", outward: "OL1", sector: "OL1 1" }],
    [" OL1  1AA ", { kind: "postcode", postcode: "OL11AA", outward: "OL1", sector: "OL1 1" }],
    ["0L1 1AA", { kind: "postcode", postcode: "OL11AA" }],
    ["ol11", { kind: "part", code: "OL11", sector: null }],
    ["OL1 1", { kind: "part", code: "OL1 1", outward: "OL1", sector: "OL1 1" }],
    ["OL1 1A", { kind: "part", code: "OL1 1" }],
    ["St Helens", { kind: "name", name: "St Helens" }],
    ["Old\0ham", { kind: "name", name: "Old ham" }],
    ["", null],
    ["   ", null],
    [undefined, null],
    ["x".repeat(300), null],
  ])("%j is made out", (typed, meant) => {
    if (meant) expect(readAsked(typed)).toMatchObject(meant)
    else expect(readAsked(typed)).toBeNull()
  })

  it("and a point on the map is known to a hundred metres only", () => {
    expect(readPoint("53.5412345,-2.1178999")).toEqual({ lat: 53.541, lon: -2.118 })
    for (const wrong of ["53.5", "53.5,-2.1;drop", "91,0", "0,181", "NaN,NaN", undefined, ["1,2"]])
      expect(readPoint(wrong)).toBeNull()
  })
})

describe("Without a table of postcodes", () => {
  it.skipIf(!there)(
    "a wrong district is never named for certain: 10,000 postcodes of the North West",
    async () => {
      const found = await lookUpAll(sample.map(({ postcode = "" }) => postcode))
      const wrong = found.flatMap((place, n) => {
        const right = sample[n]?.lad25cd ?? ""
        const among = codes(place).includes(right)
        return place && among && (!place.sure || codes(place).length === 1) ? [] : [`${sample[n]?.postcode}`]
      })
      expect(wrong).toEqual([])
      expect(found.length).toBe(DRAWN)
      // More than half are decided all the same.
      expect(found.filter((place) => place?.sure).length).toBeGreaterThan(5_000)
    },
  )

  it("the first part of a postcode is decided where all of it is in one district, and else may be in any of several", async () => {
    expect(await lookUp("OL1")).toMatchObject({
      sure: true,
      elsewhere: false,
      districts: [{ name: "Oldham" }],
    })
    expect(await lookUp("OL9")).toMatchObject({
      sure: false,
      elsewhere: false,
      districts: [{ name: "Oldham" }, { name: "Manchester" }],
    })
    // Some of CH4 is in Wales.
    expect(await lookUp("CH4")).toMatchObject({ sure: false, elsewhere: true })
  })

  it("a place outside what is known is in no district, but somewhere", async () => {
    const leeds = await lookUp("LS1 4AP")
    expect(leeds).toMatchObject({ sure: false, elsewhere: true, districts: [] })
    expect(leeds?.position?.lat).toBeCloseTo(53.8, 1)
    expect(await lookUp("ZZ99 9ZZ")).toBeNull()
  })

  it("a point may be in the districts of the nearest outward code; the sea is nowhere", async () => {
    const oldham = await outside((ctx) => lookUpPoint(ctx, { lat: 53.541, lon: -2.118 }))
    expect(oldham?.sure).toBe(false)
    expect(oldham?.districts.map(({ name }) => name)).toContain("Oldham")
    expect(await outside((ctx) => lookUpPoint(ctx, { lat: 0, lon: 0 }))).toBeNull()
  })
})

describe("The name of a place", () => {
  const find = async (words: string) =>
    (await outside((ctx) => findNamedPlaces(ctx, words))).map(({ name, district }) =>
      district ? `${name} (${district.name})` : name,
    )
  it("is found by its beginning, by the beginning of a word, without its points and apostrophes", async () => {
    expect(await find("oldham")).toContain("Oldham")
    expect(await find("Chadderton")).toEqual([
      "Chadderton North (Oldham)",
      "Chadderton South (Oldham)",
      "Chadderton Central (Oldham)",
    ])
    expect((await find("st. helens"))[0]).toBe("St. Helens")
    expect(await find("helens")).toContain("St. Helens")
    expect(await find("ldham")).toEqual([])
  })
  it("means nothing more than it says", async () => {
    for (const words of ["%", "_", "'; drop table places; --", "💥", "\\", ".", "-", "’"])
      expect(await find(words)).toEqual([])
  })
})

describe.skipIf(!there)("With the table of postcodes", () => {
  beforeAll(async () => {
    await importPostcodes(w.operator, POSTCODES)
  })

  it("the district is right, and the ward", async () => {
    const found = await lookUpAll(sample.map(({ postcode = "" }) => postcode))
    const wrong = found.filter(
      (place, n) =>
        !place?.sure || codes(place).join() !== sample[n]?.lad25cd || place.ward?.code !== sample[n]?.wd25cd,
    )
    expect(wrong).toEqual([])
  })

  it("one that it lacks though it has its neighbours may be in their district", async () => {
    const inOldham =
      sample.find(({ postcode = "" }) => postcode.replace(/\s/g, "").startsWith("OL1"))?.postcode ?? ""
    expect(await lookUp(inOldham)).toMatchObject({ sure: true })
    const plain = inOldham.replace(/\s/g, "")
    const units = ["ZZ", "YZ", "XZ"].map((unit) => plain.slice(0, -2) + unit)
    const [missing = ""] = units.filter(
      (one) => !all.some(({ postcode = "" }) => postcode.replace(/\s/g, "") === one),
    )
    expect(await lookUp(missing)).toMatchObject({ sure: false })
  })

  it("a region that Trellis does not ship is decided when every postcode of it is there", async () => {
    const [part] = await w.operator<
      { n: number }[]
    >`select postcodes as n from postcode_parts where code = 'LS1'`
    const letters = "ABDEFGHJLNPQRSTUWXYZ".split("")
    const pairs = letters.flatMap((a) => letters.map((b) => a + b))
    const some = Array.from({ length: part?.n ?? 0 }, (_, n) => `LS1${Math.floor(n / 400)}${pairs[n % 400]}`)
    const put = (postcodes: string[], district: string) =>
      w.operator`insert into postcodes (postcode, district_code) select unnest(${postcodes}::text[]), ${district} on conflict do nothing`
    await put(some.slice(0, -1), "E08000035")
    expect(await lookUp("LS1")).toMatchObject({
      sure: false,
      elsewhere: true,
      districts: [{ name: "Leeds" }],
    })
    await put(some.slice(-1), "E08000035")
    expect(await lookUp("LS1")).toMatchObject({
      sure: true,
      elsewhere: false,
      districts: [{ name: "Leeds" }],
    })
    // LS11 begins in the same way, and is another.
    await put(["LS111AA"], "E08000036")
    expect(await lookUp("LS1")).toMatchObject({ sure: true })
    expect(await lookUp("LS11")).toMatchObject({ sure: false, districts: [{ name: "Wakefield" }] })
  })

  it("a point is where the postcodes next to it are", async () => {
    const one = sample.find(({ lad25cd }) => lad25cd === "E08000004")
    const point = { lat: Number(one?.lat), lon: Number(one?.lon) }
    const there = await outside((ctx) => lookUpPoint(ctx, point))
    expect(there?.districts.map(({ name }) => name)).toContain("Oldham")
  })
})
