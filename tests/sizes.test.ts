import { describe, expect, it } from "vitest"
import { found } from "@/lib/errors"
import { addGroup, changeGroup } from "@/lib/groups/commands"
import { listHistory } from "@/lib/groups/history/queries"
import { getGroup } from "@/lib/groups/queries"
import { keepSizesOf } from "@/lib/groups/sizes/commands"
import { listSizes } from "@/lib/groups/sizes/queries"
import { mappingFor } from "@/lib/imports/columns/headers"
import { applyRows, beginImport } from "@/lib/imports/commands"
import { undoImport } from "@/lib/imports/undo/commands"
import { undoAct } from "@/lib/undo/commands"
import { listOf } from "./support/drafting"
import { world } from "./support/world"

const w = await world()
const group = (id: string) => w.asWorker((ctx) => getGroup(ctx, id))
const sizes = async (id: string) =>
  (await w.asWorker((ctx) => listSizes(ctx, id))).map((one) => [one.asAt, one.sizes])
const save = async (
  id: string,
  input: Omit<Parameters<typeof changeGroup>[2], "version">,
  as: typeof w.asWorker = w.asWorker,
) => {
  const { version } = await group(id)
  return as((ctx) => changeGroup(ctx, id, { ...input, version }))
}

describe("The sizes of a group", () => {
  it("are kept by the day for which they are true, and the newest stand on the group", async () => {
    const { id } = await w.asWorker((ctx) => addGroup(ctx, { name: "Growing" }))
    await save(id, { volunteers: 10, sizesAsAt: "2024-03-31" })
    await save(id, { volunteers: 14, income: 120_000, sizesAsAt: "2025-03-31" })
    expect(await sizes(id)).toEqual([
      ["2025-03-31", { volunteers: 14, income: 120_000 }],
      ["2024-03-31", { volunteers: 10 }],
    ])
    const late = await save(id, { volunteers: 5, trustees: 3, sizesAsAt: "2023-03-31" })
    expect(late.changed).toEqual(["Sizes of 31 March 2023"])
    expect(await group(id)).toMatchObject({
      volunteers: 14,
      trustees: null,
      sizesAsAt: "2025-03-31",
      version: 4,
    })
    expect((await sizes(id)).at(-1)).toEqual(["2023-03-31", { volunteers: 5, trustees: 3 }])
    await save(id, { volunteers: 6, sizesAsAt: "2023-03-31" })
    expect((await sizes(id)).at(-1)).toEqual(["2023-03-31", { volunteers: 6, trustees: 3 }])
    await save(id, { volunteers: 15 })
    expect((await sizes(id))[0]).toEqual(["2025-03-31", { volunteers: 15, income: 120_000 }])
    expect(await sizes(id)).toHaveLength(3)
  })

  it("go back with the Undo of their save, day and all", async () => {
    const { id } = await w.asWorker((ctx) => addGroup(ctx, { name: "Shrinking" }))
    const back = (change: string | null) =>
      w.asWorker((ctx) => undoAct(ctx, { what: "group", id: found(change) }))
    await save(id, { volunteers: 10, sizesAsAt: "2024-03-31" })
    const later = await save(id, { volunteers: 14, income: 9000, sizesAsAt: "2025-03-31" })
    await back(later.save)
    expect(await group(id)).toMatchObject({ volunteers: 10, income: null, sizesAsAt: "2024-03-31" })
    expect(await sizes(id)).toEqual([["2024-03-31", { volunteers: 10 }]])
    const same = await save(id, { volunteers: 11 })
    await back(same.save)
    expect(await sizes(id)).toEqual([["2024-03-31", { volunteers: 10 }]])
    expect((await save(id, { volunteers: 5, sizesAsAt: "2023-03-31" })).save).toBeNull()
    const first = await w.asWorker((ctx) => addGroup(ctx, { name: "Never sized" }))
    const once = await save(first.id, { volunteers: 3, sizesAsAt: "2025-01-01" })
    await back(once.save)
    expect(await group(first.id)).toMatchObject({ volunteers: null, sizesAsAt: null })
    expect(await sizes(first.id)).toEqual([])
  })

  it("keeps nought apart from not known, and gives no snapshot without a day", async () => {
    const { id } = await w.asWorker((ctx) => addGroup(ctx, { name: "Dayless", volunteers: 3 }))
    await save(id, { volunteers: 0 })
    expect(await sizes(id)).toEqual([])
    await save(id, { sizesAsAt: "2026-01-01" })
    expect(await sizes(id)).toEqual([["2026-01-01", { volunteers: 0 }]])
  })

  it("gives groups from before their first snapshot when they change", async () => {
    const { id } = await w.asWorker((ctx) =>
      addGroup(ctx, { name: "Old Hand", volunteers: 7, sizesAsAt: "2022-06-01" }),
    )
    await save(id, { volunteers: 9, sizesAsAt: "2026-06-01" })
    expect(await sizes(id)).toEqual([
      ["2026-06-01", { volunteers: 9 }],
      ["2022-06-01", { volunteers: 7 }],
    ])
  })

  it("are written the same way by the group’s own people, and seen by nobody else", async () => {
    await save(w.foodbank.id, { volunteers: 20, sizesAsAt: "2026-02-01" }, w.asLead)
    expect(await sizes(w.foodbank.id)).toEqual([["2026-02-01", { volunteers: 20 }]])
    await expect(w.asOutsider((ctx) => listSizes(ctx, w.foodbank.id))).rejects.toThrow("nothing here")
    expect(await w.asOtherManager((ctx) => listSizes(ctx, w.foodbank.id))).toEqual([])
    await expect(save(w.foodbank.id, { volunteers: 1 }, w.asViewer)).rejects.toThrow("may not")
  })

  it("of many groups are kept in two statements", async () => {
    const made = await w.asWorker((ctx) =>
      Promise.all(
        ["A", "B"].map((name) =>
          addGroup(ctx, { name: `Set ${name}`, trustees: 4, sizesAsAt: "2025-05-05" }),
        ),
      ),
    )
    await w.system((ctx) =>
      keepSizesOf(
        ctx,
        made.map(({ id }) => id),
      ),
    )
    for (const { id } of made) expect(await sizes(id)).toEqual([["2025-05-05", { trustees: 4 }]])
  })
})

