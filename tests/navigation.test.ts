import { describe, expect, it } from "vitest"
import { navigationForMembers, navigationForStaff } from "@/app/[lio]/_parts/nav"
import { chooseOwnPages, describeGroup } from "@/lib/groups/proposals/commands"
import { getGroup } from "@/lib/groups/queries"
import { countWaiting } from "@/lib/navigation/queries"
import { addTask, finishTask } from "@/lib/tasks/commands"
import { world } from "./support/world"

const w = await world()

describe("The navigation", () => {
  it("stands under the functions of an LIO, in their order, with the day's work first and the settings last", () => {
    const parts = navigationForStaff()
    expect(parts.map(({ label }) => label)).toEqual([
      null,
      "Development",
      "Support",
      "Liaison",
      "Representation",
      "Strategic partnership",
      null,
    ])
    expect(parts[0]?.items.map(({ path }) => path)).toEqual([
      "home",
      "groups",
      "people",
      "tasks",
      "tasks?whose=team",
      "calendar",
      "memberships",
    ])
    expect(parts.at(-1)?.items.map(({ path }) => path)).toEqual(["reports", "settings"])
  })

  it("of the people of groups is plain, and knows one group from several", () => {
    const group = { id: "1", name: "Choir", lead: true }
    const labels = (of: Partial<Parameters<typeof navigationForMembers>[0]> = {}) =>
      navigationForMembers({ kind: "member", groups: [group], boards: 0, ...of }).map(({ label }) => label)
    expect(labels()).toEqual([
      "Home",
      "Our answers",
      "What came of it",
      "Our group",
      "Networks",
      "Events",
      "Resources",
      "Opportunities",
    ])
    expect(labels({ groups: [group, group] })[3]).toBe("Our groups")
    expect(labels({ boards: 1 }).at(-1)).toBe("Your boards")
    expect(labels({ kind: "representative", groups: [], boards: 1 })).toEqual(["Your boards"])
  })

  it("counts what waits: for each worker their own tasks that are due", async () => {
    const mine = { what: "Ring the bank", assigneeId: w.worker.id, groupId: w.foodbank.id }
    const { dueOn } = await w.asWorker(async (ctx) => ({ dueOn: ctx.today }))
    const before = (await w.asWorker(countWaiting)).tasks ?? 0
    const due = await w.asWorker((ctx) => addTask(ctx, { ...mine, dueOn }))
    await w.asWorker((ctx) => addTask(ctx, { ...mine, dueOn: "2099-01-01" }))
    await w.asWorker((ctx) => addTask(ctx, { ...mine, assigneeId: null, dueOn }))
    expect((await w.asWorker(countWaiting)).tasks).toBe(before + 1)
    expect((await w.asManager(countWaiting)).tasks).toBe(0)
    await w.asWorker((ctx) => finishTask(ctx, due))
    expect((await w.asWorker(countWaiting)).tasks).toBe(before)
  })

  it("counts groups that suggest changes, once each, and nothing of another LIO's", async () => {
    await w.asManager((ctx) => chooseOwnPages(ctx, { approves: ["name"], asksYearly: false }))
    const before = (await w.asViewer(countWaiting)).home ?? 0
    await w.asLead(async (ctx) => {
      const { version } = await getGroup(ctx, w.foodbank.id)
      return describeGroup(ctx, w.foodbank.id, { version, name: "Another Name" })
    })
    expect((await w.asViewer(countWaiting)).home).toBe(before + 1)
    expect((await w.asOtherManager(countWaiting)).home).toBe(0)
  })

  it("counts nothing for the people of groups", async () => {
    expect(await w.asMember(countWaiting)).toEqual({})
  })
})
