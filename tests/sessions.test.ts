import { eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { events, groups } from "@/db/schema"
import type { Ctx } from "@/lib/access/ctx"
import { asPerson } from "@/lib/access/doors"
import { dropDraft, keepDraft } from "@/lib/drafts/commands"
import { listDrafts } from "@/lib/drafts/queries"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { changeSession } from "@/lib/sessions/change/commands"
import { recordSession, restoreSession, undoSession } from "@/lib/sessions/commands"
import { changeSessionInput, recordSessionInput } from "@/lib/sessions/input"
import { sessionFilter, sessionQuery } from "@/lib/sessions/list/input"
import { listSessions } from "@/lib/sessions/list/queries"
import { getLastKind, getSession } from "@/lib/sessions/queries"
import { addTask, changeTask, dropTask, finishTask, reopenTask } from "@/lib/tasks/commands"
import { taskFilter } from "@/lib/tasks/input"
import { listTasks, listTasksOfSession } from "@/lib/tasks/queries"
import { world } from "./support/world"

const w = await world()
const NOON = new Date("2026-06-04T11:00:00Z")

type Said = Record<string, string | string[]>
const said = (more: Said) =>
  recordSessionInput.parse({ kind: "phone", note: "Talked about the lease", ...more })
const at = <T>(now: Date, work: (ctx: Ctx) => Promise<T>, email = "worker@ribble.example") =>
  asPerson("ribble", { email }, work, { now })
const recordAt = (now: Date, more: Said, email?: string) =>
  at(now, (ctx) => recordSession(ctx, said(more)), email)
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error as RuleBroken,
  )
const contactOf = async (id: string) => {
  const [row] = await w.system((ctx) =>
    ctx.tx
      .select({ on: groups.lastContactOn, by: groups.lastContactBy })
      .from(groups)
      .where(eq(groups.id, id)),
  )
  return row
}
const newGroup = (name: string) =>
  recordAt(NOON, { newGroups: [name] }).then(({ groups: [group] }) => group ?? { id: "", name })

describe("Recording a session", () => {
  it("needs a group and a note, and the rest has a usual value", async () => {
    const made = await recordAt(NOON, { groupIds: [w.foodbank.id] })
    const session = await w.asWorker((ctx) => getSession(ctx, made.id))
    expect(session).toMatchObject({
      on: "2026-06-04",
      minutes: 30,
      kind: "phone",
      function: "support",
      by: "Wendy Worker",
    })
    expect(session.groups).toEqual([w.foodbank])
    expect(await contactOf(w.foodbank.id)).toEqual({ on: "2026-06-04", by: "Wendy Worker" })
    expect(await w.asWorker(getLastKind)).toBe("phone")
  })

  it("counts today by the LIO's clock, not Greenwich's", async () => {
    const made = await recordAt(new Date("2026-07-01T23:30:00Z"), { groupIds: [w.loner.id] })
    expect((await w.asWorker((ctx) => getSession(ctx, made.id))).on).toBe("2026-07-02")
  })

  it("stands on the timeline of each of its groups, and counts once in the hours", async () => {
    const made = await recordAt(NOON, {
      groupIds: [w.foodbank.id, w.choir.id],
      minutes: "90",
      note: "Joint bid",
    })
    const rows = await w.system((ctx) => ctx.tx.select().from(events).where(eq(events.subjectId, made.id)))
    expect(rows.map((row) => row.groupId).sort()).toEqual([w.foodbank.id, w.choir.id].sort())
    expect(rows[0]?.summary).toBe("Phone call, 1 hour 30 minutes: Joint bid")
    const list = await w.asWorker((ctx) =>
      listSessions(ctx, sessionFilter({ whose: "team", q: "joint bid" })),
    )
    expect(list).toMatchObject({ total: 1, minutes: 90 })
    expect(list.rows[0]?.groups.map((group) => group.name)).toEqual([
      "Clitheroe Food Bank",
      "Côr Meibion Llanfair",
    ])
  })

  it("keeps the next step in the same save", async () => {
    const made = await recordAt(NOON, {
      groupIds: [w.foodbank.id],
      stepWhat: "Send the lease guide",
      stepWho: w.worker.id,
      stepDue: "2026-06-11",
    })
    const [step] = await w.asWorker((ctx) => listTasksOfSession(ctx, made.id))
    expect(step).toMatchObject({
      what: "Send the lease guide",
      dueOn: "2026-06-11",
      assignee: "Wendy Worker",
      groupId: w.foodbank.id,
    })
  })

  it("refuses a next step for somebody who does not work here, and then keeps nothing", async () => {
    const before = await w.asWorker((ctx) => listSessions(ctx, sessionFilter({ whose: "team" })))
    const error = await refusal(
      recordAt(NOON, { groupIds: [w.foodbank.id], stepWhat: "Ring", stepWho: w.lead.id }),
    )
    expect(error).toMatchObject({ field: "stepWho" })
    const after = await w.asWorker((ctx) => listSessions(ctx, sessionFilter({ whose: "team" })))
    expect(after.total).toBe(before.total)
  })

  it("says what is missing", () => {
    const missing = recordSessionInput.safeParse({
      kind: "phone",
      note: " ",
      minutes: "other",
      stepDue: "2026-06-11",
    })
    const messages = missing.error?.issues.map((issue) => issue.message)
    expect(messages).toContain("Enter what you did or talked about")
    const unfinished = recordSessionInput.safeParse({
      kind: "phone",
      note: "x",
      minutes: "other",
      stepDue: "2026-06-11",
    })
    expect(unfinished.error?.issues.map((issue) => issue.path.join("."))).toEqual(["minutesOther"])
  })

  it("refuses a day that is still to come", async () => {
    expect(await refusal(recordAt(NOON, { groupIds: [w.foodbank.id], on: "2026-06-05" }))).toMatchObject({
      field: "on",
    })
  })
})

