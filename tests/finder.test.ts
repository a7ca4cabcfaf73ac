import { beforeAll, describe, expect, it } from "vitest"
import { GET } from "@/app/api/find/route"
import { loadOpenData } from "@/db/open-data/load"
import { areas } from "@/db/schema"
import { outside } from "@/lib/access/doors"
import { finderQuery } from "@/lib/finder/input"
import { findSupport } from "@/lib/finder/queries"
import { sayWhere } from "@/lib/finder/telling/words"
import { addService, setService } from "@/lib/services/commands"
import { serviceFields } from "@/lib/services/input"
import { addSource, removeSource, setSource } from "@/lib/support-sources/commands"
import { sourceFields } from "@/lib/support-sources/input"
import { world } from "./support/world"

const w = await world()
const OLDHAM = "E08000004"
const ROCHDALE = "E08000005"
const CHADDERTON_NORTH = "E05014648"

const ask = (typed: Record<string, string>) => findSupport(finderQuery(typed))
async function place(typed: Record<string, string>) {
  const answer = await ask(typed)
  if (answer.kind !== "place") throw new Error(`Not a place: ${JSON.stringify(answer)}`)
  return answer
}
const helpers = async (typed: Record<string, string>) => (await place(typed)).helpers.map(({ name }) => name)
const serve = (lio: string, kind: "district" | "ward" | "neighbourhood", code: string | null, name: string) =>
  w.system((ctx) => ctx.tx.insert(areas).values({ lioId: ctx.lio.id, kind, code, name }), lio)
const list = (said: Record<string, unknown>, publish = true) =>
  w.asManager(async (ctx) => {
    const source = await addSource(
      ctx,
      sourceFields.parse({ kind: "specialist", phone: "0161 496 0001", ...said }),
    )
    if (publish) await setSource(ctx, { id: source.id, to: "published" })
    return source
  })

beforeAll(async () => {
  await loadOpenData(w.operator)
  const [ward] = await w.operator`select code from places where name = 'Chadderton North'`
  expect(ward?.code).toBe(CHADDERTON_NORTH)
  await serve("ribble", "district", OLDHAM, "Oldham")
  await serve("ribble", "neighbourhood", null, "Hob’s Mill")
  await serve("other", "ward", CHADDERTON_NORTH, "Chadderton North")
  await w.asManager(async (ctx) => {
    const { id } = await addService(
      ctx,
      serviceFields.parse({ name: "Advice", about: "We talk.", cannot: "No legal advice." }),
    )
    await setService(ctx, { id, to: "published" })
  })
})

