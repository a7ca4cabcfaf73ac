import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { command } from "@/bin/commands/import-opportunities"
import { areas } from "@/db/schema"
import { type ReadIn, readOpportunities } from "@/lib/opportunities/importing/commands"
import { problemOf } from "@/lib/opportunities/standard/check"
import { noticesOf } from "./support/notices"
import { world } from "./support/world"

const w = await world()
const DATA = path.resolve(process.env.TRELLIS_SAMPLE_DATA ?? "../shared/data", "opportunities")
const here = existsSync(DATA)
type Loose = Record<string, unknown>
const bytesOf = (words: string) => new TextEncoder().encode(words)
const release = (more: Loose = {}, tender: Loose = {}) => ({
  ocid: "ocds-aaaaaa-1",
  id: "1",
  date: "2026-01-05T09:00:00Z",
  tag: ["tender"],
  initiationType: "tender",
  buyer: { id: "b", name: "Ribble Borough Council" },
  tender: {
    id: "t",
    title: "Friendly visits",
    description: "Visits to older people.",
    status: "active",
    value: { amount: 1200.5, currency: "GBP" },
    tenderPeriod: { endDate: "2026-06-12T12:00:00+01:00" },
    classification: { scheme: "CPV", id: "85312000", description: "Social work" },
    suitability: { vcse: true, sme: false },
    ...tender,
  },
  ...more,
})
const read = (bytes: Uint8Array, lio = "ribble", now?: Date): Promise<ReadIn> =>
  w.system((ctx) => readOpportunities(ctx, bytes), lio, now)
const rows = (lio = "ribble") =>
  w.system(
    async (ctx) => [...(await ctx.tx.execute<Loose>(sql`select * from opportunities order by ocid`))],
    lio,
  )
const digest = (lio = "ribble") =>
  w.system(async (ctx) => {
    const tables = ["opportunities", "opportunity_releases", "opportunity_areas", "events"]
    const all = await Promise.all(
      tables.map((table) =>
        ctx.tx.execute<{ all: string }>(
          sql`select md5(string_agg(t::text, '|' order by t::text)) as all from ${sql.identifier(table)} t`,
        ),
      ),
    )
    return all.map(([one]) => one?.all)
  }, lio)

describe.skipIf(!here)("the published notices", () => {
  const bring = (file: string) =>
    command.run({
      options: { lio: "other" },
      flags: new Set(),
      rest: [path.join(DATA, file)],
    }) as Promise<ReadIn>

  it("are brought in, releases of one process together, what the standard refuses named and left out", async () => {
    const began = performance.now()
    const finder = await bring("contracts_finder_ocds.json")
    const sell = await bring("sell2wales_ocds.json")
    expect(performance.now() - began).toBeLessThan(5000)
    expect(finder.releases).toBe(140)
    expect(finder.invalid.map(({ position, ocid }) => [position, ocid])).toEqual([
      [6, "ocds-b5fd17-75e323b4-b4c4-4066-83d3-c70d79b3c07d"],
      [85, "ocds-b5fd17-b6ab5943-23fc-44f1-b12f-9331c6049f58"],
    ])
    expect(finder.invalid[0]?.problem).toBe(
      "awards 1, documents 2, url must be a web address, and is “http://Contract Finder”.",
    )
    expect(finder.opportunities).toBe(129)
    expect(sell).toEqual({ releases: 60, opportunities: 60, invalid: [] })
    const kept = await rows("other")
    expect(kept).toHaveLength(189)
    const texts = kept.map(({ description }) => String(description)).join("\n")
    expect(texts).not.toMatch(/rnrn|[a-z]rn[A-Z]|\d\.rn | {2}/)
    expect(texts).toMatch(/Cornwall|internal/)
    expect(new Set(kept.map(({ stands }) => stands))).toEqual(new Set(["awarded", "open", "planned"]))
  })

  it("say the same when they are read again, and nothing is written", async () => {
    const before = await digest("other")
    expect((await bring("contracts_finder_ocds.json")).invalid).toHaveLength(2)
    expect(await digest("other")).toEqual(before)
  })

  it("take their releases in whichever order these come", async () => {
    const whole = JSON.parse(readFileSync(path.join(DATA, "contracts_finder_ocds.json"), "utf8")) as {
      releases: unknown[]
    }
    const plain = ({ id: _, lio_id: __, added_at: ___, ...row }: Loose) => row
    await read(noticesOf(...whole.releases.toReversed()))
    const turned = new Map((await rows()).map((row) => [row.ocid, plain(row)]))
    const straight = (await rows("other")).filter(({ ocid }) => turned.has(ocid))
    expect(straight).toHaveLength(129)
    for (const row of straight)
      expect({ ...turned.get(row.ocid), source: "", licence: "" }).toEqual({
        ...plain(row),
        source: "",
        licence: "",
      })
  })
})