describe("A list that says how big groups are", () => {
  it("keeps the old day’s sizes, dates the new ones, and gives both back when it is taken back", async () => {
    const { id } = await w.asWorker((ctx) =>
      addGroup(ctx, { name: "Listed Club", postcode: "BB7 2AA", volunteers: 7, sizesAsAt: "2022-06-01" }),
    )
    const headers = ["Name", "Postcode", "Volunteers"]
    const mapping = mappingFor(headers, [])
    const done = await w.asWorker(async (ctx) => {
      const made = await beginImport(ctx, { fileName: "sizes.csv", headers, mapping })
      const rows = [["Listed Club", "BB7 2AA", "12"]]
      await applyRows(ctx, made.id, "sizes.csv", listOf(headers, mapping, rows, 2), () => "skip")
      return made
    })
    const today = (await group(id)).sizesAsAt
    expect(await sizes(id)).toEqual([
      [today, { volunteers: 12 }],
      ["2022-06-01", { volunteers: 7 }],
    ])
    await w.asWorker((ctx) => undoImport(ctx, done))
    expect(await group(id)).toMatchObject({ volunteers: 7, sizesAsAt: "2022-06-01" })
    const { rows } = await w.asWorker((ctx) => listHistory(ctx, id, { field: "volunteers" }))
    expect(rows.slice(0, 2).map(({ changes }) => [changes[0]?.from, changes[0]?.to])).toEqual([
      ["12", "7"],
      ["7", "12"],
    ])
    expect(await sizes(id)).toEqual([["2022-06-01", { volunteers: 7 }]])
  })
})
