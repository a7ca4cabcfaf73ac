import { beforeAll, describe, expect, it } from "vitest"
import { groups, people, roles } from "@/db/schema"
import type { Draft, Drafted } from "@/lib/imports/columns/drafts"
import { headersOf, mappingFor } from "@/lib/imports/columns/headers"
import { applyRows, beginImport } from "@/lib/imports/commands"
import { readSheet } from "@/lib/spreadsheet/read"
import { draftRows, listOf } from "./support/drafting"
import { MESSY_ROWS, messyBook, messyCsv, messyOds, messyXlsx, NAMES } from "./support/messy-workbook"
import { world } from "./support/world"

const w = await world()
const book = messyBook()
const SHEETS = ["Members 24-25", "Clubs"]

async function prepared(bytes: Uint8Array, sheet?: string) {
  const { rows } = await readSheet(bytes, { sheet })
  const { headers, first } = headersOf(rows)
  const mapping = mappingFor(headers, rows.slice(first))
  return {
    headers,
    mapping,
    list: listOf(headers, mapping, rows.slice(first), first + 1),
    ...draftRows(headers, mapping, rows.slice(first), first + 1),
  }
}

const bring = async (ready: Drafted & Awaited<ReturnType<typeof prepared>>, sheet: string) =>
  w.asWorker(async (ctx) => {
    const { id } = await beginImport(ctx, { fileName: sheet, headers: ready.headers, mapping: ready.mapping })
    return applyRows(ctx, id, sheet, ready.list, () => "skip")
  })

const rowsOf = (drafted: Drafted) => drafted.drafts.length + drafted.errors.length