describe("Naming the group", () => {
  it("finds it by its name, whatever the case, accents and legal ending", async () => {
    const made = await recordAt(NOON, { groupName: "clitheroe food bank ltd; cor meibion llanfair" })
    expect(made.groups.map((group) => group.id).sort()).toEqual([w.foodbank.id, w.choir.id].sort())
  })

  it("asks which one is meant, offers to add it, and takes the answer", async () => {
    const error = await refusal(recordAt(NOON, { groupName: "Food Bnak" }))
    expect(error).toMatchObject({ field: "groupName", message: "Which group is “Food Bnak”?" })
    expect(error?.choices?.map((choice) => choice.label)).toEqual([
      "Clitheroe Food Bank",
      "Add “Food Bnak” as a new group",
    ])
    const pick = error?.choices?.[0]?.value ?? ""
    const made = await recordAt(NOON, { groupName: "Food Bnak", picks: [pick] })
    expect(made.groups).toEqual([w.foodbank])
  })

  it("adds a new group with its name only, which then needs details", async () => {
    const made = await recordAt(NOON, { groupName: "Zumba for Zebras", picks: ["new:Zumba for Zebras"] })
    const [row] = await w.system((ctx) =>
      ctx.tx
        .select()
        .from(groups)
        .where(eq(groups.id, made.groups[0]?.id ?? "")),
    )
    expect(row).toMatchObject({
      name: "Zumba for Zebras",
      needsDetailsSince: NOON,
      lastContactOn: "2026-06-04",
    })
  })

  it("does not add a second group of the same name unasked", async () => {
    const error = await refusal(recordAt(NOON, { newGroups: ["Clitheroe food bank"] }))
    expect(error?.choices?.at(-1)?.label).toBe("Add “Clitheroe food bank” as a new group")
  })

  it("refuses a group of another LIO, as if there were none", async () => {
    const ofOther = await refusal(recordAt(NOON, { groupIds: [w.stranger.id] }))
    const madeUp = await refusal(recordAt(NOON, { groupIds: [crypto.randomUUID()] }))
    expect(ofOther).toBeInstanceOf(RuleBroken)
    expect(ofOther?.message).toBe(madeUp?.message)
    expect((await refusal(recordAt(NOON, { groupName: "Stranger’s Society" })))?.choices).toHaveLength(1)
    const person = await refusal(
      recordAt(NOON, { groupIds: [w.foodbank.id], personIds: [crypto.randomUUID()] }),
    )
    expect(person).toMatchObject({ field: "personIds" })
  })
})

