import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { areas, terms } from "@/db/schema"
import { changeMany, undoChange } from "@/lib/bulk/commands"
import { changeManyInput, type Which } from "@/lib/bulk/input"
import { listChanges, previewChange } from "@/lib/bulk/queries"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { addGroup, changeGroup } from "@/lib/groups/commands"
import { groupList } from "@/lib/groups/list/filters"
import { listGroups } from "@/lib/groups/list/queries"
import { getGroup } from "@/lib/groups/queries"
import { readList } from "@/lib/lists/input"
import { addTask } from "@/lib/tasks/commands"
import { taskList } from "@/lib/tasks/filters"
import { addTaskInput } from "@/lib/tasks/input"
import { countTasks, listTasks } from "@/lib/tasks/queries"
import { world } from "./support/world"

const w = await world()
const [term, other, area] = await w.system(async (ctx) => {
  const lioId = ctx.lio.id
  const made = await ctx.tx
    .insert(terms)
    .values([
      { lioId, list: "tag", name: "Flood fund" },
      { lioId, list: "theme", name: "Food" },
    ])
    .returning()
  const [place] = await ctx.tx
    .insert(areas)
    .values({ lioId, kind: "neighbourhood", name: "Low Moor" })
    .returning()
  return [made[0]?.id ?? "", made[1]?.id ?? "", place?.id ?? ""]
})
const add = (name: string, more: Record<string, unknown> = {}) =>
  w.asWorker(async (ctx) => (await addGroup(ctx, { name, ...more })).id)
const preview = (which: Which, kind: string, to = "") =>
  w.asWorker((ctx) => previewChange(ctx, which, changeManyInput.parse({ kind, to }).change))
/** A change as the pages make it: previewed, then done. */
async function change(ids: string[], kind: string, to = "") {
  const { seal } = await preview({ ids }, kind, to)
  return w.asWorker((ctx) => changeMany(ctx, changeManyInput.parse({ id: ids, kind, to, seal })))
}
const undo = (id: string, as = w.asWorker) => as((ctx) => undoChange(ctx, { id }))
const group = (id: string) => w.asWorker((ctx) => getGroup(ctx, id))

