import { beforeAll, describe, expect, it } from "vitest"
import { loadOpenData } from "@/db/open-data/load"
import type { Ctx } from "@/lib/access/ctx"
import { NotAllowed, NotFound } from "@/lib/errors"
import { addPlaces } from "@/lib/lios/areas/commands"
import { addPlacesInput, typedPlaces } from "@/lib/lios/areas/input"
import { lookForAreas } from "@/lib/lios/areas/looking/queries"
import { listServed } from "@/lib/lios/areas/queries"
import { world } from "./support/world"

const w = await world()
const look = (words: string, as: typeof w.asManager = w.asManager) => as((ctx) => lookForAreas(ctx, words))
const offered = async (words: string) =>
  (await look(words)).districts.map(({ name, ticked }) => `${name}${ticked ? " x" : ""}`)
const add = (said: object, as: typeof w.asManager = w.asManager) =>
  as((ctx: Ctx) => addPlaces(ctx, addPlacesInput.parse(said)))

beforeAll(async () => {
  await loadOpenData(w.operator)
})

describe("Areas by postcode, from the open data alone", () => {
  it("are the district of an outward code, ticked where that is certain", async () => {
    expect(await offered("OL1 1AA")).toEqual(["Oldham x"])
    expect(await offered("ol1")).toEqual(["Oldham x"])
    // Where no district of a postcode is known, the name of the council finds it.
    const { looked, districts } = await look("PO30 1AA")
    expect(looked).toMatchObject([{ unknown: false, place: { districts: [] } }])
    expect(districts).toEqual([])
  })

  it("are every district that it may be, none of them ticked, where that isn’t", async () => {
    const { looked, districts } = await look("BB7 9AA")
    expect(looked).toMatchObject([{ typed: "BB7 9AA", unknown: false, place: { sure: false } }])
    expect(districts.map(({ name }) => name)).toContain("Ribble Valley")
    expect(districts.some(({ ticked }) => ticked)).toBe(false)
  })

  it("are found by name as well, several at once, each place once", async () => {
    expect(await offered("Isle of Wight, OL1 1AA; Oldham\nOldham")).toEqual(["Isle of Wight x", "Oldham x"])
    expect(await offered("Bristol, City of")).toEqual(["Bristol, City of"])
    expect(typedPlaces("a,".repeat(100) + Array.from({ length: 50 }, (_, n) => n).join(","))).toHaveLength(20)
  })

  it("say what isn’t known, and look at what is", async () => {
    const { looked, districts } = await look("Atlantis, QQ1 1QQ, Oldham")
    expect(looked.map(({ typed, unknown }) => [typed, unknown])).toEqual([
      ["Atlantis", true],
      ["QQ1 1QQ", true],
      ["Oldham", false],
    ])
    expect(districts.map(({ name }) => name)).toEqual(["Oldham"])
    for (const nothing of ["", " , ;", "%", "_"]) expect((await look(nothing)).districts).toEqual([])
  })

  it("offer the wards that are known, and tick the one that is called just so", async () => {
    await w.operator`insert into places (code, kind, name, district_code) values
      ('E05099722', 'ward', 'Cowes Mill', 'E06000046'), ('E05099723', 'ward', 'E05099723', 'E06000046')`
    const [island] = (await look("cowes mill")).districts
    expect(island).toMatchObject({ name: "Isle of Wight", ticked: false })
    // A ward that no file has named says nothing to people.
    const wards = island?.wards.map(({ name, ticked }) => `${name}${ticked ? " x" : ""}`)
    expect(wards).toContain("Cowes Mill x")
    expect(wards).not.toContain("E05099723")
  })

  it("go onto the list as ticked, once, by a manager", async () => {
    const said = { districts: ["E08000004"], wards_E06000046: ["all"] }
    for (const as of [w.asWorker, w.asViewer, w.asLead, w.asPublic]) {
      await expect(add(said, as)).rejects.toThrow(NotAllowed)
      await expect(look("Oldham", as)).rejects.toThrow(NotAllowed)
    }
    const { names: added } = await add(said)
    expect(added).toEqual(expect.arrayContaining(["Oldham", "Cowes Mill"]))
    expect(added).not.toContain("Isle of Wight")
    await expect(add(said)).rejects.toThrow("already")
    await expect(add({ districts: ["E06999999"] })).rejects.toThrow(NotFound)
    const names = (await w.asManager(listServed)).map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(added))
    expect(names).not.toContain("E05099723")
    expect((await look("Oldham")).districts).toMatchObject([{ served: true, ticked: false }])
  })

  it("need a tick, and come from the list", () => {
    expect(addPlacesInput.safeParse({}).error?.issues[0]?.message).toBe("Tick at least one place")
    expect(addPlacesInput.safeParse({ districts: ["Oldham"] }).success).toBe(false)
    expect(addPlacesInput.parse({ districts: "E06000046", first: "1" })).toEqual({
      codes: ["E06000046"],
      whole: [],
    })
  })
})
