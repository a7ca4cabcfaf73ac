import { eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { events, groups } from "@/db/schema"
import { addField, retireField } from "@/lib/fields/commands"
import { addFieldInput, answerName, type Field } from "@/lib/fields/input"
import { listFields } from "@/lib/fields/queries"
import { addGroup, changeGroup } from "@/lib/groups/commands"
import { listHistory } from "@/lib/groups/history/queries"
import { answerRead } from "@/lib/imports/columns/answers"
import { undoImport } from "@/lib/imports/undo/commands"
import { confirmImport, mapColumns, runImport, takeFile } from "@/lib/imports/wizard/commands"
import { checkImport, getImport } from "@/lib/imports/wizard/queries"
import { world } from "./support/world"

const w = await world()
const ask = (label: string, kind: string, more: Record<string, unknown> = {}) =>
  w.asManager((ctx) => addField(ctx, addFieldInput.parse({ label, kind, forGroups: "nothing", ...more })))
const take = async (text: string) =>
  (await w.asWorker((ctx) => takeFile(ctx, { name: "list.csv", bytes: Buffer.from(text) }))).id
const bring = async (id: string) => {
  await w.asWorker((ctx) => confirmImport(ctx, { id }))
  await w.system((ctx) => runImport(ctx, id))
}
const customOf = async (name: string) =>
  (await w.system((ctx) => ctx.tx.select().from(groups).where(eq(groups.name, name))))[0]?.custom
const eventsOf = (groupId: string) =>
  w.system((ctx) => ctx.tx.select().from(events).where(eq(events.groupId, groupId)))

const question = (kind: Field["kind"], options: string[] = []): Field => ({
  ...{ id: "x", label: "X", hint: null, kind, options, forGroups: "nothing", retiredAt: null },
})

describe("A cell read as the answer to one of the LIO’s own questions", () => {
  it("is an answer of its kind, and “none” is one where it can be", () => {
    const read = (kind: Field["kind"], cell: string, options?: string[]) =>
      answerRead(question(kind, options), cell).value
    expect(["y", "TRUE", "No", "none", "N/A", "unknown", ""].map((cell) => read("yes_no", cell))).toEqual([
      ...[true, true, false, false, null, null, null],
    ])
    expect(["1,200", "none", "0", "-"].map((cell) => read("number", cell))).toEqual([1200, 0, 0, null])
    expect(["£12.5k", "nil", "No data"].map((cell) => read("money", cell))).toEqual([1_250_000, 0, null])
    expect(read("date", "31/12/2026")).toBe("2026-12-31")
    expect(read("date", "45291")).toBe("2023-12-31")
    expect(read("text", "  two\n words ")).toBe("two words")
    expect(read("choice", "a LETTER", ["A letter", "A visit"])).toBe("A letter")
    const rooms = ["Chairs, tables", "A van", "None"]
    expect(read("choices", "a van; chairs, tables", rooms)).toEqual(["A van", "Chairs, tables"])
    expect(read("choices", "Chairs, tables, A van", rooms)).toEqual(["Chairs, tables", "A van"])
    expect(read("choices", "none", rooms)).toEqual(["None"])
    expect(read("choices", "None of these", ["A", "B"])).toEqual([])
  })

  it("that cannot be read says what it should be", () => {
    const note = (kind: Field["kind"], cell: string, options?: string[]) =>
      answerRead(question(kind, options), cell).note
    expect(note("yes_no", "perhaps")).toBe("“perhaps” is neither yes nor no.")
    expect(note("number", "a few")).toMatch(/not a whole number/)
    expect(note("date", "31/02/2026")).toMatch(/not a date/)
    expect(note("choice", "A call", ["A letter", "A visit"])).toBe(
      "“A call” is not one of the choices: A letter, A visit.",
    )
    expect(note("choices", "A van, A boat", ["A van", "A room"])).toMatch(/^“A boat” is not one/)
    expect(note("text", "y".repeat(301))).toMatch(/301 characters/)
    expect(note("money", "#REF!")).toMatch(/fault/)
  })
})

describe("A list with columns for the LIO’s own questions", async () => {
  const insured = await ask("Insured until", "date")
  const hall = await ask("Own hall?", "yes_no", { forGroups: "see" })
  const rooms = await ask("Rooms", "number", { forGroups: "see" })

  it("fills them in: for new groups and for those we have, and finds nothing to do the second time", async () => {
    const known = await w.asWorker((ctx) =>
      addGroup(ctx, { name: "Known Already", postcode: "OL1 1AA", stage: "not_member" }),
    )
    const list =
      "Name,Postcode,INSURED UNTIL,Own hall,Rooms\nBrand New,OL1 1AB,31/12/2026,yes,none\nKnown Already,OL1 1AA,1 May 2027,no,3\nNothing Said,OL1 1AC,NA,,unknown\nOdd,OL1 1AD,soon,maybe,3"
    const id = await take(list)
    const { mapping } = await w.asWorker((ctx) => getImport(ctx, id))
    expect(mapping).toMatchObject({
      "INSURED UNTIL": answerName(insured.id),
      "Own hall": answerName(hall.id),
    })
    const { counts, problems, rows } = await w.asWorker((ctx) => checkImport(ctx, id))
    expect(counts).toMatchObject({ new: 3, updated: 1 })
    expect(problems.map(({ row, column }) => [row, column])).toEqual([
      [5, "INSURED UNTIL"],
      [5, "Own hall"],
    ])
    expect(rows.find(({ name }) => name === "Known Already")?.changes).toMatchObject([
      { label: "Insured until", from: null, to: "1 May 2027" },
      { label: "Own hall?", from: null, to: "No" },
      { label: "Rooms", from: null, to: "3" },
    ])
    await bring(id)
    expect(await customOf("Brand New")).toEqual({
      ...{ [insured.id]: "2026-12-31", [hall.id]: true, [rooms.id]: 0 },
    })
    expect(await customOf("Known Already")).toEqual({
      ...{ [insured.id]: "2027-05-01", [hall.id]: false, [rooms.id]: 3 },
    })
    expect(await customOf("Nothing Said")).toEqual({})
    const told = await eventsOf(known.id)
    expect(told.find(({ what }) => what === "answer.changed")?.to).toEqual({
      [answerName(insured.id)]: "2027-05-01",
    })
    expect(told.find(({ what }) => what === "group.changed")?.to).toEqual({
      ...{ [answerName(hall.id)]: false, [answerName(rooms.id)]: 3 },
    })
    const again = await take(list)
    expect((await w.asWorker((ctx) => checkImport(ctx, again))).counts).toMatchObject({ new: 0, updated: 0 })
  })

  it("is taken back with them: what was not known is not known again, and work since then stays", async () => {
    const before = { [hall.id]: true, [rooms.id]: 2 }
    const names = ["Taken Back", "Worked On"]
    for (const name of names) {
      const { id } = await w.asWorker((ctx) =>
        addGroup(ctx, { name, postcode: "OL2 1AA", stage: "not_member" }),
      )
      await w.asWorker((ctx) => changeGroup(ctx, id, { version: 1, custom: before }))
    }
    const id = await take(
      "Name,Postcode,Insured until,Own hall?,Rooms\nTaken Back,OL2 1AA,1/1/2027,no,9\nWorked On,OL2 1AA,1/1/2027,no,9",
    )
    await bring(id)
    const after = { [insured.id]: "2027-01-01", [hall.id]: false, [rooms.id]: 9 }
    expect(await customOf("Taken Back")).toEqual(after)
    const [worked] = await w.system((ctx) => ctx.tx.select().from(groups).where(eq(groups.name, "Worked On")))
    await w.asWorker((ctx) =>
      changeGroup(ctx, worked?.id ?? "", { version: worked?.version ?? 0, custom: { [rooms.id]: 10 } }),
    )
    expect(await w.asWorker((ctx) => undoImport(ctx, { id }))).toMatchObject({ restored: 1, left: 1 })
    expect(await customOf("Taken Back")).toEqual(before)
    expect(await customOf("Worked On")).toEqual({ ...after, [rooms.id]: 10 })
  })

  it("shows a group’s own people what is for them and nothing more", async () => {
    const theirs = (await w.asWorker((ctx) => ctx.tx.select().from(groups))).find(
      ({ id }) => id === w.foodbank.id,
    )
    const id = await take(
      `Name,Postcode,Insured until,Rooms\n${theirs?.name},${theirs?.postcode ?? ""},2/2/2027,7`,
    )
    expect((await w.asWorker((ctx) => checkImport(ctx, id))).counts).toMatchObject({ updated: 1 })
    await bring(id)
    const said = JSON.stringify(await w.asLead((ctx) => listHistory(ctx, w.foodbank.id, {})))
    expect(said).toContain("Rooms")
    expect(said).not.toContain("Insured")
    expect(JSON.stringify(await w.asWorker((ctx) => listHistory(ctx, w.foodbank.id, {})))).toContain(
      "Insured",
    )
  })

  it("leaves out what is not asked any more, and what is another LIO’s", async () => {
    const id = await take("Name,Old question\nSomebody,Yes")
    const elsewhere = await w.asOtherManager((ctx) =>
      addField(ctx, addFieldInput.parse({ label: "Old question", kind: "text", forGroups: "see" })),
    )
    await w.asWorker((ctx) => mapColumns(ctx, { id, columns: ["name", answerName(elsewhere.id)] }))
    expect((await w.asWorker((ctx) => getImport(ctx, id))).mapping["Old question"]).toBeNull()
    const old = await ask("Old question", "text")
    await w.asWorker((ctx) => mapColumns(ctx, { id, columns: ["name", answerName(old.id)] }))
    expect((await w.asWorker((ctx) => getImport(ctx, id))).mapping["Old question"]).toBe(answerName(old.id))
    await w.asManager((ctx) => retireField(ctx, { id: old.id }))
    await bring(id)
    expect(await customOf("Somebody")).toEqual({})
    expect((await w.asWorker(listFields)).map(({ label }) => label)).not.toContain("Old question")
  })
})
