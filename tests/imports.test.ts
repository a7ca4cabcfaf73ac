import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import { eq, sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { events, groups, people } from "@/db/schema"
import type { Ctx } from "@/lib/access/ctx"
import { NotAllowed, RuleBroken } from "@/lib/errors"
import { changeGroup } from "@/lib/groups/commands"
import { easyName } from "@/lib/imports/columns/easy-names"
import { headerRow, mappingFor, namedHeaders } from "@/lib/imports/columns/headers"
import { applyRows, beginImport } from "@/lib/imports/commands"
import type { OnDuplicate } from "@/lib/imports/input"
import { undoImport } from "@/lib/imports/undo/commands"
import { readSheet } from "@/lib/spreadsheet/read"
import { draftRows, listOf } from "./support/drafting"
import { world } from "./support/world"

const w = await world()
const SAMPLES = path.resolve(process.env.TRELLIS_SAMPLE_DATA ?? "../shared/data", "groups")

async function prepared(bytes: Uint8Array) {
  const { rows } = await readSheet(bytes)
  const top = headerRow(rows)
  const headers = namedHeaders(rows[top] ?? [])
  const body = rows.slice(top + 1)
  const mapping = mappingFor(headers, body)
  return {
    headers,
    mapping,
    list: listOf(headers, mapping, body, top + 2),
    ...draftRows(headers, mapping, body, top + 2),
  }
}

const bring = (text: string | Uint8Array, decide: OnDuplicate = "skip", as: typeof w.asWorker = w.asWorker) =>
  as(async (ctx: Ctx) => {
    const ready = await prepared(typeof text === "string" ? Buffer.from(text) : text)
    const { id } = await beginImport(ctx, {
      fileName: "list.csv",
      headers: ready.headers,
      mapping: ready.mapping,
    })
    return { id, ...(await applyRows(ctx, id, "list.csv", ready.list, () => decide)) }
  })
const groupNamed = async (name: string) =>
  (await w.system((ctx) => ctx.tx.select().from(groups).where(eq(groups.name, name))))[0]

describe("A list that is brought in", () => {
  it("accounts for every row, keeps what it says, and makes nothing new the second time", async () => {
    const list = [
      "Some heading,,,,,",
      "Organisation,Charity No,Post code,Tel,E-mail,Contact name",
      "Moss Bank Players,1190001,ol11aa,1614960001,PLAYERS@example.org,Ann Lee / Bob Ray",
      "Moss Bank Players,1190001,OL1 1AA,,,",
      "Tandle Walkers,NA,not a postcode,—,nobody,",
      ",1190009,,,,",
    ].join("\n")
    const first = await bring(list)
    expect(first).toMatchObject({ rows: 4, new: 2, updated: 0, unchanged: 0, duplicates: 1, errors: 1 })
    expect(first.problems.map(({ row, column }) => [row, column])).toEqual([
      [3, "Contact name"],
      [4, "Name"],
      [5, "E-mail"],
      [5, "Post code"],
      [6, "Organisation"],
    ])
    expect(await groupNamed("Moss Bank Players")).toMatchObject({
      postcode: "OL1 1AA",
      email: "players@example.org",
      phone: "0161 496 0001",
    })
    expect(await groupNamed("Tandle Walkers")).toMatchObject({ postcode: null, email: null })
    expect((await w.system((ctx) => ctx.tx.select().from(people))).map((person) => person.name)).toEqual(
      expect.arrayContaining(["Ann Lee", "Bob Ray"]),
    )
    expect(await bring(list)).toMatchObject({ rows: 4, new: 0, updated: 0, unchanged: 3, errors: 1 })
    expect(
      (await w.system((ctx) => ctx.tx.select().from(people))).filter((person) => person.name === "Ann Lee"),
    ).toHaveLength(1)
  })

  it("changes what differs and blanks nothing, and the log says from what to what", async () => {
    await bring("Name,Postcode,Phone,Website\nUpton Band,OL1 2AA,0161 496 0002,upton.example")
    expect(await bring("Name,Postcode,Phone,Website\nUpton Band,OL1 2AA,0161 496 0003,")).toMatchObject({
      updated: 1,
    })
    const band = await groupNamed("Upton Band")
    expect(band).toMatchObject({ phone: "0161 496 0003", website: "https://upton.example" })
    const [change] = await w.system((ctx) =>
      ctx.tx
        .select()
        .from(events)
        .where(eq(events.groupId, band?.id ?? ""))
        .orderBy(events.at)
        .offset(1),
    )
    expect(change).toMatchObject({
      what: "group.changed",
      via: "import",
      from: { phone: "0161 496 0002" },
      to: { phone: "0161 496 0003" },
    })
  })

  it("asks about a namesake at another postcode, and does what is decided", async () => {
    await bring("Club,Postcode\nEccles Archery,M41 6JR")
    expect(await bring("Club,Postcode\nEccles Archery,WA3 4JW")).toMatchObject({ new: 0, duplicates: 1 })
    expect(await bring("Club,Postcode\nEccles Archery,WA3 4JW", "merge")).toMatchObject({ updated: 1 })
    expect(await groupNamed("Eccles Archery")).toMatchObject({ postcode: "WA3 4JW" })
    expect(await bring("Club,Postcode\nEccles Archery,PR1 5LX", "new")).toMatchObject({ new: 1 })
  })

  it("takes two charity numbers for two charities, and many postcodes for branches", async () => {
    const list = "Name,Charity number,Postcode\nSt Mary’s,1100001,OL1 3AA\nSt Mary’s,1100002,OL1 3AB\n"
    expect(await bring(list)).toMatchObject({ new: 2, duplicates: 0 })
    const branches = ["M1 1AA", "M2 1AA", "M3 1AA", "M4 1AA", "M5 1AA"]
      .map((postcode) => `Big Trust,${postcode}`)
      .join("\n")
    expect(await bring(`Name,Postcode\n${branches}`)).toMatchObject({ new: 5, duplicates: 0 })
  })

  it("is for workers and managers of this LIO", async () => {
    await expect(bring("Name\nX Group", "skip", w.asViewer)).rejects.toThrow(NotAllowed)
    await expect(bring("Name\nX Group", "skip", w.asLead)).rejects.toThrow(NotAllowed)
    await bring("Name\nOnly There", "skip", w.asOtherManager)
    expect(
      (await w.asWorker((ctx) => ctx.tx.select().from(groups))).map((group) => group.name),
    ).not.toContain("Only There")
  })

  it("is all or nothing", async () => {
    const before = (await w.system((ctx) => ctx.tx.select().from(groups))).length
    await expect(
      w.asWorker(async (ctx) => {
        const ready = await prepared(Buffer.from("Name\nHalf A Group\nOther Half"))
        const { id } = await beginImport(ctx, {
          fileName: "x",
          headers: ready.headers,
          mapping: ready.mapping,
        })
        await applyRows(ctx, id, "x", ready.list, () => "skip")
        throw new Error("The power went")
      }),
    ).rejects.toThrow("The power went")
    expect(await w.system((ctx) => ctx.tx.select().from(groups))).toHaveLength(before)
  })

  it("can be taken back, but for what somebody has worked on since", async () => {
    await bring("Name,Phone\nKept Group,0161 496 0010")
    const { id } = await bring("Name,Phone\nKept Group,0161 496 0011\nFirst New,\nSecond New,")
    const worked = await groupNamed("Second New")
    await w.asWorker((ctx) =>
      changeGroup(ctx, worked?.id ?? "", { version: worked?.version ?? 1, about: "We talked." }),
    )
    expect(await w.asWorker((ctx) => undoImport(ctx, { id }))).toMatchObject({
      removed: 1,
      restored: 1,
      left: 1,
    })
    expect(await groupNamed("Kept Group")).toMatchObject({ phone: "0161 496 0010" })
    expect((await groupNamed("First New"))?.removedAt).toBeTruthy()
    await expect(w.asWorker((ctx) => undoImport(ctx, { id }))).rejects.toThrow(RuleBroken)
  })
})

describe("An import that is taken back", () => {
  const HEADERS = "Name,Charity number,Postcode,Area,Themes,Contact name,Contact person email,Treasurer"
  const hanging = (name: string) =>
    w.system((ctx) =>
      ctx.tx.execute(sql`
        select g.postcode, g.ward_code as ward, g.main_contact_id as main,
          (select count(*)::int from group_identifiers i where i.group_id = g.id) as numbers,
          (select count(*)::int from group_areas a where a.group_id = g.id) as areas,
          (select count(*)::int from group_terms t where t.group_id = g.id) as themes,
          (select array_agg(p.name || ' ' || r.role order by p.name) from roles r join people p on p.id = r.person_id where r.group_id = g.id) as people
        from groups g where g.name = ${name}`),
    )

  it("gives back the ward, the numbers, the areas and the people that were there", async () => {
    await w.operator`insert into postcodes values ('OL91AA', 53.5, -2.1, 'E05000001', 'E08000004'), ('OL92BB', 53.5, -2.1, 'E05000002', 'E08000004') on conflict do nothing`
    await bring(`${HEADERS}\nHanging Gardens,1195001,OL9 1AA,Chadderton,Green space,Hal Green,,`)
    const before = await hanging("Hanging Gardens")
    expect(before[0]).toMatchObject({
      ward: "E05000001",
      numbers: 1,
      areas: 1,
      people: ["Hal Green contact"],
    })
    const { id, updated } = await bring(
      `${HEADERS}\nHanging Gardens,1195001,OL9 2BB,Royton;Chadderton,Green space;Food,Hal Green,hal@example.org,Tess Till`,
    )
    expect(updated).toBe(1)
    expect((await hanging("Hanging Gardens"))[0]).toMatchObject({
      ward: "E05000002",
      areas: 2,
      themes: 2,
      people: ["Hal Green contact", "Tess Till treasurer"],
    })
    expect(
      await bring(
        `${HEADERS}\nHanging Gardens,1195001,OL9 2BB,Royton,Food,Hal Green,hal@example.org,Tess Till`,
      ),
    ).toMatchObject({ unchanged: 1 })
    await w.asWorker((ctx) => undoImport(ctx, { id }))
    expect(await hanging("Hanging Gardens")).toEqual(before)
    const left = await w.system((ctx) => ctx.tx.select().from(people))
    expect(left.map(({ name }) => name)).not.toContain("Tess Till")
    expect(left.find(({ name }) => name === "Hal Green")?.email).toBeNull()
  })
})

describe("A file", () => {
  const read = (text: string | Buffer) => readSheet(typeof text === "string" ? Buffer.from(text) : text)

  it("is read in the usual encodings and with the usual separators", async () => {
    expect((await read(Buffer.from([0x4e, 0x0a, 0x43, 0x61, 0x66, 0xe9]))).rows).toEqual([["N"], ["Café"]])
    expect((await read(Buffer.from("\ufeffN;P\nCafé;1", "utf16le"))).rows).toEqual([
      ["N", "P"],
      ["Café", "1"],
    ])
    expect((await read("N\tP\nA\tB")).rows[1]).toEqual(["A", "B"])
    expect((await read('N,P\n"Line\nbreak",B\nragged')).rows).toHaveLength(3)
  })

  it("gets one sentence when it is none", async () => {
    await expect(read("")).rejects.toThrow(/empty/)
    await expect(read("<html><table>")).rejects.toThrow(/web page/)
    await expect(read(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]))).rejects.toThrow(/old Excel file/)
    await expect(read("%PDF-1.7")).rejects.toThrow(/PDF/)
    await expect(read("PK\u0003\u0004rubbish")).rejects.toThrow(/damaged/)
  })
})