describe("Who can help in a place", () => {
  it("is whoever works there: the CVS first, then by how closely their area fits", async () => {
    const answer = await place({ place: CHADDERTON_NORTH })
    expect(answer.helpers.map(({ name, fit }) => [name, fit])).toEqual([
      ["Ribble CVS", 1],
      ["Other Valley VAG", 0],
    ])
    expect(answer.helpers[0]).toMatchObject({
      by: "lio",
      services: [{ name: "Advice", cannot: "No legal advice." }],
    })
    expect(answer.nearest).toEqual([])
    expect(answer.nation).toBe("E")
  })

  it("is also whoever works in a part of it, where nobody can tell which part is meant", async () => {
    expect((await place({ q: "OL1" })).helpers.map(({ name, fit }) => [name, fit])).toEqual([
      ["Ribble CVS", 1],
      ["Other Valley VAG", 2],
    ])
    expect(await helpers({ place: "E05014649" })).toEqual(["Ribble CVS"])
  })

  it("is found by the name of a neighbourhood that no register has, whichever way its apostrophe goes", async () => {
    expect(await helpers({ q: "hobs mill" })).toEqual(["Ribble CVS"])
    expect(await helpers({ q: "Hob's Mill" })).toEqual(["Ribble CVS"])
    expect(await helpers({ place: "Hob’s Mill" })).toEqual(["Ribble CVS"])
  })

  it("is asked about when the name may mean places in several districts, and not when all are in one", async () => {
    const chadderton = await place({ q: "Chadderton" })
    expect(chadderton.place.districts).toEqual([{ code: OLDHAM, name: "Oldham" }])
    expect(chadderton.others.length).toBe(3)
    const victoria = await ask({ q: "Victoria" })
    expect(victoria.kind).toBe("choose")
  })

  it("follows an area that is added, renamed or taken away", async () => {
    await serve("other", "district", ROCHDALE, "Rochdale")
    expect(await helpers({ place: ROCHDALE })).toEqual(["Other Valley VAG"])
    await w.system((ctx) => ctx.tx.delete(areas), "other")
    expect(await helpers({ place: ROCHDALE })).toEqual([])
    await serve("other", "ward", CHADDERTON_NORTH, "Chadderton North")
  })

  it("is said with “may” where an outward code alone can’t decide", async () => {
    const border = await place({ q: "OL9 7AA" })
    expect(border.place.sure || border.place.districts.length === 1).toBe(true)
    const outward = await place({ q: "M24" })
    expect(sayWhere(outward.place)).toContain("may be in Rochdale, Oldham, Bury or Manchester")
    expect(outward.helpers.map(({ name }) => name)).toContain("Ribble CVS")
    expect(sayWhere((await place({ q: "CH4" })).place)).toContain("a district that we don’t know")
    expect(sayWhere((await place({ q: "OL1 3LS" })).place)).toBe("OL1 3LS is in Oldham.")
  })

  it("is exact where the table of postcodes has the place, and a ward without a name isn’t named", async () => {
    await w.operator`insert into postcodes (postcode, ward_code, district_code) values ('OL99AA', ${CHADDERTON_NORTH}, ${OLDHAM}), ('OL99AB', 'E05777777', ${OLDHAM})`
    const named = await place({ q: "ol9 9aa" })
    expect(sayWhere(named.place)).toBe("OL9 9AA is in Oldham, in the ward Chadderton North.")
    expect(named.helpers.map(({ name }) => name)).toEqual(["Ribble CVS", "Other Valley VAG"])
    expect(sayWhere((await place({ q: "OL9 9AB" })).place)).toBe("OL9 9AB is in Oldham.")
    await w.operator`delete from postcodes`
  })

  it("where nobody works, is whoever is nearest, and the national bodies", async () => {
    const leeds = await place({ q: "LS1 4AP" })
    expect(leeds.helpers).toEqual([])
    expect(leeds.nearest.map(({ name }) => name)).toContain("Ribble CVS")
    expect(leeds.nearest[0]?.miles).toBeGreaterThan(20)
    expect(leeds.nearest[0]?.miles).toBeLessThan(40)
    expect(leeds.national.map(({ name }) => name)).toContain("NAVCA")
    const glasgow = await place({ q: "G1 1AA" })
    expect(glasgow.nation).toBe("S")
    expect(glasgow.national.map(({ name }) => name)).toEqual(["SCVO", "OSCR"])
    // On the border of two nations both are named.
    expect((await place({ q: "TD15" })).nation).toBeNull()
  })

  it.each([
    ["'; drop table lios; --"],
    ["x".repeat(300)],
    ["🎈🎈"],
    ["%"],
    ["_"],
    ["\0"],
    ["\\"],
    ["ZZ99 9ZZ"],
    ["null"],
  ])("is nobody when %j is asked", async (q) => {
    expect(["unknown", "nothing"]).toContain((await ask({ q })).kind)
    expect(["unknown", "nothing"]).toContain((await ask({ place: q })).kind)
    expect(["unknown", "nothing"]).toContain((await ask({ at: q })).kind)
  })
})