describe("A change to many groups", () => {
  it("says first what it would do, and then does just that", async () => {
    const [a, b, c] = [await add("Bulk A"), await add("Bulk B"), await add("Bulk C", { termIds: [term] })]
    const seen = await preview({ ids: [a, b, c] }, "add-term", term)
    expect([seen.will.number, seen.already.number, seen.named.name]).toEqual([2, 1, "the tag “Flood fund”"])
    const done = await change([a, b, c], "add-term", term)
    expect(done.summary).toBe("Added the tag “Flood fund”: 2 groups")
    expect((await group(a)).terms.map(({ name }) => name)).toEqual(["Flood fund"])
    expect(await undo(done.id)).toEqual({ back: 2, left: 0 })
    expect((await group(a)).terms).toEqual([])
    expect((await group(c)).terms.map(({ name }) => name)).toEqual(["Flood fund"])
    await expect(undo(done.id)).rejects.toThrow(/undone already/)
    const [row] = await w.asWorker((ctx) => listChanges(ctx))
    expect(row).toMatchObject({ id: done.id, undoneBy: "Wendy Worker", fresh: false })
  })

  it("writes into each group’s log what it said before and after", async () => {
    const a = await add("Logged A", { stage: "enquiry" })
    await w.system((ctx) =>
      ctx.tx.execute(
        sql`update groups set stage_reason = 'Asked about a grant', stage_since = null where id = ${a}`,
      ),
    )
    const { id } = await change([a], "stage", "forming")
    const [event] = await w.system((ctx) =>
      ctx.tx.execute(
        sql`select what, actor_name as who, "from", "to" from events where group_id = ${a} order by at desc limit 1`,
      ),
    )
    expect(event).toEqual({
      what: "group.changed",
      who: "Wendy Worker",
      from: { stage: "enquiry", stageSince: null, stageReason: "Asked about a grant" },
      to: { stage: "forming", stageSince: expect.stringMatching(/^20/), stageReason: null, version: 2 },
    })
    await undo(id)
    expect(await group(a)).toMatchObject({ stage: "enquiry", stageReason: "Asked about a grant" })
  })

  it("takes every group that matches, as a step of its own", async () => {
    for (const name of ["Matching one", "Matching two"]) await add(name)
    const which = { filter: readList(groupList, "q=matching") }
    const { seal, will } = await preview(which, "add-area", area)
    expect(will.number).toBe(2)
    await w.asWorker((ctx) =>
      changeMany(
        ctx,
        changeManyInput.parse({ all: "yes", from: "q=matching", kind: "add-area", to: area, seal }),
      ),
    )
    const { total } = await w.asWorker((ctx) => listGroups(ctx, readList(groupList, `serves=${area}`)))
    expect(total).toBe(2)
  })

  it("does nothing when the list is not the one that was shown", async () => {
    await add("Sealed one")
    const { seal } = await preview({ filter: readList(groupList, "q=sealed") }, "add-term", term)
    const late = await add("Sealed two")
    const input = changeManyInput.parse({ all: "yes", from: "q=sealed", kind: "add-term", to: term, seal })
    await expect(w.asWorker((ctx) => changeMany(ctx, input))).rejects.toThrow(/while you were looking/)
    expect((await group(late)).terms).toEqual([])
  })

  it("leaves closed groups and those with a membership that counts as they are, and says so", async () => {
    const a = await add("Stage A")
    await w.system((ctx) => ctx.tx.execute(sql`update groups set stage = 'closed' where id = ${a}`))
    await w.system(async (ctx) => {
      await ctx.tx.execute(sql`with t as (insert into membership_types (lio_id, name) values (${ctx.lio.id}, 'Full') returning id)
        insert into memberships (lio_id, group_id, type_id, starts_on) select ${ctx.lio.id}, ${w.choir.id}, id, '2020-01-01' from t`)
    })
    const seen = await preview({ ids: [a, w.choir.id, w.council.id] }, "stage", "enquiry")
    expect([seen.will.number, seen.closed.number, seen.member.number]).toEqual([1, 1, 1])
    expect(seen.member.some[0]?.name).toBe("Côr Meibion Llanfair")
    expect((await preview({ ids: [w.choir.id] }, "remove")).member.number).toBe(1)
  })

  it("says in words what is missing", () => {
    const wrong = (value: object) => changeManyInput.safeParse(value).error?.issues[0]?.message
    expect(wrong({ kind: "add-term", to: "" })).toBe("Choose a tag, theme or service")
    expect(wrong({ kind: "stage", to: "member" })).toBe("Choose a stage")
    expect(wrong({ kind: "sector", to: "nonsense" })).toBe("Choose a sector")
    expect(wrong({ kind: "drop", to: "" })).toBe("Choose what to change")
  })

  it("needs groups, and something to change", async () => {
    const none = changeManyInput.parse({ kind: "stage", to: "enquiry" })
    await expect(w.asWorker((ctx) => changeMany(ctx, none))).rejects.toThrow(/No groups are selected/)
    const a = await add("Same already", { stage: "enquiry" })
    await expect(change([a], "stage", "enquiry")).rejects.toThrow(RuleBroken)
    await expect(change([a], "add-term", crypto.randomUUID())).rejects.toThrow(/not on your lists/)
  })
})

