import { eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { groups, importMappings, importRows, imports, letters } from "@/db/schema"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { tidy } from "@/lib/housekeeping/commands"
import { mappingFor } from "@/lib/imports/columns/headers"
import { templateRows } from "@/lib/imports/columns/template"
import { rememberedFor } from "@/lib/imports/mappings/queries"
import { undoImport } from "@/lib/imports/undo/commands"
import { listLeft } from "@/lib/imports/undo/queries"
import {
  chooseHeaders,
  confirmImport,
  forgetColumns,
  mendCells,
  runImport,
  takeFile,
} from "@/lib/imports/wizard/commands"
import { checkImport, getImport, listBadRows, listImports, listSheets } from "@/lib/imports/wizard/queries"
import { draftRows } from "./support/drafting"
import { MESSY_ROWS, messyBook, messyXlsx } from "./support/messy-workbook"
import { world } from "./support/world"

const w = await world()
const take = (bytes: Uint8Array, name = "book.xlsx") => w.asWorker((ctx) => takeFile(ctx, { name, bytes }))
const text = (...lines: string[]) => Buffer.from(lines.join("\n"))
const bring = async (id: string) => {
  await w.asWorker((ctx) => confirmImport(ctx, { id }))
  await w.system((ctx) => runImport(ctx, id))
  return w.asWorker((ctx) => getImport(ctx, id))
}
const groupNamed = async (name: string) =>
  (await w.system((ctx) => ctx.tx.select().from(groups).where(eq(groups.name, name))))[0]

describe("A workbook in the wizard", () => {
  it("opens at the sheet that looks like a list, and each sheet is brought in by itself", async () => {
    const { id } = await take(await messyXlsx())
    const first = await w.asWorker((ctx) => getImport(ctx, id))
    expect(first).toMatchObject({ sheet: "Members 24-25", headerRow: 4, firstRow: 5 })
    const sheets = await w.asWorker((ctx) => listSheets(ctx, first.bookId))
    expect(sheets.map(({ sheet, isList }) => [sheet, isList])).toEqual([
      ["Clubs", true],
      ["Members 24-25", true],
      ["READ ME", false],
    ])
    const clubs = sheets[0]?.id ?? ""
    const counted = await Promise.all([id, clubs].map((one) => w.asWorker((ctx) => checkImport(ctx, one))))
    expect(counted.map(({ counts }) => counts.rows).reduce((a, b) => a + b)).toBe(MESSY_ROWS)
    expect((await bring(id)).counts).toMatchObject({ errors: messyBook().impossible })
    expect((await bring(clubs)).counts).toMatchObject({ new: messyBook().second })
    const listed = await w.asWorker(listImports)
    expect(listed.map(({ sheet, undoable }) => [sheet, undoable])).toEqual(
      expect.arrayContaining([
        ["Clubs", true],
        ["Members 24-25", true],
      ]),
    )
    expect(listed.map(({ sheet }) => sheet)).not.toContain("READ ME")
  })

  it("gives back every row that did not come in whole, possible duplicates too, and takes it mended", async () => {
    const { id } = await take(
      text("Name,Postcode,Tel", "Mend Me,OL6 7,0161 496 0200", "@Work,OL1 1AA,abc"),
      "mend.csv",
    )
    const [headers, ...rows] = await w.asWorker((ctx) => listBadRows(ctx, id))
    expect(headers).toEqual(["Name", "Postcode", "Tel", "Problem"])
    expect(rows).toHaveLength(2)
    const again = [headers, ["Mend Me", "OL6 7AA", "0161 496 0200", ""], ["'@Work", "OL1 1AA", "", ""]]
    const second = await take(text(...again.map((row) => (row ?? []).join(","))), "rows-to-mend.csv")
    const { problems, rows: names } = await w.asWorker((ctx) => checkImport(ctx, second.id))
    expect(problems).toEqual([])
    expect(names.map(({ name }) => name)).toEqual(["Mend Me", "@Work"])
  })

  it("takes the right value on the spot and checks again", async () => {
    const { id } = await take(text("Name,Postcode", "Spot On,see notes", ",OL1 1AA"), "spot.csv")
    const before = await w.asWorker((ctx) => checkImport(ctx, id))
    expect(before.problems.map(({ row, at, value }) => [row, at, value])).toEqual([
      [2, 1, "see notes"],
      [3, 0, ""],
    ])
    await w.asWorker((ctx) =>
      mendCells(ctx, {
        id,
        cells: [
          { row: 2, at: 1 },
          { row: 3, at: 0 },
        ],
        values: ["OL1 1AB", "Named “Now”"],
      }),
    )
    const after = await w.asWorker((ctx) => checkImport(ctx, id))
    expect(after.problems).toEqual([])
    expect(after.counts).toMatchObject({ new: 2, errors: 0 })
    expect((await bring(id)).counts).toMatchObject({ new: 2 })
    expect(await groupNamed("Named “Now”")).toBeDefined()
    await expect(
      w.asWorker((ctx) => mendCells(ctx, { id, cells: [{ row: 2, at: 1 }], values: ["x"] })),
    ).rejects.toThrow(RuleBroken)
  })

  it("takes the headers from the row that is chosen", async () => {
    const { id } = await take(
      text("Group,Website", "Old names,of the columns", "Charity,Town", "Hat Club,Oldham"),
      "h.csv",
    )
    await w.asWorker((ctx) => chooseHeaders(ctx, { id, row: 3 }))
    expect(await w.asWorker((ctx) => getImport(ctx, id))).toMatchObject({
      headers: ["Charity", "Town"],
      headerRow: 3,
      firstRow: 4,
    })
    await expect(w.asWorker((ctx) => chooseHeaders(ctx, { id, row: 40 }))).rejects.toThrow(
      /nothing in that row/,
    )
  })
})

describe("The way columns were matched", () => {
  const list = (...rows: string[]) => text("What,Where they are,Odd one", ...rows)

  it("is used the next time for the same headers, until it is forgotten", async () => {
    const { id } = await take(list("Remembered Group,OL1 1AA,x"), "first.csv")
    await w.asWorker((ctx) =>
      ctx.tx
        .update(imports)
        .set({ mapping: { What: "name", "Where they are": "postcode", "Odd one": "about" } })
        .where(eq(imports.id, id)),
    )
    await bring(id)
    const next = await take(text("where they are:,ODD ONE,what", "OL1 1AB,y,Second Group"), "second.csv")
    const { mapping, headers } = await w.asWorker((ctx) => getImport(ctx, next.id))
    expect(mapping).toEqual({ what: "name", "where they are:": "postcode", "ODD ONE": "about" })
    expect(await w.asWorker((ctx) => rememberedFor(ctx, headers))).toMatchObject({ name: "first.csv" })
    await w.asWorker((ctx) => forgetColumns(ctx, { id: next.id }))
    expect(await w.asWorker((ctx) => rememberedFor(ctx, headers))).toBeNull()
    expect((await w.asWorker((ctx) => getImport(ctx, next.id))).mapping["ODD ONE"]).toBeNull()
    expect(await w.system((ctx) => ctx.tx.select().from(importMappings), "other")).toEqual([])
  })

  it("of the empty list that one can download is known for every column", () => {
    const own = { id: "x", hint: null, options: [], forGroups: "nothing" as const, retiredAt: null }
    const questions = [{ ...own, label: "Insured until", kind: "date" as const }]
    const { headers, help } = templateRows(questions)
    expect(help).toContainEqual(["Insured until", "The day first: 31/12/2019."])
    const mapping = mappingFor(headers, [], questions)
    expect(Object.values(mapping)).not.toContain(null)
    expect(new Set(Object.values(mapping)).size).toBe(headers.length)
    expect(draftRows(headers, mapping, [headers.map(() => "")], 2).drafts).toEqual([])
  })
})

describe("An import that runs", () => {
  it("writes to who began it when it is done, and only then", async () => {
    const { id } = await take(text("Name", "Letter Group"), "letter.csv")
    const about = async () =>
      (await w.system((ctx) => ctx.tx.select().from(letters))).filter(
        ({ letter, props }) => letter === "import-done" && (props as { name: string }).name === "letter.csv",
      )
    expect(await about()).toEqual([])
    await bring(id)
    await w.system((ctx) => runImport(ctx, id))
    expect(await about()).toMatchObject([
      { toEmail: "worker@ribble.example", props: { made: 1, changed: 0, leftOut: 0 } },
    ])
  })

  it("that is taken back says which groups it left alone and why", async () => {
    const { id } = await take(text("Name", "Left Alone"), "left.csv")
    await bring(id)
    const group = await groupNamed("Left Alone")
    const { changeGroup } = await import("@/lib/groups/commands")
    await w.asWorker((ctx) => changeGroup(ctx, group?.id ?? "", { version: 1, about: "We met." }))
    await w.asWorker((ctx) => undoImport(ctx, { id }))
    expect(await w.asWorker((ctx) => listLeft(ctx, id))).toMatchObject([
      { name: "Left Alone", who: "Wendy Worker" },
    ])
  })

  it("and was never confirmed is cleared after fourteen days", async () => {
    const { id } = await take(text("Name", "Never"), "never.csv")
    const days = (count: number) => new Date(Date.now() + count * 86_400_000)
    await tidy("ribble", days(13))
    expect(await w.asWorker((ctx) => getImport(ctx, id))).toMatchObject({ stage: "columns" })
    await tidy("ribble", days(15))
    await expect(w.asWorker((ctx) => getImport(ctx, id))).rejects.toThrow(NotFound)
    expect(
      await w.system((ctx) => ctx.tx.select().from(importRows).where(eq(importRows.importId, id))),
    ).toEqual([])
  })

  it("is mended by workers and managers of its LIO only", async () => {
    const { id } = await take(text("Name", "Walls"), "walls.csv")
    const works = [
      (ctx: Parameters<typeof getImport>[0]) =>
        mendCells(ctx, { id, cells: [{ row: 2, at: 0 }], values: ["x"] }),
      (ctx: Parameters<typeof getImport>[0]) => chooseHeaders(ctx, { id, row: 1 }),
      (ctx: Parameters<typeof getImport>[0]) => forgetColumns(ctx, { id }),
    ]
    for (const work of works) {
      await expect(w.asViewer<unknown>(work)).rejects.toThrow(NotAllowed)
      await expect(w.asLead<unknown>(work)).rejects.toThrow(NotAllowed)
      await expect(w.asOtherManager<unknown>(work)).rejects.toThrow(NotFound)
    }
  })
})
