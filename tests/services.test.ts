import { describe, expect, it } from "vitest"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { addService, changeService, moveService, setService } from "@/lib/services/commands"
import { serviceFields } from "@/lib/services/input"
import { countServices, getService, listPublishedServices, listServices } from "@/lib/services/queries"
import { world } from "./support/world"

const w = await world()
const fields = (name: string, more: Record<string, unknown> = {}) =>
  serviceFields.parse({ name, about: "We help.", ...more })
const add = (name: string, more?: Record<string, unknown>) =>
  w.asManager((ctx) => addService(ctx, fields(name, more)))
const set = (id: string, to: "published" | "draft" | "retired") =>
  w.asManager((ctx) => setService(ctx, { id, to }))
const onPage = async () => (await w.asPublic(listPublishedServices)).map(({ name }) => name)

describe("The service catalogue", () => {
  it("shows the public what is published, in the order that was chosen", async () => {
    const start = await add("Help to start")
    const money = await add("Funding advice", { cannot: "We write nothing for you.", cost: "£5" })
    const secret = await add("Not yet")
    expect(await onPage()).toEqual([])
    await set(start.id, "published")
    await set(money.id, "published")
    expect(await onPage()).toEqual(["Help to start", "Funding advice"])
    await w.asManager((ctx) => moveService(ctx, { id: money.id, where: "up" }))
    await w.asManager((ctx) => moveService(ctx, { id: money.id, where: "up" }))
    expect(await onPage()).toEqual(["Funding advice", "Help to start"])
    await w.asManager((ctx) => moveService(ctx, { id: money.id, where: "down" }))
    expect(await onPage()).toEqual(["Help to start", "Funding advice"])
    await set(start.id, "retired")
    expect(await onPage()).toEqual(["Funding advice"])
    expect((await w.asManager(listServices)).map(({ name }) => name)).toEqual([
      "Funding advice",
      "Not yet",
      "Help to start",
    ])
    expect(await w.asPublic(countServices)).toBe(1)
    await expect(set(start.id, "retired")).rejects.toThrow(RuleBroken)
    await set(start.id, "draft")
    await set(secret.id, "retired")
  })

  it("keeps what was changed, and says nothing empty to the public", async () => {
    const { id } = await add("Room hire", { about: "", forWhom: "" })
    await expect(set(id, "published")).rejects.toThrow("who it’s for")
    await w.asManager((ctx) => changeService(ctx, { id, ...fields("Room hire", { forWhom: "Members" }) }))
    expect(await w.asManager((ctx) => getService(ctx, id))).toMatchObject({ forWhom: "Members", cost: null })
    expect(serviceFields.safeParse({ name: " " }).success).toBe(false)
  })

  it("is for managers of this LIO", async () => {
    const { id } = await add("Ours")
    for (const as of [w.asWorker, w.asViewer, w.asLead, w.asPublic]) {
      await expect(as((ctx) => addService(ctx, fields("Theirs")))).rejects.toThrow(NotAllowed)
      await expect(as((ctx) => changeService(ctx, { id, ...fields("Theirs") }))).rejects.toThrow(NotAllowed)
      await expect(as((ctx) => setService(ctx, { id, to: "published" }))).rejects.toThrow(NotAllowed)
      await expect(as((ctx) => moveService(ctx, { id, where: "up" }))).rejects.toThrow(NotAllowed)
      await expect(as(listServices)).rejects.toThrow(NotAllowed)
    }
    await expect(w.asOtherManager((ctx) => getService(ctx, id))).rejects.toThrow(NotFound)
    await expect(w.asOtherManager((ctx) => setService(ctx, { id, to: "published" }))).rejects.toThrow(
      NotFound,
    )
    expect(await w.asOtherManager(listServices)).toEqual([])
  })
})