describe("Who may record", () => {
  it.each([
    ["a trustee who looks on", w.asViewer],
    ["a member", w.asMember],
    ["a lead", w.asLead],
  ])("not %s", async (_who, as) => {
    await expect(as((ctx) => recordSession(ctx, said({ groupIds: [w.foodbank.id] })))).rejects.toThrow(
      NotAllowed,
    )
  })

  it("a trustee may look, a member may not, another LIO sees nothing", async () => {
    const made = await recordAt(NOON, { groupIds: [w.foodbank.id] })
    expect((await w.asViewer((ctx) => getSession(ctx, made.id))).id).toBe(made.id)
    await expect(w.asLead((ctx) => getSession(ctx, made.id))).rejects.toThrow(NotAllowed)
    await expect(w.asLead((ctx) => listSessions(ctx, sessionFilter({})))).rejects.toThrow(NotAllowed)
    await expect(w.asOtherManager((ctx) => getSession(ctx, made.id))).rejects.toThrow(NotFound)
    await expect(w.asOtherManager((ctx) => undoSession(ctx, made))).rejects.toThrow(NotFound)
    expect((await w.asOtherManager((ctx) => listSessions(ctx, sessionFilter({ whose: "team" })))).total).toBe(
      0,
    )
  })
})

describe("Taking a session back", () => {
  it("takes its hours, next steps and last contact with it, and putting it back brings them again", async () => {
    const { id: group } = await newGroup("Undoers United")
    const made = await recordAt(new Date("2026-06-06T09:00:00Z"), {
      groupIds: [group],
      stepWhat: "Ring back",
      stepWho: w.worker.id,
    })
    await at(new Date("2026-06-06T10:00:00Z"), (ctx) => undoSession(ctx, made))
    expect(await contactOf(group)).toEqual({ on: "2026-06-04", by: "Wendy Worker" })
    const list = () => w.asWorker((ctx) => listSessions(ctx, sessionFilter({ group })))
    expect((await list()).total).toBe(1)
    expect(await w.asWorker((ctx) => listTasksOfSession(ctx, made.id))).toEqual([])
    await expect(at(NOON, (ctx) => undoSession(ctx, made))).rejects.toThrow("already")
    await w.asWorker((ctx) => restoreSession(ctx, made))
    expect((await list()).total).toBe(2)
    expect(await contactOf(group)).toEqual({ on: "2026-06-06", by: "Wendy Worker" })
    expect(await w.asWorker((ctx) => listTasksOfSession(ctx, made.id))).toHaveLength(1)
  })

  it("remembers a contact that was known before the first session", async () => {
    await w.system((ctx) =>
      ctx.tx
        .update(groups)
        .set({ lastContactOn: "2026-01-09", lastContactBy: "Old list" })
        .where(eq(groups.id, w.council.id)),
    )
    const first = await recordAt(new Date("2026-06-02T12:00:00Z"), { groupIds: [w.council.id] })
    const second = await recordAt(new Date("2026-06-03T09:00:00Z"), { groupIds: [w.council.id] })
    await at(new Date("2026-06-03T09:01:00Z"), (ctx) => undoSession(ctx, first))
    expect(await contactOf(w.council.id)).toMatchObject({ on: "2026-06-03" })
    await at(new Date("2026-06-03T09:02:00Z"), (ctx) => undoSession(ctx, second))
    expect(await contactOf(w.council.id)).toEqual({ on: "2026-01-09", by: "Old list" })
  })

  it("is for a day, for who recorded it and for managers", async () => {
    const made = await recordAt(NOON, { groupIds: [w.foodbank.id] }, "manager@ribble.example")
    const soon = new Date(NOON.getTime() + 3_600_000)
    await expect(at(soon, (ctx) => undoSession(ctx, made))).rejects.toThrow(NotAllowed)
    await expect(
      at(
        new Date(NOON.getTime() + 25 * 3_600_000),
        (ctx) => undoSession(ctx, made),
        "manager@ribble.example",
      ),
    ).rejects.toThrow("for a day")
    await at(soon, (ctx) => undoSession(ctx, made), "manager@ribble.example")
  })
})

