import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { parse } from "csv-parse/sync"
import { eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { command as classify } from "@/bin/commands/classify"
import { events } from "@/db/schema"
import * as make from "@/db/seed/factories"
import { importCategories, readCategories } from "@/lib/classification/import"
import { listCategories, reader } from "@/lib/classification/queries"
import { STARTER } from "@/lib/classification/starter"
import { reading } from "@/lib/classification/suggest"
import { getService } from "@/lib/directory/open-referral/queries"
import { NotAllowed, RuleBroken } from "@/lib/errors"
import { changeGroup } from "@/lib/groups/commands"
import { groupList } from "@/lib/groups/list/filters"
import { eachLine, fileColumns } from "@/lib/groups/list/queries"
import { getGroup } from "@/lib/groups/queries"
import { readList } from "@/lib/lists/input"
import { addTerm, meanTerm, retireTerm } from "@/lib/word-lists/commands"
import { suggestTerms } from "@/lib/word-lists/fitting/queries"
import { world } from "./support/world"

const w = await world()
const SAMPLES = path.resolve(process.env.TRELLIS_SAMPLE_DATA ?? "../shared/data")
const UK_CAT = path.join(SAMPLES, "classifications/ukcat.csv")
const HEADER =
  "Code,tag,Category,Subcategory,Level,Notes,Related ICNPTSO code,Regular expression,Exclude regular expression"
const codes = (text: string, categories = STARTER) =>
  reading(categories)
    .suggest(text)
    .map(({ code }) => code)

describe("Categories that may fit", () => {
  it("are found by words, the surest first, none with one beneath it, at most five", () => {
    expect(codes("A choir that sings in the church hall")).toContain("AR301")
    expect(codes("Brass band")).toEqual(["AR303"])
    expect(codes("Nothing that anybody knows")).toEqual([])
    expect(codes("Food bank, meals and cooking")).toContain("SW301")
    expect(codes("Food bank, meals and cooking")).not.toContain("SW300")
    expect(codes("dogs cancer football music refugees carers museum dance allotments")).toHaveLength(5)
    const { suggest, touched } = reading(STARTER)
    expect(suggest("The Brass Band")[0]).toMatchObject({ because: "brass band", score: expect.any(Number) })
    expect([...touched("a choir").keys()].sort()).toEqual(["AR", "AR301"])
  })

  it("are read from the file of UK-CAT, and a wrong file gets a sentence", async () => {
    const csv = `${HEADER}\nZZ,Zebras,Zebras,,1,,,\\bzebras?\\b,\\bcrossings?\\b\n`
    expect(codes("Zebras of the moor", readCategories(csv))).toEqual(["ZZ"])
    expect(codes("Zebra crossings", readCategories(csv))).toEqual([])
    expect(() => readCategories("Name,Town\nA,B")).toThrow("not the file of UK-CAT")
    expect(() => readCategories(`${HEADER}\nZZ,Zebras,Zebras,,9,,,,`)).toThrow("Row 2")
    expect(() => readCategories(`${HEADER}\nZZ,Zebras,Zebras,,1,,,((,`)).toThrow("cannot be read")
    await expect(importCategories(w.operator, `${csv}ZZ,Zebras,Zebras,,1,,,,`)).rejects.toThrow(
      "stands twice",
    )
    expect(await w.asViewer(listCategories)).toEqual(STARTER)
    expect(await importCategories(w.operator, csv)).toEqual({ categories: 1, rules: 1 })
    expect((await w.asViewer(reader)).suggest("zebra").map(({ code }) => code)).toEqual(["ZZ"])
    await w.operator`delete from categories`
    expect((await w.asViewer(reader)).suggest("zebra")).toEqual([])
  })

  it.skipIf(!existsSync(UK_CAT))(
    "hold on charities that people sorted: more than half of the first ones are right",
    () => {
      const sample = readFileSync(path.join(SAMPLES, "groups/ukcat_sample_charities.csv"), "utf8")
      const rows = parse(sample, { columns: true, bom: true }) as Record<string, string>[]
      const first = (categories: typeof STARTER) => {
        const { suggest } = reading(categories)
        const judged = rows
          .filter((row) => row.UKCAT)
          .map((row) => [suggest(`${row.name} ${row.activities}`)[0]?.code, row.UKCAT?.split(/[;\s]+/)])
        return (
          judged.filter(([code, right]) => code && right?.includes(code as string)).length / judged.length
        )
      }
      const published = first(readCategories(readFileSync(UK_CAT, "utf8")))
      const ours = first(STARTER)
      console.info(
        `first suggestion right: ${published.toFixed(2)} with UK-CAT, ${ours.toFixed(2)} with our own rules`,
      )
      expect(published).toBeGreaterThan(0.6)
      expect(ours).toBeGreaterThan(0.5)
    },
  )

  it("come for each row of a list by the command", async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "trellis-classify-"))
    const file = path.join(folder, "list.csv")
    const run = () => classify.run({ options: {}, flags: new Set(), rest: [file] })
    writeFileSync(file, "Name,Activities\nMoor Choir,We sing on Tuesdays\nPlain Group,\n")
    expect(await run()).toMatchObject([
      { row: 2, suggestions: [{ code: "AR301", tag: "Choirs" }] },
      { row: 3, suggestions: [] },
    ])
    writeFileSync(file, "Town,Street\nA,B\n")
    await expect(run()).rejects.toThrow(RuleBroken)
    rmSync(folder, { recursive: true })
  })
})

