import { eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { importRows } from "@/db/schema"
import { undoImport } from "@/lib/imports/undo/commands"
import {
  confirmImport,
  decideDoubt,
  mendCells,
  mendValues,
  runImport,
  takeFile,
} from "@/lib/imports/wizard/commands"
import { getImport } from "@/lib/imports/wizard/queries"
import { addType } from "@/lib/memberships/types/commands"
import { typeOf } from "./support/membership"
import { sameForMany, statementsOf } from "./support/statements"
import { world } from "./support/world"

const w = await world()
const HEADERS =
  "Name,Postcode,Themes,Contact name,Contact person email,Membership type,Membership start date,Expiry date,Fee paid"
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

describe("However long a list is, within one part of it, the statements stay as many", () => {
  it("when it is brought in, brought in again with more in it, and taken back", async () => {
    await w.asManager((ctx) => addType(ctx, typeOf({ fee: "20" })))
    const counts: number[][] = []
    for (const many of [2, 8]) {
      const list = (more: string) =>
        each(
          many,
          (at) =>
            `Society ${many} ${at},BB7 ${at}AA,Theme ${many} ${at}${more},Ann ${at},ann${at}@list${many}.example,Full member,01/04/2026,31/03/2027,Yes`,
        )
      const bring = async (rows: string[]) => {
        const bytes = Buffer.from([HEADERS, ...rows].join("\n"))
        const { id } = await w.asWorker((ctx) => takeFile(ctx, { name: "list.csv", bytes }))
        await w.asWorker((ctx) => decideDoubt(ctx, { id, row: null, decision: "merge" }))
        await w.asWorker((ctx) => confirmImport(ctx, { id }))
        const statements = await statementsOf(() => w.system((ctx) => runImport(ctx, id)))
        const { counts: done } = await w.asWorker((ctx) => getImport(ctx, id))
        return { id, statements, done }
      }
      const first = await bring(list(""))
      const again = await bring(list(", more"))
      expect([first.done, again.done]).toMatchObject([
        { new: many, errors: 0 },
        { updated: many, errors: 0 },
      ])
      const undone = await statementsOf(() => w.asWorker((ctx) => undoImport(ctx, { id: again.id })))
      counts.push([first.statements, again.statements, undone])
    }
    expect(counts[1]).toEqual(counts[0])
  })
})
