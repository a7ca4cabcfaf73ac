import { eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { importRows } from "@/db/schema"
import { mendCells, mendValues, takeFile } from "@/lib/imports/wizard/commands"
import { sameForMany } from "./support/statements"
import { world } from "./support/world"

const w = await world()
const take = async (rows: string[]) => {
  const bytes = Buffer.from(["Name,Postcode,Stage", ...rows].join("\n"))
  return (await w.asWorker((ctx) => takeFile(ctx, { name: "list.csv", bytes }))).id
}
const cellsOf = async (id: string) => {
  const rows = await w.system((ctx) => ctx.tx.select().from(importRows).where(eq(importRows.importId, id)))
  return rows.toSorted((one, other) => one.row - other.row).map(({ cells }) => cells.join(","))
}
const each = <T>(many: number, make: (at: number) => T) => Array.from({ length: many }, (_, at) => make(at))

describe("However much of a list is put right, the statements stay as many", () => {
  it("when cells are", async () => {
    await sameForMany(async (many) => {
      const id = await take(each(many, (at) => `Group ${at},nowhere,member`))
      const cells = each(many, (at) => ({ row: at + 2, at: 1 }))
      const values = each(many, (at) => `BB7 ${at}AA`)
      return async () => {
        await w.asWorker((ctx) => mendCells(ctx, { id, cells, values }))
        expect((await cellsOf(id)).slice(1)).toEqual(each(many, (at) => `Group ${at},BB7 ${at}AA,member`))
      }
    })
  })

  it("when values are, wherever they stand, and empty cells", async () => {
    await sameForMany(async (many) => {
      const id = await take(each(many, (at) => `Group ${at},place ${at},`))
      const places = each(many, (at) => ({ at: 1, value: `place ${at}` }))
      const empty = each(many, (at) => ({ row: at + 2, at: 2, value: null }))
      const values = [...each(many, (at) => `BB7 ${at}AA`), ...each(many, () => "member")]
      return async () => {
        await w.asWorker((ctx) => mendValues(ctx, { id, words: [...places, ...empty], values }))
        expect((await cellsOf(id)).slice(1)).toEqual(each(many, (at) => `Group ${at},BB7 ${at}AA,member`))
      }
    })
  })

  it("and two values of a column can change places", async () => {
    const id = await take(["One,here,yes", "Two,there,no", "Three,here,there"])
    const words = [
      { at: 1, value: "here" },
      { at: 1, value: "there" },
    ]
    await w.asWorker((ctx) => mendValues(ctx, { id, words, values: ["there", "here"] }))
    expect((await cellsOf(id)).slice(1)).toEqual(["One,there,yes", "Two,here,no", "Three,there,there"])
  })
})
