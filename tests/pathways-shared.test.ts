import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import type { Ctx } from "@/lib/access/ctx"
import {
  addPathway,
  bringInPathway,
  changePathway,
  retirePathway,
  sharePathway,
  takePathway,
} from "@/lib/enquiries/pathways/commands"
import { pathwayIn } from "@/lib/enquiries/pathways/input"
import {
  asFile,
  getPathway,
  hasNeighbours,
  listPathways,
  listSharedPathways,
} from "@/lib/enquiries/pathways/queries"
import { STARTER } from "@/lib/enquiries/pathways/words"
import { countStages, stageOf } from "@/lib/enquiries/words"
import { NotAllowed, NotFound } from "@/lib/errors"
import { world } from "./support/world"

const w = await world()
const STEPS = [
  { title: "Meet for a cup of tea", about: "At ours.", guide: "start-a-group" },
  { title: "Write it down", about: null, guide: "a-guide-of-ours-alone" },
]
const add = (name: string) => w.asWorker((ctx) => addPathway(ctx, { name, steps: STEPS }))
const share = (id: string, shared = true) => w.asWorker((ctx) => sharePathway(ctx, { id, shared }))
const seenByOther = async () =>
  (await w.asOtherManager(listSharedPathways)).map(({ name, by }) => `${name} by ${by}`)
const bytes = (text: string) => new TextEncoder().encode(text)

describe("A pathway shared with the other LIOs of the installation", () => {
  it("is seen by them by its name and steps, and taken over as their own", async () => {
    const { id } = await add("Tea first")
    expect(await seenByOther()).toEqual([])
    await share(id)
    expect(await seenByOther()).toEqual(["Tea first by Ribble CVS"])
    expect(await w.asWorker(listSharedPathways)).toEqual([])
    const taken = await w.asOtherManager((ctx) => takePathway(ctx, { id }))
    expect(taken.id).not.toBe(id)
    const theirs = await w.asOtherManager((ctx) => getPathway(ctx, taken.id))
    expect(theirs).toMatchObject({ name: "Tea first", sharedAt: null })
    expect(theirs.steps.map(({ title }) => title)).toEqual(STEPS.map(({ title }) => title))
    expect(theirs.steps[1]?.guide).toBeNull()
    await w.asWorker((ctx) =>
      changePathway(ctx, { id, seen: "", name: "Coffee first", steps: STEPS.slice(0, 1) }),
    )
    expect(await seenByOther()).toEqual(["Coffee first by Ribble CVS"])
    expect((await w.asOtherManager((ctx) => getPathway(ctx, taken.id))).steps).toHaveLength(2)
    await share(id, false)
    expect(await seenByOther()).toEqual([])
    await expect(w.asOtherManager((ctx) => takePathway(ctx, { id }))).rejects.toThrow(NotFound)
  })

  it("is gone for them when it is taken off the list", async () => {
    const { id } = await add("For a while")
    await share(id)
    await w.asWorker((ctx) => retirePathway(ctx, { id }))
    expect(await seenByOther()).toEqual([])
    await expect(share(id)).rejects.toThrow(NotFound)
  })

  it("is shared and taken by workers and managers alone, each for their own LIO", async () => {
    const { id } = await add("Ours")
    for (const who of [w.asViewer, w.asLead, w.asPublic]) {
      await expect(who((ctx) => sharePathway(ctx, { id, shared: true }))).rejects.toThrow(NotAllowed)
      await expect(who((ctx) => takePathway(ctx, { id }))).rejects.toThrow(NotAllowed)
    }
    for (const who of [w.asLead, w.asPublic])
      await expect(who(listSharedPathways)).rejects.toThrow(NotAllowed)
    await expect(w.asOtherManager((ctx) => sharePathway(ctx, { id, shared: true }))).rejects.toThrow(NotFound)
    expect(await w.asWorker(hasNeighbours)).toBe(true)
  })

  it("can’t be written beside the trigger, and shows nothing else of the LIO", async () => {
    const write = (ctx: Ctx) =>
      ctx.tx.execute(sql`insert into shared_pathways (lio_id, id, name, steps)
        select id, gen_random_uuid(), 'Forged', '[]' from lios`)
    await expect(w.system(write)).rejects.toThrow()
    const [row] = await w.system((ctx) =>
      ctx.tx.execute<{
        columns: string
      }>(sql`select string_agg(column_name, ' ' order by column_name) as columns
        from information_schema.columns where table_name = 'shared_pathways'`),
    )
    expect(row?.columns).toBe("id lio_id name steps")
  })
})

describe("A pathway from a file", () => {
  it("comes in as it was downloaded, with the guides that are here", async () => {
    const { id } = await add("Round trip")
    const file = asFile(await w.asWorker((ctx) => getPathway(ctx, id)))
    const made = await w.asOtherManager((ctx) => bringInPathway(ctx, bytes(file)))
    const theirs = await w.asOtherManager((ctx) => getPathway(ctx, made.id))
    expect(theirs.steps.map(({ title, about }) => ({ title, about }))).toEqual(
      STEPS.map(({ title, about }) => ({ title, about })),
    )
    expect((await w.asOtherManager(listPathways)).map(({ name }) => name)).toContain("Round trip")
  })

  it("is refused in words when it is none", () => {
    const none = "This isn’t a pathway. Choose a file that you downloaded from a list of pathways."
    for (const text of [
      "{",
      "[]",
      "null",
      '{"trellis":"view"}',
      "\u0000\u0001",
      JSON.stringify({ ...STARTER, trellis: "pathway", version: 2 }),
    ])
      expect(() => pathwayIn(bytes(text))).toThrow(none)
    const long = { trellis: "pathway", version: 1, name: "x", steps: Array(41).fill({ title: "y" }) }
    expect(() => pathwayIn(bytes(JSON.stringify(long)))).toThrow(none)
    expect(() => pathwayIn(new Uint8Array())).toThrow("Choose a file first.")
    expect(() => pathwayIn(new Uint8Array([0xff, 0xfe, 0x00]))).toThrow(none)
  })

  it("is brought in by workers and managers alone", async () => {
    for (const who of [w.asViewer, w.asLead, w.asPublic])
      await expect(who((ctx) => bringInPathway(ctx, bytes("no pathway")))).rejects.toThrow(NotAllowed)
  })
})

describe("Enquiries by the step that comes next", () => {
  it("are counted whatever the case, the most first and the finished last", () => {
    const rows = [null, null, null, "Committee", "Bank account", "committee "].map((next) => ({ next }))
    expect(countStages(rows).map(({ label, count }) => [label, count])).toEqual([
      ["Committee", 2],
      ["Bank account", 1],
      ["Every step is done", 3],
    ])
    expect(stageOf({ next: " Committee" })).toBe("committee")
  })
})
