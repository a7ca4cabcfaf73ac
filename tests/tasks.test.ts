import { describe, expect, it } from "vitest"
import { backTo } from "@/app/_http/back-to"
import { personOf } from "@/lib/access/ctx"
import { asPerson } from "@/lib/access/doors"
import { daysAfter } from "@/lib/days"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { readList } from "@/lib/lists/input"
import { addTask, dropTask, finishTask, reopenTask } from "@/lib/tasks/commands"
import { taskList } from "@/lib/tasks/filters"
import { addTaskInput, pressInput } from "@/lib/tasks/input"
import { changeTask, handOverTask, moveBack, pressTask, snoozeTask } from "@/lib/tasks/moving/commands"
import { getTask, listForToday, listTasks } from "@/lib/tasks/queries"
import { dayAfter } from "@/lib/tasks/repeats/commands"
import { undoAct } from "@/lib/undo/commands"
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
      changeTask(ctx, { id: task.id, what: step.what, assigneeId: null, dueOn: "2026-12-01", repeats: null }),
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

describe("A task that repeats", () => {
  const on = (day: string) => new Date(`${day}T11:00:00Z`)
  const at = <T>(day: string, work: Parameters<typeof asPerson<T>>[2]) =>
    asPerson("ribble", { email: "worker@ribble.example" }, work, { now: on(day) })
  const made = (what: string, dueOn: string, repeats: "week" | "month") => ({
    ...{ what, dueOn, repeats, assigneeId: w.worker.id, groupId: w.foodbank.id },
  })
  const openCalled = async (what: string) =>
    (await w.asWorker((ctx) => listTasks(ctx, readList(taskList, { q: what })))).map(({ dueOn }) => dueOn)

  it.each([
    ["2026-01-31", "month", "2026-01-31", "2026-02-28"],
    ["2026-02-28", "month", "2026-01-31", "2026-03-31"],
    ["2026-01-30", "month", "2026-01-31", "2026-01-31"],
    ["2026-03-31", "quarter", "2025-12-31", "2026-06-30"],
    ["2024-02-29", "year", "2024-02-29", "2025-02-28"],
    ["2026-06-04", "week", "2026-06-04", "2026-06-11"],
    ["2026-06-20", "week", "2026-06-04", "2026-06-25"],
    ["2026-06-10", "fortnight", "2026-06-04", "2026-06-18"],
    ["2026-05-01", "month", "2026-06-04", "2026-06-04"],
  ] as const)("comes after %s every %s from %s on %s", (after, repeats, from, day) =>
    expect(dayAfter(after, repeats, from)).toBe(day),
  )

  it("comes again as it is done, counted from its due day, and undoing that takes the next one back", async () => {
    const { id } = await at("2026-01-05", (ctx) => addTask(ctx, made("Pay the rent", "2026-01-31", "month")))
    const done = await at("2026-02-02", (ctx) => finishTask(ctx, { id }))
    expect(done.next?.dueOn).toBe("2026-02-28")
    const next = await at("2026-02-28", (ctx) => finishTask(ctx, { id: done.next?.id ?? "" }))
    expect(next.next?.dueOn).toBe("2026-03-31")
    expect(await openCalled("Pay the rent")).toEqual(["2026-03-31"])
    await at("2026-02-28", (ctx) => undoAct(ctx, { what: "task", id: done.next?.id ?? "" }))
    expect(await openCalled("Pay the rent")).toEqual(["2026-02-28"])
  })

  it("stays on its day when it was snoozed, and a day that has passed is left out", async () => {
    const { id } = await at("2026-06-01", (ctx) =>
      addTask(ctx, made("Water the plants", "2026-06-01", "week")),
    )
    await at("2026-06-01", (ctx) => snoozeTask(ctx, { id, until: "2026-06-03" }))
    const done = await at("2026-06-17", (ctx) => finishTask(ctx, { id }))
    expect(done.next?.dueOn).toBe("2026-06-22")
  })

  it("needs a day", () => {
    const said = addTaskInput.safeParse({ what: "Ring", repeats: "week" })
    expect(said.error?.issues[0]?.path).toEqual(["dueOn"])
  })
})