describe("Other sources of support", () => {
  it("stand in the answer where they or the LIO that lists them work, once they are published", async () => {
    const council = await list({ name: "Oldham Council", kind: "local_authority" })
    const rainbow = await list({ name: "Alder Rainbow", specialism: "lgbt" })
    await list({ name: "Secret Helpers" }, false)
    const secret = await list({ name: "Secret Northerners", areaCodes: CHADDERTON_NORTH }, false)
    expect(await w.operator`select from served_areas where id = ${secret.id}`).toEqual([])
    const north = await list({ name: "North Helpers", areaCodes: CHADDERTON_NORTH })
    await list({ name: "Rochdale Helpers", areaCodes: [ROCHDALE] })
    expect(await helpers({ place: OLDHAM })).toEqual([
      "Ribble CVS",
      "Oldham Council",
      "Alder Rainbow",
      "North Helpers",
      "Other Valley VAG",
    ])
    expect(await helpers({ place: CHADDERTON_NORTH })).toEqual([
      "Ribble CVS",
      "North Helpers",
      "Other Valley VAG",
      "Oldham Council",
      "Alder Rainbow",
    ])
    // A source stands where it works, even where its LIO doesn't.
    expect(await helpers({ place: ROCHDALE })).toEqual(["Rochdale Helpers"])
    expect((await place({ place: ROCHDALE })).nearest.length).toBeGreaterThan(0)
    await w.asManager((ctx) => setSource(ctx, { id: north.id, to: "draft" }))
    await w.asManager((ctx) => removeSource(ctx, { id: council.id }))
    expect(await helpers({ place: CHADDERTON_NORTH })).toEqual([
      "Ribble CVS",
      "Other Valley VAG",
      "Alder Rainbow",
    ])
    await w.asManager((ctx) => removeSource(ctx, { id: rainbow.id }))
  })

  it("for groups like the asker’s come before others whose area fits as well", async () => {
    await list({ name: "A General Helper" })
    await list({ name: "B Rainbow", specialism: "lgbt" })
    await list({ name: "C Faiths", specialism: "faith" })
    const order = async (about: string) =>
      (await helpers({ place: OLDHAM, about })).filter((name) => /^[ABC] /.test(name))
    expect(await order("")).toEqual(["A General Helper", "B Rainbow", "C Faiths"])
    expect(await order("lgbt")).toEqual(["B Rainbow", "A General Helper", "C Faiths"])
    expect(await order("faith")).toEqual(["C Faiths", "A General Helper", "B Rainbow"])
    expect(await order("made-up")).toEqual(await order(""))
    const national = async (about: string) =>
      (await place({ place: OLDHAM, about })).national.map(({ name }) => name)
    expect(await national("lgbt")).toContain("Consortium")
    expect(await national("")).not.toContain("Consortium")
  })
})

describe("The door of the finder", () => {
  it("shows nothing behind the walls, and writes nothing", async () => {
    const { tx } = await outside(async (ctx) => ctx)
    expect(tx).toBeDefined()
    for (const table of ["areas", "groups", "people", "support_sources", "services", "enquiries"])
      expect(await outside((ctx) => ctx.tx.execute(`select * from ${table}`)), table).toEqual([])
    await expect(outside((ctx) => ctx.tx.execute("update lios set name = 'x'"))).rejects.toThrow()
    await expect(outside((ctx) => ctx.tx.execute("delete from served_areas"))).rejects.toThrow()
    await expect(w.system((ctx) => ctx.tx.execute("delete from served_areas"))).rejects.toThrow()
  })
})

describe("The answer for other websites", () => {
  const get = async (query: string) => {
    const answer = await GET(new Request(`http://localhost/api/find?${query}`))
    return { answer, data: await answer.json() }
  }

  it("is the same as JSON, open to every website", async () => {
    const { answer, data } = await get("q=OL1%203LS")
    expect(answer.status).toBe(200)
    expect(answer.headers.get("access-control-allow-origin")).toBe("*")
    expect(answer.headers.get("cache-control")).toContain("public")
    expect(data).toMatchObject({
      found: "place",
      says: "OL1 3LS is in Oldham.",
      place: { sure: true, districts: [{ code: OLDHAM }], nation: "E" },
      help: [
        { type: "lio", name: "Ribble CVS", services: [{ name: "Advice" }] },
        ...Array(data.help.length - 1).fill({}),
      ],
    })
    expect(JSON.stringify(data)).not.toContain(w.ribble.id)
  })

  it("says when there is none, and keeps nobody’s whereabouts", async () => {
    expect((await get("q=nowhere+at+all")).answer.status).toBe(404)
    expect((await get("")).answer.status).toBe(400)
    expect((await get("q=victoria")).data).toMatchObject({ found: "several" })
    const { answer, data } = await get("at=53.541,-2.118")
    expect(answer.headers.get("cache-control")).toBe("private, no-store")
    expect(data.place.sure).toBe(false)
    expect(data.says).toContain("may")
  })
})