describe("Undo of a change to many groups", () => {
  it("keeps later work on the same thing, and says how many", async () => {
    const [a, b] = [await add("Later A"), await add("Later B")]
    const done = await change([a, b], "sector", "statutory")
    await w.asWorker((ctx) => changeGroup(ctx, b, { version: 2, sector: "residents" }))
    expect(await undo(done.id)).toEqual({ back: 1, left: 1 })
    expect([(await group(a)).sector, (await group(b)).sector]).toEqual(["voluntary", "residents"])
  })

  it("keeps a word that somebody took off and gave again, and other words given since", async () => {
    const [a, b] = [await add("Words A"), await add("Words B")]
    const done = await change([a, b], "add-term", term)
    await w.asWorker((ctx) => changeGroup(ctx, a, { version: 2, termIds: [] }))
    await w.asWorker((ctx) => changeGroup(ctx, a, { version: 3, termIds: [term] }))
    await w.asWorker((ctx) => changeGroup(ctx, b, { version: 2, termIds: [term, other] }))
    expect(await undo(done.id)).toEqual({ back: 1, left: 1 })
    const names = async (id: string) => (await group(id)).terms.map(({ name }) => name)
    expect([await names(a), await names(b)]).toEqual([["Flood fund"], ["Food"]])
    const [event] = await w.system((ctx) =>
      ctx.tx.execute<{ from: { termIds: string[] }; to: { termIds: string[] } }>(
        sql`select "from", "to" from events where group_id = ${b} order by at desc limit 1`,
      ),
    )
    expect([event?.from.termIds.sort(), event?.to.termIds]).toEqual([[term, other].sort(), [other]])
  })

  it("brings back what was taken off or removed", async () => {
    const a = await add("Back A", { termIds: [term, other], areaIds: [area] })
    const b = await add("Back B", { termIds: [term], areaIds: [area] })
    const off = [await change([a, b], "remove-term", term), await change([a, b], "remove-area", area)]
    expect(await group(b)).toMatchObject({ terms: [], areas: [] })
    const gone = await change([a, b], "remove")
    await expect(group(a)).rejects.toThrow(NotFound)
    await undo(gone.id)
    for (const { id } of off) await undo(id)
    const back = await group(a)
    expect([back.terms.length, back.areas.length, (await group(b)).termIds]).toEqual([2, 1, [term]])
  })

  it("brings back the tasks of a removed group, which wait out of sight", async () => {
    const a = await add("Has a task")
    await w.asWorker((ctx) =>
      addTask(ctx, addTaskInput.parse({ what: "Ring them about the hall", groupId: a })),
    )
    const open = () =>
      w.asWorker(async (ctx) => {
        const tasks = await listTasks(ctx, readList(taskList, { whose: "team" }))
        return [tasks.some(({ groupId }) => groupId === a), (await countTasks(ctx)).team]
      })
    expect(await open()).toEqual([true, 1])
    const { id } = await change([a], "remove")
    expect(await open()).toEqual([false, 0])
    await undo(id)
    expect(await open()).toEqual([true, 1])
  })

  it("is there for 24 hours", async () => {
    const a = await add("Old change")
    const { id } = await change([a], "stage", "enquiry")
    await w.system((ctx) =>
      ctx.tx.execute(sql`update bulk_changes set made_at = made_at - interval '25 hours' where id = ${id}`),
    )
    await expect(undo(id)).rejects.toThrow(/24 hours/)
    const [change_] = (await w.asViewer((ctx) => listChanges(ctx))).filter((row) => row.id === id)
    expect(change_).toMatchObject({
      fresh: false,
      by: "Wendy Worker",
      summary: "Set the stage to “Enquiry”: 1 group",
    })
  })
})

describe("Who may change many groups", () => {
  it("is staff who keep the list, and only in their own LIO", async () => {
    const a = await add("Mine")
    const { seal } = await preview({ ids: [a] }, "add-term", term)
    const input = changeManyInput.parse({ id: [a], kind: "add-term", to: term, seal })
    for (const as of [w.asViewer, w.asLead, w.asMember]) {
      await expect(as((ctx) => changeMany(ctx, input))).rejects.toThrow(NotAllowed)
      await expect(as((ctx) => previewChange(ctx, input.which, input.change))).rejects.toThrow(NotAllowed)
    }
    await expect(w.asOtherManager((ctx) => changeMany(ctx, input))).rejects.toThrow(RuleBroken)
    await expect(
      w.asOtherManager((ctx) => previewChange(ctx, input.which, { kind: "stage", to: "enquiry" })),
    ).resolves.toMatchObject({ total: 0 })
    const { id } = await w.asWorker((ctx) => changeMany(ctx, input))
    for (const as of [w.asViewer, w.asLead]) await expect(undo(id, as)).rejects.toThrow(NotAllowed)
    await expect(undo(id, w.asOtherManager)).rejects.toThrow(NotFound)
    await expect(w.asLead((ctx) => listChanges(ctx))).rejects.toThrow(NotAllowed)
    expect(await w.asOtherManager((ctx) => listChanges(ctx))).toEqual([])
    expect((await group(a)).terms).toHaveLength(1)
  })
})

/** A quiet machine needs one second; this one may be busy with other tests. */

describe("Ten thousand groups", () => {
  it("are changed and put back at once", async () => {
    await w.system((ctx) =>
      ctx.tx.execute(sql`insert into groups (lio_id, name, name_key, about) select ${ctx.lio.id}, 'Many ' || n, 'many ' || n,
        'We meet in the village hall every second week and help people with their gardens' from generate_series(1, 10000) n`),
    )
    await w.operator`analyze`
    const which = { filter: readList(groupList, "sector=voluntary") }
    const { seal } = await preview(which, "add-term", term)
    const input = changeManyInput.parse({
      all: "yes",
      from: "sector=voluntary",
      kind: "add-term",
      to: term,
      seal,
    })
    const { id } = await w.asWorker((ctx) => changeMany(ctx, input))
    const { back } = await undo(id)
    expect(back).toBeGreaterThan(9_999)
  })
})
