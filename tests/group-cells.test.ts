import { describe, expect, it } from "vitest"
import { areas } from "@/db/schema"
import { changeCell } from "@/lib/cells/commands"
import { cellInput, changeCellInput } from "@/lib/cells/input"
import { openCell } from "@/lib/cells/queries"
import { found, NotAllowed, NotFound } from "@/lib/errors"
import { addField } from "@/lib/fields/commands"
import { addFieldInput, answerName } from "@/lib/fields/input"
import { addGroup, changeGroup } from "@/lib/groups/commands"
import { getGroup } from "@/lib/groups/queries"
import { welcomePerson } from "@/lib/groups/roles/commands"
import { undoAct } from "@/lib/undo/commands"
import { addTerm } from "@/lib/word-lists/commands"
import { world } from "./support/world"

const w = await world()
const named = (name: string) => w.asWorker((ctx) => addGroup(ctx, { name }))
const group = (id: string) => w.asWorker((ctx) => getGroup(ctx, id))
const cell = (id: string, column: string, as: typeof w.asWorker = w.asWorkerReading) =>
  as((ctx) => openCell(ctx, cellInput.parse({ of: "group", id, column })))
const change = (id: string, column: string, value: string | string[], as: typeof w.asWorker = w.asWorker) =>
  as((ctx) => changeCell(ctx, changeCellInput.parse({ of: "group", id, column, value })))
const undo = (save: string | null, as: typeof w.asWorker = w.asWorker) =>
  as((ctx) => undoAct(ctx, { what: "group", id: found(save) }))
const question = (label: string, kind: string, options = "") =>
  w.asManager((ctx) => addField(ctx, addFieldInput.parse({ label, kind, options, forGroups: "nothing" })))

const tags = await Promise.all(
  ["Winter fund", "Hall hire"].map((name) => w.asManager((ctx) => addTerm(ctx, { list: "tag", name }))),
)
const theme = await w.asManager((ctx) => addTerm(ctx, { list: "theme", name: "Sport" }))
const [area] = await w.system((ctx) =>
  ctx.tx.insert(areas).values({ lioId: ctx.lio.id, kind: "neighbourhood", name: "Whalley" }).returning(),
)

describe("A cell of the list of groups", () => {
  it("says what it may be, and is saved and undone by itself", async () => {
    const { id } = await named("Cells and Sons")
    await change(id, "theme", [theme.id])
    expect(await cell(id, "tag")).toMatchObject({ kind: "several", value: [], label: "Tags" })
    const both = await change(
      id,
      "tag",
      tags.map((tag) => tag.id),
    )
    expect((await group(id)).termIds.sort()).toEqual([theme.id, ...tags.map((tag) => tag.id)].sort())
    const served = await change(id, "serves", [found(area).id])
    expect(await cell(id, "serves")).toMatchObject({ value: [found(area).id] })
    await undo(both.change)
    expect(await group(id)).toMatchObject({ termIds: [theme.id], areaIds: [found(area).id] })
    await undo(served.change)
    expect((await group(id)).areaIds).toEqual([])
  })

  it("of a stage gives back its reason and its day when it is undone", async () => {
    const { id } = await named("Staged Readings")
    await w.asWorker((ctx) =>
      changeGroup(ctx, id, { version: 1, stage: "enquiry", stageReason: "A leaflet" }),
    )
    await w.system((ctx) => ctx.tx.execute(`update groups set stage_since = '2026-01-05' where id = '${id}'`))
    const { change: save } = await change(id, "stage", "forming")
    expect(await group(id)).toMatchObject({ stage: "forming", stageReason: null })
    await undo(save)
    expect(await group(id)).toMatchObject({
      stage: "enquiry",
      stageReason: "A leaflet",
      stageSince: "2026-01-05",
    })
  })

  it("of a question of the LIO’s own takes what its kind takes", async () => {
    const { id } = await named("Asked and Answered")
    const insured = await question("Insured", "yes_no")
    const size = await question("Minibuses", "number")
    const how = await question("Meets", "choices", "Online\nIn a hall")
    await change(id, `f.${insured.id}`, "yes")
    await change(id, `f.${size.id}`, "2")
    const last = await change(id, `f.${how.id}`, ["Online", "In a hall"])
    expect((await group(id)).custom).toEqual({
      [insured.id]: true,
      [size.id]: 2,
      [how.id]: ["Online", "In a hall"],
    })
    await expect(change(id, `f.${size.id}`, "many")).rejects.toThrow()
    await undo(last.change)
    expect((await group(id)).custom).toEqual({ [insured.id]: true, [size.id]: 2 })
    const long = await question("Story", "long")
    await expect(cell(id, `f.${long.id}`)).rejects.toThrow("own page")
    expect(answerName(insured.id)).toContain(insured.id)
  })

  it("of the main contact offers the group’s people", async () => {
    const { id } = await named("Contact Improvisation")
    await expect(cell(id, "contact")).rejects.toThrow("no people yet")
    const person = await w.asWorker((ctx) =>
      welcomePerson(ctx, {
        ...{ groupId: id, name: "Ffion Rees", email: null, phone: null, main: false, role: "chair" },
        ...{ title: null, speaks: null, startedOn: null },
      }),
    )
    expect((await cell(id, "contact")).options.map(({ label }) => label)).toEqual(["Ffion Rees", "Nobody"])
    const { change: save } = await change(id, "contact", person.personId)
    expect((await group(id)).mainContactId).toBe(person.personId)
    await undo(save)
    expect((await group(id)).mainContactId).toBeNull()
    await expect(change(id, "contact", w.lead.id)).rejects.toThrow("one of the group’s people")
  })

  it("that somebody changed since is not undone over their heads, and twice changes nothing more", async () => {
    const { id } = await named("Second Thoughts")
    const first = await change(id, "tag", [found(tags[0]).id])
    await change(id, "tag", [found(tags[1]).id], w.asManager)
    await expect(undo(first.change)).rejects.toThrow("changed this since")
    const other = await change(id, "serves", [found(area).id])
    await undo(other.change)
    const { version } = await group(id)
    await undo(other.change)
    expect((await group(id)).version).toBe(version)
  })

  it("is for staff who keep the list, in their own LIO", async () => {
    for (const as of [w.asViewer, w.asLead, w.asMember]) {
      await expect(cell(w.foodbank.id, "tag", as)).rejects.toThrow(NotAllowed)
      await expect(change(w.foodbank.id, "tag", [], as)).rejects.toThrow(NotAllowed)
    }
    await expect(cell(w.foodbank.id, "tag", w.asOtherManager)).rejects.toThrow(NotFound)
    await expect(change(w.foodbank.id, "tag", [], w.asOtherManager)).rejects.toThrow(NotFound)
    const { change: save } = await change(w.foodbank.id, "tag", [found(tags[0]).id])
    for (const as of [w.asViewer, w.asLead]) await expect(undo(save, as)).rejects.toThrow(NotAllowed)
    await expect(undo(save, w.asOtherManager)).rejects.toThrow(NotFound)
    expect(cellInput.safeParse({ of: "group", id: w.foodbank.id, column: "email" }).success).toBe(false)
  })
})