describe("a release", () => {
  it("is kept in pence, moments and plain fields, with the body on the list that is its buyer", async () => {
    expect(await read(noticesOf(release()))).toEqual({ releases: 1, opportunities: 1, invalid: [] })
    const [one] = (await rows()).filter(({ ocid }) => ocid === "ocds-aaaaaa-1")
    expect(one).toMatchObject({
      title: "Friendly visits",
      source: "Notices of Example",
      stands: "open",
      buyer_id: w.council.id,
      value_most: "120050",
      vcse: true,
      sme: false,
      codes: ["85312000"],
      divisions: ["85"],
      audience: "members",
    })
    expect(new Date(String(one?.closes_at)).toISOString()).toBe("2026-06-12T11:00:00.000Z")
  })

  it("that comes later counts for what it says; one that comes late changes only what nobody has said since", async () => {
    const later = release(
      { id: "3", date: "2026-03-01T09:00:00Z", tag: ["tenderAmendment"] },
      { title: "Friendly visits and calls", value: { amount: null } },
    )
    await read(noticesOf(later))
    const late = release(
      { id: "2", date: "2026-02-01T09:00:00Z", tag: ["tenderUpdate"] },
      { title: "Visits", tenderPeriod: { endDate: "2026-07-01T12:00:00Z" } },
    )
    delete (later.tender as Loose).tenderPeriod
    await read(noticesOf(late))
    const [one] = (await rows()).filter(({ ocid }) => ocid === "ocds-aaaaaa-1")
    expect(one).toMatchObject({ title: "Friendly visits and calls", value_most: null })
    const before = await digest()
    await read(noticesOf(release(), late))
    expect(await digest()).toEqual(before)
  })

  it("of an award or a cancellation says where it stands", async () => {
    const award = {
      id: "a",
      status: "active",
      date: "2026-08-01T09:00:00Z",
      suppliers: [{ id: "s", name: "Bowland Friends" }],
      value: { amount: 900, currency: "GBP" },
    }
    await read(noticesOf(release({ id: "4", date: "2026-08-02T09:00:00Z", tag: ["award"], awards: [award] })))
    const now = async () => (await rows()).find(({ ocid }) => ocid === "ocds-aaaaaa-1")
    expect(await now()).toMatchObject({
      stands: "awarded",
      awarded_to: ["Bowland Friends"],
      awarded_sum: "90000",
    })
    await read(
      noticesOf(
        release({
          id: "5",
          date: "2026-08-03T09:00:00Z",
          tag: ["awardCancellation"],
          awards: [{ ...award, status: "cancelled" }],
        }),
      ),
    )
    expect(await now()).toMatchObject({ stands: "cancelled" })
    await read(noticesOf(release({ ocid: "ocds-aaaaaa-2", tag: ["planning"] }, { status: "planned" })))
    await read(
      noticesOf(release({ ocid: "ocds-aaaaaa-3", tag: ["tenderCancellation"] }, { status: "cancelled" })),
    )
    expect(
      (await rows())
        .filter(({ ocid }) => /^ocds-aaaaaa-[23]$/.test(String(ocid)))
        .map(({ stands }) => stands),
    ).toEqual(["planned", "cancelled"])
  })

  it("is done where its postcodes and names say, where that is told", async () => {
    await w.operator`insert into postcodes (postcode, ward_code, district_code) values ('BB71AA', 'E05000001', 'E07000124')`
    const [area] = await w.system((ctx) =>
      ctx.tx
        .insert(areas)
        .values({ lioId: ctx.lio.id, kind: "district", name: "Ribble Valley", code: "E07000124" })
        .returning({ id: areas.id }),
    )
    await read(
      noticesOf(
        release(
          { ocid: "ocds-aaaaaa-4" },
          { items: [{ id: "1", deliveryAddresses: [{ postalCode: "bb7 1aa" }, { region: "North West" }] }] },
        ),
        release(
          { ocid: "ocds-aaaaaa-5" },
          { items: [{ id: "1", deliveryAddresses: [{ region: "UKL18" }] }] },
        ),
      ),
    )
    const found = await w.system((ctx) =>
      ctx.tx.execute<{ ocid: string; area: string }>(sql`
      select o.ocid, oa.area_id as area from opportunity_areas oa join opportunities o on o.id = oa.opportunity_id`),
    )
    expect([...found]).toEqual([{ ocid: "ocds-aaaaaa-4", area: area?.id }])
    const all = await rows()
    expect(all.find(({ ocid }) => ocid === "ocds-aaaaaa-4")).toMatchObject({
      regions: ["D"],
      place: "North West",
    })
    expect(all.find(({ ocid }) => ocid === "ocds-aaaaaa-5")).toMatchObject({ regions: ["L"], place: "Wales" })
  })
})

