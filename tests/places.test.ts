import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { gzipSync } from "node:zlib"
import { and, eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { areas, events, groups } from "@/db/schema"
import { NotAllowed, RuleBroken } from "@/lib/errors"
import { addGroup, changeGroup } from "@/lib/groups/commands"
import { groupList } from "@/lib/groups/list/filters"
import { eachLine, fileColumns, listGroups } from "@/lib/groups/list/queries"
import { resolvePlaces } from "@/lib/groups/places/commands"
import { placesOverview } from "@/lib/groups/places/queries"
import { addPlaces } from "@/lib/lios/areas/commands"
import { lookForAreas } from "@/lib/lios/areas/looking/queries"
import { listServed } from "@/lib/lios/areas/queries"
import { readList } from "@/lib/lists/input"
import { importBoundaries, importPostcodes, versionOf } from "@/lib/places/import"
import { listPlaceNames } from "@/lib/places/queries"
import { world } from "./support/world"

const w = await world()
const folder = mkdtempSync(path.join(tmpdir(), "places-"))
const file = (name: string, lines: string[]) => {
  const at = path.join(folder, name)
  const text = lines.join("\r\n")
  writeFileSync(at, name.endsWith(".gz") ? gzipSync(text) : text)
  return at
}
const read = (name: string, lines: string[], version?: string) =>
  importPostcodes(w.operator, file(name, lines), { version })
const placeOf = async (postcode: string) =>
  (
    await w.operator`select lat, ward_code as ward, district_code as district from postcodes where postcode = ${postcode}`
  )[0]
const groupOf = async (id: string) =>
  (await w.system((ctx) => ctx.tx.select().from(groups).where(eq(groups.id, id))))[0]

describe("A table of postcodes", () => {
  it("is read from the plain layout", async () => {
    expect(
      await read("plain.csv", [
        "postcode,lat,lon,ward code,district code",
        "ol1 1aa,53.5,-2.1,E05000001,E08000004",
        "rubbish,1,1,,",
      ]),
    ).toEqual({ rows: 2, written: 1, skipped: 1, version: "plain" })
    expect(await placeOf("OL11AA")).toEqual({ lat: 53.5, ward: "E05000001", district: "E08000004" })
  })

  it.each([
    ["NSPL_MAY_2026_UK.csv", "pcd,pcd2,pcds,dointr,doterm,oslaua,osward,lat,long"],
    ["ONSPD_AUG_2025_UK.csv.gz", "pcd7,pcd8,pcds,dointr,doterm,lad25cd,wd25cd,lat,long"],
    ["NSPL21_FEB_2024.csv", "pcd,pcd2,pcds,dointr,doterm,laua,ward,lat,long"],
  ])("is read with the headers of %s, ended postcodes too", async (name, headers) => {
    const done = await read(name, [
      headers,
      '"OL2 2AA","OL2  2AA","OL2 2AA",199001,"",E08000004,E05000002,53.6,-2.1',
      '"OL2 2AB","OL2  2AB","OL2 2AB",198001,201512,E08000004,E05000003,53.6,-2.1',
      '"GY1 1AA","GY1  1AA","GY1 1AA",198001,"",L99999999,L99999999,99.999999,0.000000',
    ])
    expect(done).toEqual({ rows: 3, written: 3, skipped: 0, version: versionOf(name) })
    expect(await placeOf("OL22AB")).toEqual({ lat: 53.6, ward: "E05000003", district: "E08000004" })
    expect(await placeOf("GY11AA")).toEqual({ lat: null, ward: null, district: null })
  })

  it("that says only a part changes only that", async () => {
    await read("whole.csv", ["postcode,lat,lon,ward,district", "OL3 3AA,53.7,-2.2,E05000009,E08000004"])
    await read("wards.csv", ["postcode,ward", "OL3 3AA,E05000010"])
    expect(await placeOf("OL33AA")).toEqual({ lat: 53.7, ward: "E05000010", district: "E08000004" })
    await read("holes.csv", ["postcode,lat,lon,ward,district", "OL3 3AA,,,,E08000005"])
    expect(await placeOf("OL33AA")).toEqual({ lat: 53.7, ward: "E05000010", district: "E08000005" })
  })

  it("that holds none is refused, and changes nothing", async () => {
    await expect(read("other.csv", ["name,town", "A,B"])).rejects.toThrow(RuleBroken)
    await expect(read("nowards.csv", ["postcode,lat,lon", "OL1 1AA,1,1"])).rejects.toThrow(
      /ward or a district/,
    )
    await expect(read("empty.csv", ["postcode,ward", "x,y"])).rejects.toThrow(/Nothing was changed/)
    expect(await placeOf("OL11AA")).toMatchObject({ ward: "E05000001" })
  })

  it("is read a hundred thousand rows long", async () => {
    const rows = Array.from({ length: 100_000 }, (_, n) => {
      const letters = "ABDEFGHJLNPQRSTUWXYZ"
      const unit = `${letters[n % 20]}${letters[Math.floor(n / 20) % 20]}`
      return `M${1 + (Math.floor(n / 4_000) % 25)} ${Math.floor(n / 400) % 10}${unit},53.4,-2.2,E05000009,E08000003`
    })
    const at = file("many.csv", ["postcode,lat,lon,ward,district", ...rows])
    expect(await importPostcodes(w.operator, at)).toMatchObject({ rows: 100_000 })
  })
})

describe("The ward of a group", () => {
  it("says which version of the table it was found in, and is looked up again on a manager’s word", async () => {
    await read("v1.csv", ["postcode,ward,district", "OL3 3AA,E05000011,E08000004"], "2025")
    const { id } = await w.asWorker((ctx) =>
      addGroup(ctx, { name: "Ward Watchers", stage: "member", postcode: "OL3 3AA" } as never),
    )
    const lost = await w.asWorker((ctx) =>
      addGroup(ctx, { name: "Lost Postcode", stage: "member", postcode: "OL9 9ZZ" } as never),
    )
    expect(await groupOf(id)).toMatchObject({ wardCode: "E05000011", placeVersion: "2025" })
    await read("v2.csv", ["postcode,ward,district", "OL3 3AA,E05000022,E08000004"], "2026")
    expect(await groupOf(id)).toMatchObject({ wardCode: "E05000011", placeVersion: "2025" })
    const done = await w.asManager(resolvePlaces)
    expect(done).toMatchObject({ version: "2026", moved: 1 })
    expect(await groupOf(id)).toMatchObject({ wardCode: "E05000022", placeVersion: "2026" })
    const told = await w.system((ctx) =>
      ctx.tx
        .select()
        .from(events)
        .where(and(eq(events.groupId, id), eq(events.what, "group.placed"))),
    )
    expect(told).toMatchObject([
      {
        from: { wardCode: "E05000011", placeVersion: "2025" },
        to: { wardCode: "E05000022", placeVersion: "2026" },
      },
    ])
    expect(await w.asManager(resolvePlaces)).toMatchObject({ moved: 0 })
    const overview = await w.asViewer(placesOverview)
    expect(overview.version?.version).toBe("2026")
    expect(overview.unknown).toContainEqual({ id: lost.id, name: "Lost Postcode", postcode: "OL9 9ZZ" })
  })

  it("goes with a changed postcode", async () => {
    const { id } = await w.asWorker((ctx) =>
      addGroup(ctx, { name: "Movers", stage: "member", postcode: "OL1 1AA" } as never),
    )
    await w.asWorker((ctx) => changeGroup(ctx, id, { version: 1, postcode: "OL3 3AA" }))
    expect(await groupOf(id)).toMatchObject({ wardCode: "E05000022", placeVersion: "2026" })
    await w.asWorker((ctx) => changeGroup(ctx, id, { version: 2, postcode: null }))
    expect(await groupOf(id)).toMatchObject({ wardCode: null, placeVersion: null, placeResolvedAt: null })
  })

  it("is looked up again by managers only, and seen by staff only", async () => {
    for (const as of [w.asWorker, w.asViewer, w.asLead])
      await expect(as<unknown>(resolvePlaces)).rejects.toThrow(NotAllowed)
    await expect(w.asLead<unknown>(placesOverview)).rejects.toThrow(NotAllowed)
    const other = await w.asOtherManager(placesOverview)
    expect(other.unknown).toEqual([])
  })
})

describe("Boundaries", () => {
  it("give wards and districts their names and outlines", async () => {
    const feature = (properties: object) => ({
      type: "Feature",
      properties,
      geometry: { type: "Polygon", coordinates: [] },
    })
    const features = [
      feature({ WD25CD: "E05000022", WD25NM: "Saddleworth", LAD25CD: "E08000004", LAD25NM: "Oldham" }),
      feature({ LAD25CD: "E08000004", LAD25NM: "Oldham" }),
    ]
    expect(await importBoundaries(w.operator, JSON.stringify({ features }))).toEqual({ areas: 2 })
    expect(await w.operator`select kind, name, district_code from places order by kind`).toEqual([
      { kind: "district", name: "Oldham", district_code: null },
      { kind: "ward", name: "Saddleworth", district_code: "E08000004" },
    ])
    await expect(importBoundaries(w.operator, "not json")).rejects.toThrow(RuleBroken)
  })
})

describe("Wards and districts", () => {
  it("have names as soon as a file of postcodes or of outlines says them, in lists and files", async () => {
    await read("named.csv", [
      "postcode,lat,lon,wd25cd,wd25nm,lad25cd,lad25nm",
      "OL9 9AA,53.5,-2.1,E05999001,Hollinwood,E08999004,Oldham",
    ])
    const { id } = await w.asWorker((ctx) => addGroup(ctx, { name: "Named Ward Group", postcode: "OL9 9AA" }))
    const names = await w.asWorker((ctx) =>
      listPlaceNames(ctx, ["E05999001", "E08999004", null, "E05000000"]),
    )
    expect(Object.fromEntries(names)).toEqual({ E05999001: "Hollinwood", E08999004: "Oldham" })
    const filter = readList(groupList, { q: "Named Ward", cols: "area,ward,district" })
    const { rows, file } = await w.asWorker(async (ctx) => {
      const columns = await fileColumns(ctx, filter, false)
      const file: unknown[] = []
      for await (const some of eachLine(ctx, filter, columns)) file.push(...some)
      return { ...(await listGroups(ctx, filter)), file }
    })
    expect(file).toEqual([["Named Ward Group", "Hollinwood", "Hollinwood", "Oldham"]])
    expect(JSON.stringify(rows)).toContain("Oldham")
    expect(id).toBeDefined()
    // What the LIO calls it goes first.
    await w.system((ctx) =>
      ctx.tx
        .insert(areas)
        .values({ lioId: ctx.lio.id, kind: "ward", code: "E05999001", name: "Our Hollinwood" }),
    )
    expect((await w.asWorker((ctx) => listPlaceNames(ctx, ["E05999001"]))).get("E05999001")).toBe(
      "Our Hollinwood",
    )
  })

  it("of a whole district are added at once", async () => {
    const wards = Array.from({ length: 33 }, (_, n) => ({
      properties: {
        wd25cd: `E0588${String(n).padStart(4, "0")}`,
        wd25nm: `Ward ${n}`,
        lad25cd: "E08888888",
        lad25nm: "Bigborough",
      },
      geometry: null,
    }))
    expect(await importBoundaries(w.operator, JSON.stringify({ features: wards }))).toEqual({ areas: 33 })
    const { districts } = await w.asManager((ctx) => lookForAreas(ctx, "Bigborough"))
    expect(districts).toMatchObject([{ code: "E08888888", ticked: true, served: false }])
    expect(districts[0]?.wards).toHaveLength(33)
    const all = { codes: [], whole: ["E08888888"] }
    await expect(w.asWorker((ctx) => addPlaces(ctx, all))).rejects.toThrow(NotAllowed)
    expect((await w.asManager((ctx) => addPlaces(ctx, all))).names).toHaveLength(33)
    await expect(w.asManager((ctx) => addPlaces(ctx, all))).rejects.toThrow(RuleBroken)
    const served = await w.asManager((ctx) => listServed(ctx))
    expect(served.filter(({ code }) => code?.startsWith("E0588"))).toHaveLength(33)
  })
})
