import { describe, expect, it } from "vitest"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { readList } from "@/lib/lists/input"
import { addTask, changeTask, dropTask, finishTask, reopenTask } from "@/lib/tasks/commands"
import { taskList } from "@/lib/tasks/filters"
import { backTo } from "@/lib/tasks/input"
import { listTasks } from "@/lib/tasks/queries"
import { world } from "./support/world"

const w = await world()

describe("Tasks", () => {
  const step = { what: "Ring the bank", assigneeId: w.worker.id, dueOn: "2026-06-10", groupId: w.foodbank.id }
  const open = (query: Record<string, string>) =>
    w.asWorker((ctx) => listTasks(ctx, readList(taskList, query)))

  it("are listed overdue first, mine and the team's, and leave the list when done", async () => {
    const late = await w.asWorker((ctx) => addTask(ctx, { ...step, dueOn: "2026-01-01", what: "Late" }))
    await w.asManager((ctx) => addTask(ctx, { ...step, assigneeId: null, dueOn: null, what: "Nobody’s" }))
    expect((await open({}))[0]?.what).toBe("Late")
    expect((await open({})).map((task) => task.what)).not.toContain("Nobody’s")
    expect((await open({ whose: "team" })).at(-1)?.what).toBe("Nobody’s")
    await w.asManager((ctx) => finishTask(ctx, late))
    expect((await open({})).map((task) => task.what)).not.toContain("Late")
    expect((await open({ state: "done" }))[0]?.what).toBe("Late")
    await expect(w.asWorker((ctx) => finishTask(ctx, late))).rejects.toThrow("already")
    await w.asWorker((ctx) => reopenTask(ctx, late))
    expect((await open({}))[0]?.what).toBe("Late")
  })

  it("can be given to somebody else, moved and dropped", async () => {
    const task = await w.asWorker((ctx) => addTask(ctx, step))
    await w.asWorker((ctx) =>
      changeTask(ctx, { id: task.id, what: step.what, assigneeId: null, dueOn: "2026-12-01" }),
    )
    expect((await open({ whose: "team" })).find((one) => one.id === task.id)).toMatchObject({
      assignee: null,
      dueOn: "2026-12-01",
    })
    await w.asWorker((ctx) => dropTask(ctx, task))
    expect((await open({ whose: "team" })).find((one) => one.id === task.id)).toBeUndefined()
  })

  it.each([
    ["a trustee", w.asViewer],
    ["a member", w.asMember],
  ])("are not kept by %s", async (_who, as) => {
    await expect(as((ctx) => addTask(ctx, step))).rejects.toThrow(NotAllowed)
  })

  it("stay within the LIO", async () => {
    const task = await w.asWorker((ctx) => addTask(ctx, step))
    await expect(w.asOtherManager((ctx) => finishTask(ctx, task))).rejects.toThrow(NotFound)
    await expect(w.asWorker((ctx) => addTask(ctx, { ...step, groupId: w.stranger.id }))).rejects.toThrow(
      RuleBroken,
    )
  })
})

describe("The page to go back to", () => {
  it.each([
    ["/ribble/home", "/ribble/home"],
    ["/ribble/tasks?whose=team", "/ribble/tasks?whose=team"],
    ["https://bad.example/ribble/", null],
    ["//bad.example/ribble/", null],
    ["/other/home", null],
    [null, null],
  ])("from %s is %s", (value, page) => expect(backTo(value, "ribble")).toBe(page))
})