describe("A messy workbook", () => {
  const sheets = new Map<string, Awaited<ReturnType<typeof prepared>>>()
  beforeAll(async () => {
    const bytes = await messyXlsx()
    for (const sheet of SHEETS) sheets.set(sheet, await prepared(bytes, sheet))
  })
  const drafts = () => sheets.get("Members 24-25")?.drafts ?? []
  const named = (name: string): Draft | undefined => drafts().find((draft) => draft.name.startsWith(name))

  it("has 234 rows, and every one is a group or is named as none", () => {
    expect([...sheets.values()].map(rowsOf).reduce((a, b) => a + b)).toBe(MESSY_ROWS)
    expect(sheets.get("Members 24-25")?.errors).toHaveLength(book.impossible)
  })

  it("comes in with every fault named by its row and column, and nothing lost", async () => {
    const problems: { sheet: string; row: number; column: string; problem: string }[] = []
    for (const [sheet, ready] of sheets) {
      const result = await bring(ready, sheet)
      problems.push(...result.problems.map((one) => ({ sheet, ...one })))
      expect(result.new + result.updated + result.unchanged + result.duplicates + result.errors).toBe(
        result.rows,
      )
      if (sheet !== "Clubs")
        expect(result).toMatchObject({ duplicates: book.doubles, errors: book.impossible })
      else expect(result).toMatchObject({ new: book.second, errors: 0, duplicates: 0 })
    }
    const unnamed = book.planted.filter(
      ({ sheet, row, column, says }) =>
        !problems.some(
          (one) => one.sheet === sheet && one.row === row && one.column === column && says.test(one.problem),
        ),
    )
    expect(unnamed).toEqual([])
    const uncalled = problems.filter(
      (one) => !book.planted.some(({ sheet, row }) => sheet === one.sheet && row === one.row),
    )
    expect(uncalled).toEqual([])
  })

  it("changes nothing when it comes again", async () => {
    for (const [sheet, ready] of sheets)
      expect(await bring(ready, sheet)).toMatchObject({ new: 0, updated: 0 })
  })

  it("keeps names as they are meant", () => {
    for (const [, meant] of NAMES) expect(drafts().map(({ name }) => name)).toContain(meant)
    expect([...(named("Longest")?.name ?? "")]).toHaveLength(300)
  })

  it("reads dates, money and numbers in the ways they are written", () => {
    const fine = drafts().filter(({ name }) => name.startsWith("Fine Group"))
    expect(fine.map(({ joinedOn }) => joinedOn)).toEqual([
      "2019-06-04",
      "2019-06-04",
      "2019-06-04",
      "2019-06-04",
      "2019-06-04",
      null,
      "2019-06-04",
      null,
      null,
    ])
    expect(fine.map(({ income }) => income)).toEqual([
      1_200_000,
      1_250_000,
      120_000_000,
      1_250_000,
      null,
      0,
      null,
      null,
      null,
    ])
    expect(fine[6]).toMatchObject({ phone: "0161 496 0106", identifiers: [{ value: "1190102" }] })
    expect(fine[7]).toMatchObject({
      email: "mary@x.example",
      phone: "0161 496 0107",
      secondPhone: "07700 900108",
    })
    expect(fine[7]?.people).toMatchObject([{ name: "Mary", email: "mary@x.example" }])
  })

  it("makes several people of a cell and of the columns of each role", async () => {
    const kept = await w.system(async (ctx) => ({
      people: await ctx.tx.select().from(people),
      roles: await ctx.tx.select().from(roles),
      groups: await ctx.tx.select().from(groups),
    }))
    const who = (name: string) => {
      const group = kept.groups.find((one) => one.name.startsWith(name))
      return kept.roles
        .filter((role) => role.groupId === group?.id)
        .map(({ role, personId }) => {
          const person = kept.people.find(({ id }) => id === personId)
          return [role, person?.name, person?.email ?? person?.phone ?? null]
        })
        .sort()
    }
    const fine = drafts().filter(({ name }) => name.startsWith("Fine Group"))
    expect(who(fine[8]?.name ?? "")).toEqual([
      ["chair", "Cara Chair", "cara@x.example"],
      ["secretary", "Sam Scribe", null],
      ["treasurer", "Tia Till", "07700 900109"],
    ])
    const asha = drafts().find((draft) => draft.people.some(({ name }) => name === "Asha Patel"))
    expect(who(asha?.name ?? "")).toEqual([
      ["chair", "Asha Patel", null],
      ["treasurer", "Tom Lee", null],
    ])
    expect(who("Society No 3 ")).toMatchObject([
      ["chair", "Chris Chair Dee", "chair3@clubs.example"],
      ["treasurer", "Terry Till Dee", null],
    ])
  })
})

describe("The same list in other files", () => {
  const problemsOf = async (bytes: Uint8Array, sheet?: string) => {
    const ready = await prepared(bytes, sheet)
    return {
      rows: rowsOf(ready),
      errors: ready.errors,
      problems: ready.problems.map(({ row, column }) => `${row} ${column}`),
    }
  }
  it.each([
    [".ods", async () => problemsOf(await messyOds(), "Members 24-25")],
    [".csv in UTF-8", () => problemsOf(Buffer.from(messyCsv(1)))],
    [
      ".csv with a byte order mark and semicolons",
      () => problemsOf(Buffer.from(`\ufeff${messyCsv(1, ";")}`)),
    ],
    [
      "text in UTF-16, as Excel saves it",
      () => problemsOf(Buffer.from(`\ufeff${messyCsv(1, "\t")}`, "utf16le")),
    ],
  ])("%s says the same of every row", async (_name, read) => {
    const meant = await problemsOf(await messyXlsx(), "Members 24-25")
    expect(await read()).toEqual(meant)
  })

  it(".csv in Windows-1252 keeps its quotes, pounds and accents", async () => {
    const text = "Name,Income,Chair\r\nO\u0092Brien\u0092s Caf\u00e9,\u00a312k,Zo\u00eb Bront\u00eb\r\n"
    const { drafts } = await prepared(Buffer.from(text, "latin1"))
    expect(drafts[0]).toMatchObject({
      name: "O’Brien’s Café",
      income: 1_200_000,
      people: [{ name: "Zoë Brontë" }],
    })
  })
})