describe("Names", () => {
  it("in capitals are made easy to read, those that are not stay", () => {
    expect(easyName("FRIENDS OF ST MARY'S CHURCH")).toBe("Friends of St Mary's Church")
    expect(easyName("THE YMCA OF O'BRIEN TOWN")).toBe("The YMCA of O'Brien Town")
    expect(easyName("AFC Monton Ltd")).toBe("AFC Monton Ltd")
    expect(easyName("RSPCA")).toBe("RSPCA")
  })
})

describe.skipIf(!existsSync(SAMPLES))("Real lists", () => {
  it.each([
    ["trafford_charities.csv", 542],
    ["sports_clubs_casc_north_west.csv", 812],
    ["gm_food_banks.csv", 171],
    ["ukcat_sample_charities.csv", 3152],
  ])("%s: every row accounted for, nothing new the second time", async (file, rows) => {
    const bytes = readFileSync(path.join(SAMPLES, file))
    for (const time of [1, 2]) {
      const result = await bring(bytes)
      expect(result.rows).toBe(rows)
      expect(result.new + result.updated + result.unchanged + result.duplicates + result.errors).toBe(rows)
      if (time === 2) expect(result).toMatchObject({ new: 0, updated: 0 })
    }
  })

  it("finds the clubs that stand twice with a moved postcode", async () => {
    const result = await bring(
      readFileSync(path.join(SAMPLES, "sports_clubs_casc_north_west.csv")),
      "skip",
      w.asOtherManager,
    )
    const asked = result.problems.map(({ problem }) => problem).join("\n")
    for (const club of [
      "Austwick Tennis Club",
      "Barrow Cricket Club",
      "City of Preston Gymnastics Club",
      "Eccles Archery Club",
    ])
      expect(asked).toContain(club)
  })
})
