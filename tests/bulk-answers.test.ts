import { eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { events } from "@/db/schema"
import { listGiven } from "@/lib/bulk/answers/queries"
import { changeMany, undoChange } from "@/lib/bulk/commands"
import { changeManyInput } from "@/lib/bulk/input"
import { previewChange } from "@/lib/bulk/queries"
import { NotAllowed } from "@/lib/errors"
import { addField } from "@/lib/fields/commands"
import { addFieldInput } from "@/lib/fields/input"
import { addGroup, changeGroup } from "@/lib/groups/commands"
import { getGroup } from "@/lib/groups/queries"
import { world } from "./support/world"

const w = await world()
const add = (name: string) => w.asWorker(async (ctx) => (await addGroup(ctx, { name })).id)
const preview = (ids: string[], to: string) =>
  w.asWorker((ctx) => previewChange(ctx, { ids }, changeManyInput.parse({ kind: "answer", to }).change))
/** A change as the pages make it: previewed, then done. */
async function change(ids: string[], to: string) {
  const { seal } = await preview(ids, to)
  return w.asWorker((ctx) => changeMany(ctx, changeManyInput.parse({ id: ids, kind: "answer", to, seal })))
}
const undo = (id: string) => w.asWorker((ctx) => undoChange(ctx, { id }))
const group = (id: string) => w.asWorker((ctx) => getGroup(ctx, id))

describe("An answer given for many groups at once", () => {
  it("is set, kept out of the groups’ own history when it is for staff, and undone where nobody answered since", async () => {
    const ask = (label: string, kind: string, more: Record<string, unknown> = {}) =>
      w.asManager((ctx) => addField(ctx, addFieldInput.parse({ label, kind, forGroups: "nothing", ...more })))
    const hall = await ask("Own hall?", "yes_no", { forGroups: "see" })
    const met = await ask("How we met", "choice", { options: "At a fair\nBy letter" })
    await ask("Insured until", "date")
    const given = await w.asWorker(listGiven)
    expect(given.map(({ group, label }) => `${group} ${label}`)).toEqual([
      ...["Own hall? Yes", "Own hall? No", "Own hall? Not known"],
      ...["How we met At a fair", "How we met By letter", "How we met Not known"],
    ])
    const to = (group: string, label: string) =>
      given.find((one) => one.group === group && one.label === label)?.value ?? ""
    const [a, b, c] = [await add("Answer A"), await add("Answer B"), await add("Answer C")]
    await w.asWorker((ctx) => changeGroup(ctx, b, { version: 1, custom: { [met.id]: "By letter" } }))
    await w.asWorker((ctx) => changeGroup(ctx, c, { version: 1, custom: { [met.id]: "At a fair" } }))
    const seen = await preview([a, b, c], to("How we met", "At a fair"))
    expect([seen.will.number, seen.already.number, seen.named.name]).toEqual([
      ...[2, 1, "“How we met” as “At a fair”"],
    ])
    const done = await change([a, b, c], to("How we met", "At a fair"))
    expect((await group(b)).custom).toEqual({ [met.id]: "At a fair" })
    const whats = async (id: string) =>
      (await w.system((ctx) => ctx.tx.select().from(events).where(eq(events.groupId, id)))).map(
        ({ what }) => what,
      )
    expect(await whats(a)).toEqual(["group.added", "answer.changed"])
    await w.asWorker((ctx) => changeGroup(ctx, a, { version: 2, custom: { [met.id]: "By letter" } }))
    expect(await undo(done.id)).toEqual({ back: 1, left: 1 })
    expect((await group(a)).custom).toEqual({ [met.id]: "By letter" })
    expect((await group(b)).custom).toEqual({ [met.id]: "By letter" })
    const yes = await change([a, b], to("Own hall?", "Yes"))
    expect((await group(a)).custom).toMatchObject({ [hall.id]: true })
    expect(await whats(a)).toContain("group.changed")
    expect(await undo(yes.id)).toEqual({ back: 2, left: 0 })
    expect((await group(a)).custom).toEqual({ [met.id]: "By letter" })
    const none = await change([a], to("How we met", "Not known"))
    expect((await group(a)).custom).toEqual({})
    expect(await undo(none.id)).toEqual({ back: 1, left: 0 })
    expect((await group(a)).custom).toEqual({ [met.id]: "By letter" })
  })

  it("is refused when it makes no sense, and to who may not", async () => {
    const id = await add("Answer D")
    for (const to of ["", "nothing", `${id}:maybe`, `${id}:"x`])
      expect(changeManyInput.safeParse({ id: [id], kind: "answer", to }).success).toBe(false)
    await expect(preview([id], `${id}:true`)).rejects.toThrow(/not offered any more/)
    const elsewhere = await w.asOtherManager((ctx) =>
      addField(ctx, addFieldInput.parse({ label: "Theirs", kind: "yes_no", forGroups: "see" })),
    )
    await expect(preview([id], `${elsewhere.id}:true`)).rejects.toThrow(/not offered/)
    for (const as of [w.asViewer, w.asLead, w.asMember])
      await expect(
        as((ctx) => changeMany(ctx, changeManyInput.parse({ id: [id], kind: "answer", to: `${id}:true` }))),
      ).rejects.toThrow(NotAllowed)
  })
})
