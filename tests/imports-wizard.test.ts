import { eq, sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { groups } from "@/db/schema"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { undoImport } from "@/lib/imports/undo/commands"
import {
  confirmImport,
  decideDoubt,
  failImport,
  mapColumns,
  runImport,
  takeFile,
} from "@/lib/imports/wizard/commands"
import { checkImport, getImport, listBadRows, sampleImport } from "@/lib/imports/wizard/queries"
import { world } from "./support/world"

const w = await world()

const LIST = [
  "Members of the forum 2026,,,,",
  "What they are called,Where,Ring,Write to,Odd column",
  "Oak Lane Scouts,OL1 1AA,0161 496 0020,oak@example.org,x",
  "Cymdeithas Gwirfoddol Llanfair Pwllgwyngyll a’r Cylch,OL1 1AB,,,y",
  "Brook Street Band,OL1 1AC,no phone here,band@example,z",
  ",OL1 1AD,,,",
].join("\n")
const take = (text: string, as: typeof w.asWorker = w.asWorker) =>
  as((ctx) => takeFile(ctx, { name: "forum.csv", bytes: Buffer.from(text) }))
const COLUMNS = ["name", "postcode", "phone", "email", ""]
const groupNamed = async (name: string) =>
  (await w.system((ctx) => ctx.tx.select().from(groups).where(eq(groups.name, name))))[0]

/** A list taken in with its columns named. */
async function ready(text = LIST) {
  const { id } = await take(text)
  await w.asWorker((ctx) => mapColumns(ctx, { id, columns: COLUMNS }))
  return id
}

const found = (name: string) =>
  w.asWorker((ctx) => ctx.tx.execute(sql`select id from search_ids('group', ${name})`))

async function bring(id: string) {
  await w.asWorker((ctx) => confirmImport(ctx, { id }))
  await w.system((ctx) => runImport(ctx, id))
  return w.asWorker((ctx) => getImport(ctx, id))
}

describe("A list in the wizard", () => {
  it("guesses which column holds the names when no header says so, for somebody to look at", async () => {
    const stalls = "No,Stallholder,Post code\n1,Toy Swap,OL1 1AA\n2,Repair Café,OL1 1AB"
    const { id } = await w.asWorker((ctx) => takeFile(ctx, { name: "a.csv", bytes: Buffer.from(stalls) }))
    expect((await w.asWorker((ctx) => getImport(ctx, id))).mapping).toEqual({
      ...{ No: null, Stallholder: "name", "Post code": "postcode" },
    })
    const notes = await w.asWorker((ctx) =>
      takeFile(ctx, { name: "b.csv", bytes: Buffer.from("Thoughts\nAsk Jean\nRing the hall") }),
    )
    expect((await w.asWorker((ctx) => getImport(ctx, notes.id))).mapping).toEqual({ Thoughts: null })
  })

  it("is taken in with samples of each column, and no group is touched before it is confirmed", async () => {
    const before = (await w.system((ctx) => ctx.tx.select().from(groups))).length
    const id = await ready()
    const { samples, rows } = await w.asWorker((ctx) => sampleImport(ctx, id))
    expect(rows).toBe(4)
    expect(samples(0)[0]).toBe("Oak Lane Scouts")
    const { counts, problems } = await w.asWorker((ctx) => checkImport(ctx, id))
    expect(counts).toMatchObject({ rows: 4, new: 3, updated: 0, duplicates: 0, errors: 1 })
    expect(problems.map(({ row, column }) => [row, column])).toEqual([
      [5, "Write to"],
      [5, "Ring"],
      [6, "What they are called"],
    ])
    expect(await w.system((ctx) => ctx.tx.select().from(groups))).toHaveLength(before)
  })

  it("has its columns guessed by what stands in them, when their headers say nothing", async () => {
    const { id } = await take(LIST)
    const { mapping } = await w.asWorker((ctx) => getImport(ctx, id))
    expect(mapping).toMatchObject({ Where: "postcode", "Write to": null, "Odd column": null })
    const other = await take(
      "Group,Secretary’s mail,Ring,Area code\nAy,ann@example.org,0161 496 0000,E08000001",
    )
    expect((await w.asWorker((ctx) => getImport(ctx, other.id))).mapping).toMatchObject({
      "Secretary’s mail": "secretaryEmail",
      Ring: "phone",
      "Area code": null,
    })
  })

  it("is brought in once, however often it is confirmed or the job runs", async () => {
    const id = await ready()
    expect((await bring(id)).counts).toMatchObject({ rows: 4, new: 3, errors: 1 })
    await expect(w.asWorker((ctx) => confirmImport(ctx, { id }))).rejects.toThrow(RuleBroken)
    await w.system((ctx) => runImport(ctx, id))
    const scouts = await w.system((ctx) =>
      ctx.tx.select().from(groups).where(eq(groups.name, "Oak Lane Scouts")),
    )
    expect(scouts).toHaveLength(1)
    await expect(w.asWorker((ctx) => mapColumns(ctx, { id, columns: COLUMNS }))).rejects.toThrow(RuleBroken)
  })

  it("gives its bad rows back as they stood, with what is wrong in a last column", async () => {
    const id = await ready()
    const [header, ...rows] = await w.asWorker((ctx) => listBadRows(ctx, id))
    expect(header).toEqual(["What they are called", "Where", "Ring", "Write to", "Odd column", "Problem"])
    expect(rows.map((row) => row.slice(0, 4))).toEqual([
      ["Brook Street Band", "OL1 1AC", "no phone here", "band@example"],
      ["", "OL1 1AD", "", ""],
    ])
    expect(rows[0]?.[5]).toContain("band@example")
  })

  it("asks about possible duplicates one by one or all at once, and does what was said", async () => {
    await bring(await ready("a,b,c,d,e\nNorth End Players,M41 6JR,,,\nSouth End Players,M41 6JS,,,"))
    const id = await ready("a,b,c,d,e\nNorth End Players,WA3 4JW,,,\nSouth End Players,PR1 5LX,,,")
    const { doubts } = await w.asWorker((ctx) => checkImport(ctx, id))
    expect(doubts.map(({ row, ours }) => [row, ours.name])).toEqual([
      [2, "North End Players"],
      [3, "South End Players"],
    ])
    await w.asWorker((ctx) => decideDoubt(ctx, { id, row: 2, decision: "merge" }))
    await w.asWorker((ctx) => decideDoubt(ctx, { id, row: null, decision: "new" }))
    expect((await bring(id)).counts).toMatchObject({ updated: 1, new: 1, duplicates: 0 })
    expect(await groupNamed("North End Players")).toMatchObject({ postcode: "WA3 4JW" })
  })

  it("puts two rows about one group together, and takes both back", async () => {
    await bring(await ready("a,b,c,d,e\nWest End Players,M41 6JT,0161 496 0030,,"))
    const id = await ready(
      "a,b,c,d,e\nWest End Players,M41 6JT,0161 496 0031,,\nWest End Players,M41 6JT,,west@example.org,",
    )
    await w.asWorker((ctx) => decideDoubt(ctx, { id, row: null, decision: "merge" }))
    expect((await bring(id)).counts).toMatchObject({ updated: 2 })
    expect(await groupNamed("West End Players")).toMatchObject({
      phone: "0161 496 0031",
      email: "west@example.org",
    })
    await w.asWorker((ctx) => undoImport(ctx, { id }))
    expect(await groupNamed("West End Players")).toMatchObject({ phone: "0161 496 0030", email: null })
  })

  it("that is long has its keys looked up by plans for any LIO, which take the right index (decision 027)", async () => {
    const rows = Array.from({ length: 5_001 }, (_, n) => `Long List ${n},,,,`)
    const id = await ready(["a,b,c,d,e", ...rows].join("\n"))
    const [mode] = await w.system(async (ctx) => {
      await runImport(ctx, id)
      return ctx.tx.execute(sql`select current_setting('plan_cache_mode') as plans`)
    })
    expect(mode).toEqual({ plans: "force_generic_plan" })
    expect(await found("Long List 4999")).toHaveLength(1)
  })

  it("that is long and fails leaves nothing, nothing to be found either", async () => {
    const rows = Array.from({ length: 5_001 }, (_, n) => `Lost List ${n},,,,`)
    const id = await ready(["a,b,c,d,e", ...rows].join("\n"))
    const cut = w.system(async (ctx) => {
      await ctx.tx.execute(sql`set local statement_timeout = 60`)
      await runImport(ctx, id)
    })
    await expect(cut).rejects.toThrow()
    expect(await found("Lost List 1")).toHaveLength(0)
    await w.system((ctx) => failImport(ctx, { id, because: "It took too long." }))
    const stage = async () => (await w.asWorker((ctx) => getImport(ctx, id))).stage
    expect(await stage()).toBe("failed")
    await w.asWorker((ctx) => confirmImport(ctx, { id }))
    expect(await stage()).toBe("waiting")
    await w.system((ctx) => runImport(ctx, id))
    expect(await stage()).toBe("done")
  })

  it("needs a column with the name, and a file with rows", async () => {
    const { id } = await take(LIST)
    await expect(w.asWorker((ctx) => mapColumns(ctx, { id, columns: ["", "postcode"] }))).rejects.toThrow(
      /name of the group/,
    )
    await expect(take("Name,Postcode")).rejects.toThrow(/no rows/)
  })

  it("is for workers and managers of its LIO", async () => {
    await expect(take(LIST, w.asViewer)).rejects.toThrow(NotAllowed)
    await expect(take(LIST, w.asLead)).rejects.toThrow(NotAllowed)
    const id = await ready()
    for (const work of [getImport, checkImport, listBadRows])
      await expect(w.asOtherManager<unknown>((ctx) => work(ctx, id))).rejects.toThrow(NotFound)
    await expect(w.asOtherManager((ctx) => confirmImport(ctx, { id }))).rejects.toThrow(NotFound)
    await expect(w.asViewer((ctx) => confirmImport(ctx, { id }))).rejects.toThrow(NotAllowed)
  })
})
