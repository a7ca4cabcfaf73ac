import { describe, expect, it } from "vitest"
import type { TERM_LISTS } from "@/db/vocabulary"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { addGroup, changeGroup } from "@/lib/groups/commands"
import { listHistory } from "@/lib/groups/history/queries"
import { groupList } from "@/lib/groups/list/filters"
import { listGroups } from "@/lib/groups/list/queries"
import { getGroup, listTerms } from "@/lib/groups/queries"
import { listTimeline } from "@/lib/groups/timeline/queries"
import { readList } from "@/lib/lists/input"
import { asSeen } from "@/lib/seen"
import { addTerm, mergeTerm, offerTerm, renameTerm, retireTerm, showTerm } from "@/lib/word-lists/commands"
import { findTerm, getTerm, listKeptTerms, previewMerge } from "@/lib/word-lists/queries"
import { world } from "./support/world"

const w = await world()
const word = (name: string, list: keyof typeof TERM_LISTS = "theme") =>
  w.asWorker((ctx) => addTerm(ctx, { list, name }))
const named = (name: string, termIds: string[]) => w.asWorker((ctx) => addGroup(ctx, { name, termIds }))
const group = (id: string) => w.asWorker((ctx) => getGroup(ctx, id))
const offeredNames = async () => (await w.asWorker(listTerms)).map(({ name }) => name)
const found = async (termId: string) =>
  (await w.asWorker((ctx) => listGroups(ctx, readList(groupList, `term=${termId}`)))).rows.map(
    ({ name }) => name,
  )