describe("Changing a session", () => {
  const changed = (id: string, seen: string, more: Said) =>
    changeSessionInput.parse({
      id,
      seen,
      kind: "visit",
      note: "Talked about the roof",
      groupIds: [w.foodbank.id],
      on: "2026-06-04",
      ...more,
    })

  it("marks it as edited and keeps what it said before", async () => {
    const made = await recordAt(NOON, { groupIds: [w.foodbank.id] })
    await w.asManager((ctx) => changeSession(ctx, changed(made.id, "", { groupIds: [w.choir.id] })))
    const session = await w.asWorker((ctx) => getSession(ctx, made.id))
    expect(session.editedAt).not.toBeNull()
    expect(session).toMatchObject({ kind: "visit", note: "Talked about the roof", groups: [w.choir] })
    const last = session.history.at(-1)
    expect(last).toMatchObject({ what: "session.changed", who: "Maureen Pye" })
    expect(last?.from).toMatchObject({
      kind: "phone",
      note: "Talked about the lease",
      groupIds: [w.foodbank.id],
    })
  })

  it("refuses the second of two people, and shows both versions", async () => {
    const made = await recordAt(NOON, { groupIds: [w.foodbank.id] })
    await w.asManager((ctx) => changeSession(ctx, changed(made.id, "", { note: "Hers" })))
    const error = await refusal(
      w.asWorker((ctx) => changeSession(ctx, changed(made.id, "", { note: "His" }))),
    )
    expect(error?.theirs).toMatchObject({ note: "Hers" })
    await w.asWorker((ctx) =>
      changeSession(ctx, changed(made.id, error?.theirs?.seen ?? "", { note: "His" })),
    )
    await expect(w.asViewer((ctx) => changeSession(ctx, changed(made.id, "", {})))).rejects.toThrow(
      NotAllowed,
    )
  })

  it("changes nothing when nothing differs", async () => {
    const made = await recordAt(NOON, { groupIds: [w.foodbank.id] })
    const same = changed(made.id, "", { kind: "phone", note: "Talked about the lease" })
    expect(await w.asWorker((ctx) => changeSession(ctx, same))).toMatchObject({ changed: false })
  })
})

describe("The list's address", () => {
  it("says the same to a colleague, and leaves out what makes no sense", () => {
    const filter = sessionFilter({
      whose: "team",
      kind: "visit",
      "from.day": "1",
      "from.month": "4",
      "from.year": "2026",
      page: "2",
    })
    expect(sessionQuery(filter)).toBe("whose=team&kind=visit&from=2026-04-01&page=2")
    expect(
      sessionFilter({ whose: "team", kind: "séance", group: "1", to: "2026-02-31x", page: "-1" }),
    ).toMatchObject({ whose: "team", page: 1 })
  })
})

describe("A draft", () => {
  const draft = { form: "session.new", values: { note: "Half a sentence", groupIds: ["a"] } }

  it("is kept for who typed it, newest words only, until it is thrown away", async () => {
    await w.asWorker((ctx) => keepDraft(ctx, draft))
    await w.asWorker((ctx) => keepDraft(ctx, { ...draft, values: { note: "More" } }))
    const kept = await w.asWorker((ctx) => listDrafts(ctx, "session.new"))
    expect(kept.map((one) => one.values)).toEqual([{ note: "More" }])
    expect(await w.asManager((ctx) => listDrafts(ctx, "session.new"))).toEqual([])
    await w.asWorker((ctx) => dropDraft(ctx, "session.new"))
    expect(await w.asWorker((ctx) => listDrafts(ctx, "session.new"))).toEqual([])
  })

  it("is not for visitors", async () => {
    await expect(w.asPublic((ctx) => keepDraft(ctx, draft))).rejects.toThrow(NotAllowed)
  })
})

describe("Next steps", () => {
  const step = { what: "Ring the bank", assigneeId: w.worker.id, dueOn: "2026-06-10", groupId: w.foodbank.id }
  const open = (query: Record<string, string>) => w.asWorker((ctx) => listTasks(ctx, taskFilter(query)))

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