describe("what can’t be taken", () => {
  it.each<[Loose | null | string, string]>([
    [{ ...release(), ocid: undefined }, "“ocid” is missing."],
    [{ ...release(), id: "" }, "id is empty."],
    [
      { ...release(), date: "2026-02-30T09:00:00Z" },
      "date must be a date with a time, and is “2026-02-30T09:00:00Z”.",
    ],
    [{ ...release(), date: "2026-02-03" }, "date must be a date with a time, and is “2026-02-03”."],
    [{ ...release(), tag: [] }, "tag is empty."],
    [{ ...release(), tag: ["offer"] }, "tag 1 says “offer”, which is not a word of the standard."],
    [{ ...release(), tag: "tender" }, "tag must be a list, and is “tender”."],
    [
      { ...release(), initiationType: "bid" },
      "initiationType says “bid”, which is not a word of the standard.",
    ],
    [release({}, { id: undefined }), "In tender, “id” is missing."],
    [release({}, { value: { amount: "12" } }), "tender, value, amount must be a number, and is “12”."],
    [
      release({}, { status: "finished" }),
      "tender, status says “finished”, which is not a word of the standard.",
    ],
    [{ ...release(), date: "0000-01-01T00:00:00Z" }, "Its date can’t be right: “0000-01-01T00:00:00Z”."],
    ["release", "This isn’t a release: it must be an object."],
    [null, "This isn’t a release: it must be an object."],
  ])("%# is named, and the rest is kept", async (wrong, problem) => {
    const good = release({ ocid: "ocds-aaaaaa-9" })
    const found = await read(noticesOf(wrong, good))
    expect(found).toMatchObject({ releases: 2, opportunities: 1, invalid: [{ position: 1, problem }] })
  })

  it("is a file that is no package", async () => {
    await expect(read(bytesOf("{"))).rejects.toThrow("damaged or cut off")
    await expect(read(bytesOf(JSON.stringify({ records: [] })))).rejects.toThrow("package of records")
    await expect(read(bytesOf(JSON.stringify(release())))).rejects.toThrow("isn’t a release package")
    await expect(read(bytesOf("[]"))).rejects.toThrow("isn’t a release package")
    await expect(read(noticesOf())).rejects.toThrow("no releases")
  })

  it("is brought in by nobody but workers and managers", async () => {
    for (const who of [w.asViewer, w.asLead])
      await expect(who((ctx) => readOpportunities(ctx, noticesOf(release())))).rejects.toThrow(
        "Only workers and managers",
      )
  })

  it("is not what is only missing or unknown to us", () => {
    expect(
      problemOf({
        ocid: "x",
        id: "1",
        date: "2026-01-01T00:00:00+01:00",
        tag: ["planning"],
        initiationType: "tender",
        ours: { a: 1 },
      }),
    ).toBeNull()
  })

  it("is no letter that PostgreSQL can’t keep", async () => {
    await read(
      noticesOf(
        release(
          { ocid: "ocds-aaaaaa-nul" },
          { title: "A\u0000B \ud800", description: "&lt;b&gt;Bold&lt;/b&gt; &amp; <p>plain</p>" },
        ),
      ),
    )
    expect((await rows()).find(({ ocid }) => ocid === "ocds-aaaaaa-nul")).toMatchObject({
      description: "Bold & plain",
    })
  })
})