describe("Snoozing and handing over", () => {
  const step = { what: "Ring the hall", assigneeId: w.worker.id, dueOn: "2026-06-10", groupId: w.foodbank.id }
  const add = () => w.asWorker((ctx) => addTask(ctx, step))
  const get = (id: string) => w.asWorker((ctx) => getTask(ctx, id))
  const press = (typed: string) => pressInput.parse({ press: typed })

  it("puts a task off by one press, until tomorrow or the Monday of next week, with undo", async () => {
    const { id } = await add()
    const asOn = (day: string, typed: string) =>
      asPerson("ribble", { email: "worker@ribble.example" }, (ctx) => pressTask(ctx, press(typed)), {
        now: new Date(`${day}T11:00:00Z`),
      })
    await asOn("2026-06-12", `tomorrow ${id}`)
    expect((await get(id)).dueOn).toBe("2026-06-13")
    const moved = await asOn("2026-06-12", `week ${id}`)
    expect((await get(id)).dueOn).toBe("2026-06-15")
    expect((await asOn("2026-06-14", `week ${id}`)).id).toBe(id)
    expect((await get(id)).dueOn).toBe("2026-06-15")
    await asOn("2026-06-15", `week ${id}`)
    expect((await get(id)).dueOn).toBe("2026-06-22")
    const undo = () =>
      w.asWorker((ctx) => undoAct(ctx, { what: "task-move", id: "move" in moved ? moved.move : "" }))
    await expect(undo()).rejects.toThrow("changed again")
  })

  it("refuses a day that is not to come, and a task that is done", async () => {
    const { id } = await add()
    const { today } = await w.asWorker(async (ctx) => ctx)
    const snooze = (until: string | null) => w.asWorker((ctx) => snoozeTask(ctx, { id, until }))
    await expect(snooze(today)).rejects.toThrow("after today")
    await expect(snooze(null)).rejects.toThrow("after today")
    await w.asWorker((ctx) => finishTask(ctx, { id }))
    await expect(snooze("2099-01-01")).rejects.toThrow("already been done")
  })

  it("hands a task over: the colleague has it at the top of the day and sees from whom, until it is undone", async () => {
    const { manager } = await w.asManager(async (ctx) => ({ manager: personOf(ctx.actor)?.personId ?? "" }))
    const { id } = await w.asWorker((ctx) => addTask(ctx, { ...step, dueOn: "2099-01-01" }))
    await w.asManager((ctx) => addTask(ctx, { ...step, assigneeId: manager, dueOn: "2098-01-01" }))
    const handed = await w.asWorker((ctx) => pressTask(ctx, press(`hand ${id} ${manager}`)))
    const [first] = await w.asManager((ctx) => listForToday(ctx, 5))
    expect(first).toMatchObject({ id, from: "Wendy Worker", assigneeId: manager })
    await w.asWorker((ctx) => undoAct(ctx, { what: "task-move", id: "move" in handed ? handed.move : "" }))
    expect(await get(id)).toMatchObject({ assigneeId: w.worker.id, from: null })
    await expect(w.asWorker((ctx) => pressTask(ctx, press(`hand ${id} ${w.lead.id}`)))).rejects.toThrow(
      "works here",
    )
  })

  it("undoes a change and taking off the list, too", async () => {
    const { id } = await add()
    const changed = await w.asWorker((ctx) =>
      changeTask(ctx, { id, what: "Ring somebody else", assigneeId: null, dueOn: null, repeats: null }),
    )
    await w.asWorker((ctx) => undoAct(ctx, { what: "task-move", id: changed.move }))
    expect(await get(id)).toMatchObject({ what: step.what, assigneeId: w.worker.id, dueOn: step.dueOn })
    await w.asWorker((ctx) => dropTask(ctx, { id }))
    await w.asWorker((ctx) => undoAct(ctx, { what: "task-drop", id }))
    await expect(w.asWorker((ctx) => finishTask(ctx, { id }))).resolves.toMatchObject({ id })
  })

  it("is for workers and managers of the same LIO", async () => {
    const { id } = await add()
    const snoozed = await w.asWorker((ctx) => snoozeTask(ctx, { id, until: "2099-01-01" }))
    for (const as of [w.asViewer, w.asMember]) {
      await expect(as((ctx) => pressTask(ctx, press(`week ${id}`)))).rejects.toThrow(NotAllowed)
      await expect(as((ctx) => handOverTask(ctx, { id, to: w.worker.id }))).rejects.toThrow(NotAllowed)
      await expect(as((ctx) => moveBack(ctx, snoozed.move))).rejects.toThrow(NotAllowed)
    }
    await expect(w.asOtherManager((ctx) => pressTask(ctx, press(`week ${id}`)))).rejects.toThrow(NotFound)
    await expect(w.asOtherManager((ctx) => moveBack(ctx, snoozed.move))).rejects.toThrow(NotFound)
  })

  it("narrows the list by day and group", async () => {
    const { today } = await w.asWorker(async (ctx) => ctx)
    const of = (query: Record<string, string>) =>
      w.asWorker(async (ctx) =>
        (await listTasks(ctx, readList(taskList, { whose: "team", q: "Sorted", ...query }))).map(
          ({ what }) => what,
        ),
      )
    for (const [what, dueOn, groupId] of [
      ["Sorted today", today, w.foodbank.id],
      ["Sorted tomorrow", daysAfter(today, 1), w.choir.id],
      ["Sorted late", daysAfter(today, -1), null],
      ["Sorted never", null, null],
    ] as const)
      await w.asWorker((ctx) => addTask(ctx, { what, dueOn, groupId, assigneeId: null }))
    expect(await of({ day: "today" })).toEqual(["Sorted today"])
    expect(await of({ day: "tomorrow" })).toEqual(["Sorted tomorrow"])
    const onFriday = (dueOn: string) =>
      asPerson(
        "ribble",
        { email: "worker@ribble.example" },
        async (ctx) => {
          const { id } = await addTask(ctx, { what: "By the week", dueOn, groupId: null, assigneeId: null })
          return (await listTasks(ctx, readList(taskList, { whose: "team", day: "week" }))).some(
            (task) => task.id === id,
          )
        },
        { now: new Date("2026-06-12T11:00:00Z") },
      )
    expect(await onFriday("2026-06-14")).toBe(true)
    expect(await onFriday("2026-06-15")).toBe(false)
    expect(await of({ day: "week" })).not.toContain("Sorted late")
    expect(await of({ day: "none" })).toEqual(["Sorted never"])
    expect(await of({ late: "yes" })).toEqual(["Sorted late"])
    expect(await of({ for: w.choir.id })).toEqual(["Sorted tomorrow"])
  })
})

describe("The page to go back to", () => {
  it.each([
    ["/ribble/home", "/ribble/home"],
    ["/ribble/tasks?whose=team", "/ribble/tasks?whose=team"],
    ["/ribble/tasks?q=hobs+mill%21*", "/ribble/tasks?q=hobs+mill%21*"],
    ["https://bad.example/ribble/", null],
    ["//bad.example/ribble/", null],
    ["/other/home", null],
    [null, null],
  ])("from %s is %s", (value, page) => expect(backTo(value, "ribble")).toBe(page))
})