describe("The LIO’s own lists", () => {
  it("are kept by those who keep groups, and by nobody else", async () => {
    const { id } = await word("Sport")
    for (const as of [w.asViewer, w.asLead, w.asMember]) {
      await expect(as((ctx) => addTerm(ctx, { list: "theme", name: "Mine" }))).rejects.toThrow(NotAllowed)
      await expect(as((ctx) => renameTerm(ctx, { id, name: "Mine" }))).rejects.toThrow(NotAllowed)
      await expect(as((ctx) => retireTerm(ctx, { id }))).rejects.toThrow(NotAllowed)
      await expect(as((ctx) => mergeTerm(ctx, { id, into: id }))).rejects.toThrow(NotAllowed)
      await expect(as(listKeptTerms)).rejects.toThrow(NotAllowed)
    }
    await expect(w.asOtherManager((ctx) => renameTerm(ctx, { id, name: "Theirs" }))).rejects.toThrow(NotFound)
    await expect(word("sPORT")).rejects.toThrow("already")
    await word("Sport", "tag")
  })

  it("counts the groups of a word, and renames it on all of them", async () => {
    const { id } = await word("Kids")
    const made = await named("Scouts", [id])
    await w.asManager((ctx) => renameTerm(ctx, { id, name: "Young people" }))
    expect((await group(made.id)).terms).toMatchObject([{ name: "Young people" }])
    expect((await w.asWorker((ctx) => getTerm(ctx, id))).groups).toBe(1)
    await expect(w.asWorker((ctx) => renameTerm(ctx, { id, name: "Sport" }))).rejects.toThrow("Merge the two")
  })

  it("offers a retired word no more, leaves it where it is, and brings it back", async () => {
    const { id } = await word("Temperance")
    const made = await named("Band of Hope", [id])
    await w.asWorker((ctx) => retireTerm(ctx, { id }))
    expect(await offeredNames()).not.toContain("Temperance")
    expect((await group(made.id)).termIds).toEqual([id])
    expect(await found(id)).toEqual(["Band of Hope"])
    await w.asWorker((ctx) => changeGroup(ctx, made.id, { version: 1, termIds: [id] }))
    expect((await group(made.id)).termIds).toEqual([id])
    await expect(word("Temperance")).rejects.toThrow("Bring it back")
    await w.asWorker((ctx) => offerTerm(ctx, { id }))
    expect(await offeredNames()).toContain("Temperance")
  })

  it("merges one word into another, group by group, and keeps old addresses working", async () => {
    const [old, older, kept] = [await word("Green"), await word("Eco"), await word("Environment")]
    const one = await named("Tree Wardens", [old.id])
    const two = await named("River Watch", [old.id, kept.id])
    const three = await named("Repair Café", [older.id])
    await w.asWorker((ctx) => mergeTerm(ctx, { id: older.id, into: old.id }))
    expect(await w.asWorker((ctx) => previewMerge(ctx, { id: old.id, into: kept.id }))).toMatchObject({
      groups: 3,
      both: 1,
    })
    const done = await w.asWorker((ctx) => mergeTerm(ctx, { id: old.id, into: kept.id }))
    expect(done).toMatchObject({ groups: 3, from: "Green", name: "Environment" })
    for (const { id } of [one, two, three]) expect((await group(id)).termIds).toEqual([kept.id])
    for (const id of [old.id, older.id, kept.id])
      expect(await found(id)).toEqual(["Repair Café", "River Watch", "Tree Wardens"])
    expect(await offeredNames()).not.toContain("Green")
    expect(await w.asWorker((ctx) => findTerm(ctx, older.id))).toMatchObject({
      id: kept.id,
      name: "Environment",
    })
    const { rows } = await w.asWorker((ctx) => listTimeline(ctx, two.id, {}))
    expect(rows[0]).toMatchObject({
      summary: "“Green” went up in “Environment”",
      to: { termIds: [kept.id] },
    })
    await expect(w.asWorker((ctx) => mergeTerm(ctx, { id: old.id, into: kept.id }))).rejects.toThrow(
      "Somebody merged",
    )
    const tag = await word("Environment", "tag")
    await expect(w.asWorker((ctx) => mergeTerm(ctx, { id: kept.id, into: tag.id }))).rejects.toThrow(
      RuleBroken,
    )
  })

  it("takes a form that still shows the old word: it means the one that stands", async () => {
    const [old, kept] = [await word("Disability"), await word("Disabled people")]
    const made = await named("Wheelchair Dance", [])
    await w.asManager((ctx) => mergeTerm(ctx, { id: old.id, into: kept.id }))
    await w.asWorker((ctx) => changeGroup(ctx, made.id, { version: 1, termIds: [old.id, kept.id] }))
    expect((await group(made.id)).termIds).toEqual([kept.id])
  })

  it("lets one of two win who rename, add or merge at the same moment, and tells the other", async () => {
    const { id } = await word("Elders")
    const seen = asSeen({ name: "Elders" })
    const both = await Promise.allSettled(
      ["Older people", "Seniors"].map((name) => w.asManager((ctx) => renameTerm(ctx, { id, name, seen }))),
    )
    const lost = both.find((one) => one.status === "rejected")
    expect(lost?.reason.theirs.name).toBe((await w.asWorker((ctx) => getTerm(ctx, id))).name)
    const adds = await Promise.allSettled([word("Faith"), word("faith")])
    expect(adds.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"])
    const [a, b] = [await word("A1"), await word("B1")]
    const merges = await Promise.allSettled([
      w.asManager((ctx) => mergeTerm(ctx, { id: a.id, into: b.id })),
      w.asWorker((ctx) => mergeTerm(ctx, { id: b.id, into: a.id })),
    ])
    expect(merges.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"])
  })
})

describe("A tag", () => {
  it("is for staff alone, in lists, on timelines and in the history, until the LIO shows it to groups", async () => {
    const tag = await w.asManager((ctx) => addTerm(ctx, { list: "tag", name: "Slow to pay" }))
    const before = await w.asWorker((ctx) => getGroup(ctx, w.foodbank.id))
    await w.asWorker((ctx) =>
      changeGroup(ctx, w.foodbank.id, { version: before.version, termIds: [...before.termIds, tag.id] }),
    )
    const seen = (as: typeof w.asLead) =>
      as(async (ctx) => ({
        group: (await getGroup(ctx, w.foodbank.id)).terms.map(({ name }) => name),
        timeline: JSON.stringify((await listTimeline(ctx, w.foodbank.id, {})).rows),
        history: JSON.stringify((await listHistory(ctx, w.foodbank.id, {})).rows),
      }))
    const staff = await seen(w.asViewer)
    expect([staff.group, staff.history.includes("Slow to pay")]).toEqual([["Slow to pay"], true])
    const lead = await seen(w.asLead)
    expect(lead.group).toEqual([])
    expect(lead.timeline + lead.history).not.toMatch(/Slow to pay|not on your lists/)
    await expect(w.asViewer((ctx) => showTerm(ctx, { id: tag.id, shown: true }))).rejects.toThrow(NotAllowed)
    await w.asWorker((ctx) => showTerm(ctx, { id: tag.id, shown: true }))
    expect((await seen(w.asLead)).group).toEqual(["Slow to pay"])
  })
})