describe("The LIO’s own words", async () => {
  const music = await w.asManager((ctx) => addTerm(ctx, { list: "theme", name: "Making music" }))
  const old = await w.asManager((ctx) => addTerm(ctx, { list: "theme", name: "Old music" }))
  const arts = await w.asManager((ctx) => addTerm(ctx, { list: "tag", name: "Arts grant" }))
  const group = await w.system((ctx) =>
    make.group(ctx, { name: "Moor Band", about: "A brass band for everybody.", directoryConsent: true }),
  )
  const fitting = async () => w.asWorker(async (ctx) => suggestTerms(ctx, await getGroup(ctx, group.id)))

  it("stand for categories when staff say so, and nobody else may", async () => {
    expect(await fitting()).toEqual([])
    await w.asWorker((ctx) => meanTerm(ctx, { id: music.id, category: "AR303" }))
    await w.asWorker((ctx) => meanTerm(ctx, { id: old.id, category: "AR303" }))
    await w.asWorker((ctx) => meanTerm(ctx, { id: arts.id, category: "AR" }))
    await expect(w.asWorker((ctx) => meanTerm(ctx, { id: music.id, category: "XX1" }))).rejects.toThrow(
      "Choose a category",
    )
    await expect(w.asViewer((ctx) => meanTerm(ctx, { id: music.id, category: null }))).rejects.toThrow(
      NotAllowed,
    )
    await expect(w.asLead((ctx) => meanTerm(ctx, { id: music.id, category: null }))).rejects.toThrow(
      NotAllowed,
    )
    await expect(w.asOtherManager((ctx) => meanTerm(ctx, { id: music.id, category: null }))).rejects.toThrow()
    const said = await w.system((ctx) => ctx.tx.select().from(events).where(eq(events.what, "term.meant")))
    expect(said.map(({ summary }) => summary)).toContain("“Making music” means Music (AR303)")
  })

  it("may fit a group by what it says, those above too; no group gets one by itself", async () => {
    await w.asManager((ctx) => retireTerm(ctx, { id: old.id }))
    expect(await fitting()).toEqual([
      { id: arts.id, name: "Arts grant", because: "band" },
      { id: music.id, name: "Making music", because: "band" },
    ])
    const before = await w.asWorker((ctx) => getGroup(ctx, group.id))
    expect(before.terms).toEqual([])
    await w.asWorker((ctx) => changeGroup(ctx, group.id, { version: before.version, termIds: [music.id] }))
    expect((await fitting()).map(({ name }) => name)).toEqual(["Arts grant"])
  })

  it("name their category in files and open data", async () => {
    const line = await w.asViewer(async (ctx) => {
      const filter = readList(groupList, { q: "Moor Band", cols: ["categories"] })
      const rows: unknown[] = []
      for await (const some of eachLine(ctx, filter, await fileColumns(ctx, filter, false)))
        rows.push(...some)
      return rows
    })
    expect(line).toEqual([["Moor Band", "AR303"]])
    const service = await w.asPublic((ctx) => getService(ctx, group.id))
    expect(service.attributes).toMatchObject([
      { taxonomy_term: { name: "Making music", term: "UK-CAT AR303" } },
    ])
  })
})
