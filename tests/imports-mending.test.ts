import { eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { areas, groups, importRows, people, proposals, sessionPeople, terms } from "@/db/schema"
import { addGroup, changeGroup } from "@/lib/groups/commands"
import { resolvePlaces } from "@/lib/groups/places/commands"
import { getGroup } from "@/lib/groups/queries"
import { undoImport } from "@/lib/imports/undo/commands"
import { listLeft } from "@/lib/imports/undo/queries"
import { confirmImport, mendCells, runImport, takeFile } from "@/lib/imports/wizard/commands"
import { checkImport } from "@/lib/imports/wizard/queries"
import { recordSession } from "@/lib/sessions/commands"
import { recordSessionInput } from "@/lib/sessions/input"
import { world } from "./support/world"

const w = await world()
const take = async (text: string) =>
  (await w.asWorker((ctx) => takeFile(ctx, { name: "list.csv", bytes: Buffer.from(text) }))).id
const bring = async (text: string) => {
  const id = await take(text)
  await w.asWorker((ctx) => confirmImport(ctx, { id }))
  await w.system((ctx) => runImport(ctx, id))
  return id
}
const cellsOf = async (id: string, row: number) =>
  (await w.system((ctx) => ctx.tx.select().from(importRows).where(eq(importRows.importId, id)))).find(
    (one) => one.row === row,
  )?.cells
const personNamed = async (name: string) =>
  (await w.system((ctx) => ctx.tx.select().from(people).where(eq(people.name, name))))[0]
const groupNamed = async (name: string) =>
  (await w.system((ctx) => ctx.tx.select().from(groups).where(eq(groups.name, name))))[0]

describe("Cells put right on the check page", () => {
  it("come under their own header, also in a row that is shorter than the headers", async () => {
    const id = await take("Ref,Postcode,Tel,Name\n7\n8,OL1 1AA,0161 496 0001,Long Enough")
    const { problems } = await w.asWorker((ctx) => checkImport(ctx, id))
    expect(problems).toMatchObject([{ row: 2, column: "Name", at: 3, value: "" }])
    await w.asWorker((ctx) =>
      mendCells(ctx, { id, cells: [{ row: 2, at: 3 }], values: ["Short Row Society"] }),
    )
    expect(await cellsOf(id, 2)).toEqual(["7", "", "", "Short Row Society"])
    const after = await w.asWorker((ctx) => checkImport(ctx, id))
    expect(after).toMatchObject({ problems: [], counts: { new: 2, errors: 0 } })
  })

  it("that nobody changed keep their lines, which a field of a page cannot hold", async () => {
    const id = await take('Name,Postcode,Contact name\nLines,nowhere,"Mary Jones\nTom Lee"')
    const { problems } = await w.asWorker((ctx) => checkImport(ctx, id))
    expect(problems.map(({ at, value }) => [at, value]).sort()).toEqual([
      [1, "nowhere"],
      [2, "Mary Jones; Tom Lee"],
    ])
    const cells = problems.map(({ row, at }) => ({ row, at }))
    const values = problems.map(({ at, value }) => (at === 1 ? "OL1 1AA" : value))
    await w.asWorker((ctx) => mendCells(ctx, { id, cells, values }))
    expect(await cellsOf(id, 2)).toEqual(["Lines", "OL1 1AA", "Mary Jones\nTom Lee"])
  })

  it("are cells of the list only", async () => {
    const id = await take("Name,Postcode\nOnly,OL1 1AA")
    const cells = [
      { row: 1, at: 0 },
      { row: 2, at: 7 },
      { row: 99, at: 0 },
    ]
    await w.asWorker((ctx) => mendCells(ctx, { id, cells, values: ["x", "x", "x"] }))
    expect(await cellsOf(id, 1)).toEqual(["Name", "Postcode"])
    expect(await cellsOf(id, 2)).toEqual(["Only", "OL1 1AA"])
  })
})

describe("Taking an import back", () => {
  const LIST =
    "Name,Contact name,Contact person email\n" +
    ["Ann Alder", "Bob Beech", "Cat Cedar", "Dan Damson"]
      .map((name) => `Club of ${name},${name},${name.slice(0, 3).toLowerCase()}@trees.example`)
      .join("\n")

  it("lets the people go whom it made, and keeps those who are named elsewhere, marked as gone", async () => {
    const id = await bring(LIST)
    const [ann, bob] = [await personNamed("Ann Alder"), await personNamed("Bob Beech")]
    await w.asWorker((ctx) =>
      recordSession(
        ctx,
        recordSessionInput.parse({
          groupIds: [w.choir.id],
          kind: "advice",
          note: "Ann came along.",
          personIds: [ann?.id],
        }),
      ),
    )
    await w.system((ctx) =>
      ctx.tx.insert(proposals).values({
        lioId: ctx.lio.id,
        groupId: w.choir.id,
        personId: bob?.id ?? "",
        askedAt: ctx.now,
        changes: {},
      }),
    )
    await w.asWorker((ctx) => undoImport(ctx, { id }))
    expect(await personNamed("Ann Alder")).toMatchObject({ leftAt: expect.any(Date) })
    expect(await personNamed("Bob Beech")).toMatchObject({ leftAt: expect.any(Date) })
    expect(await w.system((ctx) => ctx.tx.select().from(sessionPeople))).toHaveLength(1)
    expect(await personNamed("Cat Cedar")).toBeUndefined()
    expect(await personNamed("Dan Damson")).toBeUndefined()
  })

  it("is not held up by what Trellis does by itself, like looking up wards", async () => {
    await w.operator`insert into postcodes (postcode, ward_code, district_code) values ('OL17AA', 'E05000001', 'E08000004')`
    await w.operator`insert into place_versions (version, imported_at, rows) values ('old', now() - interval '1 day', 1)`
    const id = await bring("Name,Postcode\nWard Movers,OL1 7AA\nReally Changed,OL1 7AA")
    await w.operator`update postcodes set ward_code = 'E05000002'`
    await w.operator`insert into place_versions (version, imported_at, rows) values ('new', now(), 1)`
    expect(await w.asManager(resolvePlaces)).toMatchObject({ moved: 2 })
    const changed = await groupNamed("Really Changed")
    await w.asWorker((ctx) =>
      changeGroup(ctx, changed?.id ?? "", { version: changed?.version ?? 1, about: "We met." }),
    )
    expect(await w.asWorker((ctx) => undoImport(ctx, { id }))).toMatchObject({ removed: 1, left: 1 })
    expect(await groupNamed("Ward Movers")).toMatchObject({ removedAt: expect.any(Date) })
    expect(await w.asWorker((ctx) => listLeft(ctx, id))).toMatchObject([
      { name: "Really Changed", who: "Wendy Worker" },
    ])
  })
})

describe("A stage that a list says", () => {
  it("has its day, loses the old reason, and comes back with both when the list is taken back", async () => {
    const { id } = await w.asWorker((ctx) =>
      addGroup(ctx, { name: "Stage Told", postcode: "OL3 1AA", stage: "enquiry" }),
    )
    await w.system((ctx) =>
      ctx.tx
        .update(groups)
        .set({ stage: "forming", stageSince: "2024-05-01", stageReason: "Waiting for a bank" })
        .where(eq(groups.id, id)),
    )
    const list = await bring("Name,Postcode,Status\nStage Told,OL3 1AA,non member")
    expect(await groupNamed("Stage Told")).toMatchObject({ stage: "not_member", stageReason: null })
    expect((await groupNamed("Stage Told"))?.stageSince).not.toBe("2024-05-01")
    await w.asWorker((ctx) => undoImport(ctx, { id: list }))
    expect(await groupNamed("Stage Told")).toMatchObject({
      stage: "forming",
      stageSince: "2024-05-01",
      stageReason: "Waiting for a bank",
    })
  })
})

describe("Words that a list brings to the LIO’s own lists", () => {
  it("go when the list is taken back, unless somebody else uses them by then", async () => {
    const list = await bring(
      "Name,Postcode,Themes,Area served\nWord One,OL4 1AA,Lantern making; Kite flying,Far End\nWord Two,OL4 1AB,Lantern making,Near End",
    )
    const words = async () => [
      ...(await w.system((ctx) => ctx.tx.select({ id: terms.id, name: terms.name }).from(terms))),
      ...(await w.system((ctx) => ctx.tx.select({ id: areas.id, name: areas.name }).from(areas))),
    ]
    const named = async (name: string) => (await words()).find((one) => one.name === name)?.id ?? ""
    expect(await named("Lantern making")).not.toBe("")
    const kept = [await named("Kite flying"), await named("Near End")]
    const { version, termIds, areaIds } = await w.asWorker((ctx) => getGroup(ctx, w.choir.id))
    await w.asWorker((ctx) =>
      changeGroup(ctx, w.choir.id, {
        ...{ version, termIds: [...termIds, kept[0] ?? ""], areaIds: [...areaIds, kept[1] ?? ""] },
      }),
    )
    await w.asWorker((ctx) => undoImport(ctx, { id: list }))
    const left = (await words()).map(({ name }) => name)
    expect(left).toContain("Kite flying")
    expect(left).toContain("Near End")
    expect(left).not.toContain("Lantern making")
    expect(left).not.toContain("Far End")
  })
})
