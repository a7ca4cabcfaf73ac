import { expect, it } from "vitest"
import { groups } from "@/db/schema"
import { applyRows, beginImport } from "@/lib/imports/commands"
import { listOf } from "./support/drafting"
import { world } from "./support/world"

const w = await world()
const howMany = () => w.system((ctx) => ctx.tx.$count(groups))

it("A list that cannot be read to its end is nothing, and by then nothing is still being written", async () => {
  const before = await howMany()
  const [headers, mapping] = [["Name"], { Name: "name" as const }]
  const list = listOf(
    headers,
    mapping,
    Array.from({ length: 3_200 }, (_, n) => [`Long List Group ${n}`]),
    2,
  )
  const broken = {
    ...list,
    *pieces() {
      let rows = 0
      for (const piece of list.pieces()) {
        rows += piece.drafts.length
        if (rows > 3_000) throw new Error("The list ends in the middle")
        yield piece
      }
    },
  }
  const written: number[] = []
  await expect(
    w.asWorker(async (ctx) => {
      const { id } = await beginImport(ctx, { fileName: "x", headers, mapping })
      const tell = async (rows: number) => written.push(rows)
      return applyRows(ctx, id, "x", broken, () => "skip", tell)
    }),
  ).rejects.toThrow("The list ends in the middle")
  expect(written).toEqual([3_000])
  expect(await howMany()).toBe(before)
})
