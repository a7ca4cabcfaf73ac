import { describe, expect, it } from "vitest"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { addSource, changeSource, checkSource, removeSource, setSource } from "@/lib/support-sources/commands"
import { sourceFields } from "@/lib/support-sources/input"
import { getSource, listPublishedSources, listSources } from "@/lib/support-sources/queries"
import { world } from "./support/world"

const w = await world()
const fields = (name: string, more: Record<string, unknown> = {}) =>
  sourceFields.parse({ name, kind: "specialist", phone: "01632 960 001", ...more })
const add = (name: string, more?: Record<string, unknown>) =>
  w.asManager((ctx) => addSource(ctx, fields(name, more)))
const set = (id: string, to: "published" | "draft") => w.asManager((ctx) => setSource(ctx, { id, to }))
const seen = async () => (await w.asPublic(listPublishedSources)).map(({ name }) => name)

describe("Another source of support", () => {
  it("is seen by everybody once it is published, and by nobody after", async () => {
    const { id } = await add("Rainbow")
    expect(await seen()).toEqual([])
    expect(await w.asPublic((ctx) => ctx.tx.execute("select * from support_sources"))).toEqual([])
    expect(await w.asManager(listPublishedSources)).toEqual([])
    await set(id, "published")
    expect(await seen()).toEqual(["Rainbow"])
    await expect(set(id, "published")).rejects.toThrow(RuleBroken)
    await set(id, "draft")
    expect(await seen()).toEqual([])
    await w.asManager((ctx) => removeSource(ctx, { id }))
    expect(await w.asManager(listSources)).toEqual([])
  })

  it("isn’t published before people can reach it", async () => {
    const { id } = await add("Silent", { phone: "" })
    await expect(set(id, "published")).rejects.toThrow("so that people can reach it")
    await w.asManager((ctx) =>
      changeSource(ctx, { id, ...fields("Silent", { phone: "", website: "silent.example" }) }),
    )
    await set(id, "published")
    expect(await w.asManager((ctx) => getSource(ctx, id))).toMatchObject({
      website: "https://silent.example",
    })
    await w.asManager((ctx) => removeSource(ctx, { id }))
  })

  it("says when it was last checked", async () => {
    const { id } = await add("Checked")
    await w.system((ctx) => ctx.tx.execute("update support_sources set checked_on = '2020-01-01'"))
    await w.asManager((ctx) => checkSource(ctx, { id }))
    const { checkedOn } = await w.asManager((ctx) => getSource(ctx, id))
    expect(checkedOn).not.toBe("2020-01-01")
  })

  it.each([
    [{ kind: "shop" }, "kind"],
    [{ specialism: "chess" }, "specialism"],
    [{ areaCodes: ["'; drop"] }, "areaCodes"],
    [{ name: "" }, "name"],
  ])("with %j is refused", (wrong, field) => {
    const { error } = sourceFields.safeParse({ name: "A", kind: "other", ...wrong })
    expect(error?.issues.map(({ path }) => path[0])).toEqual([field])
  })

  it("is kept by managers of this LIO", async () => {
    const { id } = await add("Ours")
    for (const as of [w.asWorker, w.asViewer, w.asLead, w.asPublic]) {
      await expect(as((ctx) => addSource(ctx, fields("Theirs")))).rejects.toThrow(NotAllowed)
      await expect(as((ctx) => changeSource(ctx, { id, ...fields("Theirs") }))).rejects.toThrow(NotAllowed)
      await expect(as((ctx) => setSource(ctx, { id, to: "published" }))).rejects.toThrow(NotAllowed)
      await expect(as((ctx) => checkSource(ctx, { id }))).rejects.toThrow(NotAllowed)
      await expect(as((ctx) => removeSource(ctx, { id }))).rejects.toThrow(NotAllowed)
      await expect(as(listSources)).rejects.toThrow(NotAllowed)
    }
    await expect(w.asOtherManager((ctx) => getSource(ctx, id))).rejects.toThrow(NotFound)
    await expect(w.asOtherManager((ctx) => removeSource(ctx, { id }))).rejects.toThrow(NotFound)
    expect(await w.asOtherManager(listSources)).toEqual([])
  })
})
